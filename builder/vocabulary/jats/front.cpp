#include "vocabulary/jats/front.h"

#include <algorithm>
#include <array>

#include "dom/title_words.h"
#include "vocabulary/jats/dates.h"
#include "vocabulary/jats/names.h"
#include "vocabulary/jats/reading.h"
#include "vocabulary/jats/title_block.h"
#include "vocabulary/running_heads.h"

namespace octavo::vocabulary::jats {
namespace {

using dom::Element;

void collectAffiliations(const Element& element, std::vector<const Element*>& found) {
  for (const Element* child : childrenOf(element)) {
    if (child->name == "aff") {
      found.push_back(child);
    } else if (isOneOf(child->name, {"contrib-group", "contrib", "aff-alternatives", "collab"})) {
      // What a contributor says in running words ("x") is shown whole, with its affiliation.
      if (child->name != "contrib" || !dom::firstChild(*child, "x")) collectAffiliations(*child, found);
    }
  }
}

/// How much a publication date is the one that readers ask for.
int rankOfDate(const Element& date) {
  constexpr std::array<std::string_view, 6> kBest{"pub", "epub", "epub-ppub", "ppub", "collection", "epreprint"};
  const std::string_view type = date.attributeOr("date-type", date.attributeOr("pub-type"));
  return static_cast<int>(std::ranges::find(kBest, type) - kBest.begin());
}

std::string textOf(const Element* element) { return element ? headingText(*element) : std::string(); }

/// The words of the affiliations that a contributor has or refers to.
std::vector<std::string> affiliationsOf(const Element& contrib, const Reading& reading) {
  std::vector<std::string> result;
  const auto add = [&](const Element& aff) {
    std::string words;
    for (const auto& child : aff.children()) {
      const Element* element = dom::asElement(*child);
      if (element && element->name == "label") continue;
      const std::string part = plainText(*child->parent()).empty() ? "" : dom::textContent(*child, true);
      words += part;
      if (element) words += " ";
    }
    words = dom::collapseWhiteSpace(words);
    if (!words.empty()) result.push_back(words);
  };
  for (const Element* part : childrenOf(contrib)) {
    if (part->name == "aff") add(*part);
    if (part->name != "xref") continue;
    const auto found = reading.byId.find(part->attributeOr("rid"));
    if (found != reading.byId.end() && found->second->name == "aff") add(*found->second);
  }
  return result;
}

void readContributors(const Front& front, Reading& reading) {
  for (const Element* group : front.groups) {
    for (const Element* contrib : contributorsOf(*group)) {
      publication::Contributor person = contributor(*contrib, languageAt(reading.article));
      if (person.name.empty()) continue;
      if (!contrib->attribute("contrib-type") && !isAuthor(*contrib)) person.role = "ctb";
      person.language = reading.conversion.language(person.language, contrib->position()).value_or("");
      for (auto& other : person.alternates) {
        other.language = reading.conversion.language(other.language, contrib->position()).value_or("");
      }
      person.affiliations = affiliationsOf(*contrib, reading);
      reading.metadata.contributors.push_back(std::move(person));
    }
  }
}

void readTitles(const Element& titles, Reading& reading) {
  publication::Metadata& metadata = reading.metadata;
  if (const Element* title = mainTitleIn(titles)) {
    metadata.title.text = headingText(*title);
    if (const std::string* own = title->attribute("xml:lang")) {
      metadata.title.language = reading.conversion.language(*own, title->position()).value_or("");
    }
  }
  metadata.subtitle.text = textOf(dom::firstChild(titles, "subtitle"));
  for (const Element* group : childrenOf(titles, "trans-title-group")) {
    const std::string language = reading.conversion.language(dom::languageOf(*group), group->position()).value_or("");
    metadata.translatedTitles.push_back({textOf(dom::firstChild(*group, "trans-title")), language});
  }
}

std::string rightsOf(const Element& permissions) {
  std::string rights;
  const auto add = [&](const std::string& words) {
    if (!words.empty()) rights += (rights.empty() ? "" : " ") + words;
  };
  add(textOf(dom::firstChild(permissions, "copyright-statement")));
  for (const Element* license : childrenOf(permissions, "license")) {
    add(plainText(*license).empty() ? std::string(license->attributeOr("xlink:href")) : plainText(*license));
  }
  return rights;
}

/// What the article says of itself, for catalogues and file properties.
void readMetadata(const Front& front, Reading& reading) {
  publication::Metadata& metadata = reading.metadata;
  const std::string_view language = languageAt(reading.article);
  metadata.languages = {reading.conversion.language(language, reading.article.position()).value_or("und")};
  if (front.titles) readTitles(*front.titles, reading);
  readContributors(front, reading);
  if (front.journal) {
    const Element* group = dom::firstChild(*front.journal, "journal-title-group");
    metadata.source = textOf(dom::firstChild(group ? *group : *front.journal, "journal-title"));
    if (const Element* publisher = dom::firstChild(*front.journal, "publisher")) {
      metadata.publisher = textOf(dom::firstChild(*publisher, "publisher-name"));
    }
  }
  if (const Element* publisher = front.meta ? dom::firstChild(*front.meta, "publisher") : nullptr) {
    if (metadata.publisher.empty()) metadata.publisher = textOf(dom::firstChild(*publisher, "publisher-name"));
  }
  if (front.published) metadata.date = readDate(*front.published, language).iso;
  if (!front.meta) return;
  for (const Element* id : childrenOf(*front.meta, "article-id")) {
    if (id->attributeOr("pub-id-type") == "doi") metadata.identifier = "doi:" + plainText(*id);
  }
  for (const auto* name : {"book-id", "book-part-id"}) {
    for (const Element* id : childrenOf(*front.meta, name)) {
      const bool isDoi = id->attributeOr(std::string(name) + "-type") == "doi";
      if (isDoi) metadata.identifier = "doi:" + plainText(*id);
    }
  }
  for (const Element* isbn : childrenOf(*front.meta, "isbn")) {
    if (!plainText(*isbn).empty()) publication::addIdentifier(metadata, "urn:isbn:" + plainText(*isbn));
  }
  for (const Element* uri : childrenOf(*front.meta, "self-uri")) {
    const std::string words = plainText(*uri);
    if (!words.empty()) metadata.source += (metadata.source.empty() ? "" : ", ") + words;
  }
  for (const Element* abstract : childrenOf(*front.meta, "abstract")) {
    if (!metadata.description.text.empty()) break;
    for (const Element* part : childrenOf(*abstract)) {
      if (isOneOf(part->name, {"p", "sec"})) metadata.description.text += headingText(*part) + " ";
    }
    metadata.description.text = dom::collapseWhiteSpace(metadata.description.text);
  }
  for (const Element* group : childrenOf(*front.meta, "kwd-group")) {
    const std::string own = reading.conversion.language(dom::languageOf(*group), group->position()).value_or("");
    for (const Element* keyword : childrenOf(*group, "kwd")) {
      metadata.subjects.push_back({headingText(*keyword), own});
    }
  }
  if (const Element* permissions = dom::firstChild(*front.meta, "permissions")) metadata.rights = rightsOf(*permissions);
}

}  // namespace

Front findFront(const Element& article) {
  Front front;
  const Element* outer = dom::firstChild(article, "front");
  if (!outer) outer = dom::firstChild(article, "front-stub");
  if (outer) {
    front.journal = dom::firstChild(*outer, "journal-meta");
    front.meta = dom::firstChild(*outer, "article-meta");
    if (!front.meta) front.meta = outer;
  }
  // Books and their parts have their metadata without a front around it.
  for (const auto* name : {"book-part-meta", "book-meta"}) {
    if (!front.meta) front.meta = dom::firstChild(article, name);
  }
  if (!front.meta) return front;
  front.titles = dom::firstChild(*front.meta, "title-group");
  if (!front.titles) front.titles = dom::firstChild(*front.meta, "book-title-group");
  front.groups = childrenOf(*front.meta, "contrib-group");
  collectAffiliations(*front.meta, front.affiliations);
  const auto dates = childrenOf(*front.meta, "pub-date");
  if (!dates.empty()) front.published = *std::ranges::min_element(dates, {}, [](const Element* date) { return rankOfDate(*date); });
  return front;
}

const Element* mainTitleIn(const Element& titles) {
  for (const auto* name : {"article-title", "book-title", "title"}) {
    if (const Element* title = dom::firstChild(titles, name)) return title;
  }
  return nullptr;
}

const Element* shortTitleIn(const Element& titles) {
  for (const Element* title : childrenOf(titles, "alt-title")) {
    if (namesShortTitle(title->attributeOr("alt-title-type")) && !plainText(*title).empty()) return title;
  }
  return nullptr;
}

std::vector<const Element*> contributorsOf(const Element& group) { return childrenOf(group, "contrib"); }

bool isAuthor(const Element& contrib) {
  std::string_view type = contrib.attributeOr("contrib-type");
  if (type.empty() && contrib.parent()) type = contrib.parent()->attributeOr("content-type");
  return type.empty() || type.starts_with("author");
}

void readMetadataOf(const Element& article, Reading& reading) { readMetadata(findFront(article), reading); }

void readCollections(const Element& book, Reading& reading) {
  const Element* meta = dom::firstChild(book, "book-meta");
  for (const Element* collection : childrenOf(book, "collection-meta")) {
    const Element* titles = dom::firstChild(*collection, "title-group");
    const Element* title = titles ? mainTitleIn(*titles) : nullptr;
    if (!title || plainText(*title).empty()) continue;
    publication::Collection series{{dom::titleWords(*title), {}}, {}};
    for (const Element* place : {collection, meta}) {
      const Element* volume = place ? dom::firstChild(*place, "volume-in-collection") : nullptr;
      if (volume) volume = dom::firstChild(*volume, "volume-number");
      if (!volume && place) volume = dom::firstChild(*place, "book-volume-number");
      if (volume && series.position.empty()) series.position = plainText(*volume);
    }
    reading.metadata.collections.push_back(std::move(series));
  }
}

void convertFront(const Element& article, Element& into, Reading& reading) {
  const Front front = findFront(article);
  if (&article == &reading.article) readMetadata(front, reading);
  appendTitleBlock(article, front, into, reading);
  if (!front.meta) return;
  for (const Element* part : childrenOf(*front.meta)) {
    if (isOneOf(part->name, {"abstract", "trans-abstract", "kwd-group", "unstructured-kwd-group"})) {
      convert(*part, into, reading);
    }
  }
}

}  // namespace octavo::vocabulary::jats

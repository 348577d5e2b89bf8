// vocabulary/xhtml: what a page says of itself.
#include <algorithm>
#include <array>
#include <functional>
#include <optional>
#include <vector>

#include "vocabulary/calendar_date.h"
#include "vocabulary/conversion_content.h"
#include "vocabulary/conversion_language.h"
#include "vocabulary/source_questions.h"
#include "vocabulary/xhtml/reading_private.h"

namespace octavo::vocabulary::xhtml {
namespace {

using dom::Element;
using publication::LocalizedText;

std::string words(const dom::Node& node) { return dom::collapseWhiteSpace(dom::textContent(node)); }

/// Contents of `<meta>` by their names in lower case, Dublin Core's prefixes as one.
using Pairs = std::vector<std::pair<std::string, std::string>>;

Pairs metaPairs(const Element& page) {
  Pairs pairs;
  const Element* head = dom::firstChild(page, "head");
  if (!head) return pairs;
  for (const auto& child : head->children()) {
    const Element* meta = dom::asElement(*child);
    if (!meta || meta->name != "meta") continue;
    std::string name = lowered(meta->attributeOr("name", meta->attributeOr("property")));
    for (const std::string_view prefix : {"dc.", "dc:", "dcterms.", "dcterms:"}) {
      if (name.starts_with(prefix)) name = "dc." + name.substr(prefix.size());
    }
    std::string content = dom::collapseWhiteSpace(meta->attributeOr("content"));
    if (!name.empty() && !content.empty()) pairs.emplace_back(std::move(name), std::move(content));
  }
  return pairs;
}

std::vector<std::string> valuesOf(const Pairs& pairs, std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names) {
    std::vector<std::string> values;
    for (const auto& [key, value] : pairs) {
      if (key == name) values.push_back(value);
    }
    if (!values.empty()) return values;
  }
  return {};
}

std::string valueOf(const Pairs& pairs, std::initializer_list<std::string_view> names) {
  const std::vector<std::string> values = valuesOf(pairs, names);
  return values.empty() ? std::string() : values.front();
}

using Test = std::function<bool(const Element&)>;

/// All descendants that pass, not looking into those that do.
void collect(const Element& element, const Test& test, std::vector<const Element*>& into) {
  for (const auto& child : element.children()) {
    const Element* below = dom::asElement(*child);
    if (!below) continue;
    if (test(*below)) {
      into.push_back(below);
    } else {
      collect(*below, test, into);
    }
  }
}

std::vector<const Element*> all(const Element& element, const Test& test) {
  std::vector<const Element*> found;
  collect(element, test, found);
  return found;
}

const Element* first(const Element& element, const Test& test) {
  const auto found = all(element, test);
  return found.empty() ? nullptr : found.front();
}

/// The article's own header: the first one that no further section or article holds.
const Element* headerOf(const Element& content) {
  const auto isHeader = [](const Element& e) {
    return e.name == "header" || e.name == "section" || e.name == "article";
  };
  for (const Element* found : all(content, isHeader)) {
    if (found->name == "header") return found;
  }
  return nullptr;
}

/// Empty where the page says nothing that is a language.
std::string languageAt(const Element& element) {
  return canonicalLanguage(dom::collapseWhiteSpace(dom::languageOf(element))).value_or("");
}

LocalizedText localized(const Element& element) { return {words(element), languageAt(element)}; }

bool isAuthor(const Element& element) {
  return element.hasWord("class", "author") || element.hasWord("rel", "author") ||
         element.attributeOr("itemprop") == "author" || element.hasWord("epub:type", "z3998:author");
}

std::string withoutBy(std::string name) {
  const std::string start = lowered(name.substr(0, 3));
  return start == "by " ? name.substr(3) : name;
}

std::vector<publication::Contributor> contributors(const Element* header, const Pairs& pairs) {
  std::vector<publication::Contributor> people;
  const auto add = [&](std::string name, std::string_view language) {
    if (name.empty()) return;
    publication::Contributor person;
    person.name = std::move(name);
    person.language = language;
    people.push_back(std::move(person));
  };
  if (header) {
    for (const Element* author : all(*header, isAuthor)) add(words(*author), languageAt(*author));
    const auto isByline = [](const Element& e) { return e.hasWord("class", "byline"); };
    if (people.empty()) {
      for (const Element* line : all(*header, isByline)) add(withoutBy(words(*line)), languageAt(*line));
    }
  }
  if (people.empty()) {
    for (std::string& name : valuesOf(pairs, {"citation_author", "author", "dc.creator"}))
      add(std::move(name), {});
  }
  return people;
}

std::string dateOf(const Element* header, const Pairs& pairs) {
  if (header) {
    const auto isTime = [](const Element& e) { return e.name == "time"; };
    for (const Element* time : all(*header, isTime)) {
      std::string date = isoDate(time->attributeOr("datetime", words(*time)));
      if (!date.empty()) return date;
    }
  }
  for (const std::string& value : valuesOf(
           pairs, {"dc.issued", "dc.date", "date", "article:published_time", "citation_publication_date"})) {
    std::string date = isoDate(value);
    if (!date.empty()) return date;
  }
  return {};
}

std::vector<LocalizedText> subjectsOf(const Pairs& pairs) {
  std::vector<LocalizedText> subjects;
  for (const std::string& value : valuesOf(pairs, {"keywords", "dc.subject"})) {
    std::string_view rest = value;
    while (!rest.empty()) {
      const std::size_t comma = std::min(rest.find(','), rest.size());
      const std::string one = dom::collapseWhiteSpace(rest.substr(0, comma));
      if (!one.empty()) subjects.push_back({one, {}});
      rest.remove_prefix(std::min(comma + 1, rest.size()));
    }
  }
  return subjects;
}

}  // namespace

publication::Metadata readMetadata(const Element& content, const Reading& reading) {
  publication::Metadata metadata;
  const Pairs pairs = metaPairs(reading.page);
  const Element* header = headerOf(content);
  const auto isTitle = [](const Element& e) { return e.name == "h1"; };
  const Element* heading = first(header ? *header : content, isTitle);
  if (!heading) heading = first(content, isTitle);
  if (heading) metadata.title = {headingText(*heading), languageAt(*heading)};
  const Element* head = dom::firstChild(reading.page, "head");
  const Element* title = head ? dom::firstChild(*head, "title") : nullptr;
  if (metadata.title.text.empty() && title) metadata.title = localized(*title);
  if (metadata.title.text.empty()) metadata.title.text = valueOf(pairs, {"dc.title"});
  if (header) {
    const auto isSubtitle = [](const Element& e) {
      return e.hasWord("class", "subtitle") || e.hasWord("epub:type", "subtitle");
    };
    const auto isSource = [](const Element& e) { return e.name == "cite"; };
    if (const Element* subtitle = first(*header, isSubtitle)) metadata.subtitle = localized(*subtitle);
    if (const Element* source = first(*header, isSource)) metadata.source = words(*source);
  }
  metadata.contributors = contributors(header, pairs);
  metadata.date = dateOf(header, pairs);
  metadata.subjects = subjectsOf(pairs);
  metadata.description = {valueOf(pairs, {"dc.description", "description"}), {}};
  metadata.publisher = valueOf(pairs, {"dc.publisher", "citation_publisher"});
  metadata.identifier = valueOf(pairs, {"dc.identifier"});
  if (const std::string doi = valueOf(pairs, {"citation_doi"}); !doi.empty())
    metadata.identifier = "doi:" + doi;
  for (const std::string& isbn : valuesOf(pairs, {"citation_isbn"})) publication::addIdentifier(metadata, "urn:isbn:" + isbn);
  if (const std::string series = valueOf(pairs, {"citation_series_title"}); !series.empty()) {
    metadata.collections.push_back({{series, {}}, valueOf(pairs, {"citation_volume"})});
  }
  for (const Element* link : head ? childrenOf(*head, "link") : std::vector<const Element*>{}) {
    const bool isCover = link->hasWord("rel", "coverpage") || link->hasWord("rel", "cover");
    const std::string_view file = link->attributeOr("href");
    if (isCover && reading.conversion.hasPicture(file, link->position())) reading.conversion.takeCover(file, link->position());
  }
  metadata.rights = valueOf(pairs, {"dc.rights", "copyright"});
  if (metadata.source.empty()) metadata.source = valueOf(pairs, {"dc.source", "citation_journal_title"});
  return metadata;
}

}  // namespace octavo::vocabulary::xhtml

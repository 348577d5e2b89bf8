#include "vocabulary/tei/header.h"

#include <algorithm>
#include <array>
#include <utility>

#include "dom/title_words.h"
#include "vocabulary/calendar_date.h"
#include "vocabulary/running_heads.h"
#include "vocabulary/tei/people.h"
#include "vocabulary/tei/terms.h"

namespace octavo::vocabulary::tei {
namespace {

using dom::Element;

const Element* below(const Element* element, std::initializer_list<std::string_view> path) {
  for (const std::string_view name : path) {
    if (!element) return nullptr;
    element = dom::firstChild(*element, name);
  }
  return element;
}

bool isSubtitle(const Element& title) {
  return isOneOf(title.attributeOr("type"), {"sub", "subtitle", "desc", "subordinate", "alt", "short", "parallel",
                                             "trans", "translated"});
}

const Element* shortTitleOf(const Element& statement) {
  const auto titles = childrenOf(statement, "title");
  const auto brief = std::ranges::find_if(titles, [](const Element* title) { return namesShortTitle(title->attributeOr("type")); });
  return titles.size() < 2 || brief == titles.end() ? nullptr : *brief;
}

/// Titles of the statement: the main one first.
std::vector<const Element*> titlesOf(const Element& statement) {
  std::vector<const Element*> titles;
  for (const Element* title : childrenOf(statement, "title")) {
    if (!plainText(*title).empty() && title != shortTitleOf(statement)) titles.push_back(title);
  }
  // The title of the series is none of the book where that has one of its own.
  const auto isSeries = [](const Element* title) { return isOneOf(title->attributeOr("level"), {"s", "j"}); };
  if (!std::ranges::all_of(titles, isSeries)) std::erase_if(titles, isSeries);
  std::ranges::stable_sort(titles, {}, [](const Element* title) {
    return title->attributeOr("type") == "main" ? 0 : isSubtitle(*title) ? 2 : 1;
  });
  return titles;
}

/// Where a title of an old kind, a paragraph long, has said what the book is called: behind its first stop. The whole
/// length for the others, and for those with markup.
std::size_t endOfName(const Element& title, const std::string& words) {
  constexpr std::size_t kLong = 120, kShort = 10;
  if (words.size() < kLong || !childrenOf(title).empty()) return words.size();
  const std::size_t stop = words.find_first_of(":;.", kShort);
  return stop < kLong && stop + 1 < words.size() && words[stop + 1] == ' ' ? stop : words.size();
}

/// The element that is the person's name alone, without affiliation and address.
const Element& nameIn(const Element& agent) {
  for (const auto* name : {"persName", "orgName", "name"}) {
    if (const Element* found = firstSaying(agent, name); found && !hasOwnText(agent)) return nameIn(*found);
  }
  return agent;
}

publication::Contributor contributorOf(const Element& agent, std::string_view role, const Reading& reading) {
  publication::Contributor person;
  const Element& name = nameIn(agent);
  person.name = wordsOfName(name);
  person.role = role;
  const Element* surname = dom::firstChild(name, "surname");
  const Element* forename = dom::firstChild(name, "forename");
  if (surname && forename) person.fileAs = headingText(*surname) + ", " + headingText(*forename);
  person.language = reading.conversion.language(name.attributeOr("xml:lang"), name.position()).value_or("");
  if (const Element* affiliation = dom::firstChild(agent, "affiliation")) {
    person.affiliations.push_back(headingText(*affiliation));
  }
  return person;
}

/// The form for machines first, whatever the words are (TEI P5, att.datable).
std::string dateOf(const Element& date) {
  std::string words = plainText(date);
  for (const auto* name : {"notBefore", "from", "to", "when", "when-iso"}) {
    const std::string iso = calendarDate(date.attributeOr(name));
    if (!iso.empty()) words = iso;
  }
  return dateOrWords(words);
}

void readSeries(const Element& file, publication::Metadata& metadata) {
  for (const Element* series : childrenOf(file, "seriesStmt")) {
    const Element* title = firstSaying(*series, "title");
    if (!title) continue;
    publication::Collection collection{{dom::titleWords(*title), {}}, {}};
    for (const Element* scope : childrenOf(*series, "biblScope")) {
      if (collection.position.empty()) collection.position = scope->attributeOr("n", plainText(*scope));
    }
    metadata.collections.push_back(std::move(collection));
  }
}

void readPublication(const Element& statement, Reading& reading) {
  publication::Metadata& metadata = reading.metadata;
  for (const auto* name : {"publisher", "distributor", "authority"}) {
    const Element* found = firstSaying(statement, name);
    if (found && metadata.publisher.empty()) metadata.publisher = headingText(*found);
  }
  if (const Element* date = dom::firstChild(statement, "date")) metadata.date = dateOf(*date);
  for (const Element* id : childrenOf(statement, "idno")) {
    const std::string words = plainText(*id);
    const std::string_view type = id->attributeOr("type");
    if (isOneOf(type, {"DOI", "doi"}) && words.starts_with("10.")) {
      publication::addIdentifier(metadata, std::exchange(metadata.identifier, "doi:" + words));
    }
    if (isOneOf(type, {"ISBN", "isbn"})) publication::addIdentifier(metadata, "urn:isbn:" + words);
    if (words.starts_with("urn:")) publication::addIdentifier(metadata, words);
  }
  if (const Element* rights = dom::firstChild(statement, "availability")) metadata.rights = headingText(*rights);
}

/// The place behind the row with this label, which joins what comes later; the list's end where there is none.
std::size_t placeOfRow(const Element& list, const std::string& label) {
  bool found = false;
  for (std::size_t i = 0; i < list.children().size(); ++i) {
    const Element& part = *dom::asElement(*list.children()[i]);
    if (part.name != "dt") continue;
    if (found) return i;
    found = plainText(part) == label;
  }
  return list.children().size();
}

bool hasRow(const Element& list, const std::string& label) {
  return std::ranges::any_of(childrenOf(list, "dt"), [&](const Element* term) { return plainText(*term) == label; });
}

/// Records of characters speak where those stand, and languages in the metadata; how programs find what a reference cites
/// is for programs.
bool isForPrograms(const Element& source) { return isOneOf(source.name, {"charDecl", "refsDecl", "langUsage"}); }

/// The list of terms and definitions; nothing stands for a statement that says nothing.
void addRow(const Element& source, std::string_view key, Element& list, Reading& reading) {
  if (isForPrograms(source)) return;
  const std::string label = term(key, languageAt(source));
  Element& row = appendAs(list, "dd", source, reading);
  row.removeAttribute("style");
  if (isOneOf(source.name, {"respStmt", "author", "editor", "title"})) {
    convert(source, row, reading);
  } else {
    fillRecord(source, row, reading);
  }
  auto made = list.remove(list.children().size() - 1);
  if (plainText(*dom::asElement(*made)).empty()) return;
  if (!hasRow(list, label)) appendMade(list, "dt", source, reading).appendText(label, source.position());
  list.insert(placeOfRow(list, label), std::move(made));
}

bool isShown(const Element& part) { return isOneOf(part.name, {"title", "author", "editor"}); }

void addFileDescription(const Element& file, bool titleIsShown, Element& list, Reading& reading) {
  for (const Element* statement : childrenOf(file)) {
    if (statement->name != "titleStmt") {
      addRow(*statement, statement->name, list, reading);
      continue;
    }
    for (const Element* part : childrenOf(*statement)) {
      if (titleIsShown && isShown(*part)) continue;
      addRow(*part, part->name == "title" ? "titleStmt" : std::string_view(part->name), list, reading);
    }
  }
}

}  // namespace

std::string languageOfText(const Element& document) {
  const Element* text = dom::firstChild(document, "text");
  if (text && text->attribute("xml:lang")) return std::string(text->attributeOr("xml:lang"));
  if (const std::string_view own = dom::languageOf(document); !own.empty()) return std::string(own);
  const Element* usage = below(&document, {"teiHeader", "profileDesc", "langUsage"});
  const auto languages = usage ? childrenOf(*usage, "language") : std::vector<const Element*>{};
  return languages.size() == 1 ? std::string(languages.front()->attributeOr("ident")) : std::string();
}

void readMetadata(const Element& document, Reading& reading) {
  publication::Metadata& metadata = reading.metadata;
  const std::string language = languageOfText(document);
  metadata.languages = {reading.conversion.language(language, document.position()).value_or("und")};
  const Element* header = dom::firstChild(document, "teiHeader");
  const Element* file = below(header, {"fileDesc"});
  if (const Element* statement = below(file, {"titleStmt"})) {
    const auto titles = titlesOf(*statement);
    if (!titles.empty()) {
      const std::string words = headingText(*titles.front());
      const std::size_t end = endOfName(*titles.front(), words);
      metadata.title.text = words.substr(0, end);
      if (end < words.size()) metadata.subtitle.text = words.substr(end + 2);
    }
    for (const Element* title : childrenOf(*statement, "title")) {
      const bool isSeries = title->attributeOr("level") == "s" && !plainText(*title).empty() && title != titles.front();
      if (isSeries) metadata.collections.push_back({{headingText(*title), {}}, {}});
    }
    if (titles.size() > 1 && isSubtitle(*titles[1])) metadata.subtitle.text = headingText(*titles[1]);
    for (const Element* part : childrenOf(*statement)) {
      const std::string_view role = part->name == "author" ? "aut" : part->name == "editor" ? "edt" : "";
      if (role.empty() || plainText(*part).empty()) continue;
      metadata.contributors.push_back(contributorOf(*part, role, reading));
    }
  }
  if (const Element* statement = below(file, {"publicationStmt"})) readPublication(*statement, reading);
  if (file) readSeries(*file, metadata);
  if (const Element* source = below(file, {"sourceDesc"})) {
    const Element* title = below(source, {"bibl", "title"});
    // A source in running words is named by them, unless they are a whole description.
    constexpr std::size_t kLongest = 300;
    const std::string words = headingText(*source);
    metadata.source = title ? headingText(*title) : words.size() <= kLongest ? words : std::string();
  }
  const Element* profile = below(header, {"profileDesc"});
  if (const Element* abstract = below(profile, {"abstract"})) metadata.description.text = headingText(*abstract);
  const Element* classes = below(profile, {"textClass"});
  for (const Element* keywords : classes ? childrenOf(*classes, "keywords") : std::vector<const Element*>{}) {
    const Element* list = dom::firstChild(*keywords, "list");
    for (const Element* word : childrenOf(list ? *list : *keywords)) {
      if (!plainText(*word).empty()) metadata.subjects.push_back({headingText(*word), {}});
    }
  }
}

void convertTitleBlock(const Element& document, Element& into, Reading& reading) {
  const Element* statement = below(&document, {"teiHeader", "fileDesc", "titleStmt"});
  if (!statement) return;
  Element& header = appendMade(into, "header", *statement, reading, "title-block");
  bool first = true;
  for (const Element* title : titlesOf(*statement)) {
    const std::string words = plainText(*title);
    if (const std::size_t end = endOfName(*title, words); first && end < words.size()) {
      appendAs(header, "h2", *title, reading).appendText(words.substr(0, end), title->position());
      appendMade(header, "p", *title, reading, "subtitle").appendText(words.substr(end + 2), title->position());
      first = false;
      continue;
    }
    convertInline(*title, appendAs(header, first ? "h2" : "p", *title, reading, first ? "" : "subtitle"), reading);
    first = false;
  }
  const Element* brief = shortTitleOf(*statement);
  if (brief && !header.children().empty()) dom::asElement(*header.children().front())->setAttribute(kShortTitle, headingText(*brief));
  appendPeople(*statement, languageOfText(document), header, reading);
  if (header.children().empty()) into.remove(into.children().size() - 1);
  const Element* profile = below(&document, {"teiHeader", "profileDesc"});
  for (const Element* abstract : profile ? childrenOf(*profile, "abstract") : std::vector<const Element*>{}) {
    Element& block = appendAs(into, "div", *abstract, reading, "abstract");
    appendMade(block, "p", *abstract, reading, "abstract-title")
        .appendText(term("abstract", languageAt(*abstract)), abstract->position());
    convertBlocks(*abstract, block, reading);
  }
}

void convertAbout(const Element& document, bool titleIsShown, Element& section, Reading& reading) {
  const Element* header = dom::firstChild(document, "teiHeader");
  if (!header) return;
  addClass(section, "about-text");
  appendMade(section, "h2", *header, reading)
      .appendText(term("about", languageOfText(document)), header->position());
  Element& list = appendMade(section, "dl", *header, reading);
  for (const Element* part : childrenOf(*header)) {
    if (part->name == "fileDesc") {
      addFileDescription(*part, titleIsShown, list, reading);
    } else if (isOneOf(part->name, {"encodingDesc", "profileDesc"}) && !hasOwnText(*part)) {
      for (const Element* statement : childrenOf(*part)) {
        if (titleIsShown && statement->name == "abstract") continue;
        addRow(*statement, statement->name, list, reading);
      }
    } else {
      addRow(*part, part->name, list, reading);
    }
  }
  if (list.children().empty()) section.takeChildren();
}

}  // namespace octavo::vocabulary::tei

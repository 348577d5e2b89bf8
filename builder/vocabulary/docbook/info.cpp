// vocabulary/docbook: what stands in info: people, dates, rights, revisions, keywords. A datum is a line of its own
// where lines may stand, else a span.
#include <algorithm>
#include <array>
#include <memory>

#include "vocabulary/docbook/names.h"
#include "vocabulary/docbook/reading.h"
#include "vocabulary/docbook/terms.h"

namespace octavo::vocabulary::docbook {
namespace {

using dom::Element;

Element& appendLine(const Element& source, Element& into, Reading& reading, std::string_view className) {
  return appendAs(into, isPhrasingPlace(into) ? "span" : "p", source, reading, className);
}

/// A datum that is words.
void convertDatum(const Element& source, Element& into, Reading& reading) {
  Element& line = appendLine(source, into, reading, source.name);
  addSourceClass(line, "class", source.attributeOr("class"));
  convertInline(source, line, reading);
}

/// Parts that are words share a line, with a comma between them; the others stand below each other.
void convertParts(const Element& source, Element& group, Reading& reading) {
  appendInfo(source, group, reading);
  Element* line = nullptr;
  for (const Element* part : childrenOf(source)) {
    if (isOneOf(part->name, {"title", "subtitle", "titleabbrev"}) || part == infoOf(source)) continue;
    if (!isInlineElement(*part)) {
      line = nullptr;
      convert(*part, group, reading);
      continue;
    }
    if (line) line->appendText(std::string(listSeparator(languageAt(source))), part->position());
    if (!line) line = &appendMade(group, "p", *part, reading);
    convert(*part, *line, reading);
  }
}

/// A datum made of others: with a comma between them in a line, else one below the other.
void convertData(const Element& source, Element& into, Reading& reading) {
  if (hasOwnText(source)) return convertDatum(source, into, reading);
  if (!isPhrasingPlace(into)) {
    Element& group = appendAs(into, "div", source, reading, source.name);
    appendTitleLine(source, group, reading, "box-title");
    return convertParts(source, group, reading);
  }
  Element& line = appendAs(into, "span", source, reading, source.name);
  bool isFirst = true;
  for (const Element* part : childrenOf(source)) {
    if (!isFirst) line.appendText(std::string(listSeparator(languageAt(source))), part->position());
    isFirst = false;
    convert(*part, line, reading);
  }
}

/// Data with the word for what it is in front: "Edition 2".
void convertNamedDatum(const Element& source, Element& into, Reading& reading) {
  Element& line = appendLine(source, into, reading, source.name);
  if (!isPhrasingPlace(into)) {
    appendMade(line, "span", source, reading, "label").appendText(term(source.name, languageAt(source)), source.position());
    line.appendText(" ", source.position());
  }
  convertInline(source, line, reading);
}

void convertIdentifier(const Element& source, Element& into, Reading& reading) {
  Element& line = appendLine(source, into, reading, "biblioid");
  const std::string kind(source.name == "biblioid" ? source.attributeOr("class") : source.name);
  const std::string words = plainText(source);
  const bool saysKind = words.starts_with("ISBN") || words.starts_with("ISSN");
  if ((kind == "isbn" || kind == "issn") && !saysKind) line.appendText(kind == "isbn" ? "ISBN " : "ISSN ", source.position());
  if (kind == "doi" && words.starts_with("10.") && !isInLink(line)) {
    Element& link = appendMade(line, "a", source, reading);
    link.appendText(words, source.position());
    return reading.conversion.linkToWeb(link, "https://doi.org/" + words, source.position());
  }
  convertInline(source, line, reading);
}

/// © 2019, 2020 Holder
void convertCopyright(const Element& source, Element& into, Reading& reading) {
  Element& line = appendLine(source, into, reading, "copyright");
  if (hasOwnText(source)) return convertInline(source, line, reading);
  line.appendText("©", source.position());
  std::string_view before;
  for (const Element* part : childrenOf(source)) {
    line.appendText(before == part->name ? ", " : " ", part->position());
    convertInline(*part, line, reading);
    before = part->name;
  }
}

/// The name, then whatever else is told of the person.
void appendPerson(const Element& source, Element& into, Reading& reading) {
  const Element* wrapper = nullptr;
  for (const auto* name : {"person", "org"}) {
    if (const Element* inner = dom::firstChild(source, name)) wrapper = inner;
  }
  Element& line = appendLine(source, into, reading, source.name);
  Element& name = appendMade(line, "span", source, reading, "name");
  name.appendText(personName(source).shown, source.position());
  const bool isSaid = hasOwnText(source);
  Element* contact = nullptr;
  for (const Element* from : {&source, wrapper}) {
    if (!from || isSaid) continue;
    const Element* shown = nullptr;  // of several names the first is the one shown
    for (const Element* part : childrenOf(*from)) {
      const bool isName = isPartOfName(*part);
      const bool isWhole = isOneOf(part->name, {"personname", "person", "org", "orgname", "corpname"});
      if (isName && (!isWhole || !shown)) {
        shown = part;
        continue;
      }
      if (isPhrasingPlace(into)) line.appendText(std::string(listSeparator(languageAt(source))), part->position());
      if (isPhrasingPlace(into) || !isInlineElement(*part)) {
        convert(*part, isPhrasingPlace(into) ? line : into, reading);
        continue;
      }
      // Addresses and numbers share a line of their own.
      if (contact) contact->appendText(std::string(listSeparator(languageAt(source))), part->position());
      if (!contact) contact = &appendMade(into, "p", *part, reading, "contact");
      convert(*part, *contact, reading);
    }
  }
}

void convertPersonName(const Element& source, Element& into, Reading& reading) {
  Element& line = appendLine(source, into, reading, "personname");
  if (hasOwnText(source)) return convertInline(source, line, reading);
  line.appendText(personName(source).shown, source.position());
}

/// Names in a line one after the other.
void convertPeople(const Element& source, Element& into, Reading& reading) {
  convertData(source, into, reading);
}

void convertAbstract(const Element& source, Element& into, Reading& reading) {
  const bool isSection = mayOpenSection(into);
  Element& made = appendAs(into, isSection ? "section" : "div", source, reading, source.name);
  if (source.name == "highlights") addClass(made, "abstract");
  if (!isSection) {
    appendTitleLine(source, made, reading, "abstract-title");
  } else if (!appendHeading(source, made, reading)) {
    appendMade(made, "h2", source, reading).appendText(term("abstract", languageAt(source)), source.position());
  }
  convertBody(source, made, reading);
}

void convertKeywords(const Element& source, Element& into, Reading& reading) {
  const std::string_view language = languageAt(source);
  Element& line = appendLine(source, into, reading, "keywords");
  Element& heading = appendMade(line, "b", source, reading, "keywords-title");
  heading.appendText(term("keywordset", language), source.position());
  line.appendText(std::string(words::colon(language)), source.position());
  bool isFirst = true;
  for (const Element* keyword : childrenOf(source)) {
    if (!isFirst) line.appendText(std::string(listSeparator(language)), keyword->position());
    isFirst = false;
    convertInline(*keyword, line, reading);
  }
}

/// One revision: a line of number, date and names, then what was changed.
void convertRevision(const Element& source, Element& into, Reading& reading) {
  Element& made = appendAs(into, isPhrasingPlace(into) ? "span" : "div", source, reading, "revision-entry");
  Element& line = made.name == "span" ? made : appendMade(made, "p", source, reading, "revision-line");
  bool isFirst = true;
  for (const Element* part : childrenOf(source)) {
    if (isOneOf(part->name, {"revremark", "revdescription"})) continue;
    if (!isFirst) line.appendText(std::string(listSeparator(languageAt(source))), part->position());
    isFirst = false;
    convert(*part, line, reading);
  }
  for (const Element* part : childrenOf(source)) {
    if (!isOneOf(part->name, {"revremark", "revdescription"})) continue;
    if (made.name == "span") line.appendText(" ", part->position());
    part->name == "revremark" ? convertDatum(*part, made, reading) : convertBlocks(*part, made, reading);
  }
}

/// Notices and histories bring their title, or are called what they are.
void convertNotice(const Element& source, Element& into, Reading& reading) {
  Element& made = appendAs(into, isPhrasingPlace(into) ? "span" : "div", source, reading, source.name);
  if (made.name == "span") return convertInline(source, made, reading);
  if (titleOf(source)) {
    appendTitleLine(source, made, reading, "box-title");
  } else {
    appendMade(made, "p", source, reading, "box-title").appendText(term(source.name, languageAt(source)), source.position());
  }
  convertBody(source, made, reading);
}

/// Marks for an index of the whole document: they have no place in the text but the info's own.
void convertMarks(const Element& source, Element& into, Reading& reading) {
  Element& place = isPhrasingPlace(into) ? into : appendMade(into, "p", source, reading, "index-marks");
  for (const Element* mark : childrenOf(source)) convert(*mark, place, reading);
}

/// Told by its attributes alone, for machines: nothing of it is text.
void convertNothing(const Element& source, Element& into, Reading& reading) {
  if (!plainText(source).empty()) convertDatum(source, into, reading);
}

constexpr std::array<std::string_view, 62> kWords{
    "constraint", "label", "lhs", "rhs", "mode", "primary", "secondary", "tertiary", "see", "seealso", "primaryie",
    "secondaryie", "tertiaryie", "seeie", "seealsoie", "funcdef", "enumitemdescription", "segtitle",
    "releaseinfo", "pubdate",     "pagenums",   "artpagenums",  "invpartnumber", "productnumber", "authorinitials",
    "contrib",     "jobtitle",    "shortaffil", "street",       "city",          "state",         "postcode",
    "country",     "phone",       "fax",        "pob",          "otheraddr",     "confdates",     "conftitle",
    "confnum",     "confsponsor", "contractnum", "contractsponsor", "seriesvolnums", "bibliocoverage", "bibliomisc",
    "bibliorelation", "bibliosource", "publishername", "year",  "holder",        "honorific",     "firstname",
    "givenname",   "surname",     "othername",  "lineage",      "revnumber",     "revremark",     "subjectterm",
    "screeninfo",  "refmiscinfo"};
constexpr std::array<std::string_view, 23> kGroups{
    "glossdef", "seglistitem", "tocdiv", "indexentry",
    "affiliation", "publisher", "confgroup", "printhistory", "authorblurb", "personblurb", "itermset-group",
    "collab",      "subjectset", "subject",  "cover",        "seriesinfo",  "bibliomset",  "revdescription",
    "person",      "org",       "multimediaparam", "extendedlink", "locator"};

constexpr std::array kSpecial{
    Rule{"edition", convertNamedDatum},
    Rule{"volumenum", convertNamedDatum},
    Rule{"issuenum", convertNamedDatum},
    Rule{"biblioid", convertIdentifier},
    Rule{"isbn", convertIdentifier},
    Rule{"issn", convertIdentifier},
    Rule{"copyright", convertCopyright},
    Rule{"author", appendPerson},
    Rule{"editor", appendPerson},
    Rule{"othercredit", appendPerson},
    Rule{"corpauthor", convertDatum},
    Rule{"corpcredit", convertDatum},
    Rule{"collabname", convertDatum},
    Rule{"corpname", convertDatum},
    Rule{"personname", convertPersonName},
    Rule{"authorgroup", convertPeople},
    Rule{"abstract", convertAbstract},
    Rule{"highlights", convertAbstract},
    Rule{"keywordset", convertKeywords},
    Rule{"keyword", convertDatum},
    Rule{"revhistory", convertNotice},
    Rule{"legalnotice", convertNotice},
    Rule{"revision", convertRevision},
    Rule{"itermset", convertMarks},
    Rule{"meta", convertNothing},
    Rule{"arc", convertNothing},
    Rule{"titlepage-template", convertNothing},
};

}  // namespace

std::span<const Rule> infoRules() {
  static const std::vector<Rule> rules = [] {
    std::vector<Rule> all(kSpecial.begin(), kSpecial.end());
    for (const std::string_view name : kWords) all.push_back({name, convertDatum});
    for (const std::string_view name : kGroups) all.push_back({name, convertData});
    return all;
  }();
  return rules;
}

void appendInfo(const Element& source, Element& into, Reading& reading) {
  const Element* info = infoOf(source);
  if (!info) return;
  auto holder = std::make_unique<Element>(dom::Namespace::Xhtml, "div", info->position());
  Element& block = *dom::asElement(into.append(std::move(holder)));
  addClass(block, "info");
  convertBlocks(*info, block, reading, {"title", "subtitle", "titleabbrev"});
  if (block.children().empty()) into.remove(into.children().size() - 1);
}

}  // namespace octavo::vocabulary::docbook

// vocabulary/jats: metadata where it stands in or beside the text: abstracts, keywords, rights, funding.
#include "vocabulary/jats/reading.h"

#include <algorithm>
#include <array>
#include <ranges>

#include "vocabulary/jats/dates.h"
#include "vocabulary/jats/front.h"
#include "vocabulary/jats/names.h"
#include "vocabulary/jats/terms.h"

namespace octavo::vocabulary::jats {
namespace {

using dom::Element;

void convertPlain(const Element& source, Element& into, Reading& reading) { convertInline(source, into, reading); }

/// The short title of a section is its heading's, for the heads of pages.
void convertAlternativeTitle(const Element& source, Element& into, Reading& reading) {
  const bool isOfSection = source.parent() && firstSaying(*source.parent(), "title") && source.parent()->name == "sec";
  if (!isOfSection || &source != shortTitleIn(*source.parent())) convertInline(source, into, reading);
}

/// A line of running text.
void convertLine(const Element& source, Element& into, Reading& reading) {
  convertInline(source, appendAs(into, "p", source, reading, source.name), reading);
}

/// Parts with a blank between them where the source has no text of its own.
void convertSpaced(const Element& source, Element& into, Reading& reading) {
  if (hasOwnText(source)) return convertInline(source, into, reading);
  for (const Element* child : childrenOf(source)) {
    convert(*child, into, reading);
    into.appendText(" ", child->position());
  }
}

void convertGroup(const Element& source, Element& into, Reading& reading) {
  convertBlocks(source, appendAs(into, "div", source, reading, source.name), reading);
}

void convertAbstract(const Element& source, Element& into, Reading& reading) {
  // The abstract of a part (a figure, a box) opens no section.
  const bool whole = source.parent() && isOneOf(source.parent()->name, {"article-meta", "front-stub", "front"});
  Element& section = appendAs(into, whole ? "section" : "div", source, reading, "abstract");
  addSourceClass(section, "type", source.attributeOr("abstract-type"));
  if (source.name == "trans-abstract") addClass(section, "trans-abstract");
  if (!whole) {
    appendTitleParagraph(source, section, reading, "abstract-title");
  } else if (!appendHeading(source, section, reading)) {
    appendMade(section, "h2", source, reading).appendText(term("abstract", languageAt(source)), source.position());
  }
  convertBlocks(source, section, reading, {"label", "title", "subtitle"});
}

constexpr std::string_view kSpace = " \t\r\n";

/// Drops the white space at the end of the nodes' words, or at their beginning: a source with a part on each line has it
/// before the comma that follows. False where nothing else is in them.
template <typename Nodes>
bool trimNodes(const Nodes& nodes, bool atEnd) {
  for (const auto& node : nodes) {
    if (dom::Text* text = dom::asText(*node)) {
      std::string& words = text->value;
      if (atEnd) words.erase(words.find_last_not_of(kSpace) + 1);
      else words.erase(0, std::min(words.find_first_not_of(kSpace), words.size()));
      if (!words.empty()) return true;
    } else if (const Element* element = dom::asElement(*node)) {
      if (element->children().empty()) return true;
      if (atEnd ? trimNodes(std::views::reverse(element->children()), true) : trimNodes(element->children(), false)) return true;
    }
  }
  return false;
}

/// The head of a group of keywords: its label and title, or one of them; the language's word where it has neither.
void appendKeywordsHeading(const Element& source, Element& line, Reading& reading) {
  const std::string_view language = languageAt(source);
  const Element* title = firstSaying(source, "title");
  const Element* label = firstSaying(source, "label");
  if (title && label && plainText(*title) == plainText(*label)) label = nullptr;
  Element& heading = appendMade(line, "b", source, reading, "keywords-title");
  fillTitle(label, title, heading, reading);
  if (!label && !title) heading.appendText(term("keywords", language), source.position());
  const std::string words = plainText(heading);
  const bool closed = words.ends_with(":") || words.ends_with("：") || words.ends_with(".");
  line.appendText(closed ? " " : std::string(colon(language)), source.position());
}

/// Keywords as one line: title, then the words between commas.
void convertKeywords(const Element& source, Element& into, Reading& reading) {
  const std::string_view language = languageAt(source);
  Element& line = appendAs(into, "p", source, reading, source.name == "subj-group" ? "subjects" : "keywords");
  if (source.name != "subj-group") appendKeywordsHeading(source, line, reading);
  bool first = true;
  for (const Element* keyword : childrenOf(source)) {
    if (isOneOf(keyword->name, {"title", "label"})) continue;
    if (!first) line.appendText(std::string(listSeparator(language)), keyword->position());
    first = false;
    const std::size_t begin = line.children().size();
    convert(*keyword, line, reading);
    const auto made = std::views::drop(line.children(), static_cast<std::ptrdiff_t>(begin));
    trimNodes(made, false);
    trimNodes(std::views::reverse(made), true);
  }
}

/// Parts of a compound keyword, or nested ones.
void convertKeywordParts(const Element& source, Element& into, Reading& reading) {
  bool first = true;
  for (const Element* part : childrenOf(source)) {
    if (!first) into.appendText(" – ", part->position());
    first = false;
    convert(*part, into, reading);
  }
}

/// Subjects within subjects follow them in the same line.
void convertSubjects(const Element& source, Element& into, Reading& reading) {
  if (into.name != "p" && into.name != "dd") return convertKeywords(source, into, reading);
  convertKeywordParts(source, into, reading);
}

/// Year and holder stand in the statement already, or make one.
void convertPermissions(const Element& source, Element& into, Reading& reading) {
  Element& made = appendAs(into, "div", source, reading, "permissions");
  const Element* statement = dom::firstChild(source, "copyright-statement");
  const std::string said = statement ? plainText(*statement) : std::string();
  Element* line = nullptr;
  for (const auto* name : {"copyright-year", "copyright-holder"}) {
    for (const Element* part : childrenOf(source, name)) {
      const std::string words = plainText(*part);
      if (words.empty() || said.find(words) != std::string::npos) continue;
      if (!line) {
        line = &appendMade(made, "p", *part, reading, "copyright");
        line->appendText("©", part->position());
      }
      line->appendText(" ", part->position());
      convertInline(*part, *line, reading);
    }
  }
  convertBlocks(source, made, reading, {"copyright-year", "copyright-holder"});
}

/// One grant in one line.
void convertAward(const Element& source, Element& into, Reading& reading) {
  Element& line = appendAs(into, isOneOf(into.name, {"p", "span"}) ? "span" : "p", source, reading, source.name);
  if (hasOwnText(source)) return convertInline(source, line, reading);
  bool first = true;
  for (const Element* part : childrenOf(source)) {
    if (!first) line.appendText(std::string(listSeparator(languageAt(source))), part->position());
    first = false;
    convert(*part, line, reading);
  }
}

void convertLicense(const Element& source, Element& into, Reading& reading) {
  Element& made = appendAs(into, "div", source, reading, "license");
  convertBlocks(source, made, reading);
  const std::string_view href = source.attributeOr("xlink:href");
  if (href.empty() || dom::textContent(source).find(href) != std::string::npos) return;
  appendAddress(appendMade(made, "p", source, reading), href, href, source, reading);
}

/// NISO access marks and licence addresses.
void convertLicenseReference(const Element& source, Element& into, Reading& reading) {
  const std::string words = plainText(source);
  if (words.empty()) return;
  Element& line = appendAs(into, "p", source, reading, source.name);
  appendAddress(line, words, words, source, reading);
}

void convertDate(const Element& source, Element& into, Reading& reading) {
  const Date date = readDate(source, languageAt(source));
  if (date.iso.empty()) {
    into.appendText(date.shown, source.position());
    return;
  }
  Element& time = appendMade(into, "time", source, reading);
  time.setAttribute("datetime", date.iso);
  time.appendText(date.shown, source.position());
}

void convertEvent(const Element& source, Element& into, Reading& reading) { convertSpaced(source, into, reading); }

/// A contributor in a place of its own: the name, then all else.
void convertContributor(const Element& source, Element& into, Reading& reading) {
  Element& line = appendAs(into, isOneOf(into.name, {"p", "span"}) ? "span" : "p", source, reading, "contributor");
  line.appendText(contributor(source, languageAt(source)).name, source.position());
  for (const Element* part : childrenOf(source)) {
    if (isOneOf(part->name, {"name", "string-name", "name-alternatives", "anonymous"})) continue;
    line.appendText(" ", part->position());
    if (part->name != "collab") {
      convert(*part, line, reading);
      continue;
    }
    for (const Element* below : childrenOf(*part)) {
      if (isOneOf(below->name, {"contrib-group", "aff"})) convert(*below, line, reading);
    }
  }
}

/// Amounts that stand in attributes: <fig-count count="3"/>.
void convertCount(const Element& source, Element& into, Reading&) {
  const std::string label = source.name == "count" ? std::string(source.attributeOr("count-type")) : source.name;
  std::string words = term(label, languageAt(source)) + ": " + std::string(source.attributeOr("count"));
  if (!plainText(source).empty()) words = plainText(source);
  into.appendText(words + " ", source.position());
}

void convertCustomMeta(const Element& source, Element& into, Reading& reading) {
  Element& line = appendAs(into, isOneOf(into.name, {"p", "span"}) ? "span" : "p", source, reading, "custom-meta");
  const Element* name = dom::firstChild(source, "meta-name");
  const Element* value = dom::firstChild(source, "meta-value");
  if (name) convertInline(*name, line, reading);
  if (name && value) line.appendText(": ", source.position());
  if (value) convertInline(*value, line, reading);
}

/// Text that is metadata for machines only: kept by its words.
constexpr std::array kRules{
    Rule{"abstract", convertAbstract},
    Rule{"trans-abstract", convertAbstract},
    Rule{"kwd-group", convertKeywords},
    Rule{"unstructured-kwd-group", convertLine},
    Rule{"kwd", convertPlain},
    Rule{"compound-kwd", convertKeywordParts},
    Rule{"compound-kwd-part", convertPlain},
    Rule{"nested-kwd", convertKeywordParts},
    Rule{"subj-group", convertSubjects},
    Rule{"compound-subject", convertKeywordParts},
    Rule{"compound-subject-part", convertPlain},
    Rule{"subject", convertPlain},
    Rule{"series-title", convertPlain},
    Rule{"series-text", convertPlain},
    Rule{"permissions", convertPermissions},
    Rule{"copyright-statement", convertLine},
    Rule{"license", convertLicense},
    Rule{"license-p", convertLine},
    Rule{"license_ref", convertLicenseReference},
    Rule{"license-ref", convertLicenseReference},
    Rule{"free_to_read", convertLicenseReference},
    Rule{"contrib-group", convertGroup},
    Rule{"contrib", convertContributor},
    Rule{"contrib-id", convertPlain},
    Rule{"on-behalf-of", convertPlain},
    Rule{"author-comment", convertSpaced},
    Rule{"aff", convertLine},
    Rule{"aff-alternatives", convertSpaced},
    Rule{"corresp", convertLine},
    Rule{"pub-date", convertDate},
    Rule{"date", convertDate},
    Rule{"event", convertEvent},
    Rule{"event-desc", convertPlain},
    Rule{"pub-history", convertSpaced},
    Rule{"article-id", convertPlain},
    Rule{"article-version", convertPlain},
    Rule{"article-version-alternatives", convertSpaced},
    Rule{"institution-id", convertPlain},
    Rule{"meta-name", convertPlain},
    Rule{"meta-value", convertPlain},
    Rule{"custom-meta", convertCustomMeta},
    Rule{"custom-meta-group", convertGroup},
    Rule{"counts", convertPlain},
    Rule{"count", convertCount},
    Rule{"fig-count", convertCount},
    Rule{"table-count", convertCount},
    Rule{"equation-count", convertCount},
    Rule{"ref-count", convertCount},
    Rule{"word-count", convertCount},
    Rule{"funding-group", convertGroup},
    Rule{"funding-statement", convertLine},
    Rule{"award-group", convertAward},
    Rule{"award-name", convertPlain},
    Rule{"award-desc", convertPlain},
    Rule{"support-source", convertPlain},
    Rule{"principal-award-recipient", convertSpaced},
    Rule{"principal-investigator", convertSpaced},
    Rule{"open-access", convertSpaced},
    Rule{"support-group", convertGroup},
    Rule{"support-description", convertLine},
    Rule{"resource-group", convertSpaced},
    Rule{"contributed-resource-group", convertGroup},
    Rule{"issue-title-group", convertSpaced},
    Rule{"issue-subtitle", convertPlain},
    Rule{"issue-sponsor", convertPlain},
    Rule{"volume-issue-group", convertSpaced},
    Rule{"volume-id", convertPlain},
    Rule{"conference", convertSpaced},
    Rule{"string-conf", convertPlain},
    Rule{"conf-acronym", convertPlain},
    Rule{"conf-num", convertPlain},
    Rule{"conf-theme", convertPlain},
    Rule{"publisher", convertSpaced},
    Rule{"alt-title", convertAlternativeTitle},
    Rule{"trans-title-group", convertSpaced},
    Rule{"trans-subtitle", convertPlain},
    Rule{"journal-title", convertPlain},
    Rule{"journal-subtitle", convertPlain},
    Rule{"abbrev-journal-title", convertPlain},
    Rule{"journal-title-group", convertSpaced},
    Rule{"journal-id", convertPlain},
    Rule{"issn-l", convertPlain},
    Rule{"processing-meta", convertSpaced},
    Rule{"restricted-by", convertPlain},
    Rule{"custom-processing", convertPlain},
    Rule{"extended-by", convertPlain},
};

}  // namespace

std::span<const Rule> metadataRules() { return kRules; }

}  // namespace octavo::vocabulary::jats

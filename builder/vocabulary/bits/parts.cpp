#include "vocabulary/bits/parts.h"

#include <algorithm>
#include <array>

#include "vocabulary/jats/front.h"
#include "vocabulary/jats/terms.h"
#include "vocabulary/jats/title_block.h"

namespace octavo::vocabulary::bits {
namespace {

using dom::Element;
using jats::Reading;
using jats::Rule;

/// A part in the flow of another: a section below it.
void convertPart(const Element& source, Element& into, Reading& reading) {
  Element& section = jats::appendAs(into, "section", source, reading,
                                    source.attribute("book-part-type") ? std::string_view() : std::string_view(source.name));
  addSourceClass(section, "type", source.attributeOr("book-part-type"));
  fillPart(source, section, reading);
  if (section.children().empty()) into.remove(into.children().size() - 1);
}

void convertBlocks(const Element& source, Element& into, Reading& reading) {
  jats::convertBlocks(source, into, reading);
}

void convertInline(const Element& source, Element& into, Reading& reading) {
  jats::convertInline(source, into, reading);
}

/// Parts in a line, with a comma between them where the source has no words there.
void convertSeparated(const Element& source, Element& into, Reading& reading) {
  if (hasOwnText(source)) return jats::convertInline(source, into, reading);
  const Element* before = nullptr;
  for (const Element* part : childrenOf(source)) {
    if (before) into.appendText(std::string(jats::listSeparator(jats::languageAt(source))), part->position());
    jats::convert(*part, into, reading);
    before = part;
  }
}

/// Metadata where no part takes them: a line for each.
void convertMetadata(const Element& source, Element& into, Reading& reading) {
  Element& group = jats::appendAs(into, "div", source, reading, source.name);
  for (const Element* part : childrenOf(source)) {
    if (isOneOf(part->name, {"title-group", "book-title-group", "title", "book-title", "alt-title"}) || jats::isBlock(*part)) {
      jats::convert(*part, group, reading);
      continue;
    }
    if (plainText(*part).empty()) continue;
    Element& line = jats::appendMade(group, "p", *part, reading, part->name);
    const bool isNumber = isOneOf(part->name, {"issn", "isbn"});
    if (isNumber) line.appendText(jats::term(part->name, jats::languageAt(*part)) + " ", part->position());
    part->name == "publisher" ? convertSeparated(*part, line, reading) : jats::convert(*part, line, reading);
  }
}

/// Contents are made anew, for the pages are: the source's would name the wrong ones.
void convertContents(const Element& source, Element&, Reading& reading) {
  reading.conversion.diagnostics().report(
      {Severity::Note, "toc-replaced", source.position(),
       "the table of contents gives way to the one that is made of the headings", {}, source.name});
}

/// A title that no heading shows: in metadata that are listed.
void convertListedTitle(const Element& source, Element& into, Reading& reading) {
  if (source.parent()->name == "sec" && jats::shortTitleIn(*source.parent()) == &source) return;  // its heading has it
  jats::convertInline(source, into.name == "div" ? jats::appendAs(into, "p", source, reading, source.name) : into, reading);
}

const Element* titlesOf(const Element& source) { return dom::firstChild(source, "index-title-group"); }

void appendTitles(const Element& source, Element& section, Reading& reading, bool isNamed) {
  const Element* titles = titlesOf(source);
  if (titles && jats::appendHeading(*titles, section, reading)) return;
  if (jats::appendHeading(source, section, reading) || !isNamed) return;
  jats::appendMade(section, "h2", source, reading)
      .appendText(jats::term("index", jats::languageAt(source)), source.position());
}

/// Entries in a row make one list.
void fillIndex(const Element& source, Element& into, Reading& reading) {
  Element* list = nullptr;
  for (const Element* part : childrenOf(source)) {
    if (isOneOf(part->name, {"index-title-group", "title", "label", "subtitle"})) continue;
    if (part->name != "index-entry") list = nullptr;
    if (part->name == "index-entry" && !list) list = &jats::appendMade(into, "ul", *part, reading, "index-list");
    jats::convert(*part, list ? *list : into, reading);
  }
}

void convertIndex(const Element& source, Element& into, Reading& reading) {
  const bool isInner = source.parent() && source.parent()->name == "index-group";
  Element& section = jats::appendAs(into, "section", source, reading, "index");
  if (!isInner && section.parent()->name != "section") section.setAttribute("role", "doc-index");
  appendTitles(source, section, reading, true);
  fillIndex(source, section, reading);
}

void convertIndexDivision(const Element& source, Element& into, Reading& reading) {
  const bool isTitled = titlesOf(source) || dom::firstChild(source, "title");
  Element& section = jats::appendAs(into, isTitled ? "section" : "div", source, reading, "index-division");
  appendTitles(source, section, reading, false);
  fillIndex(source, section, reading);
}

/// The term with its places in one paragraph, entries below it in a list of their own.
void convertIndexEntry(const Element& source, Element& into, Reading& reading) {
  Element& entry = jats::appendAs(into, into.name == "ul" ? "li" : "div", source, reading, "index-entry");
  Element& line = jats::appendMade(entry, "p", source, reading);
  const Element* before = nullptr;
  for (const Element* part : childrenOf(source)) {
    if (isOneOf(part->name, {"index-entry", "index-title-group", "title", "label"})) continue;
    const bool isSeparated = before && before->name != "x" && part->name != "x";
    if (isSeparated) line.appendText(std::string(jats::listSeparator(jats::languageAt(source))), part->position());
    jats::convert(*part, line, reading);
    before = part;
  }
  const auto below = childrenOf(source, "index-entry");
  if (below.empty()) return;
  Element& list = jats::appendMade(entry, "ul", *below.front(), reading, "index-list");
  for (const Element* part : below) jats::convert(*part, list, reading);
}

void convertSee(const Element& source, Element& into, Reading& reading) {
  Element& made = jats::appendAs(into, "span", source, reading, source.name);
  jats::appendMade(made, "i", source, reading)
      .appendText(jats::term(source.name, jats::languageAt(source)), source.position());
  made.appendText(" ", source.position());
  const std::string_view target = source.attributeOr("rid");
  Element& words = target.empty() ? made : jats::appendMade(made, "a", source, reading);
  jats::convertInline(source, words, reading);
  if (!target.empty()) reading.conversion.linkTo(words, target.substr(0, target.find(' ')));
}

/// A place in the book; one without words shows an arrow.
void convertPointer(const Element& source, Element& into, Reading& reading) {
  const std::string_view target = source.attributeOr("rid");
  if (target.empty()) return jats::convertInline(source, into, reading);
  Element& link = jats::appendLinkElement(into, source, reading);
  jats::convertInline(source, link, reading);
  if (link.children().empty()) link.appendText("→", source.position());
  if (link.name == "a") reading.conversion.linkTo(link, target.substr(0, target.find(' ')));
}

constexpr std::array kRules{
    Rule{"book-part", convertPart},
    Rule{"book-app", convertPart},
    Rule{"front-matter-part", convertPart},
    Rule{"preface", convertPart},
    Rule{"foreword", convertPart},
    Rule{"dedication", convertPart},
    Rule{"book-app-group", convertPart},
    Rule{"front-matter", convertBlocks},
    Rule{"book-body", convertBlocks},
    Rule{"book-back", convertBlocks},
    Rule{"named-book-part-body", convertBlocks},
    Rule{"body", convertBlocks},
    Rule{"back", convertBlocks},
    Rule{"book-meta", convertMetadata},
    Rule{"book-part-meta", convertMetadata},
    Rule{"collection-meta", convertMetadata},
    Rule{"book-title-group", convertMetadata},
    Rule{"title-group", convertMetadata},
    Rule{"book-title", convertListedTitle},
    Rule{"alt-title", convertListedTitle},
    Rule{"book-id", convertInline},
    Rule{"book-part-id", convertInline},
    Rule{"collection-id", convertInline},
    Rule{"book-volume-number", convertInline},
    Rule{"book-volume-id", convertInline},
    Rule{"book-issue-number", convertInline},
    Rule{"volume-in-collection", convertSeparated},
    Rule{"volume-number", convertInline},
    Rule{"volume-title", convertInline},
    Rule{"toc", convertContents},
    Rule{"toc-group", convertContents},
    Rule{"index", convertIndex},
    Rule{"index-group", convertIndex},
    Rule{"index-div", convertIndexDivision},
    Rule{"index-entry", convertIndexEntry},
    Rule{"see-entry", convertSee},
    Rule{"see-also-entry", convertSee},
    Rule{"nav-pointer", convertPointer},
    Rule{"nav-pointer-group", convertSeparated},
};

}  // namespace

std::span<const Rule> partRules() { return kRules; }

bool isTableOfContents(const Element& source) { return isOneOf(source.name, {"toc", "toc-group"}); }

void fillPart(const Element& part, Element& into, Reading& reading) {
  const bool isDescribed = dom::firstChild(part, "book-part-meta") != nullptr;
  if (isDescribed) {
    jats::convertFront(part, into, reading);
  } else {
    jats::appendHeading(part, into, reading);
  }
  for (const Element* child : childrenOf(part)) {
    if (isOneOf(child->name, {"book-part-meta", "label", "title", "subtitle"})) continue;
    jats::convert(*child, into, reading);
  }
  if (isDescribed) appendPartNotes(part, into, reading);
}

void appendPartNotes(const Element& part, Element& into, Reading& reading) {
  if (&part == &reading.article) return;
  jats::convertAbout(part, into, reading);
}

}  // namespace octavo::vocabulary::bits

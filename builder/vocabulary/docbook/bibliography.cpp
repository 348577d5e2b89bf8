// vocabulary/docbook: bibliographies: entries as they are written (bibliomixed), or made of their data (biblioentry).
#include <array>

#include "vocabulary/docbook/names.h"
#include "vocabulary/docbook/reading.h"
#include "vocabulary/docbook/terms.h"

namespace octavo::vocabulary::docbook {
namespace {

using dom::Element;

bool isEntry(const Element& source) { return isOneOf(source.name, {"biblioentry", "bibliomixed"}); }

/// Data one after the other, a full stop between them, as far as their own words do not end with a mark.
void appendData(const Element& source, Element& line, Reading& reading) {
  bool isFirst = true;
  std::string before;
  for (const Element* part : childrenOf(source)) {
    if (part->name == "abbrev" && isFirst) continue;  // the entry's own mark
    const bool isClosed = before.ends_with(".") || before.ends_with(",") || before.ends_with("?") || before.ends_with("。");
    const bool isCjk = isCjkLanguage(languageAt(*part));
    if (!isFirst) line.appendText(isClosed ? " " : isCjk ? "。" : ". ", part->position());
    isFirst = false;
    if (part->name == "biblioset") {
      appendData(*part, appendAs(line, "span", *part, reading, "biblioset"), reading);
    } else if (part->name == "title" || part->name == "subtitle") {
      // A title is upright in an article's own set, italic elsewhere.
      const bool isArticle = source.attributeOr("relation") == "article";
      convertInline(*part, appendAs(line, isArticle ? "q" : "cite", *part, reading, part->name), reading);
    } else if (isInfo(*part)) {
      appendData(*part, line, reading);
    } else {
      convert(*part, line, reading);
    }
    before = plainText(*part);
  }
  if (!isFirst && !before.ends_with(".") && line.name != "span") {
    line.appendText(isCjkLanguage(languageAt(source)) ? "。" : ".", source.position());
  }
}

/// The abbrev that an entry begins with.
const Element* abbreviationOf(const Element& entry) {
  for (const auto& child : entry.children()) {
    const dom::Text* text = dom::asText(*child);
    if (text && isBlank(text->value)) continue;
    const Element* first = text ? nullptr : dom::asElement(*child);
    return first && first->name == "abbrev" ? first : nullptr;
  }
  return nullptr;
}

/// The mark that the entry goes by: its abbrev, or its label; in brackets, unless the source has written them.
std::string markOf(const Element& entry) {
  const Element* abbreviation = abbreviationOf(entry);
  const std::string mark = abbreviation ? plainText(*abbreviation) : std::string(entry.attributeOr("label"));
  return mark.empty() || mark.front() == '[' ? mark : "[" + mark + "]";
}

void convertEntry(const Element& source, Element& into, Reading& reading) {
  const bool isItem = into.name == "ul";
  Element& item = appendAs(into, isItem ? "li" : isPhrasingPlace(into) ? "span" : "p", source, reading, "reference");
  Element& entry = isItem ? appendMade(item, "p", source, reading) : item;
  const std::string mark = markOf(source);
  if (!mark.empty()) {
    appendMade(entry, "span", source, reading, "label").appendText(mark, source.position());
    entry.appendText(" ", source.position());
  }
  if (source.name == "biblioentry" && !hasOwnText(source)) return appendData(source, entry, reading);
  for (const auto& child : source.children()) {
    if (const dom::Text* text = dom::asText(*child)) {
      entry.appendText(text->value, text->position());
      continue;
    }
    const Element& part = *dom::asElement(*child);
    if (&part == abbreviationOf(source)) continue;
    const bool isTitle = isOneOf(part.name, {"title", "subtitle"});
    isTitle ? convertInline(part, appendAs(entry, "cite", part, reading, part.name), reading) : convert(part, entry, reading);
  }
}

/// A set inside an entry that is written out: running text.
void convertSet(const Element& source, Element& into, Reading& reading) {
  Element& made = appendAs(into, isPhrasingPlace(into) || into.name == "li" ? "span" : "p", source, reading, source.name);
  source.name == "biblioset" && !hasOwnText(source) ? appendData(source, made, reading) : convertInline(source, made, reading);
}

void appendEntries(const Element& source, Element& into, Reading& reading) {
  appendInfo(source, into, reading);
  Element* list = nullptr;
  for (const Element* child : childrenOf(source)) {
    if (isInfo(*child) || isOneOf(child->name, {"title", "subtitle", "titleabbrev"})) continue;
    if (!isEntry(*child)) {
      list = nullptr;
      convert(*child, into, reading);
      continue;
    }
    if (!list) list = &appendMade(into, "ul", source, reading, "reference-list");
    if (!markOf(*child).empty()) addClass(*list, "labelled");
    convertEntry(*child, *list, reading);
  }
}

void convertBibliography(const Element& source, Element& into, Reading& reading) {
  Element& section = appendAs(into, mayOpenSection(into) ? "section" : "div", source, reading, "references");
  if (section.name == "section") {
    section.setAttribute("epub:type", "bibliography");
    section.setAttribute("role", "doc-bibliography");
  }
  fillBibliography(source, section, reading);
}

void convertDivision(const Element& source, Element& into, Reading& reading) {
  const bool isSection = source.name == "bibliodiv" && titleOf(source) && mayOpenSection(into);
  Element& made = appendAs(into, isSection ? "section" : "div", source, reading, source.name);
  addClass(made, "references");
  isSection ? static_cast<void>(appendHeading(source, made, reading)) : appendTitleLine(source, made, reading, "list-title");
  appendEntries(source, made, reading);
}

constexpr std::array kRules{
    Rule{"bibliography", convertBibliography}, Rule{"bibliodiv", convertDivision}, Rule{"bibliolist", convertDivision},
    Rule{"biblioentry", convertEntry},         Rule{"bibliomixed", convertEntry},  Rule{"biblioset", convertSet},
    Rule{"bibliomset", convertSet},
};

}  // namespace

std::string citationMark(const Element& entry) {
  const std::string mark = markOf(entry);
  return mark.empty() ? "[" + std::string(entry.attributeOr("xml:id", entry.attributeOr("id"))) + "]" : mark;
}

const Element* entryWithMark(std::string_view words, const Element& document) {
  for (const Element* child : childrenOf(document)) {
    if (isEntry(*child) && markOf(*child) == "[" + std::string(words) + "]") return child;
    if (const Element* below = entryWithMark(words, *child)) return below;
  }
  return nullptr;
}

std::span<const Rule> bibliographyRules() { return kRules; }

void fillBibliography(const Element& source, Element& into, Reading& reading) {
  if (!appendHeading(source, into, reading)) {
    appendMade(into, mayOpenSection(into) ? "h2" : "p", source, reading).appendText(term("bibliography", languageAt(source)), source.position());
  }
  appendEntries(source, into, reading);
}

}  // namespace octavo::vocabulary::docbook

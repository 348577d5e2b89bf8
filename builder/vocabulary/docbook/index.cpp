// vocabulary/docbook: indexes: those that are written, and those made of the document's index marks.
#include <algorithm>
#include <array>

#include "vocabulary/docbook/reading.h"
#include "vocabulary/docbook/terms.h"
#include "vocabulary/made_index.h"

namespace octavo::vocabulary::docbook {
namespace {

using dom::Element;

/// A written entry: its levels one in the other.
void convertEntry(const Element& source, Element& list, Reading& reading) {
  Element& item = appendAs(list, "li", source, reading);
  Element* secondary = nullptr;
  for (const Element* part : childrenOf(source)) {
    if (part->name == "primaryie") {
      convertInline(*part, appendAs(item, "p", *part, reading), reading);
      continue;
    }
    const bool isTertiary = part->name == "tertiaryie" && secondary && !secondary->children().empty();
    Element& place = isTertiary ? *dom::asElement(*secondary->children().back()) : item;
    Element* below = place.children().empty() ? nullptr : dom::asElement(*place.children().back());
    if (!below || below->name != "ul") below = &appendMade(place, "ul", *part, reading, "index-list");
    if (part->name == "secondaryie") secondary = below;
    Element& line = appendMade(appendAs(*below, "li", *part, reading), "p", *part, reading);
    if (isOneOf(part->name, {"seeie", "seealsoie"})) {
      appendMade(line, "i", *part, reading)
          .appendText(term(part->name == "seeie" ? "see" : "seealso", languageAt(*part)) + " ", part->position());
    }
    convertInline(*part, line, reading);
  }
}

bool isWritten(const Element& source) {
  return std::ranges::any_of(childrenOf(source), [](const Element* child) { return isOneOf(child->name, {"indexentry", "indexdiv", "segmentedlist"}); });
}

void appendEntries(const Element& source, Element& into, Reading& reading) {
  appendInfo(source, into, reading);
  Element* list = nullptr;
  for (const Element* child : childrenOf(source)) {
    if (isInfo(*child) || isOneOf(child->name, {"title", "subtitle", "titleabbrev"})) continue;
    if (child->name != "indexentry") {
      list = nullptr;
      convert(*child, into, reading);
      continue;
    }
    if (!list) list = &appendMade(into, "ul", source, reading, "index-list");
    convertEntry(*child, *list, reading);
  }
}

void convertDivision(const Element& source, Element& into, Reading& reading) {
  const bool isSection = titleOf(source) && mayOpenSection(into);
  Element& made = appendAs(into, isSection ? "section" : "div", source, reading, "index-group");
  isSection ? static_cast<void>(appendHeading(source, made, reading)) : appendTitleLine(source, made, reading, "list-title");
  appendEntries(source, made, reading);
}

void convertIndex(const Element& source, Element& into, Reading& reading) {
  Element& section = appendAs(into, mayOpenSection(into) ? "section" : "div", source, reading, "index");
  if (section.name == "section") {
    section.setAttribute("epub:type", "index");
    section.setAttribute("role", "doc-index");
  }
  fillIndex(source, section, reading);
}

constexpr std::array kRules{
    Rule{"index", convertIndex}, Rule{"setindex", convertIndex}, Rule{"indexdiv", convertDivision},
};

// --- The index that is made

/// A setindex gathers everything; an index what its own book or article has.
const Element* scopeOf(const Element& index) {
  if (index.name == "setindex") return nullptr;
  for (const Element* at = index.parent(); at; at = at->parent()) {
    if (isOneOf(at->name, {"book", "article"})) return at;
  }
  return nullptr;
}

bool isInside(const Element& element, const Element* scope) {
  if (!scope) return true;
  for (const Element* at = &element; at; at = at->parent()) {
    if (at == scope) return true;
  }
  return false;
}

}  // namespace

std::span<const Rule> indexRules() { return kRules; }

void fillIndex(const Element& source, Element& into, Reading& reading) {
  if (!appendHeading(source, into, reading)) {
    appendMade(into, mayOpenSection(into) ? "h2" : "p", source, reading).appendText(term("index", languageAt(source)), source.position());
  }
  // EPUB Indexes 1.0: an index has one list of entries, whatever groups it has.
  Element& entries = appendMade(into, "div", source, reading, "index-entries");
  entries.setAttribute("epub:type", "index-entry-list");
  appendEntries(source, entries, reading);
  if (!isWritten(source)) reading.emptyIndexes.emplace_back(&source, &entries);
}

void fillIndexes(Reading& reading) {
  if (reading.emptyIndexes.empty() && !reading.indexMarks.empty() && !reading.conversion.inputs().isIndexed) {
    reading.conversion.diagnostics().report(
        {Severity::Note, "index-terms-hidden", reading.indexMarks.front().source->position(),
         indexTermsHidden(reading.indexMarks.size()),
         "an empty <index/> is a place for the index of them", {}});
  }
  for (const auto& [source, into] : reading.emptyIndexes) {
    const Element* scope = scopeOf(*source);
    const std::string_view type = source->attributeOr("type");
    std::vector<Element*> marks;
    for (const IndexMark& mark : reading.indexMarks) {
      const bool isOfType = type.empty() || mark.source->attributeOr("type") == type;
      if (isOfType && isInside(*mark.source, scope)) marks.push_back(mark.mark);
    }
    appendIndex(*into, marks, std::string(languageAt(*source)),
                [&](Element& mark) { return reading.conversion.ensureId(mark, "index-mark"); });
  }
}

}  // namespace octavo::vocabulary::docbook

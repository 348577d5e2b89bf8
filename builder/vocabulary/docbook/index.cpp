// vocabulary/docbook: indexes: those that are written, and those made of the document's index marks.
#include <algorithm>
#include <array>
#include <map>

#include "base/utf8.h"
#include "vocabulary/docbook/reading.h"
#include "vocabulary/docbook/terms.h"

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

/// Letters in one case; Latin letters with marks by their base, as far as Latin-1 and Latin Extended-A go.
std::string sortKey(std::string_view words) {
  constexpr std::string_view kLatin1 = "aaaaaaaceeeeiiiidnooooo*ouuuuytsaaaaaaaceeeeiiiidnooooo/ouuuuyty";
  std::string key;
  for (std::size_t at = 0; at < words.size();) {
    const char32_t c = decodeUtf8(words, at);
    if (c >= 'A' && c <= 'Z') {
      key += static_cast<char>(c - 'A' + 'a');
    } else if (c >= 0xC0 && c <= 0xFF) {
      key += kLatin1[c - 0xC0];
    } else {
      appendUtf8(key, c);
    }
  }
  return key;
}

/// Terms below each other, in order; the places of each.
struct Entry {
  std::string words;
  std::vector<const IndexMark*> marks;
  std::vector<std::pair<std::string_view, std::string>> references;  // see or seealso, and where
  std::map<std::string, Entry> below;                                // by sort key, then words
};

void addMark(const IndexMark& mark, Entry& top) {
  const Element& source = *mark.source;
  Entry* at = &top;
  for (const auto* level : {"primary", "secondary", "tertiary"}) {
    const Element* term = dom::firstChild(source, level);
    if (!term) break;
    const std::string words = plainText(*term);
    const std::string_view sortAs = term->attributeOr("sortas");
    at = &at->below[sortKey(sortAs.empty() ? std::string_view(words) : sortAs) + "\x01" + words];
    at->words = words;
  }
  if (at == &top) return;
  bool isReference = false;
  for (const auto* kind : {"see", "seealso"}) {
    for (const Element* other : childrenOf(source, kind)) {
      const std::pair<std::string_view, std::string> reference{kind, plainText(*other)};
      if (std::ranges::find(at->references, reference) == at->references.end()) at->references.push_back(reference);
      isReference = isReference || std::string_view(kind) == "see";
    }
  }
  if (!isReference) at->marks.push_back(&mark);
}

/// Places are links; a page number stands there on paper, a running number on a screen.
void appendPlaces(const Entry& entry, const Element& index, Element& line, Reading& reading) {
  int number = 0;
  for (const IndexMark* mark : entry.marks) {
    line.appendText(", ", index.position());
    Element& link = appendMade(line, "a", index, reading, "index-place");
    link.setAttribute("href", "#" + reading.conversion.ensureId(*mark->mark, "index-mark"));
    appendMade(link, "span", index, reading, "number").appendText(std::to_string(++number), index.position());
  }
}

void appendLevel(const Entry& top, const Element& index, Element& into, Reading& reading) {
  if (top.below.empty()) return;
  Element& list = appendMade(into, "ul", index, reading, "index-list");
  for (const auto& [key, entry] : top.below) {
    Element& item = appendMade(list, "li", index, reading);
    Element& line = appendMade(item, "p", index, reading);
    line.appendText(entry.words, index.position());
    appendPlaces(entry, index, line, reading);
    for (const auto& [kind, words] : entry.references) {
      line.appendText(". ", index.position());
      appendMade(line, "i", index, reading).appendText(term(kind, languageAt(index)), index.position());
      line.appendText(" " + words, index.position());
    }
    appendLevel(entry, index, item, reading);
  }
}

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
  for (const auto& [source, into] : reading.emptyIndexes) {
    const Element* scope = scopeOf(*source);
    const std::string_view type = source->attributeOr("type");
    Entry top;
    for (const IndexMark& mark : reading.indexMarks) {
      const bool isOfType = type.empty() || mark.source->attributeOr("type") == type;
      if (isOfType && isInside(*mark.source, scope)) addMark(mark, top);
    }
    appendLevel(top, *source, *into, reading);
  }
}

}  // namespace octavo::vocabulary::docbook

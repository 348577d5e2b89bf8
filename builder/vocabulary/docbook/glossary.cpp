// vocabulary/docbook: glossaries.
#include <array>

#include "vocabulary/docbook/reading.h"
#include "vocabulary/docbook/terms.h"

namespace octavo::vocabulary::docbook {
namespace {

using dom::Element;

bool isEntry(const Element& source) { return source.name == "glossentry"; }

/// "See Pear": linked by the id or by the words.
void appendSee(const Element& source, Element& into, Reading& reading) {
  Element& line = appendAs(into, "p", source, reading, source.name);
  const bool isAlso = source.name == "glossseealso";
  Element& word = appendMade(line, "i", source, reading);
  word.appendText(term(isAlso ? "seealso" : "see", languageAt(source)), source.position());
  line.appendText(" ", source.position());
  std::string_view id = source.attributeOr("otherterm");
  const Element* target = nullptr;
  if (const auto found = reading.byId.find(id); found != reading.byId.end()) target = found->second;
  if (id.empty()) {
    const auto entry = reading.glossaryEntries.find(plainText(source));
    if (entry != reading.glossaryEntries.end()) id = entry->second->attributeOr("xml:id", entry->second->attributeOr("id"));
  }
  Element& place = id.empty() || isInLink(line) ? line : appendMade(line, "a", source, reading);
  if (plainText(source).empty()) {
    const Element* words = target ? dom::firstChild(*target, "glossterm") : nullptr;
    place.appendText(words ? plainText(*words) : std::string(id), source.position());
  } else {
    convertInline(source, place, reading);
  }
  if (place.name == "a") reading.conversion.linkTo(place, id);
}

void appendEntry(const Element& entry, Element& list, Reading& reading) {
  Element& head = appendAs(list, "dt", entry, reading);
  bool isFirst = true;
  for (const Element* part : childrenOf(entry)) {
    if (isOneOf(part->name, {"glossdef", "glosssee", "indexterm", "revhistory"})) continue;
    const bool isTerm = part->name == "glossterm";
    if (!isFirst) head.appendText(isTerm ? std::string(listSeparator(languageAt(entry))) : " (", part->position());
    convertInline(*part, appendAs(head, "span", *part, reading, part->name), reading);
    if (!isFirst && !isTerm) head.appendText(")", part->position());
    isFirst = false;
  }
  for (const Element* mark : childrenOf(entry, "indexterm")) convert(*mark, appendMade(head, "span", *mark, reading), reading);
  bool hasMeaning = false;
  for (const Element* part : childrenOf(entry)) {
    if (!isOneOf(part->name, {"glossdef", "glosssee", "revhistory"})) continue;
    hasMeaning = true;
    Element& meaning = part->name == "glossdef" ? appendAs(list, "dd", *part, reading) : appendMade(list, "dd", *part, reading);
    if (part->name != "glossdef") {
      convert(*part, meaning, reading);
      continue;
    }
    if (const std::string* subject = part->attribute("subject")) meaning.setAttribute("data-subject", *subject);
    convertBlocks(*part, meaning, reading);
  }
  if (!hasMeaning) appendMade(list, "dd", entry, reading);
}

/// Runs of entries as lists, everything else between them.
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
    if (!list) list = &appendMade(into, "dl", source, reading, "glossary-list");
    appendEntry(*child, *list, reading);
  }
}

void convertGlossary(const Element& source, Element& into, Reading& reading) {
  Element& section = appendAs(into, mayOpenSection(into) ? "section" : "div", source, reading, "glossary");
  if (section.name == "section") {
    section.setAttribute("epub:type", "glossary");
    section.setAttribute("role", "doc-glossary");
  }
  fillGlossary(source, section, reading);
}

void convertList(const Element& source, Element& into, Reading& reading) {
  const bool isSection = source.name == "glossdiv" && titleOf(source) && mayOpenSection(into);
  Element& made = appendAs(into, isSection ? "section" : "div", source, reading, source.name);
  isSection ? static_cast<void>(appendHeading(source, made, reading)) : appendTitleLine(source, made, reading, "list-title");
  appendEntries(source, made, reading);
}

void convertLooseEntry(const Element& source, Element& into, Reading& reading) {
  appendEntry(source, appendMade(into, "dl", source, reading, "glossary-list"), reading);
}

constexpr std::array kRules{
    Rule{"glossary", convertGlossary}, Rule{"glossdiv", convertList},  Rule{"glosslist", convertList},
    Rule{"glossentry", convertLooseEntry}, Rule{"glosssee", appendSee}, Rule{"glossseealso", appendSee},
};

}  // namespace

std::span<const Rule> glossaryRules() { return kRules; }

void fillGlossary(const Element& source, Element& into, Reading& reading) {
  if (!appendHeading(source, into, reading)) {
    appendMade(into, mayOpenSection(into) ? "h2" : "p", source, reading).appendText(term("glossary", languageAt(source)), source.position());
  }
  appendEntries(source, into, reading);
}

}  // namespace octavo::vocabulary::docbook

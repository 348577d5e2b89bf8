// vocabulary/tei: marks of the source's lines, pages and numbered parts: what of them a reader sees.
#include <algorithm>
#include <cctype>

#include "vocabulary/tei/reading.h"

namespace octavo::vocabulary::tei {
namespace {

using dom::Element;

/// Marks that stand where the source's line or page ends, between two words or within one.
bool isLineMark(const dom::Node* node) {
  const Element* element = node ? dom::asElement(*node) : nullptr;
  return element && (isOneOf(element->name, {"pb", "cb", "gb"}) || isLineOfEdition(*element));
}

const dom::Node* nodeAt(const Element& source, std::size_t place) {
  return place < source.children().size() ? source.children()[place].get() : nullptr;
}

bool isWordCharacter(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; }

/// A number as it is cited, not a name of the whole text (urn:cts:…).
bool isCitable(std::string_view number) {
  constexpr std::size_t kLongest = 12;
  return !number.empty() && number.size() <= kLongest && number.find_first_of(" :/") == std::string_view::npos;
}

}  // namespace

bool isLineOfEdition(const Element& source) {
  return source.name == "lb" && (source.attribute("ed") || source.attribute("edRef"));
}

std::string wordsAt(const Element& source, std::size_t place) {
  const std::string& words = dom::asText(*source.children()[place])->value;
  const auto joins = [&](const dom::Node* mark) {
    if (!isLineMark(mark)) return false;
    return dom::asElement(*mark)->attributeOr("break") == "no" || isCjkLanguage(languageAt(source));
  };
  const dom::Node* before = place > 0 ? nodeAt(source, place - 1) : nullptr;
  std::size_t begin = 0, end = words.size();
  if (joins(before)) {
    const std::size_t first = words.find_first_not_of(" \t\r\n");
    if (first == std::string::npos) return {};
    if (!isWordCharacter(words[first]) || dom::asElement(*before)->attributeOr("break") == "no") begin = first;
  }
  const dom::Node* after = nodeAt(source, place + 1);
  if (joins(after)) {
    const std::size_t last = words.find_last_not_of(" \t\r\n");
    if (last == std::string::npos) return {};
    if (!isWordCharacter(words[last]) || dom::asElement(*after)->attributeOr("break") == "no") end = last + 1;
  }
  return words.substr(begin, end - begin);
}

std::string_view citedNumber(const Element& source) {
  const std::string_view number = source.attributeOr("n");
  if (!isCitable(number)) return {};
  if (source.name == "milestone") {
    // Divisions of a database and scrolls, which have a head of their own, are no numbers that one cites.
    const bool isTechnical = isOneOf(source.attributeOr("unit"), {"", "card", "juan", "tb", "absent", "unspecified"});
    return isTechnical || source.attributeOr("rend") == "hidden" ? std::string_view() : number;
  }
  const bool isWhole = isOneOf(source.attributeOr("type"), {"edition", "translation", "commentary", "apparatus"});
  return isWhole || firstSaying(source, "head") ? std::string_view() : number;
}

void flushNumbers(Element& place, Reading& reading) {
  for (const Element* source : std::exchange(reading.numbers, {})) {
    const bool inLine = isLine(place);
    Element& line = inLine ? place : appendMade(place, "p", *source, reading, "cited-number-line");
    Element& shown = appendAs(line, "span", *source, reading, "cited-number");
    // A division has its id and class itself.
    if (source->name != "milestone") shown.removeAttribute("id");
    if (source->name == "milestone") addSourceClass(shown, "unit", source->attributeOr("unit"));
    else addSourceClass(shown, "type", source->attributeOr("subtype", source->attributeOr("type")));
    shown.appendText(std::string(citedNumber(*source)), source->position());
    if (inLine) line.appendText(isCjkLanguage(languageAt(*source)) ? "\u3000" : " ", source->position());
  }
}

}  // namespace octavo::vocabulary::tei

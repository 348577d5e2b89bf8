// vocabulary/tei: characters that Unicode has not or that the source describes (TEI P5, chapter 5): what is shown for them.
#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "base/utf8.h"
#include "vocabulary/tei/reading.h"

namespace octavo::vocabulary::tei {
namespace {

using dom::Element;

bool isPrivateUse(char32_t c) {
  return (c >= 0xE000 && c <= 0xF8FF) || (c >= 0xF0000 && c <= 0xFFFFD) || (c >= 0x100000 && c <= 0x10FFFD);
}

/// Characters as they are, or those that "U+9262" or "U+0041 U+0301" names; nothing for others' private characters, of
/// which no font of ours knows the form.
std::string charactersOf(const std::string& mapping) {
  std::string characters;
  std::string_view rest = mapping;
  while (rest.starts_with("U+") || rest.starts_with("u+")) {
    std::uint32_t code = 0;
    const auto [end, error] = std::from_chars(rest.data() + 2, rest.data() + rest.size(), code, 16);
    if (error != std::errc{} || code == 0 || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) return {};
    appendUtf8(characters, static_cast<char32_t>(code));
    rest.remove_prefix(static_cast<std::size_t>(end - rest.data()));
    while (!rest.empty() && (rest.front() == ' ' || rest.front() == ';' || rest.front() == ',')) rest.remove_prefix(1);
  }
  if (characters.empty()) characters = mapping;
  for (std::size_t at = 0; at < characters.size();) {
    if (isPrivateUse(decodeUtf8(characters, at))) return {};
  }
  return characters;
}

/// A mapping to the character itself before one to a form of it.
std::string mappedTo(const Element& record) {
  std::string found;
  int best = 3;
  for (const Element* mapping : childrenOf(record, "mapping")) {
    const std::string characters = charactersOf(plainText(*mapping));
    const std::string type = lowered(mapping->attributeOr("type"));
    const int rank = isOneOf(type, {"unicode", "exact", "standard"}) ? 0 : type.find("normal") != std::string::npos ? 2 : 1;
    if (characters.empty() || rank >= best) continue;
    found = characters;
    best = rank;
  }
  return found;
}

/// What the record says under this name: charProp with localName and value, or localProp with attributes.
std::string propertyOf(const Element& record, std::string_view name) {
  for (const Element* property : childrenOf(record)) {
    if (!isOneOf(property->name, {"charProp", "localProp", "unicodeProp"})) continue;
    const Element* local = dom::firstChild(*property, "localName");
    const Element* value = dom::firstChild(*property, "value");
    const std::string called = lowered(local ? plainText(*local) : std::string(property->attributeOr("name")));
    if (called.find(name) == std::string::npos) continue;
    const std::string said = value ? plainText(*value) : std::string(property->attributeOr("value"));
    if (!said.empty()) return charactersOf(said);
  }
  return {};
}

const Element* pictureOf(const Element& record) {
  if (const Element* graphic = dom::firstChild(record, "graphic")) return graphic;
  const Element* figure = dom::firstChild(record, "figure");
  return figure ? dom::firstChild(*figure, "graphic") : nullptr;
}

std::string nameOf(const Element& record) {
  for (const auto* name : {"charName", "glyphName", "desc"}) {
    if (const Element* found = firstSaying(record, name)) return plainText(*found);
  }
  for (const auto* name : {"name", "id"}) {
    if (std::string found = propertyOf(record, name); !found.empty()) return found;
  }
  return std::string(record.attributeOr("xml:id"));
}

/// In this order: a character, a usual form of it, its picture, of which parts it is made, its name.
void appendDescribed(const Element& source, const Element& record, Element& into, Reading& reading) {
  std::string words = mappedTo(record);
  if (words.empty()) words = propertyOf(record, "normalized form");
  const std::string name = nameOf(record);
  if (words.empty()) {
    if (const Element* picture = pictureOf(record)) {
      Element& shown = reading.conversion.appendPicture(into, {picture->attributeOr("url"), name, {}, false, source.position()});
      addClass(shown, "glyph");
      return;
    }
    words = propertyOf(record, "composition");
  }
  if (words.empty()) {
    reading.conversion.appendPlaceholder(into, name, source.position());
    return;
  }
  Element& shown = appendAs(into, "span", source, reading, source.name);
  if (words != name) shown.setAttribute("title", name);
  shown.appendText(words, source.position());
}

/// A character outside Unicode: what the source shows for it, else what its record says.
void convertGlyph(const Element& source, Element& into, Reading& reading) {
  const std::string_view reference = source.attributeOr("ref");
  const Element* record = targetOf(reference, reading);
  const std::string own = plainText(source);
  if (!own.empty() && (!record || !charactersOf(own).empty())) {
    convertContent(source, appendAs(into, "span", source, reading, source.name), reading);
    return;
  }
  if (record) return appendDescribed(source, *record, into, reading);
  const std::string id(reference.starts_with("#") ? reference.substr(1) : reference);
  reading.conversion.warn("xref-dangling", source.position(),
                          "nothing here describes the character \"" + id + "\"; its name stands for it", id);
  reading.conversion.appendPlaceholder(into, id.empty() ? "character" : id, source.position());
}

/// The records are for programs; what they say stands where the characters are.
void convertDeclaration(const Element&, Element&, Reading&) {}

constexpr std::array kRules{
    Rule{"g", Standing::InLine, convertGlyph},
    Rule{"charDecl", Standing::Block, convertDeclaration},
    Rule{"cRefPattern", Standing::Block, convertDeclaration},
    Rule{"refState", Standing::Block, convertDeclaration},
    Rule{"citeStructure", Standing::Block, convertDeclaration},
};

}  // namespace

std::span<const Rule> glyphRules() { return kRules; }

}  // namespace octavo::vocabulary::tei

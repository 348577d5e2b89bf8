// xml: what &name; stands for, in text and in attribute values.
#include <fmt/format.h>

#include <charconv>

#include "base/files.h"
#include "base/utf8.h"
#include "xml/entity_names.h"
#include "xml/source_text.h"
#include "xml/tree_builder_private.h"

namespace octavo::xml {
namespace {

constexpr char kNoCharacter = 0;

/// XML 1.0, section 4.6.
char predefined(std::string_view name) {
  if (name == "amp") return '&';
  if (name == "lt") return '<';
  if (name == "gt") return '>';
  if (name == "quot") return '"';
  if (name == "apos") return '\'';
  return kNoCharacter;
}

/// The name between & and ; at the text's beginning.
std::string_view referenceName(std::string_view text, SourcePosition where) {
  const std::size_t end = text.find_first_of("; \t\n<&", 1);
  if (end == std::string_view::npos || text[end] != ';' || end == 1) {
    refuse("xml-not-well-formed", where,
           "not well-formed: & begins a reference that has no name or no semicolon",
           "write &amp; for the sign itself");
  }
  return text.substr(1, end - 1);
}

void appendText(dom::Element& into, std::string_view text, SourcePosition where) {
  if (text.empty()) return;
  if (!into.children().empty()) {
    if (dom::Text* before = dom::asText(*into.children().back())) {
      before->value += text;
      return;
    }
  }
  into.appendText(std::string(text), where);
}

}  // namespace

void TreeBuilder::appendContent(std::string_view raw, SourcePosition where, dom::Element& into) {
  while (!raw.empty()) {
    const std::size_t begin = raw.find('&');
    appendText(into, raw.substr(0, begin), where);
    if (begin == std::string_view::npos) return;
    raw.remove_prefix(begin);
    if (raw.data() >= origin_->begin && raw.data() < origin_->begin + origin_->size)
      where = position(raw.data());
    const std::string_view name = referenceName(raw, where);
    raw.remove_prefix(name.size() + 2);
    appendReference(name, where, into);
  }
}

void TreeBuilder::appendReference(std::string_view name, SourcePosition where, dom::Element& into) {
  if (name.front() == '#') {
    std::string character;
    appendUtf8(character, characterOfReference(name, where));
    appendText(into, character, where);
    return;
  }
  if (const char character = predefined(name)) {
    appendText(into, {&character, 1}, where);
    return;
  }
  if (const Entity* entity = findEntity(name, where)) {
    appendEntity(std::string(name), *entity, where, into);
    return;
  }
  appendText(into, *publicEntity(name), where);
}

/// The declared entity; null for a name that only the public sets have. Throws BuildError for any other.
const Entity* TreeBuilder::findEntity(std::string_view name, SourcePosition where) const {
  const auto found = type_.entities.find(name);
  if (found != type_.entities.end()) return &found->second;
  const bool isPublic = publicEntity(name).has_value();
  if (isPublic && type_.isPresent) return nullptr;
  refuse("xml-entity", where, fmt::format("entity \"{}\" is not declared", name),
         isPublic ? fmt::format("write the character itself, or add a DOCTYPE: with one, &{}; is known", name)
                  : fmt::format("declare it in the DOCTYPE: <!ENTITY {} \"…\">", name));
}

void TreeBuilder::appendEntity(const std::string& name, const Entity& entity, SourcePosition where,
                               dom::Element& into) {
  if (entity.isUnparsed) refuse("xml-entity", where, fmt::format("entity \"{}\" is no text (NDATA)", name));
  if (entity.isExternal) {
    appendExternalEntity(name, entity, where, into);
    return;
  }
  context_.enterEntity(name, entity.replacement.size(), where);
  if (entity.replacement.find('<') == std::string::npos) {
    appendContent(entity.replacement, where, into);
  } else {
    appendFragment(entity.replacement, {origin_->file, origin_->path, nullptr, 0, origin_->cursor, where},
                   into);
  }
  context_.leaveEntity();
}

void TreeBuilder::appendExternalEntity(const std::string& name, const Entity& entity, SourcePosition where,
                                       dom::Element& into) {
  const auto file = context_.folder.resolve(entity.base, entity.systemId);
  if (!file) {
    refuse(
        "xml-entity", where,
        fmt::format("entity \"{}\" names {}, which is no file in the input's folder", name, entity.systemId));
  }
  context_.enterFile(*file, 0, where);
  const SourceFile& source =
      addEntitySource(readFile(*file, where), file->string(), context_.sources, context_.diagnostics);
  context_.enterEntity(name, source.text.size(), where);
  appendFragment(source.text, {&source, *file, nullptr, 0, PositionCursor(source)}, into);
  context_.leaveEntity();
  context_.leaveFile();
}

void TreeBuilder::appendFragment(std::string text, Origin origin, dom::Element& into) {
  Origin* const before = origin_;
  origin_ = &origin;
  const pugi::xml_document parsed = parse(text);
  buildChildren(parsed, into);
  origin_ = before;
}

std::string TreeBuilder::attributeValue(std::string_view raw, SourcePosition where) {
  std::string value;
  value.reserve(raw.size());
  appendAttributeText(raw, where, value);
  return value;
}

/// XML 1.0, section 3.3.3: white space becomes a blank, characters from references stay as they are.
void TreeBuilder::appendAttributeText(std::string_view raw, SourcePosition where, std::string& into) {
  for (std::size_t i = 0; i < raw.size(); ++i) {
    if (raw[i] != '&') {
      into += raw[i] == '\n' || raw[i] == '\t' ? ' ' : raw[i];
      continue;
    }
    const std::string_view name = referenceName(raw.substr(i), where);
    i += name.size() + 1;
    if (name.front() == '#') {
      appendUtf8(into, characterOfReference(name, where));
    } else if (const char character = predefined(name)) {
      into += character;
    } else if (const Entity* entity = findEntity(name, where)) {
      if (entity->isExternal || entity->replacement.find('<') != std::string::npos) {
        refuse("xml-entity", where,
               fmt::format("entity \"{}\" has markup or a file: not for an attribute", name));
      }
      context_.enterEntity(std::string(name), entity->replacement.size(), where);
      appendAttributeText(entity->replacement, where, into);
      context_.leaveEntity();
    } else {
      into += *publicEntity(name);
    }
  }
}

char32_t characterOfReference(std::string_view inside, SourcePosition where) {
  const bool isHexadecimal = inside.starts_with("#x");
  const std::string_view digits = inside.substr(isHexadecimal ? 2 : 1);
  std::uint32_t character = 0;
  const auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), character, isHexadecimal ? 16 : 10);
  const bool isNumber = error == std::errc() && end == digits.data() + digits.size() && !digits.empty();
  // XML 1.0, production [2] Char.
  const bool isAllowed = character == 0x9 || character == 0xA || character == 0xD ||
                         (character >= 0x20 && character <= 0xD7FF) ||
                         (character >= 0xE000 && character <= 0xFFFD) ||
                         (character >= 0x10000 && character <= 0x10FFFF);
  if (!isNumber || !isAllowed) {
    refuse("xml-character", where, fmt::format("&{}; is no character that XML allows", inside));
  }
  return static_cast<char32_t>(character);
}

std::string withCharacterReferences(std::string_view text, SourcePosition where) {
  std::string result;
  while (true) {
    const std::size_t begin = text.find("&#");
    result += text.substr(0, begin);
    if (begin == std::string_view::npos) return result;
    const std::size_t end = text.find(';', begin);
    if (end == std::string_view::npos)
      refuse("xml-not-well-formed", where, "a character reference lacks its semicolon");
    appendUtf8(result, characterOfReference(text.substr(begin + 1, end - begin - 1), where));
    text.remove_prefix(end + 1);
  }
}

}  // namespace octavo::xml

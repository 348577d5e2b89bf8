#include "vocabulary/jats/names.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "vocabulary/jats/reading.h"

namespace octavo::vocabulary::jats {
namespace {

using dom::Element;

bool isHan(char32_t c) {
  return (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFF) || c == 0x3005;
}
bool isKatakana(char32_t c) { return (c >= 0x30A0 && c <= 0x30FF) || (c >= 0x31F0 && c <= 0x31FF); }
bool isEastAsian(char32_t c) {
  return isHan(c) || isKatakana(c) || (c >= 0x3041 && c <= 0x309F) || (c >= 0xAC00 && c <= 0xD7AF) ||
         (c >= 0x1100 && c <= 0x11FF);
}

template <class Test>
bool hasAny(std::string_view text, Test test) {
  for (std::size_t at = 0; at < text.size();) {
    if (test(decodeUtf8(text, at))) return true;
  }
  return false;
}

template <class Test>
bool all(std::string_view text, Test test) {
  bool any = false;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = decodeUtf8(text, at);
    if (c == U' ' || c == U'　') continue;
    if (!test(c)) return false;
    any = true;
  }
  return any;
}

struct Parts {
  std::string surname, given, prefix, suffix;
};

std::string joined(std::initializer_list<std::string_view> words, std::string_view between) {
  std::string result;
  for (const std::string_view word : words) {
    if (word.empty()) continue;
    if (!result.empty()) result += between;
    result += word;
  }
  return result;
}

std::string partText(const Element& name, std::string_view part) {
  std::string result;
  for (const Element* child : childrenOf(name, part)) {
    result = joined({result, headingText(*child)}, " ");
  }
  return result;
}

Parts partsOf(const Element& name) {
  return {partText(name, "surname"), partText(name, "given-names"), partText(name, "prefix"), partText(name, "suffix")};
}

PersonName arranged(const Parts& parts, std::string_view style) {
  const std::string both = parts.surname + parts.given;
  const bool eastAsian = all(both, isEastAsian);
  const bool katakana = all(both, isKatakana);
  if (parts.given.empty() || parts.surname.empty() || style == "given-only") {
    return {joined({parts.prefix, parts.given, parts.surname, parts.suffix}, " "), {}};
  }
  if (eastAsian && katakana && style != "eastern") {
    return {parts.given + "・" + parts.surname, parts.surname + "、" + parts.given};
  }
  if (eastAsian) return {joined({parts.prefix, both, parts.suffix}, " "), parts.prefix.empty() ? "" : both};
  const std::string fileAs = joined({parts.surname, parts.given, parts.suffix}, ", ");
  if (style == "eastern") return {joined({parts.prefix, parts.surname, parts.given, parts.suffix}, " "), fileAs};
  if (style == "islensk") {
    return {joined({parts.prefix, parts.given, parts.surname, parts.suffix}, " "),
            joined({parts.given, parts.surname}, " ")};
  }
  return {joined({parts.prefix, parts.given, parts.surname, parts.suffix}, " "), fileAs};
}

struct RoleCode {
  std::string_view type, code;
};
/// JATS contrib-type → MARC relator.
constexpr std::array kRoles{
    RoleCode{"author", "aut"},         RoleCode{"", "aut"},
    RoleCode{"editor", "edt"},         RoleCode{"senior_editor", "edt"},
    RoleCode{"translator", "trl"},     RoleCode{"illustrator", "ill"},
    RoleCode{"reviewer", "rev"},       RoleCode{"photographer", "pht"},
    RoleCode{"compiler", "com"},       RoleCode{"transcriber", "trc"},
    RoleCode{"interviewee", "ive"},    RoleCode{"interviewer", "ivr"},
    RoleCode{"speaker", "spk"},        RoleCode{"researcher", "res"},
};

PersonName anyName(const Element& element) {
  if (element.name == "name" || element.name == "string-name") return personName(element);
  if (element.name == "anonymous") {
    const std::string words = plainText(element);
    return {words.empty() ? "Anonymous" : words, {}};
  }
  std::string words;  // a collab may hold its members, who are contributors of their own
  for (const auto& child : element.children()) {
    const Element* below = dom::asElement(*child);
    if (below && isOneOf(below->name, {"contrib-group", "xref", "fn", "aff", "address", "email"})) continue;
    words += dom::textContent(*child, true);
  }
  return {dom::collapseWhiteSpace(words), {}};
}

bool sameLanguage(std::string_view a, std::string_view b) {
  return a.substr(0, a.find('-')) == b.substr(0, b.find('-'));
}

}  // namespace

bool hasEastAsianLetter(std::string_view text) { return hasAny(text, isEastAsian); }

bool mayBeIn(std::string_view language, std::string_view text) {
  const std::string primary = primaryLanguage(language);
  if (primary == "ru") return hasAny(text, [](char32_t c) { return c >= 0x400 && c <= 0x52F; });
  if (primary == "ar") return hasAny(text, [](char32_t c) { return c >= 0x620 && c <= 0x6FF; });
  return !(primary == "ko" || isCjkLanguage(language)) || hasEastAsianLetter(text);
}

PersonName personName(const Element& name) {
  const bool structured = !childrenOf(name, "surname").empty() || !childrenOf(name, "given-names").empty();
  if (!structured || hasOwnText(name)) {
    PersonName written{headingText(name), {}};
    const Parts parts = partsOf(name);
    if (!parts.surname.empty() && !parts.given.empty()) written.fileAs = arranged(parts, "western").fileAs;
    return written;
  }
  return arranged(partsOf(name), name.attributeOr("name-style", "western"));
}

std::string citedName(const Element& name) {
  const Parts parts = partsOf(name);
  if (hasOwnText(name) || (parts.surname.empty() && parts.given.empty())) return plainText(name);
  if (all(parts.surname + parts.given, isEastAsian)) {
    return joined({arranged(parts, name.attributeOr("name-style", "western")).shown}, " ");
  }
  return joined({parts.surname, parts.given, parts.suffix, parts.prefix}, " ");
}

publication::Contributor contributor(const Element& contrib, std::string_view language) {
  std::vector<const Element*> names;
  for (const Element* child : childrenOf(contrib)) {
    if (isOneOf(child->name, {"name-alternatives", "collab-alternatives"})) {
      for (const Element* form : childrenOf(*child)) names.push_back(form);
    } else if (isOneOf(child->name, {"name", "string-name", "collab", "anonymous"})) {
      names.push_back(child);
    }
  }
  publication::Contributor result;
  const auto role = std::ranges::find(kRoles, contrib.attributeOr("contrib-type"), &RoleCode::type);
  result.role = role == kRoles.end() ? "ctb" : std::string(role->code);
  if (names.empty()) return result;
  auto shown = std::ranges::find_if(names, [&](const Element* name) {
    const std::string* own = name->attribute("xml:lang");
    return own && sameLanguage(*own, language);
  });
  if (shown == names.end()) shown = names.begin();
  const PersonName main = anyName(**shown);
  result.name = main.shown;
  result.fileAs = main.fileAs;
  result.language = std::string((*shown)->attributeOr("xml:lang"));
  for (const Element* name : names) {
    if (name == *shown) continue;
    result.alternates.push_back({anyName(*name).shown, std::string(name->attributeOr("xml:lang"))});
  }
  return result;
}

}  // namespace octavo::vocabulary::jats

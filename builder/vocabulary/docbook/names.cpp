#include "vocabulary/docbook/names.h"

#include <algorithm>

#include "base/utf8.h"

namespace octavo::vocabulary::docbook {
namespace {

using dom::Element;

bool isHanOrHangul(std::string_view text) {
  bool hasAny = false;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = decodeUtf8(text, at);
    const bool isEastern = c == 0x3005 || (c >= 0x3041 && c <= 0x309F) || (c >= 0x3400 && c <= 0x9FFF) ||
                           (c >= 0xAC00 && c <= 0xD7AF) || (c >= 0xF900 && c <= 0xFAFF) || c >= 0x20000;
    if (!isEastern) return false;
    hasAny = true;
  }
  return hasAny;
}

std::string joined(std::initializer_list<std::string_view> words, std::string_view between) {
  std::string result;
  for (const std::string_view word : words) {
    if (word.empty()) continue;
    if (!result.empty()) result += between;
    result += word;
  }
  return result;
}

std::string partOf(const Element& name, std::string_view part) {
  std::string result;
  for (const Element* child : childrenOf(name, part)) result = joined({result, plainText(*child)}, " ");
  return result;
}

PersonName fromParts(const Element& name) {
  const std::string given = joined({partOf(name, "firstname"), partOf(name, "givenname")}, " ");
  const std::string family = partOf(name, "surname");
  const std::string other = partOf(name, "othername");
  const std::string before = partOf(name, "honorific");
  const std::string after = partOf(name, "lineage");
  const std::string_view role = name.attributeOr("role");
  PersonName result;
  if (given.empty() && family.empty()) {
    result.shown = plainText(name);
  } else if (role == "last-first") {
    result.shown = joined({family, joined({before, given, other, after}, " ")}, ", ");
  } else if (role == "FAMILY-given" || role == "family-given") {
    result.shown = joined({before, family, given, other, after}, " ");
  } else if (isHanOrHangul(given + family)) {
    result.shown = joined({before, family + given + other, after}, " ");
  } else {
    result.shown = joined({before, given, other, family, after}, " ");
  }
  if (!family.empty() && !given.empty() && !isHanOrHangul(given + family)) result.fileAs = family + ", " + given;
  return result;
}

}  // namespace

bool isPartOfName(const Element& child) {
  return isOneOf(child.name, {"personname", "orgname", "firstname", "givenname", "surname", "othername", "honorific",
                              "lineage", "person", "org", "corpname"});
}

PersonName personName(const Element& source) {
  for (const auto* name : {"personname", "person", "org", "orgname", "corpname"}) {
    if (const Element* inner = dom::firstChild(source, name)) return personName(*inner);
  }
  const bool hasParts = std::ranges::any_of(childrenOf(source), [](const Element* child) { return isPartOfName(*child); });
  if (!hasParts || hasOwnText(source)) return {plainText(source), {}};
  return fromParts(source);
}

}  // namespace octavo::vocabulary::docbook

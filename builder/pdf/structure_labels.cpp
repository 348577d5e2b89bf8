// pdf: labels of list items that the source printed itself.
#include "pdf/structure_labels.h"

#include <algorithm>
#include <cctype>
#include <string>

namespace octavo::pdf {
namespace {

using dom::Element;

/// Nothing but white space stands before the element in its parent.
bool isFirst(const Element& element) {
  for (const auto& sibling : element.parent()->children()) {
    if (sibling.get() == &element) return true;
    if (dom::asElement(*sibling) || !dom::collapseWhiteSpace(dom::textContent(*sibling)).empty()) return false;
  }
  return false;
}

}  // namespace

const Element* itemOfLabel(const Element& element) {
  const bool isLabel = element.name == "span" && (element.hasWord("class", "label") || element.hasWord("class", "callout"));
  if (!isLabel || !element.parent() || !isFirst(element)) return nullptr;
  const Element* around = element.parent();
  if (around->name == "p" && around->parent() && isFirst(*around)) around = around->parent();
  return around->name == "li" ? around : nullptr;
}

std::string_view numberingOfLabel(std::string_view label) {
  std::string core;
  for (const char c : label) {
    if (std::isalnum(static_cast<unsigned char>(c))) core.push_back(c);
  }
  const auto consistsOf = [&](std::string_view letters) {
    return !core.empty() && core.find_first_not_of(letters) == std::string::npos;
  };
  if (core.empty()) return "Disc";
  // "c" goes on from "b"; a list of Roman numbers begins with "i".
  if (consistsOf("ivxl") && (core == "i" || core.size() > 1)) return "LowerRoman";
  if (consistsOf("IVXL") && (core == "I" || core.size() > 1)) return "UpperRoman";
  if (core.size() == 1 && std::islower(static_cast<unsigned char>(core[0]))) return "LowerAlpha";
  if (core.size() == 1 && std::isupper(static_cast<unsigned char>(core[0]))) return "UpperAlpha";
  return "Decimal";
}

}  // namespace octavo::pdf

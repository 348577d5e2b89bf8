// pdf: labels of list items that the source printed itself.
#pragma once

#include <string_view>

#include "dom/dom.h"

namespace octavo::pdf {

/// The item whose printed label (`span.label`, `span.callout`) the element is: the first thing in the item or in its first
/// paragraph. Null for any other element.
const dom::Element* itemOfLabel(const dom::Element& element);

/// ListNumbering (ISO 32000-1, table 347) by a printed label: "(a)" LowerAlpha, "IV." UpperRoman, "3" Decimal, "–" Disc.
std::string_view numberingOfLabel(std::string_view label);

}  // namespace octavo::pdf

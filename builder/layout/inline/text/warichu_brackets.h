// layout/inline/text: what a warichu may hold, and the brackets that enclose its text.
#pragma once

#include <string_view>

#include "box/box.h"

namespace octavo::layout {

/// No readings, no atomic boxes, no forced line ends, no warichu in the box.
bool holdsTextOnly(const box::Box& box);

/// The text boxes whose first and last character are a pair of brackets around all of the text; null where there is
/// none.
struct EnclosingBrackets {
  const box::Box* open = nullptr;
  const box::Box* close = nullptr;
};
EnclosingBrackets enclosingBrackets(const box::Box& box, std::size_t firstChild, std::size_t endChild);

std::string_view firstCharacter(std::string_view utf8);
std::string_view lastCharacter(std::string_view utf8);

}  // namespace octavo::layout

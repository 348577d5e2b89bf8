// layout/inline/text: where lines may end.
#pragma once

#include <vector>

#include "layout/inline/inline_text.h"
#include "layout/inline/items.h"

namespace octavo::layout {

enum class Hyphenation : std::uint8_t { SoftHyphensOnly, Dictionaries };

/// How a line may end before each unit, and at the end of the text. Dictionaries are asked only when the lines
/// cannot be set well without them.
std::vector<BreakKind> findBreaks(const InlineText& text, Hyphenation hyphenation, const Context& context);

}  // namespace octavo::layout

// layout/inline/text: what unicode-bidi says, as the control characters of UAX 9.
#pragma once

#include <string_view>

#include "css/style.h"

namespace octavo::layout {

/// Characters that stand before and behind a box's text while its levels are found; they have no glyphs and reach no
/// output. Empty where the box leaves the order alone. CSS Writing Modes 4, section 2.4.5, the first two tables.
struct BidiControls {
  std::u16string_view open, close;
};

/// Around an inline box.
BidiControls bidiControlsOfInline(const css::ComputedStyle& style);
/// Inside a block container, which is a paragraph of its own anyhow: only an override is left to say.
BidiControls bidiControlsOfBlock(const css::ComputedStyle& style);

}  // namespace octavo::layout

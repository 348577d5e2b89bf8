// layout/inline: images and inline blocks, which stand in a line as one piece.
#pragma once

#include "layout/inline/inline_text.h"

namespace octavo::layout {

/// Lays out (or measures) a box that stands in the line whole; `offset`, `box` and `inlineBox` stay to be filled.
/// CSS 2, section 10.8: the baseline of an image is its margin edge, that of an inline block its last line's.
InlineObject layoutAtomic(const box::Box& box, const Space& space, Purpose purpose, Context& context);

}  // namespace octavo::layout

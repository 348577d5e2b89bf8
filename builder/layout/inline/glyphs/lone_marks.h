// layout/inline/glyphs: combining marks that the face of their letter lacks.
#pragma once

#include "layout/inline/glyphs/shape.h"

namespace octavo::layout {

/// Places the mark or marks that begin at this cluster, in a face of their own, by their ink: centred over, under or around
/// the letter that the cluster before ends with, clear of its ink, and without a width (Unicode 15, section 5.13). The letter
/// keeps the face of its text. Does nothing where the cluster is no mark.
void placeOverLetter(std::u16string_view text, ShapedText& shaped, std::size_t cluster);

}  // namespace octavo::layout

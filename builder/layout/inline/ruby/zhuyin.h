// layout/inline/ruby: bopomofo beside its character.
#pragma once

#include "layout/inline/paragraph.h"

namespace octavo::layout {

/// The reading as a column of half an em of the base: letters one below the other, the tone beside the last one, the
/// dot of the light tone on top, the whole as high as the base at most. Places are counted from the column's left
/// edge and from the base's baseline. clreq 3.3.3 (a base of 30 by 30: letters 9 by 9, tones 5 by 5, the dot 9 by 2).
std::vector<PlacedLogical> setZhuyin(const Paragraph& reading, Length baseSize, const Context& context);

}  // namespace octavo::layout

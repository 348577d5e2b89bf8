// text: line feeds of the source between letters of scripts that write no spaces.
#include "text/segment_break.h"

#include <algorithm>

namespace octavo::text {

namespace {

struct Range {
  char32_t first, last;
};

// East_Asian_Width W and F of Unicode 15 in broad strokes, Hangul taken out (CSS Text 3, section 4.1.3).
constexpr Range kWideRanges[] = {
    {0x2E80, 0x2FFF}, {0x3000, 0x303E}, {0x3041, 0x312F}, {0x3190, 0x31FF}, {0x3220, 0x3247},
    {0x3250, 0x4DBF}, {0x4E00, 0x9FFF}, {0xA000, 0xA4CF}, {0xF900, 0xFAFF}, {0xFE10, 0xFE1F},
    {0xFE30, 0xFE6F}, {0xFF01, 0xFF60}, {0xFFE0, 0xFFE6}, {0x16FE0, 0x1B2FF}, {0x20000, 0x3FFFD},
};

}  // namespace

bool swallowsSegmentBreak(char32_t character) {
  // U+200B is the other case of the rule: a line feed beside it goes.
  if (character == U'\x200B') return true;
  return std::ranges::any_of(kWideRanges, [character](Range range) {
    return range.first <= character && character <= range.last;
  });
}

}  // namespace octavo::text

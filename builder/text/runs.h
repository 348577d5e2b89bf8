// text: direction and script of the stretches of a paragraph.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/geometry.h"

namespace octavo::text {

/// UAX 9 embedding levels, one for each UTF-16 unit.
std::vector<std::uint8_t> bidiLevels(std::u16string_view paragraph, Direction base);
/// The direction of the first strong character outside isolates (UAX 9, rules P2 and P3); nothing where there is none.
std::optional<Direction> firstStrongDirection(std::u16string_view text);
/// False when no character could need bidi treatment: all levels are even then,
/// and the order is that of the text.
bool hasRightToLeft(std::u16string_view paragraph);
/// Indices of the items in visual order, left to right (UAX 9, rule L2).
std::vector<std::size_t> visualOrder(std::span<const std::uint8_t> itemLevels);

/// A stretch of one script; common and inherited characters join their neighbours (UAX 24).
struct ScriptRun {
  std::size_t begin = 0, end = 0;
  std::uint32_t script = 0;  // ISO 15924 packed: 'H' << 24 | 'a' << 16 | 'n' << 8 | 'i'
};
std::vector<ScriptRun> scriptRuns(std::u16string_view paragraph);

}  // namespace octavo::text

// layout/inline/text: numbers, which no line end divides.
#pragma once

#include <cstddef>
#include <string_view>

namespace octavo::layout {

/// Whether a line end before unit `at` would divide a number with its marks: `1 234.5`, `-0.3%`, `±12`. UAX 14, LB25.
/// A row of digits too long for any number (24 units) is text like any other; a list of
/// numbers ("85,86,90") is several.
bool dividesNumber(std::u16string_view text, std::size_t at);

}  // namespace octavo::layout

// base: the papers that have names.
#pragma once

#include <optional>
#include <string_view>

#include "base/geometry.h"

namespace octavo {

/// Upright. ISO 216 ("a5", "b5": 176 by 250 mm), JIS P 0138 ("jis-b5": 182 by 257 mm), and what CSS Paged Media 3, section 7.1
/// adds; letters of either case. One table, so that a name means one paper on the command line and in a stylesheet.
std::optional<PhysicalSize> paperSize(std::string_view name);

/// What a page may measure on each side: PDF 1.7, annex C.2 allows 3 to 14,400 units without UserUnit.
inline constexpr Length kSmallestPageSide = 3_pt, kLargestPageSide = 14400_pt;

}  // namespace octavo

// text: what Chinese and Japanese typesetting forbids and allows beyond UAX 14.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/line_breaks.h"

namespace octavo::text {

/// A stretch of a paragraph whose breaks are to be mended.
struct KinsokuStretch {
  std::u16string_view paragraph;
  std::size_t begin = 0, end = 0;
  std::string_view language;
  LineBreakStrictness strictness = LineBreakStrictness::Auto;
  KinsokuLevel level = KinsokuLevel::Auto;
};

/// Changes the opportunities before the characters of the stretch; mandatory breaks stay.
void applyKinsoku(const KinsokuStretch& stretch, std::span<BreakOpportunity> breaks);

}  // namespace octavo::text

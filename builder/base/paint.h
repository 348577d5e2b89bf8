// base: colours and line styles, as stylesheets ask for them and pages paint them.
#pragma once

#include <cstdint>

#include "base/length.h"

namespace octavo {

struct Color {
  std::uint8_t red = 0, green = 0, blue = 0, alpha = 255;
  bool operator==(const Color&) const = default;
};

enum class LineStyle : std::uint8_t { None, Solid, Dashed, Dotted, Double, Wavy };

/// One side of a border, or a rule.
struct BorderLine {
  Length width;  // 0 where the style is none
  LineStyle style = LineStyle::None;
  Color color;
  bool operator==(const BorderLine&) const = default;
};

}  // namespace octavo

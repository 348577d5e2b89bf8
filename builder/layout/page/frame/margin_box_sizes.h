// layout/page: how the three margin boxes along one side of a page share it.
#pragma once

#include <array>
#include <optional>

#include "base/length.h"

namespace octavo::layout::page {

/// What one box asks for along the side, its own margins, borders and padding included.
struct MarginBoxDemand {
  bool isGenerated = false;
  std::optional<Length> fixed;  // not auto
  Length minContent, maxContent;
  Length least;                      // min-width or min-height
  Length most = Length::infinite();  // max-width or max-height
};

/// Sizes of the first, the middle and the last box. The middle one is centred, so the others never reach into
/// it where there is room. CSS Paged Media 3, section 5.3.2.
std::array<Length, 3> shareSide(Length available, std::array<MarginBoxDemand, 3> demands);

}  // namespace octavo::layout::page

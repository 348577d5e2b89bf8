// layout/inline/glue: gaps of a line in their final widths.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "layout/inline/items.h"

namespace octavo::layout {

/// What a line's gaps can give and take, rank by rank; units of Length.
struct LineGlue {
  std::array<std::int64_t, kShrinkRanks> shrink{};
  std::array<std::int64_t, kStretchRanks> stretch{};
  std::int64_t openGaps = 0;  // gaps that stretch without limit
  bool hasLeader = false;
};

/// How badly a line is set that must change by `change` units (stretch positive): 0 is natural, 100 is as far as
/// comfort goes. `ratio` is signed, for the fitness class.
struct Badness {
  bool isPossible = true;
  double value = 0;
  double ratio = 0;
};
Badness badnessOf(const LineGlue& glue, std::int64_t change, const SpacingPolicy& policy);

/// The final widths of the gaps after each item but the last, so that they sum up to their natural widths and
/// `change`, exact to the unit, as far as the glue allows: ranks in order, all gaps of one rank by the same share.
std::vector<std::int64_t> distribute(std::span<const Item> line, std::int64_t change);

}  // namespace octavo::layout

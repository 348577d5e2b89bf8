// layout/page: how the three margin boxes along one side of a page share it.
#include "layout/page/frame/margin_box_sizes.h"

#include <algorithm>
#include <utility>

namespace octavo::layout::page {

namespace {

/// Two sizes with this sum, as much more than `base` as `weight` tells; equal shares without weight.
std::pair<Length, Length> spread(Length available, std::pair<Length, Length> base,
                                 std::pair<Length, Length> weight) {
  const Length rest = available - base.first - base.second;
  const Length sum = weight.first + weight.second;
  const Length first = base.first + (sum > Length{} ? rest.scaled(weight.first / sum) : rest.scaled(1, 2));
  return {first, available - first};
}

/// Section 5.3.2.3, flex fit of two boxes with size auto.
std::pair<Length, Length> flexFit(Length available, const MarginBoxDemand& a, const MarginBoxDemand& b) {
  const std::pair most{a.maxContent, b.maxContent};
  const std::pair least{a.minContent, b.minContent};
  if (most.first + most.second <= available) return spread(available, most, most);
  if (least.first + least.second <= available) {
    return spread(available, least, {most.first - least.first, most.second - least.second});
  }
  return spread(available, least, least);
}

std::pair<Length, Length> sharePair(Length available, const MarginBoxDemand& a, const MarginBoxDemand& b) {
  if (a.fixed && b.fixed) return {*a.fixed, *b.fixed};
  if (a.fixed) return {*a.fixed, available - *a.fixed};
  if (b.fixed) return {available - *b.fixed, *b.fixed};
  return flexFit(available, a, b);
}

std::array<Length, 3> shareOnce(Length available, const std::array<MarginBoxDemand, 3>& demands) {
  const auto& [first, middle, last] = demands;
  if (!middle.isGenerated) {
    const auto [a, c] = sharePair(available, first, last);
    return {a, Length{}, c};
  }
  // The middle box against an imagined one: twice the wider of its neighbours.
  MarginBoxDemand both;
  const auto most = [](const MarginBoxDemand& box) { return box.fixed.value_or(box.maxContent); };
  const auto least = [](const MarginBoxDemand& box) { return box.fixed.value_or(box.minContent); };
  both.maxContent = 2 * std::max(most(first), most(last));
  both.minContent = 2 * std::max(least(first), least(last));
  if (first.fixed && last.fixed) both.fixed = both.maxContent;
  const Length size = sharePair(available, middle, both).first;
  const Length beside = (available - size).scaled(1, 2);
  return {first.fixed.value_or(beside), size, last.fixed.value_or(beside)};
}

}  // namespace

std::array<Length, 3> shareSide(Length available, std::array<MarginBoxDemand, 3> demands) {
  for (MarginBoxDemand& demand : demands) {
    if (!demand.isGenerated) demand = {false, Length{}, {}, {}, {}, Length::infinite()};
  }
  std::array<Length, 3> sizes = shareOnce(available, demands);
  // Section 5.3.2.4: what passes its maximum (then: its minimum) gets it, and the side is shared again.
  for (const bool isMaximum : {true, false}) {
    bool isChanged = false;
    for (std::size_t box = 0; box < 3; ++box) {
      if (!demands[box].isGenerated) continue;
      const Length limit = isMaximum ? demands[box].most : demands[box].least;
      if (isMaximum ? sizes[box] <= limit : sizes[box] >= limit) continue;
      demands[box].fixed = limit;
      isChanged = true;
    }
    if (isChanged) sizes = shareOnce(available, demands);
  }
  for (Length& size : sizes) size = std::max(size, Length{});
  return sizes;
}

}  // namespace octavo::layout::page

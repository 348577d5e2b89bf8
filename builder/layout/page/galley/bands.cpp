// layout/page: which children of a fragment stand side by side.
#include "layout/page/galley/bands.h"

#include <algorithm>

namespace octavo::layout::page {

namespace {

bool isBesideFlow(const LogicalFragment& fragment, std::size_t child) {
  return fragment.children[child].fragment->flow.isBesideFlow;
}

}  // namespace

std::vector<Band> bandsOf(const LogicalFragment& fragment, const std::vector<Flow>& flows) {
  const std::size_t count = flows.size();
  const auto startOf = [&](std::size_t child) { return fragment.children[child].at.blockStart; };
  std::vector<Length> startAfter(count + 1, Length::infinite());  // least start from here on
  for (std::size_t child = count; child-- > 0;) {
    startAfter[child] = std::min(startAfter[child + 1], startOf(child));
  }
  std::vector<Band> bands;
  Length reached = -Length::infinite();
  for (std::size_t child = 0; child < count; ++child) {
    const bool isBelow = startAfter[child] >= reached;
    if (child == 0 || (isBelow && !isBesideFlow(fragment, child - 1))) {
      bands.push_back({child, child, startAfter[child], reached});
    }
    reached = std::max(reached, startOf(child) + flows[child].extent);
    bands.back().last = child + 1;
    bands.back().end = reached;
  }
  return bands;
}

std::size_t firstInFlow(const LogicalFragment& fragment, const Band& band) {
  for (std::size_t child = band.first; child < band.last; ++child) {
    if (!isBesideFlow(fragment, child)) return child;
  }
  return band.first;
}

std::size_t lastInFlow(const LogicalFragment& fragment, const Band& band) {
  for (std::size_t child = band.last; child-- > band.first;) {
    if (!isBesideFlow(fragment, child)) return child;
  }
  return band.last - 1;
}

bool startsNarrow(const LogicalFragment& fragment, const std::vector<Flow>& flows, const Band& band) {
  for (std::size_t child = band.first; child < band.last; ++child) {
    if (isBesideFlow(fragment, child)) return false;
  }
  return flows[firstInFlow(fragment, band)].startsNarrow;
}

}  // namespace octavo::layout::page

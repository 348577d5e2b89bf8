// layout/page: which children of a fragment stand side by side.
#pragma once

#include <vector>

#include "layout/page/galley/places.h"

namespace octavo::layout::page {

/// Children that stand side by side: no page end passes between two of them from edge to edge.
struct Band {
  std::size_t first = 0, last = 0;  // [first, last)
  Length start, end;

  bool isEmpty() const { return start == end; }
};

/// `flows` are those of the fragment's children.
std::vector<Band> bandsOf(const LogicalFragment& fragment, const std::vector<Flow>& flows);

/// The first (last) child of a band that is in the flow; of all where none is.
std::size_t firstInFlow(const LogicalFragment& fragment, const Band& band);
std::size_t lastInFlow(const LogicalFragment& fragment, const Band& band);

/// Whether a band begins with a line beside a side float that is not in the band itself.
bool startsNarrow(const LogicalFragment& fragment, const std::vector<Flow>& flows, const Band& band);

}  // namespace octavo::layout::page

// layout/page: slices of finished fragments, from one page end to the next.
#pragma once

#include <vector>

#include "layout/page/galley/galley.h"
#include "layout/recast.h"

namespace octavo::layout::page {

/// The part of the galley between two positions. Boxes that straddle an end keep their sides and lose the
/// border at the cut (box-decoration-break: slice); ids and strings stay with a box's first part; table heads
/// are repeated. Figures [firstOmitted, lastOmitted) of each queue are left out, and the flow closes over them.
LogicalFragmentPtr cut(const Galley& galley, std::size_t from, std::size_t to, const FloatCounts& firstOmitted = {},
                       const FloatCounts& lastOmitted = {});

}  // namespace octavo::layout::page

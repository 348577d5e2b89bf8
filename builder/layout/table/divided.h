// layout/table: a table too wide for any page, one below another in parts of some of its columns each.
#pragma once

#include "layout/table/fitting.h"

namespace octavo::layout {

/// Copies of the table with neighbouring columns each that fit `room` together, the first column again in every one
/// where it leaves room. Cuts fall where no cell spans them. Empty where that does not do. The copies live in `keeper`.
std::vector<const box::Box*> divideByColumns(const Plan& plan, Length room, ReducedTables& keeper);

/// A later part as it stands on paper: what its first column repeats is not read again.
LogicalFragmentPtr laterPart(const LogicalFragment& part, const Plan& whole);

}  // namespace octavo::layout

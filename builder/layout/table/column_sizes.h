// layout/table: how wide the columns are. CSS 2.2, 17.5.2; CSS Tables 3, section 4 for what that leaves open.
#pragma once

#include <optional>
#include <vector>

#include "layout/table/borders.h"
#include "layout/table/grid.h"

namespace octavo::layout {

/// What a column asks for.
struct ColumnDemand {
  Length least, preferred;
  std::optional<Length> fixed;
  double share = 0;  // a percentage of the table as a ratio; 0: none
};

/// Padding of a cell and its borders' share inside the slot.
LogicalEdges<Length> cellInner(const GridCell& cell, const CellBorder& border, Length measure);

/// By the cells' content. Spanning cells count after those that span less.
std::vector<ColumnDemand> demandsOfContent(const Grid& grid, const TableBorders& borders, Context& context);
/// By column boxes and the first row only (table-layout: fixed).
std::vector<ColumnDemand> demandsOfFirstRow(const Grid& grid, const TableBorders& borders);

struct ColumnTotals {
  Length least, preferred;
};
ColumnTotals totalsOf(const std::vector<ColumnDemand>& demands);

/// Shares `available` out: first everyone's least, then percentages, then fixed sizes, then what content would like;
/// what is left over goes to the columns without a size of their own. The sum is exact, never under the least sizes.
std::vector<Length> assignColumns(const std::vector<ColumnDemand>& demands, Length available);

/// Parts that sum up to `total` exactly, by weight; evenly where all weights are zero.
std::vector<Length> shareOut(Length total, const std::vector<double>& weights);

}  // namespace octavo::layout

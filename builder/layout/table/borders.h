// layout/table: the borders that cells paint, and the room these take. CSS 2.2, 17.6.
#pragma once

#include <vector>

#include "layout/contract.h"
#include "layout/table/grid.h"

namespace octavo::layout {

struct CellBorder {
  LogicalEdges<BorderLine> line;   // painted
  LogicalEdges<Length> inside;     // its share within the cell's slot
  LogicalEdges<Length> outside;    // its share beyond the slot; only where borders collapse
};

struct TableBorders {
  bool isCollapsed = false;
  std::vector<CellBorder> cells;       // one for each cell of the grid
  LogicalEdges<Length> tableInner;     // between the table's border box and its grid (spacing not counted)
  Length spacingInline, spacingBlock;  // between cells, and around them
};

/// `measure`: what the table's percentage padding counts of. Where borders collapse, each side of a cell is painted
/// in one piece: beside several neighbours the strongest of their borders takes the whole side.
TableBorders resolveBorders(const box::Box& table, const Grid& grid, Length measure);

}  // namespace octavo::layout

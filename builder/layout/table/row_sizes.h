// layout/table: the laid out cells and how high they make the rows. CSS 2.2, 17.5.3.
#pragma once

#include <vector>

#include "layout/block/block.h"
#include "layout/table/borders.h"
#include "layout/table/grid.h"

namespace octavo::layout {

struct LaidCell {
  BoxGeometry geometry;
  Contents contents;
  Length blockSize;  // of the slot that it needs
  Length baseline;   // of its first line, from the slot's block start
  Length shift;      // of its contents, by vertical-align
};

struct TableTracks {
  std::vector<Length> columnStarts, columnSizes;  // from the grid's start side
  std::vector<Length> rowSizes;
  Length spacingInline, spacingBlock;

  Length spannedColumns(const GridCell& cell) const;
  Length spannedRows(const GridCell& cell) const;
};

/// Lays out every cell in its columns. `tracks` has its columns.
std::vector<LaidCell> layoutCells(const Grid& grid, const TableBorders& borders, const TableTracks& tracks,
                                  const Space& space, Context& context);
/// Rows as high as their cells and styles ask, then as high as spanning cells need; `leastBlockSize` of the whole grid
/// (a table's own block size) is shared out among the rows. Sets each cell's shift.
void setRowSizes(const Grid& grid, Length leastBlockSize, std::vector<LaidCell>& cells, TableTracks& tracks);

}  // namespace octavo::layout

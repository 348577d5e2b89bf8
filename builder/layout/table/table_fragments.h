// layout/table: from sized rows and columns to fragments.
#pragma once

#include "layout/table/row_sizes.h"

namespace octavo::layout {

/// All that the fragments are made from; owned by the caller.
struct SizedTable {
  const box::Box& box;
  const Grid& grid;
  const TableBorders& borders;
  const TableTracks& tracks;
  const std::vector<LaidCell>& cells;
  Length pageBlockSize;  // a row taller than this may be cut inside
};

struct GridPiece {
  std::vector<PlacedLogical> groups;  // from the border box's corner
  Length blockSize;                   // of the border box
  std::size_t nextRow = 0;            // the first row that did not fit; the number of rows when all did
};

/// Rows from `firstRow` on, as many as fit into `remaining`, after the head. The head is repeated where firstRow is
/// below it. Rows that a cell crosses stay together.
GridPiece gridPiece(const SizedTable& table, std::size_t firstRow, Length remaining);

}  // namespace octavo::layout

// layout/table: which cell covers which slots of a table. HTML, section 4.9.12 (forming a table).
#pragma once

#include <cstddef>
#include <vector>

#include "box/box.h"

namespace octavo::layout {

struct GridCell {
  const box::Box* box = nullptr;
  std::size_t row = 0, column = 0;
  std::size_t rowSpan = 1, columnSpan = 1;  // clamped to the row group, to the columns that differ
};

struct GridRow {
  const box::Box* box = nullptr;
  std::size_t group = 0;
  bool joinsNext = false;  // a cell crosses into the next row
};

struct GridGroup {
  const box::Box* box = nullptr;
  std::size_t firstRow = 0, rowCount = 0;
  bool isHead = false;
};

/// Neighbouring columns that every cell covers together count as one: a cell of a thousand columns costs no more than
/// any other.
struct GridColumn {
  const box::Box* box = nullptr;  // its TableColumn; null where there is none
  std::size_t merged = 1;         // columns of the document that it stands for
};

struct Grid {
  std::vector<GridGroup> groups;  // in the order of painting: the head first, the foot last
  std::vector<GridRow> rows;
  std::vector<GridCell> cells;  // by row, then column
  std::vector<GridColumn> columns;
  std::vector<const box::Box*> captions;
};

/// Any spans are safe: a row span ends with its group, a column span before a slot that is taken. Time and memory go
/// with the number of boxes, not with their spans.
Grid buildGrid(const box::Box& table);

}  // namespace octavo::layout

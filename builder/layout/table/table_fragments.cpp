// layout/table: from sized rows and columns to fragments.
#include "layout/table/table_fragments.h"

#include <algorithm>

namespace octavo::layout {

namespace {

/// A column's background shows where nothing in front of it is painted: CSS 2.2, 17.5.1.
Color backgroundBehind(const SizedTable& table, const GridCell& cell) {
  const GridRow& row = table.grid.rows[cell.row];
  const box::Box* column = table.grid.columns[cell.column].box;
  const bool isCovered = cell.box->style->background.alpha != 0 || row.box->style->background.alpha != 0 ||
                         table.grid.groups[row.group].box->style->background.alpha != 0;
  return column && !isCovered ? column->style->background : cell.box->style->background;
}

LogicalFragmentPtr cellFragment(const SizedTable& table, std::size_t index) {
  const GridCell& cell = table.grid.cells[index];
  const LaidCell& laid = table.cells[index];
  const CellBorder& border = table.borders.cells[index];
  LogicalFragment fragment = fragmentFor(*cell.box);
  fragment.layer = fragment::PaintLayer::Cell;
  fragment.size = {table.tracks.spannedColumns(cell) + border.outside.inlineStart + border.outside.inlineEnd,
                   table.tracks.spannedRows(cell) + border.outside.blockStart + border.outside.blockEnd};
  fragment.children = laid.contents.children;
  for (PlacedLogical& child : fragment.children) {
    child.at.inlineStart += border.outside.inlineStart;
    child.at.blockStart += border.outside.blockStart + laid.shift;
  }
  const Color background = backgroundBehind(table, cell);
  const bool isVisible = cell.box->style->visibility == css::Visibility::Visible;
  if (isVisible && (background.alpha != 0 || !(border.line == LogicalEdges<BorderLine>{}))) {
    fragment.content = LogicalFrame{border.line, background};
  }
  return std::make_shared<const LogicalFragment>(std::move(fragment));
}

void paintBackground(const css::ComputedStyle& style, LogicalFragment& fragment) {
  // Rows and groups have no border of their own: where borders collapse the cells paint it, else it is not painted.
  if (style.background.alpha != 0) fragment.content = LogicalFrame{{}, style.background};
}

class Pieces {
 public:
  explicit Pieces(const SizedTable& table) : table_(table) {
    firstCells_.assign(table.grid.rows.size() + 1, table.grid.cells.size());
    for (std::size_t index = table.grid.cells.size(); index-- > 0;) firstCells_[table.grid.cells[index].row] = index;
    for (std::size_t row = table.grid.rows.size(); row-- > 0;) {
      firstCells_[row] = std::min(firstCells_[row], firstCells_[row + 1]);
    }
  }

  /// Of rows [first, last), which lie in one group.
  LogicalFragmentPtr group(std::size_t first, std::size_t last, bool isRepeated) const {
    const GridGroup& group = table_.grid.groups[table_.grid.rows[first].group];
    LogicalFragment fragment = fragmentFor(*group.box);
    fragment.layer = fragment::PaintLayer::RowGroup;
    fragment.direction = table_.box.style->direction;
    fragment.size.inlineSize = rowInlineSize();
    for (std::size_t row = first; row < last; ++row) {
      if (row > first) fragment.size.blockSize += table_.tracks.spacingBlock;
      fragment.children.push_back({{{}, fragment.size.blockSize}, rowFragment(row)});
      fragment.size.blockSize += table_.tracks.rowSizes[row];
    }
    paintBackground(*group.box->style, fragment);
    fragment.flow.isRepeatedHead = group.isHead;
    if (group.isHead) fragment.flow.breakAfter = css::Break::Avoid;
    if (isRepeated) {
      fragment.role = fragment::Role::RepeatedHead;
      fragment.anchors.clear();
      fragment.strings.clear();
    }
    return std::make_shared<const LogicalFragment>(std::move(fragment));
  }

 private:
  Length rowInlineSize() const {
    const TableTracks& tracks = table_.tracks;
    return tracks.columnSizes.empty() ? Length{} : tracks.columnStarts.back() + tracks.columnSizes.back();
  }

  LogicalFragmentPtr rowFragment(std::size_t row) const {
    const GridRow& gridRow = table_.grid.rows[row];
    LogicalFragment fragment = fragmentFor(*gridRow.box);
    fragment.layer = fragment::PaintLayer::Row;
    fragment.direction = table_.box.style->direction;
    fragment.size = {rowInlineSize(), table_.tracks.rowSizes[row]};
    for (std::size_t index = firstCells_[row]; index < firstCells_[row + 1]; ++index) {
      const GridCell& cell = table_.grid.cells[index];
      const LogicalEdges<Length>& outside = table_.borders.cells[index].outside;
      fragment.children.push_back(
          {{table_.tracks.columnStarts[cell.column] - outside.inlineStart, -outside.blockStart},
           cellFragment(table_, index)});
    }
    paintBackground(*gridRow.box->style, fragment);
    if (fragment.size.blockSize <= table_.pageBlockSize) fragment.flow.breakInside = css::Break::Avoid;
    if (gridRow.joinsNext) fragment.flow.breakAfter = css::Break::Avoid;
    return std::make_shared<const LogicalFragment>(std::move(fragment));
  }

  const SizedTable& table_;
  std::vector<std::size_t> firstCells_;  // by row; one more for the end
};

/// The end of the run of rows from `row` on that no page end may part, within its group.
std::size_t endOfJoined(const Grid& grid, std::size_t row) {
  while (grid.rows[row].joinsNext) ++row;
  return row + 1;
}

}  // namespace

GridPiece gridPiece(const SizedTable& table, std::size_t firstRow, Length remaining) {
  const Grid& grid = table.grid;
  const TableTracks& tracks = table.tracks;
  const Pieces pieces(table);
  const LogicalEdges<Length>& inner = table.borders.tableInner;
  GridPiece piece;
  piece.nextRow = firstRow;
  Length position = inner.blockStart + tracks.spacingBlock;
  const Length endEdge = inner.blockEnd;
  const auto place = [&](std::size_t first, std::size_t last, bool isRepeated) {
    LogicalFragmentPtr group = pieces.group(first, last, isRepeated);
    const Length blockSize = group->size.blockSize;
    piece.groups.push_back({{inner.inlineStart + tracks.spacingInline, position}, std::move(group)});
    position += blockSize + tracks.spacingBlock;
  };
  const bool hasHead = !grid.groups.empty() && grid.groups.front().isHead && grid.groups.front().rowCount > 0;
  if (hasHead && firstRow >= grid.groups.front().rowCount) place(0, grid.groups.front().rowCount, true);

  bool isFull = false;
  while (piece.nextRow < grid.rows.size() && !isFull) {
    const GridGroup& group = grid.groups[grid.rows[piece.nextRow].group];
    const std::size_t groupEnd = group.firstRow + group.rowCount;
    std::size_t last = piece.nextRow;
    Length reached = position;
    while (last < groupEnd) {
      const std::size_t end = group.isHead ? groupEnd : endOfJoined(grid, last);
      for (std::size_t row = last; row < end; ++row) reached += tracks.rowSizes[row] + tracks.spacingBlock;
      if (reached + endEdge > remaining) break;
      last = end;
    }
    isFull = last < groupEnd;
    if (last > piece.nextRow) place(piece.nextRow, last, false);
    piece.nextRow = last;
  }
  piece.blockSize = position + endEdge;
  return piece;
}

}  // namespace octavo::layout

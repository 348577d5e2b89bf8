// layout/table: the laid out cells and how high they make the rows.
#include "layout/table/row_sizes.h"

#include <algorithm>
#include <numeric>

#include "layout/table/column_sizes.h"

namespace octavo::layout {

namespace {

enum class Alignment { Baseline, Start, Middle, End };

/// CSS 2.2, 17.5.3: what a cell does not know counts as baseline.
Alignment alignmentOf(const GridCell& cell) {
  const auto* shift = std::get_if<css::BaselineShift>(&cell.box->style->verticalAlign);
  if (!shift) return Alignment::Baseline;
  switch (*shift) {
    case css::BaselineShift::Top: return Alignment::Start;
    case css::BaselineShift::Middle: return Alignment::Middle;
    case css::BaselineShift::Bottom: return Alignment::End;
    case css::BaselineShift::Baseline:
    case css::BaselineShift::Sub:
    case css::BaselineShift::Super:
    case css::BaselineShift::TextTop:
    case css::BaselineShift::TextBottom: return Alignment::Baseline;
  }
  return Alignment::Baseline;
}

struct CellLayout {
  const GridCell& cell;
  const CellBorder& border;
  const TableTracks& tracks;
  Length pageRoom;  // for the cell's slot
};

LaidCell layoutCell(const CellLayout& layout, const Space& space, Context& context) {
  const box::Box& box = *layout.cell.box;
  const Length slot = layout.tracks.spannedColumns(layout.cell);
  LaidCell laid;
  laid.geometry.inner = cellInner(layout.cell, layout.border, slot);
  laid.geometry.inlineSize = std::max(Length{}, slot - laid.geometry.inlineInner());
  Space inside = space.inside(slot);
  const Length room = std::max(Length{}, layout.pageRoom - laid.geometry.blockInner());
  inside.pageBlockSize = room;
  laid.contents = layoutContents(box, laid.geometry, inside, nullptr, context);
  const auto smaller = smallerPicture(laid.contents.children, laid.contents.blockSize, room);
  if (smaller && context.secondTries > 0) {
    const SecondTry second(context);
    inside.pageBlockSize = *smaller;
    laid.contents = layoutContents(box, laid.geometry, inside, nullptr, context);
  }
  // A cell's own block size is a least one; percentages of a row that is not known yet are auto.
  BoxGeometry asked = laid.geometry;
  setBlockSizes(*box.style, Length::infinite(), asked);
  const Length least = std::max(asked.blockSize.value_or(Length{}), asked.minBlockSize);
  laid.blockSize = std::max(laid.contents.blockSize, least) + laid.geometry.blockInner();
  laid.baseline = laid.geometry.inner.blockStart + laid.contents.blockSize;
  for (const PlacedLogical& child : laid.contents.children) {
    if (child.fragment->flow.isBesideFlow) continue;
    const auto baseline = firstBaseline(*child.fragment);
    if (!baseline) continue;
    laid.baseline = child.at.blockStart + *baseline;
    break;
  }
  return laid;
}

/// Cells on the baseline of their first row move down to the lowest baseline among them.
void alignBaselines(const Grid& grid, std::vector<LaidCell>& cells) {
  std::vector<Length> baselines(grid.rows.size());
  for (std::size_t index = 0; index < cells.size(); ++index) {
    if (alignmentOf(grid.cells[index]) != Alignment::Baseline) continue;
    Length& baseline = baselines[grid.cells[index].row];
    baseline = std::max(baseline, cells[index].baseline);
  }
  for (std::size_t index = 0; index < cells.size(); ++index) {
    if (alignmentOf(grid.cells[index]) != Alignment::Baseline) continue;
    cells[index].shift = baselines[grid.cells[index].row] - cells[index].baseline;
  }
}

std::vector<double> weightsOf(std::span<const Length> sizes) {
  std::vector<double> weights;
  for (const Length size : sizes) weights.push_back(size.toPoints());
  return weights;
}

void growRows(std::span<Length> rows, Length excess) {
  if (excess <= Length{}) return;
  const std::vector<Length> parts = shareOut(excess, weightsOf(rows));
  for (std::size_t index = 0; index < rows.size(); ++index) rows[index] += parts[index];
}

void alignInRows(const Grid& grid, const TableTracks& tracks, std::vector<LaidCell>& cells) {
  for (std::size_t index = 0; index < cells.size(); ++index) {
    LaidCell& cell = cells[index];
    const Length used = cell.geometry.blockInner() + cell.contents.blockSize;
    const Length left = std::max(Length{}, tracks.spannedRows(grid.cells[index]) - used);
    switch (alignmentOf(grid.cells[index])) {
      case Alignment::Start: cell.shift = Length{}; break;
      case Alignment::Middle: cell.shift = left.scaled(1, 2); break;
      case Alignment::End: cell.shift = left; break;
      case Alignment::Baseline: break;
    }
  }
}

}  // namespace

Length TableTracks::spannedColumns(const GridCell& cell) const {
  const std::size_t last = cell.column + cell.columnSpan - 1;
  return columnStarts[last] + columnSizes[last] - columnStarts[cell.column];
}

Length TableTracks::spannedRows(const GridCell& cell) const {
  const auto begin = rowSizes.begin() + static_cast<std::ptrdiff_t>(cell.row);
  const Length sum = std::accumulate(begin, begin + static_cast<std::ptrdiff_t>(cell.rowSpan), Length{});
  return sum + spacingBlock * static_cast<int>(cell.rowSpan - 1);
}

std::vector<LaidCell> layoutCells(const Grid& grid, const TableBorders& borders, const TableTracks& tracks,
                                  const Space& space, Context& context) {
  // A head is repeated above each row that begins a page, so it takes its part of their room.
  const std::size_t headRows = !grid.groups.empty() && grid.groups.front().isHead ? grid.groups.front().rowCount : 0;
  std::vector<Length> head(headRows);
  std::vector<LaidCell> cells;
  Length room = space.pageBlockSize;
  for (std::size_t index = 0; index < grid.cells.size(); ++index) {
    const GridCell& cell = grid.cells[index];
    const bool isFirstBelow = cell.row >= headRows && index > 0 && grid.cells[index - 1].row < headRows;
    if (isFirstBelow) room -= std::accumulate(head.begin(), head.end(), tracks.spacingBlock * static_cast<int>(headRows));
    cells.push_back(layoutCell({cell, borders.cells[index], tracks, room}, space, context));
    if (cell.row < headRows) head[cell.row] = std::max(head[cell.row], cells.back().blockSize);
  }
  return cells;
}

void setRowSizes(const Grid& grid, Length leastBlockSize, std::vector<LaidCell>& cells, TableTracks& tracks) {
  tracks.rowSizes.assign(grid.rows.size(), Length{});
  for (std::size_t row = 0; row < grid.rows.size(); ++row) {
    BoxGeometry asked;
    setBlockSizes(*grid.rows[row].box->style, Length::infinite(), asked);
    tracks.rowSizes[row] = std::max(asked.blockSize.value_or(Length{}), asked.minBlockSize);
  }
  alignBaselines(grid, cells);
  std::vector<std::size_t> spanning;
  for (std::size_t index = 0; index < cells.size(); ++index) {
    const GridCell& cell = grid.cells[index];
    if (cell.rowSpan > 1) {
      spanning.push_back(index);
    } else {
      tracks.rowSizes[cell.row] = std::max(tracks.rowSizes[cell.row], cells[index].shift + cells[index].blockSize);
    }
  }
  std::ranges::stable_sort(spanning, {}, [&](std::size_t index) { return grid.cells[index].rowSpan; });
  for (const std::size_t index : spanning) {
    const GridCell& cell = grid.cells[index];
    const Length missing = cells[index].shift + cells[index].blockSize - tracks.spannedRows(cell);
    growRows(std::span(tracks.rowSizes).subspan(cell.row, cell.rowSpan), missing);
  }
  const Length sum = std::accumulate(tracks.rowSizes.begin(), tracks.rowSizes.end(), Length{});
  growRows(tracks.rowSizes, leastBlockSize - sum);
  alignInRows(grid, tracks, cells);
}

}  // namespace octavo::layout

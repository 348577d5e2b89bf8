// layout/table: which cell covers which slots of a table.
#include "layout/table/grid.h"

#include <algorithm>

namespace octavo::layout {

namespace {

/// Columns [begin, end) that a cell above still covers, in rows before `untilRow`.
struct Taken {
  std::size_t begin = 0, end = 0, untilRow = 0;
};

struct ColumnStretch {
  const box::Box* box = nullptr;
  std::size_t begin = 0, end = 0;
};

std::vector<const box::Box*> groupsInPaintingOrder(const box::Box& table) {
  std::vector<const box::Box*> heads, bodies, feet;
  for (const auto& child : table.children) {
    if (child->kind != box::Kind::TableRowGroup) continue;
    // Only the first head and foot are special: CSS 2.2, 17.2.
    if (child->style->display == css::Display::TableHeaderGroup && heads.empty()) {
      heads.push_back(child.get());
    } else if (child->style->display == css::Display::TableFooterGroup && feet.empty()) {
      feet.push_back(child.get());
    } else {
      bodies.push_back(child.get());
    }
  }
  heads.insert(heads.end(), bodies.begin(), bodies.end());
  heads.insert(heads.end(), feet.begin(), feet.end());
  return heads;
}

/// Sorted by column; neighbours that end together become one.
void addTaken(std::vector<Taken>& taken, std::vector<Taken>& fresh) {
  if (fresh.empty()) return;
  taken.insert(taken.end(), fresh.begin(), fresh.end());
  fresh.clear();
  std::ranges::sort(taken, {}, &Taken::begin);
  std::size_t kept = 0;
  for (std::size_t index = 1; index < taken.size(); ++index) {
    if (taken[kept].end == taken[index].begin && taken[kept].untilRow == taken[index].untilRow) {
      taken[kept].end = taken[index].end;
    } else {
      taken[++kept] = taken[index];
    }
  }
  taken.resize(kept + 1);
}

void placeRow(const box::Box& row, std::size_t rowIndex, std::size_t groupEnd, std::vector<Taken>& taken, Grid& grid) {
  std::erase_if(taken, [&](const Taken& stretch) { return stretch.untilRow <= rowIndex; });
  std::vector<Taken> fresh;
  std::size_t column = 0;
  auto next = taken.begin();
  for (const auto& child : row.children) {
    if (child->kind != box::Kind::TableCell) continue;
    while (next != taken.end() && next->begin <= column) column = std::max(column, (next++)->end);
    GridCell cell{child.get(), rowIndex, column, 1, static_cast<std::size_t>(std::max(1, child->columnSpan))};
    if (next != taken.end()) cell.columnSpan = std::min(cell.columnSpan, next->begin - column);
    const std::size_t rowsLeft = groupEnd - rowIndex;
    const bool toTheEnd = child->rowSpan <= 0;
    cell.rowSpan = toTheEnd ? rowsLeft : std::min(rowsLeft, static_cast<std::size_t>(child->rowSpan));
    column += cell.columnSpan;
    if (cell.rowSpan > 1) fresh.push_back({cell.column, column, rowIndex + cell.rowSpan});
    grid.cells.push_back(cell);
  }
  addTaken(taken, fresh);
}

void placeGroup(const box::Box& group, bool isHead, Grid& grid) {
  GridGroup placed{&group, grid.rows.size(), 0, isHead};
  std::vector<const box::Box*> rows;
  for (const auto& child : group.children) {
    if (child->kind == box::Kind::TableRow) rows.push_back(child.get());
  }
  placed.rowCount = rows.size();
  std::vector<Taken> taken;
  for (const box::Box* row : rows) {
    const std::size_t rowIndex = grid.rows.size();
    grid.rows.push_back({row, grid.groups.size(), false});
    placeRow(*row, rowIndex, placed.firstRow + placed.rowCount, taken, grid);
  }
  grid.groups.push_back(placed);
}

std::vector<ColumnStretch> columnStretches(const box::Box& table) {
  std::vector<ColumnStretch> stretches;
  std::size_t column = 0;
  const auto add = [&](const box::Box& box) {
    const std::size_t end = column + static_cast<std::size_t>(std::max(1, box.columnSpan));
    stretches.push_back({&box, column, end});
    column = end;
  };
  for (const auto& child : table.children) {
    if (child->kind != box::Kind::TableColumn) continue;
    if (child->children.empty()) add(*child);
    for (const auto& inner : child->children) add(*inner);
  }
  return stretches;
}

/// Renumbers the cells' columns so that only those remain where a cell or a column box begins or ends.
void mergeColumns(const std::vector<ColumnStretch>& stretches, Grid& grid) {
  std::vector<std::size_t> borders{0};
  for (const GridCell& cell : grid.cells) {
    borders.push_back(cell.column);
    borders.push_back(cell.column + cell.columnSpan);
  }
  for (const ColumnStretch& stretch : stretches) borders.push_back(stretch.end);
  std::ranges::sort(borders);
  borders.erase(std::ranges::unique(borders).begin(), borders.end());

  const auto indexOf = [&](std::size_t column) {
    return static_cast<std::size_t>(std::ranges::lower_bound(borders, column) - borders.begin());
  };
  for (GridCell& cell : grid.cells) {
    const std::size_t end = indexOf(cell.column + cell.columnSpan);
    cell.column = indexOf(cell.column);
    cell.columnSpan = end - cell.column;
  }
  auto stretch = stretches.begin();
  for (std::size_t index = 0; index + 1 < borders.size(); ++index) {
    while (stretch != stretches.end() && stretch->end <= borders[index]) ++stretch;
    const box::Box* box = stretch != stretches.end() ? stretch->box : nullptr;
    grid.columns.push_back({box, borders[index + 1] - borders[index]});
  }
}

/// A difference count over the rows: rows that some cell crosses into the next.
void markJoinedRows(Grid& grid) {
  std::vector<std::ptrdiff_t> change(grid.rows.size() + 1);
  for (const GridCell& cell : grid.cells) {
    ++change[cell.row];
    --change[cell.row + cell.rowSpan - 1];
  }
  std::ptrdiff_t crossing = 0;
  for (std::size_t row = 0; row < grid.rows.size(); ++row) {
    crossing += change[row];
    grid.rows[row].joinsNext = crossing > 0;
  }
}

}  // namespace

Grid buildGrid(const box::Box& table) {
  Grid grid;
  for (const auto& child : table.children) {
    if (child->kind == box::Kind::TableCaption) grid.captions.push_back(child.get());
  }
  const std::vector<const box::Box*> groups = groupsInPaintingOrder(table);
  for (const box::Box* group : groups) {
    const bool isHead = group == groups.front() && group->style->display == css::Display::TableHeaderGroup;
    placeGroup(*group, isHead, grid);
  }
  mergeColumns(columnStretches(table), grid);
  markJoinedRows(grid);
  return grid;
}

}  // namespace octavo::layout

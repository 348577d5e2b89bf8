// layout/table: the borders that cells paint, and the room these take.
#include "layout/table/borders.h"

#include <algorithm>
#include <cstdint>

#include "layout/block/geometry.h"

namespace octavo::layout {

namespace {

/// Beyond this many slots (a page of addresses in memory), neighbours are not looked for: each cell keeps its own
/// borders. No table that anyone reads comes near.
constexpr std::size_t kMaxSlots = std::size_t{1} << 22;

using Side = BorderLine LogicalEdges<BorderLine>::*;
constexpr Side kBlockStart = &LogicalEdges<BorderLine>::blockStart;
constexpr Side kBlockEnd = &LogicalEdges<BorderLine>::blockEnd;
constexpr Side kInlineStart = &LogicalEdges<BorderLine>::inlineStart;
constexpr Side kInlineEnd = &LogicalEdges<BorderLine>::inlineEnd;

int strength(LineStyle style) {
  switch (style) {
    case LineStyle::None: return 0;
    case LineStyle::Wavy: return 1;
    case LineStyle::Dotted: return 2;
    case LineStyle::Dashed: return 3;
    case LineStyle::Solid: return 4;
    case LineStyle::Double: return 5;
  }
  return 0;
}

/// CSS 2.2, 17.6.2.1. Equals leave the earlier contender: contend in the order cell, row, group, column, table.
void contend(BorderLine& winner, const BorderLine& other) {
  if (other.style == LineStyle::None || other.width == Length{}) return;
  if (other.width > winner.width || winner.style == LineStyle::None ||
      (other.width == winner.width && strength(other.style) > strength(winner.style))) {
    winner = other;
  }
}

class Collapse {
 public:
  Collapse(const box::Box& table, const Grid& grid) : table_(table), grid_(grid) {
    slots_.resize(grid.rows.size() * grid.columns.size(), kNobody);
    for (std::size_t index = 0; index < grid.cells.size(); ++index) {
      const GridCell& cell = grid.cells[index];
      for (std::size_t row = cell.row; row < cell.row + cell.rowSpan; ++row) {
        const auto begin = slots_.begin() + static_cast<std::ptrdiff_t>(row * grid.columns.size() + cell.column);
        std::fill(begin, begin + static_cast<std::ptrdiff_t>(cell.columnSpan), static_cast<std::uint32_t>(index));
      }
    }
  }

  LogicalEdges<BorderLine> linesOf(const GridCell& cell) const {
    return {blockSide(cell, cell.row, kBlockStart, kBlockEnd),
            inlineSide(cell, cell.column + cell.columnSpan, kInlineEnd, kInlineStart),
            blockSide(cell, cell.row + cell.rowSpan, kBlockEnd, kBlockStart),
            inlineSide(cell, cell.column, kInlineStart, kInlineEnd)};
  }

 private:
  static constexpr std::uint32_t kNobody = UINT32_MAX;

  /// The cell's side on the line before row `border`; `own` is its side, `facing` the side of what lies beyond.
  BorderLine blockSide(const GridCell& cell, std::size_t border, Side own, Side facing) const {
    const bool isStart = own == kBlockStart;
    const bool isOuter = border == 0 || border == grid_.rows.size();
    BorderLine line = cell.box->style->border.*own;
    const std::size_t beyond = isStart ? border - 1 : border;
    if (!isOuter) {
      for (std::size_t column = cell.column; column < cell.column + cell.columnSpan; ++column) {
        contendCell(line, beyond, column, facing);
      }
    }
    const std::size_t near = isStart ? border : border - 1;
    contend(line, grid_.rows[near].box->style->border.*own);
    if (!isOuter) contend(line, grid_.rows[beyond].box->style->border.*facing);
    if (isOuter || grid_.rows[near].group != grid_.rows[beyond].group) {
      contend(line, groupOf(near).style->border.*own);
      if (!isOuter) contend(line, groupOf(beyond).style->border.*facing);
    }
    if (isOuter) {
      if (const box::Box* column = grid_.columns[cell.column].box) contend(line, column->style->border.*own);
      contend(line, table_.style->border.*own);
    }
    return line;
  }

  BorderLine inlineSide(const GridCell& cell, std::size_t border, Side own, Side facing) const {
    const bool isStart = own == kInlineStart;
    const bool isOuter = border == 0 || border == grid_.columns.size();
    BorderLine line = cell.box->style->border.*own;
    const std::size_t beyond = isStart ? border - 1 : border;
    for (std::size_t row = cell.row; row < cell.row + cell.rowSpan; ++row) {
      if (!isOuter) contendCell(line, row, beyond, facing);
      if (isOuter) contend(line, grid_.rows[row].box->style->border.*own);
    }
    if (isOuter) contend(line, groupOf(cell.row).style->border.*own);
    const std::size_t near = isStart ? border : border - 1;
    if (const box::Box* column = grid_.columns[near].box) contend(line, column->style->border.*own);
    if (!isOuter && grid_.columns[beyond].box) contend(line, grid_.columns[beyond].box->style->border.*facing);
    if (isOuter) contend(line, table_.style->border.*own);
    return line;
  }

  void contendCell(BorderLine& line, std::size_t row, std::size_t column, Side side) const {
    const std::uint32_t index = slots_[row * grid_.columns.size() + column];
    if (index != kNobody) contend(line, grid_.cells[index].box->style->border.*side);
  }

  const box::Box& groupOf(std::size_t row) const { return *grid_.groups[grid_.rows[row].group].box; }

  const box::Box& table_;
  const Grid& grid_;
  std::vector<std::uint32_t> slots_;  // by row, then column: index of the cell
};

/// Along the line a border is shared by halves. Along the block it belongs to the row above, so that rows don't
/// overlap and a page may end between them; the cell below paints the same line once more, beyond its slot, where a
/// page that begins with it needs it.
CellBorder shared(const LogicalEdges<BorderLine>& line) {
  // Halves are rounded the same way from both sides, so that neighbours paint one line.
  const Length startHalf = line.inlineStart.width.scaled(1, 2);
  const Length endHalf = line.inlineEnd.width.scaled(1, 2);
  CellBorder border;
  border.line = line;
  border.outside = {line.blockStart.width, line.inlineEnd.width - endHalf, Length{}, startHalf};
  border.inside = {Length{}, endHalf, line.blockEnd.width, line.inlineStart.width - startHalf};
  return border;
}

void collapse(const box::Box& table, const Grid& grid, TableBorders& borders) {
  const Collapse collapse(table, grid);
  LogicalEdges<Length>& inner = borders.tableInner;
  inner = {};
  for (const GridCell& cell : grid.cells) {
    const CellBorder border = shared(collapse.linesOf(cell));
    if (cell.row == 0) inner.blockStart = std::max(inner.blockStart, border.outside.blockStart);
    if (cell.column == 0) inner.inlineStart = std::max(inner.inlineStart, border.outside.inlineStart);
    if (cell.column + cell.columnSpan == grid.columns.size()) {
      inner.inlineEnd = std::max(inner.inlineEnd, border.outside.inlineEnd);
    }
    borders.cells.push_back(border);
  }
}

void keepSeparate(const Grid& grid, TableBorders& borders) {
  const auto width = [](const BorderLine& line) { return line.style == LineStyle::None ? Length{} : line.width; };
  for (const GridCell& cell : grid.cells) {
    const LogicalEdges<BorderLine>& line = cell.box->style->border;
    borders.cells.push_back(
        {line, {width(line.blockStart), width(line.inlineEnd), width(line.blockEnd), width(line.inlineStart)}, {}});
  }
}

}  // namespace

TableBorders resolveBorders(const box::Box& table, const Grid& grid, Length measure) {
  TableBorders borders;
  const css::ComputedStyle& style = *table.style;
  const bool isCollapsed = style.borderCollapse == css::BorderCollapse::Collapse;
  if (isCollapsed && !grid.cells.empty() && grid.rows.size() <= kMaxSlots / grid.columns.size()) {
    borders.isCollapsed = true;
    collapse(table, grid, borders);
    return borders;
  }
  borders.tableInner = innerEdges(style, measure);
  if (!isCollapsed) {
    borders.spacingInline = std::max(Length{}, style.borderSpacingInline);
    borders.spacingBlock = std::max(Length{}, style.borderSpacingBlock);
  }
  keepSeparate(grid, borders);
  return borders;
}

}  // namespace octavo::layout

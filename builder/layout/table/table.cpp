// layout/table: a table with its captions.
#include "layout/table/table.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "layout/block/block.h"
#include "layout/table/column_sizes.h"
#include "layout/table/reduced.h"
#include "layout/table/table_fragments.h"

namespace octavo::layout {

namespace {

/// Goes on at a row.
struct TableBreak : BreakToken {
  std::size_t row = 0;
};

bool isFixed(const css::ComputedStyle& style) {
  return style.tableLayout == css::TableLayout::Fixed && !std::holds_alternative<css::Auto>(style.inlineSize);
}

/// Table edges and the spacing around all columns.
Length besideColumns(const Grid& grid, const TableBorders& borders) {
  const Length spacing = grid.columns.empty() ? Length{} : borders.spacingInline * static_cast<int>(grid.columns.size() + 1);
  return borders.tableInner.inlineStart + borders.tableInner.inlineEnd + spacing;
}

struct Widths {
  Length borderBox;  // of the grid
  std::vector<Length> columns;
};

/// A table whose columns have said what they need.
struct Plan {
  const box::Box* box = nullptr;
  Grid grid;
  TableBorders borders;
  std::vector<ColumnDemand> demands;
  ColumnTotals totals;
};

Plan planFor(const box::Box& box, Length measure, Context& context) {
  Plan plan{&box, buildGrid(box), {}, {}, {}};
  plan.borders = resolveBorders(box, plan.grid, measure);
  plan.demands = isFixed(*box.style) ? demandsOfFirstRow(plan.grid, plan.borders)
                                     : demandsOfContent(plan.grid, plan.borders, context);
  plan.totals = totalsOf(plan.demands);
  return plan;
}

Length roomFor(const box::Box& box, Length measure) {
  const LogicalEdges<Length> margin = marginsWithoutAuto(*box.style, measure);
  return std::max(Length{}, measure - margin.inlineStart - margin.inlineEnd);
}

/// Least size of the grid's border box; a fixed table's is what it asks for.
Length leastSize(const Plan& plan, Length measure) {
  const css::ComputedStyle& style = *plan.box->style;
  const Length least = plan.totals.least + besideColumns(plan.grid, plan.borders);
  const Length inner = plan.borders.tableInner.inlineStart + plan.borders.tableInner.inlineEnd;
  const auto styled = isFixed(style) ? styledInlineSize(style, inner, measure) : std::nullopt;
  return styled ? std::max(least, *styled + inner) : least;
}

/// CSS 2.2, 17.5.2: as wide as asked for, else as the content likes, within the room; never under the least. A table
/// that may be made smaller is no wider than the room where its content lets it.
Widths chooseWidths(const Plan& plan, Length measure) {
  const css::ComputedStyle& style = *plan.box->style;
  const Length room = roomFor(*plan.box, measure);
  const Length beside = besideColumns(plan.grid, plan.borders);
  const Length inner = plan.borders.tableInner.inlineStart + plan.borders.tableInner.inlineEnd;
  const Length least = plan.totals.least + beside;
  Length size = std::max(least, std::min(room, plan.totals.preferred + beside));
  if (const auto styled = styledInlineSize(style, inner, measure)) size = std::max(least, *styled + inner);
  size = std::max(least, clampedInlineSize(style, size - inner, inner, measure) + inner);
  if (style.leastScale < 1) size = std::min(size, std::max(least, room));
  return {size, assignColumns(plan.demands, size - beside)};
}

/// Makes the table smaller as far as its style allows, so that it fits; lets words break anywhere where that is not
/// enough. Says so, and says where it sticks out all the same.
Plan fitted(Plan plan, Length measure, Context& context) {
  constexpr int kMostTries = 3;
  const box::Box& original = *plan.box;
  const Length room = roomFor(original, measure) + Length::units(1);
  const double floor = original.style->leastScale;
  double scale = 1;
  const auto isTooWide = [&] { return leastSize(plan, measure) > room; };
  for (int tries = 0; tries < kMostTries && isTooWide() && scale > floor && context.reducedTables; ++tries) {
    const double needed = scale * room.toPoints() / leastSize(plan, measure).toPoints();
    const bool isLast = needed < floor || tries + 1 == kMostTries;
    scale = isLast ? floor : needed * 0.998;  // sizes are rounded
    plan = planFor(context.reducedTables->get(original, {scale, isLast}), measure, context);
  }
  if (isTooWide()) {
    context.diagnostics.report({Severity::Warning, "table-too-wide", original.element->position(),
                                "the table is wider than the page's measure; it sticks out",
                                "give it smaller text, fewer columns, or let its words break", {}});
  } else if (scale < 1) {
    context.diagnostics.report({Severity::Note, "table-reduced", original.element->position(),
                                fmt::format("the table is set at {:.0f} % of its size to fit the measure", scale * 100),
                                "give it fewer columns or a wider page, or say -octavo-least-scale: none", {}});
  }
  return plan;
}

TableTracks tracksOf(const TableBorders& borders, std::vector<Length> columns) {
  TableTracks tracks;
  tracks.spacingInline = borders.spacingInline;
  tracks.spacingBlock = borders.spacingBlock;
  Length start;
  for (const Length size : columns) {
    tracks.columnStarts.push_back(start);
    start += size + borders.spacingInline;
  }
  tracks.columnSizes = std::move(columns);
  return tracks;
}

/// What the rows together must be at least, so that the table has the block size it asks for.
Length leastRows(const box::Box& box, const Grid& grid, const TableBorders& borders, const Space& space) {
  if (grid.rows.empty()) return {};
  BoxGeometry asked;
  asked.inner = borders.tableInner;
  setBlockSizes(*box.style, space.available.blockSize, asked);
  const Length content = std::max(asked.blockSize.value_or(Length{}), asked.minBlockSize);
  return content - borders.spacingBlock * static_cast<int>(grid.rows.size() + 1);
}

/// Captions stacked at one side of the grid.
struct Captions {
  std::vector<PlacedLogical> placed;  // from the first one's block start
  Length blockSize;                   // margins included
};

Captions layoutCaptions(const Grid& grid, css::CaptionSide side, Length inlineSize, const Space& space,
                        Context& context) {
  Captions captions;
  for (const box::Box* box : grid.captions) {
    if (box->style->captionSide != side) continue;
    Space inside;
    inside.available = {inlineSize, Length::infinite()};
    inside.pageBlockSize = space.pageBlockSize;
    inside.isSecondTry = space.isSecondTry;
    inside.writingMode = space.writingMode;
    const Result laid = layoutBlock(*box, inside, nullptr, context);
    LogicalFragment fragment = *laid.fragment;
    const bool isAbove = side == css::CaptionSide::BlockStart;
    (isAbove ? fragment.flow.breakAfter : fragment.flow.breakBefore) = css::Break::Avoid;
    // One that fills half of a page may be divided, but for its own widows and orphans.
    fragment.flow.isCaption = fragment.size.blockSize.scaled(2.0) <= space.pageBlockSize;
    captions.blockSize += laid.margin.blockStart;
    captions.placed.push_back({{laid.margin.inlineStart, captions.blockSize},
                               std::make_shared<const LogicalFragment>(std::move(fragment))});
    captions.blockSize += laid.fragment->size.blockSize + laid.margin.blockEnd;
  }
  return captions;
}

Length captionsLeast(const Grid& grid, Context& context) {
  Length least;
  for (const box::Box* box : grid.captions) least = std::max(least, measureBlock(*box, context).minContent);
  return least;
}

struct LaidGrid {
  LogicalFragment fragment;
  std::size_t nextRow = 0;
};

LaidGrid layoutGrid(const box::Box& box, const Grid& grid, const TableBorders& borders, const Widths& widths,
                    const Space& space, std::size_t firstRow, Context& context) {
  TableTracks tracks = tracksOf(borders, widths.columns);
  Space forCells = space;
  const LogicalEdges<Length>& inner = borders.tableInner;
  forCells.pageBlockSize -= inner.blockStart + inner.blockEnd + borders.spacingBlock * 2;
  std::vector<LaidCell> cells = layoutCells(grid, borders, tracks, forCells, context);
  setRowSizes(grid, leastRows(box, grid, borders, space), cells, tracks);
  const SizedTable sized{box, grid, borders, tracks, cells, space.pageBlockSize};
  GridPiece piece = gridPiece(sized, firstRow, space.remainingBlockSize);
  LaidGrid laid;
  laid.nextRow = piece.nextRow;
  laid.fragment.source = box.element;
  laid.fragment.order = box.order;
  laid.fragment.direction = box.style->direction;
  laid.fragment.children = std::move(piece.groups);
  laid.fragment.size = {widths.borderBox, piece.blockSize};
  if (borders.isCollapsed) {
    if (box.style->background.alpha != 0) laid.fragment.content = LogicalFrame{{}, box.style->background};
  } else {
    paintFrame(*box.style, laid.fragment);
  }
  return laid;
}

void shiftBlock(std::vector<PlacedLogical>& children, Length by) {
  for (PlacedLogical& child : children) child.at.blockStart += by;
}

/// The grid between its captions; the wrapper has the table's own facts.
LogicalFragment wrapped(const box::Box& box, LogicalFragment grid, Captions above, Captions below, Length inlineSize) {
  LogicalFragment wrapper = fragmentFor(box);
  wrapper.size = {inlineSize, above.blockSize + grid.size.blockSize + below.blockSize};
  shiftBlock(below.placed, above.blockSize + grid.size.blockSize);
  wrapper.children = std::move(above.placed);
  const Length gridStart = above.blockSize;
  wrapper.children.push_back({{{}, gridStart}, std::make_shared<const LogicalFragment>(std::move(grid))});
  wrapper.children.insert(wrapper.children.end(), below.placed.begin(), below.placed.end());
  return wrapper;
}

/// A grid without captions is the table itself.
LogicalFragment asTable(const box::Box& box, LogicalFragment grid) {
  LogicalFragment table = fragmentFor(box);
  table.size = grid.size;
  table.content = std::move(grid.content);
  table.children = std::move(grid.children);
  return table;
}

}  // namespace

Result layoutTable(const box::Box& original, const Space& space, const BreakToken* resume, Context& context) {
  const Length measure = space.available.inlineSize;
  const Plan plan = fitted(planFor(original, measure, context), measure, context);
  const box::Box& box = *plan.box;
  const css::ComputedStyle& style = *box.style;
  const Grid& grid = plan.grid;
  const TableBorders& borders = plan.borders;
  const Widths widths = chooseWidths(plan, measure);
  const std::size_t firstRow = resume ? static_cast<const TableBreak*>(resume)->row : 0;

  const Length inlineSize = std::max(widths.borderBox, std::min(captionsLeast(grid, context), measure));
  Captions above, below;
  if (!resume) above = layoutCaptions(grid, css::CaptionSide::BlockStart, inlineSize, space, context);
  below = layoutCaptions(grid, css::CaptionSide::BlockEnd, inlineSize, space, context);
  Space inside = space;
  inside.remainingBlockSize -= above.blockSize + below.blockSize;
  inside.pageBlockSize -= above.blockSize + below.blockSize;
  LaidGrid laid = layoutGrid(box, grid, borders, widths, inside, firstRow, context);
  Result result;
  if (laid.nextRow == firstRow && !grid.rows.empty()) return result;
  if (laid.nextRow < grid.rows.size()) {
    auto next = std::make_unique<TableBreak>();
    next->row = laid.nextRow;
    result.resume = std::move(next);
    below = {};
  }
  LogicalFragment table = grid.captions.empty()
                              ? asTable(box, std::move(laid.fragment))
                              : wrapped(box, std::move(laid.fragment), std::move(above), std::move(below), inlineSize);
  result.margin = marginsWithoutAuto(style, measure);
  if (resume) result.margin.blockStart = Length{};
  if (!space.shrinkToFit) {
    distributeAutoMargins(style, measure - result.margin.inlineStart - result.margin.inlineEnd - inlineSize,
                          result.margin);
  }
  table.flow.marginBlockStart = result.margin.blockStart;
  table.flow.marginBlockEnd = result.margin.blockEnd;
  result.fragment = std::make_shared<const LogicalFragment>(std::move(table));
  return result;
}

InlineSizes measureTable(const box::Box& box, Context& context) {
  const css::ComputedStyle& style = *box.style;
  constexpr Length kUnknown = Length::infinite();
  const Grid grid = buildGrid(box);
  const TableBorders borders = resolveBorders(box, grid, kUnknown);
  const ColumnTotals totals =
      totalsOf(isFixed(style) ? demandsOfFirstRow(grid, borders) : demandsOfContent(grid, borders, context));
  const Length beside = besideColumns(grid, borders);
  const Length inner = borders.tableInner.inlineStart + borders.tableInner.inlineEnd;
  const LogicalEdges<Length> margin = marginsWithoutAuto(style, kUnknown);
  const Length around = margin.inlineStart + margin.inlineEnd;
  const Length least = std::max(totals.least + beside, captionsLeast(grid, context));
  if (const auto styled = styledInlineSize(style, inner, kUnknown)) {
    const Length size = std::max(least, *styled + inner) + around;
    return {size, size};
  }
  return {least + around, std::max(least, totals.preferred + beside) + around};
}

}  // namespace octavo::layout

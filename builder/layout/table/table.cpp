// layout/table: a table with its captions.
#include "layout/table/table.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "layout/block/block.h"
#include "layout/table/divided.h"
#include "layout/table/fitting.h"
#include "layout/table/table_fragments.h"

namespace octavo::layout {

namespace {

/// Goes on at a row.
struct TableBreak : BreakToken {
  std::size_t row = 0;
};

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
    const Result laid = layoutBlock(*box, space.inside(inlineSize), nullptr, context);
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

InlineSizes captionSizes(const Grid& grid, Context& context) {
  InlineSizes sizes;
  for (const box::Box* box : grid.captions) {
    const InlineSizes own = measureBlock(*box, context);
    sizes.minContent = std::max(sizes.minContent, own.minContent);
    sizes.maxContent = std::max(sizes.maxContent, own.maxContent);
  }
  return sizes;
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
  // A table narrower than its caption stands where its margins put it.
  LogicalEdges<Length> margin;
  distributeAutoMargins(*box.style, inlineSize - grid.size.inlineSize, margin);
  wrapper.children.push_back({{margin.inlineStart, above.blockSize}, std::make_shared<const LogicalFragment>(std::move(grid))});
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

/// A table whose widths are settled.
Result layoutUpright(const Plan& plan, const Space& space, const BreakToken* resume, Context& context) {
  const Length measure = space.available.inlineSize;
  const box::Box& box = *plan.box;
  const css::ComputedStyle& style = *box.style;
  const Grid& grid = plan.grid;
  const TableBorders& borders = plan.borders;
  const Widths widths = chooseWidths(plan, measure);
  const std::size_t firstRow = resume ? static_cast<const TableBreak*>(resume)->row : 0;

  // A caption goes on one line as far as the measure does, also above a narrow table.
  const Length forCaptions = std::min(captionSizes(grid, context).maxContent, roomFor(box, measure));
  const Length inlineSize = std::max(widths.borderBox, forCaptions);
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

/// The table in parts of some of its columns each, one below another: with its own letters where that takes no more
/// parts. No fragment where it cannot be divided, or not here.
Result layoutDivided(const Plan& unreduced, const Plan& reduced, const Space& space, Context& context) {
  constexpr Length kBetweenParts = Length::points(6);
  const box::Box& original = *unreduced.box;
  const bool isEndless = space.remainingBlockSize >= Length::infinite().scaled(0.5);
  Result result;
  if (original.style->turning == css::Turning::None || !isEndless || !context.reducedTables) return result;
  const Length measure = space.available.inlineSize, room = roomFor(original, measure);
  const Plan* plan = &unreduced;
  std::vector<const box::Box*> parts = divideByColumns(unreduced, room, *context.reducedTables);
  const auto smaller = divideByColumns(reduced, room, *context.reducedTables);
  if (parts.empty() || smaller.size() < parts.size()) {
    plan = &reduced;
    parts = smaller;
  }
  if (parts.size() < 2) return result;
  LogicalFragment all = fragmentFor(original);
  all.size.inlineSize = measure;
  for (const box::Box* part : parts) {
    const bool isFirst = part == parts.front();
    Result laid = layoutUpright(planFor(*part, measure, context), space, nullptr, context);
    if (isFirst) result.margin.blockStart = laid.margin.blockStart;
    result.margin.blockEnd = laid.margin.blockEnd;
    if (!isFirst) all.size.blockSize += kBetweenParts;
    all.children.push_back({{laid.margin.inlineStart, all.size.blockSize},
                            isFirst ? laid.fragment : laterPart(*laid.fragment, *plan)});
    all.size.blockSize += laid.fragment->size.blockSize;
  }
  all.anchors.clear();  // the first part has them
  all.strings.clear();
  all.flow.marginBlockStart = result.margin.blockStart;
  all.flow.marginBlockEnd = result.margin.blockEnd;
  result.fragment = std::make_shared<const LogicalFragment>(std::move(all));
  context.diagnostics.report({Severity::Note, "table-divided", original.element->position(),
                              fmt::format("the table is wider than its page; its columns stand in {} parts, one below another", parts.size()),
                              "give it fewer columns, or say -octavo-turn: none", {}});
  return result;
}

}  // namespace

Result layoutTable(const box::Box& original, const Space& space, const BreakToken* resume, Context& context) {
  constexpr double kHyphenatedRatherThanTurned = 1.25;
  Fitting fitting(original, space.available.inlineSize, context);
  const Plan unreduced = fitting.plan;
  fitting.shrink();
  if (fitting.isTooWide()) {
    const bool isNearlyFit = fitting.excess() < kHyphenatedRatherThanTurned;
    const Plan whole = fitting.plan;
    if (isNearlyFit) fitting.breakWords(Words::Hyphenated);
    if (fitting.isTooWide() && fitsTurned(original, space, context)) {
      context.diagnostics.report({Severity::Note, "table-turned", original.element->position(),
                                  "the table is wider than the measure; it stands turned on a page of its own",
                                  "give it fewer columns, or say -octavo-turn: none", {}});
      return layoutTurned(original, space, context);
    }
    if (fitting.isTooWide() && !resume) {
      Result divided = layoutDivided(unreduced, whole, space, context);
      if (divided.fragment) return divided;
    }
    if (!isNearlyFit) fitting.breakWords(Words::Hyphenated);
    if (fitting.isTooWide()) fitting.breakWords(Words::Broken);
    fitting.shrinkBelowReading();
  }
  reportFit(original, fitting, context);
  return layoutUpright(fitting.plan, space, resume, context);
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
  const InlineSizes captions = captionSizes(grid, context);
  const Length least = std::max(totals.least + beside, captions.minContent);
  if (const auto styled = styledInlineSize(style, inner, kUnknown)) {
    const Length size = std::max(least, *styled + inner) + around;
    return {size, size};
  }
  return {least + around, std::max({least, totals.preferred + beside, captions.maxContent}) + around};
}

}  // namespace octavo::layout

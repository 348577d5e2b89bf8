// layout/table: how wide a table is, and what it gives up to fit its room.
#include "layout/table/fitting.h"

#include <fmt/format.h>

#include <algorithm>

#include "layout/block/block.h"

namespace octavo::layout {

namespace {

/// Least size of the grid's border box; a fixed table's is what it asks for.
Length leastSize(const Plan& plan, Length measure) {
  const css::ComputedStyle& style = *plan.box->style;
  const Length least = plan.totals.least + besideColumns(plan.grid, plan.borders);
  const Length inner = plan.borders.tableInner.inlineStart + plan.borders.tableInner.inlineEnd;
  const auto styled = isFixed(style) ? styledInlineSize(style, inner, measure) : std::nullopt;
  return styled ? std::max(least, *styled + inner) : least;
}

/// The smallest letters of the cells' own text.
Length smallestText(const box::Box& box) {
  Length smallest = Length::infinite();
  if (box.kind == box::Kind::TableCell && !box.children.empty()) smallest = box.style->fontSize;
  for (const auto& child : box.children) {
    if (child->kind != box::Kind::TableCaption) smallest = std::min(smallest, smallestText(*child));
  }
  return smallest;
}

/// How much smaller a table may be set: as far as its style allows, and never under 7 pt (ISO 7144).
double leastScaleOf(const box::Box& table) {
  constexpr Length kLeastText = Length::points(7);
  const double readable = kLeastText / std::max(kLeastText, std::min(smallestText(table), Length::points(1000)));
  return std::max(table.style->leastScale, std::min(1.0, readable));
}

}  // namespace

bool isFixed(const css::ComputedStyle& style) {
  return style.tableLayout == css::TableLayout::Fixed && !std::holds_alternative<css::Auto>(style.inlineSize);
}

Length besideColumns(const Grid& grid, const TableBorders& borders) {
  const Length spacing = grid.columns.empty() ? Length{} : borders.spacingInline * static_cast<int>(grid.columns.size() + 1);
  return borders.tableInner.inlineStart + borders.tableInner.inlineEnd + spacing;
}

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

Fitting::Fitting(const box::Box& table, Length measure, Context& context)
    : table_(table), measure_(measure), room_(roomFor(table, measure) + Length::units(1)), context_(context) {
  plan = planFor(table, measure, context);
}

bool Fitting::isTooWide() const { return leastSize(plan, measure_) > room_; }

double Fitting::excess() const { return leastSize(plan, measure_) / room_; }

void Fitting::shrink() { shrinkTo(leastScaleOf(table_), Words::Whole); }

void Fitting::shrinkBelowReading() {
  constexpr double kLeastOfAll = 0.2;
  shrinkTo(kLeastOfAll, Words::Broken);
}

void Fitting::shrinkTo(double floor, Words words) {
  constexpr int kMostTries = 3;
  for (int tries = 0; tries < kMostTries && isTooWide() && scale > floor && mayChange(); ++tries) {
    const double needed = scale / excess();
    const bool isLast = needed < floor || tries + 1 == kMostTries;
    scale = isLast ? floor : needed * 0.998;  // sizes are rounded
    take(words);
  }
}

void Fitting::breakWords(Words words) {
  if (mayChange()) take(words);
}

void Fitting::take(Words words) {
  plan = planFor(context_.reducedTables->get(table_, {scale, words}), measure_, context_);
}

bool fitsTurned(const box::Box& table, const Space& space, Context& context) {
  if (!space.mayTurn || table.style->turning != css::Turning::Auto) return false;
  Fitting turned(table, space.pageBlockSize, context);
  turned.shrink();
  return !turned.isTooWide();
}

void reportFit(const box::Box& table, const Fitting& fitting, Context& context) {
  if (fitting.isTooWide()) {
    context.diagnostics.report({Severity::Warning, "table-too-wide", table.element->position(),
                                "the table is wider than the page's measure; it sticks out",
                                "give it smaller text, fewer columns, or let its words break", {}});
  } else if (fitting.scale < leastScaleOf(table)) {
    context.diagnostics.report({Severity::Warning, "table-too-small", table.element->position(),
                                fmt::format("the table is set at {:.0f} % of its size, smaller than can be read: else words would be "
                                            "off the paper", fitting.scale * 100),
                                "give it fewer columns or a wider page", {}});
  } else if (fitting.scale < 1) {
    context.diagnostics.report(
        {Severity::Note, "table-reduced", table.element->position(),
         fmt::format("the table is set at {:.0f} % of its size to fit the measure", fitting.scale * 100),
         "give it fewer columns or a wider page, or say -octavo-least-scale: none", {}});
  }
}

}  // namespace octavo::layout

// layout/table: how wide the columns are.
#include "layout/table/column_sizes.h"

#include <algorithm>
#include <numeric>

#include "layout/block/block.h"

namespace octavo::layout {

namespace {

/// A row of percentages that leaves nothing for the rest would ask for a table without end.
constexpr Length kWidest = Length::points(100'000);

struct CellDemand {
  Length least, preferred;
  std::optional<Length> fixed;
  double share = 0;
};

CellDemand sizedByStyle(const GridCell& cell, Length inner) {
  CellDemand demand;
  const css::LengthPercentageAuto& size = cell.box->style->inlineSize;
  if (const auto* share = std::get_if<css::Percentage>(&size)) demand.share = std::max(0.0, share->ratio);
  if (const auto fixed = styledInlineSize(*cell.box->style, inner, Length::infinite())) demand.fixed = *fixed + inner;
  return demand;
}

CellDemand demandOf(const GridCell& cell, const CellBorder& border, Context& context) {
  const LogicalEdges<Length> edges = cellInner(cell, border, Length::infinite());
  const Length inner = edges.inlineStart + edges.inlineEnd;
  CellDemand demand = sizedByStyle(cell, inner);
  const css::ComputedStyle& style = *cell.box->style;
  const InlineSizes content = measureContents(*cell.box, context);
  const auto clamped = [&](Length size) { return clampedInlineSize(style, size, inner, Length::infinite()) + inner; };
  demand.least = clamped(content.minContent);
  demand.preferred = std::max(demand.least, clamped(content.maxContent));
  if (demand.fixed) demand.preferred = std::max(demand.least, *demand.fixed);
  return demand;
}

void addColumnBoxes(const Grid& grid, std::vector<ColumnDemand>& demands) {
  for (std::size_t index = 0; index < grid.columns.size(); ++index) {
    const GridColumn& column = grid.columns[index];
    if (!column.box) continue;
    const double times = static_cast<double>(column.merged);
    const css::LengthPercentageAuto& size = column.box->style->inlineSize;
    if (const auto* fixed = std::get_if<Length>(&size)) demands[index].fixed = std::min(kWidest, fixed->scaled(times));
    if (const auto* share = std::get_if<css::Percentage>(&size)) demands[index].share = std::max(0.0, share->ratio) * times;
    const Length least = resolve(column.box->style->minInlineSize, Length::infinite());
    demands[index].least = std::min(kWidest, least.scaled(times));
    demands[index].preferred = demands[index].least;
  }
}

using Stretch = std::span<ColumnDemand>;

/// Columns that the excess of a spanning cell goes to: those free to grow, else all.
std::vector<double> weightsIn(Stretch columns) {
  const auto isFree = [](const ColumnDemand& column) { return !column.fixed && column.share == 0; };
  const bool someAreFree = std::ranges::any_of(columns, isFree);
  std::vector<double> weights;
  double total = 0;
  for (const ColumnDemand& column : columns) {
    const bool takesPart = !someAreFree || isFree(column);
    weights.push_back(takesPart ? column.preferred.toPoints() : 0);
    total += weights.back();
  }
  if (total > 0) return weights;
  for (std::size_t index = 0; index < weights.size(); ++index) {
    weights[index] = !someAreFree || isFree(columns[index]) ? 1 : 0;
  }
  return weights;
}

void growTo(Stretch columns, Length ColumnDemand::*size, Length wanted) {
  Length sum;
  for (const ColumnDemand& column : columns) sum += column.*size;
  if (sum >= wanted) return;
  const std::vector<Length> parts = shareOut(wanted - sum, weightsIn(columns));
  for (std::size_t index = 0; index < columns.size(); ++index) columns[index].*size += parts[index];
}

/// A spanning percentage: what its columns don't yet ask for goes to those without a percentage.
void growShares(Stretch columns, double wanted) {
  const double sum = std::accumulate(columns.begin(), columns.end(), 0.0,
                                     [](double total, const ColumnDemand& column) { return total + column.share; });
  const auto without = static_cast<double>(
      std::ranges::count_if(columns, [](const ColumnDemand& column) { return column.share == 0; }));
  if (without == 0 || sum >= wanted) return;
  for (ColumnDemand& column : columns) {
    if (column.share == 0) column.share = (wanted - sum) / without;
  }
}

void addSpanning(const GridCell& cell, const CellDemand& demand, Length spacing, std::vector<ColumnDemand>& demands) {
  const Stretch columns = std::span(demands).subspan(cell.column, cell.columnSpan);
  const Length between = spacing * static_cast<int>(cell.columnSpan - 1);
  if (demand.share > 0) growShares(columns, demand.share);
  growTo(columns, &ColumnDemand::least, demand.least - between);
  for (ColumnDemand& column : columns) column.preferred = std::max(column.preferred, column.least);
  growTo(columns, &ColumnDemand::preferred, demand.preferred - between);
}

void addSingle(const CellDemand& demand, ColumnDemand& column) {
  column.least = std::max(column.least, demand.least);
  column.preferred = std::max(column.preferred, demand.preferred);
  if (demand.fixed) column.fixed = std::max(column.fixed.value_or(Length{}), *demand.fixed);
  column.share = std::max(column.share, demand.share);
}

/// All shares together are at most the whole table: later columns lose.
void settle(std::vector<ColumnDemand>& demands) {
  double left = 1;
  for (ColumnDemand& column : demands) {
    column.share = std::min(column.share, left);
    left = std::max(0.0, left - column.share);
    if (column.fixed) column.preferred = std::max(column.least, *column.fixed);
    column.preferred = std::max(column.preferred, column.least);
  }
}

Length sumOf(const std::vector<Length>& sizes) { return std::accumulate(sizes.begin(), sizes.end(), Length{}); }

/// How far every gap may be filled so that together they take `total`: small gaps close whole, wide ones share the rest
/// evenly.
double fillLevel(std::vector<double> gaps, double total) {
  std::ranges::sort(gaps);
  double level = 0;
  for (std::size_t index = 0; index < gaps.size(); ++index) {
    const auto open = static_cast<double>(gaps.size() - index);
    const double step = gaps[index] - level;
    if (step * open >= total) return level + total / open;
    total -= step * open;
    level = gaps[index];
  }
  return level;
}

/// Between two rows of guesses of which the first is too narrow and the second is not. CSS 2 leaves the sharing open
/// (17.5.2.2); columns that need little more get all of it, so that "1/3 em" is not broken to spare a long cell a word.
std::vector<Length> between(const std::vector<Length>& narrow, const std::vector<Length>& wide, Length available) {
  std::vector<double> gaps;
  for (std::size_t index = 0; index < narrow.size(); ++index) {
    gaps.push_back(std::max(0.0, (wide[index] - narrow[index]).toPoints()));
  }
  const Length missing = available - sumOf(narrow);
  const double level = fillLevel(gaps, missing.toPoints());
  for (double& gap : gaps) gap = std::min(gap, level);
  std::vector<Length> sizes = shareOut(missing, gaps);
  for (std::size_t index = 0; index < sizes.size(); ++index) sizes[index] += narrow[index];
  return sizes;
}

std::vector<double> weightsForSurplus(const std::vector<ColumnDemand>& demands) {
  std::vector<double> weights(demands.size(), 0);
  const auto weigh = [&](auto takesPart, auto weight) {
    for (std::size_t index = 0; index < demands.size(); ++index) {
      if (takesPart(demands[index])) weights[index] = weight(demands[index]);
    }
    return std::accumulate(weights.begin(), weights.end(), 0.0) > 0;
  };
  const auto isAuto = [](const ColumnDemand& column) { return !column.fixed && column.share == 0; };
  const auto preferred = [](const ColumnDemand& column) { return column.preferred.toPoints(); };
  if (weigh(isAuto, preferred) || weigh(isAuto, [](const ColumnDemand&) { return 1.0; })) return weights;
  if (weigh([](const ColumnDemand& column) { return column.fixed && column.share == 0; }, preferred)) return weights;
  weigh([](const ColumnDemand&) { return true; }, [](const ColumnDemand& column) { return column.share; });
  return weights;
}

}  // namespace

LogicalEdges<Length> cellInner(const GridCell& cell, const CellBorder& border, Length measure) {
  const auto padding = [&](const css::LengthPercentage& value) { return std::max(Length{}, resolve(value, measure)); };
  const LogicalEdges<css::LengthPercentage>& asked = cell.box->style->padding;
  return {padding(asked.blockStart) + border.inside.blockStart, padding(asked.inlineEnd) + border.inside.inlineEnd,
          padding(asked.blockEnd) + border.inside.blockEnd, padding(asked.inlineStart) + border.inside.inlineStart};
}

std::vector<Length> shareOut(Length total, const std::vector<double>& weights) {
  std::vector<Length> parts;
  const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
  const double all = sum > 0 ? sum : static_cast<double>(weights.size());
  double counted = 0;
  Length given;
  for (std::size_t index = 0; index < weights.size(); ++index) {
    counted += sum > 0 ? weights[index] : 1;
    const Length reached = index + 1 == weights.size() ? total : total.scaled(counted / all);
    parts.push_back(reached - given);
    given = reached;
  }
  return parts;
}

std::vector<ColumnDemand> demandsOfContent(const Grid& grid, const TableBorders& borders, Context& context) {
  std::vector<ColumnDemand> demands(grid.columns.size());
  addColumnBoxes(grid, demands);
  std::vector<std::size_t> spanning;
  std::vector<CellDemand> ofCells;
  for (std::size_t index = 0; index < grid.cells.size(); ++index) {
    const GridCell& cell = grid.cells[index];
    ofCells.push_back(demandOf(cell, borders.cells[index], context));
    if (cell.columnSpan == 1) {
      addSingle(ofCells.back(), demands[cell.column]);
    } else {
      spanning.push_back(index);
    }
  }
  settle(demands);
  std::ranges::stable_sort(spanning, {}, [&](std::size_t index) { return grid.cells[index].columnSpan; });
  for (const std::size_t index : spanning) {
    addSpanning(grid.cells[index], ofCells[index], borders.spacingInline, demands);
  }
  settle(demands);
  return demands;
}

std::vector<ColumnDemand> demandsOfFirstRow(const Grid& grid, const TableBorders& borders) {
  std::vector<ColumnDemand> demands(grid.columns.size());
  addColumnBoxes(grid, demands);
  for (std::size_t index = 0; index < grid.cells.size() && grid.cells[index].row == 0; ++index) {
    const GridCell& cell = grid.cells[index];
    const LogicalEdges<Length> edges = cellInner(cell, borders.cells[index], Length::infinite());
    const CellDemand asked = sizedByStyle(cell, edges.inlineStart + edges.inlineEnd);
    const auto times = static_cast<double>(cell.columnSpan);
    const Length between = borders.spacingInline * static_cast<int>(cell.columnSpan - 1);
    for (std::size_t column = cell.column; column < cell.column + cell.columnSpan; ++column) {
      ColumnDemand& demand = demands[column];
      if (demand.fixed || demand.share > 0) continue;
      if (asked.fixed) demand.fixed = std::max(Length{}, *asked.fixed - between).scaled(1 / times);
      demand.share = asked.share / times;
    }
  }
  // A fixed column keeps its size; those without share the rest evenly, whatever they hold.
  for (ColumnDemand& demand : demands) {
    demand.least = demand.share > 0 ? Length{} : demand.fixed.value_or(Length{});
    demand.preferred = demand.least;
  }
  settle(demands);
  return demands;
}

ColumnTotals totalsOf(const std::vector<ColumnDemand>& demands) {
  ColumnTotals totals;
  Length others;
  double shares = 0;
  Length forShares;  // so wide that each percentage gives its column what it would like
  for (const ColumnDemand& demand : demands) {
    totals.least += demand.least;
    totals.preferred += demand.preferred;
    shares += demand.share;
    if (demand.share > 0) {
      forShares = std::max(forShares, std::min(kWidest, demand.preferred.scaled(1 / demand.share)));
    } else {
      others += demand.preferred;
    }
  }
  if (shares > 0 && others > Length{}) {
    forShares = std::max(forShares, shares < 0.999 ? std::min(kWidest, others.scaled(1 / (1 - shares))) : kWidest);
  }
  totals.preferred = std::max(totals.preferred, forShares);
  return totals;
}

std::vector<Length> assignColumns(const std::vector<ColumnDemand>& demands, Length available) {
  std::vector<Length> guess;
  for (const ColumnDemand& demand : demands) guess.push_back(demand.least);
  if (sumOf(guess) >= available) return guess;
  const auto improve = [&](auto wanted) {
    std::vector<Length> next = guess;
    for (std::size_t index = 0; index < demands.size(); ++index) {
      next[index] = std::max(next[index], wanted(demands[index]));
    }
    const bool isEnough = sumOf(next) >= available;
    guess = isEnough ? between(guess, next, available) : std::move(next);
    return isEnough;
  };
  if (improve([&](const ColumnDemand& demand) { return available.scaled(demand.share); })) return guess;
  if (improve([](const ColumnDemand& demand) { return demand.share > 0 ? Length{} : demand.fixed.value_or(Length{}); })) {
    return guess;
  }
  if (improve([](const ColumnDemand& demand) { return demand.share > 0 ? Length{} : demand.preferred; })) return guess;
  const std::vector<Length> surplus = shareOut(available - sumOf(guess), weightsForSurplus(demands));
  for (std::size_t index = 0; index < guess.size(); ++index) guess[index] += surplus[index];
  return guess;
}

}  // namespace octavo::layout

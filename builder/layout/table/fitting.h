// layout/table: how wide a table is, and what it gives up to fit its room.
#pragma once

#include <vector>

#include "layout/table/column_sizes.h"
#include "layout/table/reduced.h"

namespace octavo::layout {

/// A table whose columns have said what they need.
struct Plan {
  const box::Box* box = nullptr;
  Grid grid;
  TableBorders borders;
  std::vector<ColumnDemand> demands;
  ColumnTotals totals;
};

/// Whether the first row alone tells the columns' widths.
bool isFixed(const css::ComputedStyle& style);
/// By its content, or by its first row where table-layout is fixed.
Plan planFor(const box::Box& box, Length measure, Context& context);
/// Table edges and the spacing around all columns.
Length besideColumns(const Grid& grid, const TableBorders& borders);
/// The measure without the table's own margins.
Length roomFor(const box::Box& box, Length measure);

struct Widths {
  Length borderBox;  // of the grid
  std::vector<Length> columns;
};

/// CSS 2.2, 17.5.2: as wide as asked for, else as the content likes, within the room; never under the least. A table
/// that may be made smaller is no wider than the room where its content lets it.
Widths chooseWidths(const Plan& plan, Length measure);

/// What a table gives up to fit its room, one after the other.
class Fitting {
 public:
  Fitting(const box::Box& table, Length measure, Context& context);

  bool isTooWide() const;
  /// How many times the room it needs.
  double excess() const;

  /// Smaller letters; words stay whole.
  void shrink();
  /// The last resort: letters too small to read are better than words off the paper.
  void shrinkBelowReading();
  /// Words hyphenated, or broken where they must be; columns close together.
  void breakWords(Words words);

  Plan plan;
  double scale = 1;

 private:
  bool mayChange() const { return context_.reducedTables && table_.style->leastScale < 1; }
  void take(Words words);
  void shrinkTo(double floor, Words words);

  const box::Box& table_;
  Length measure_, room_;
  Context& context_;
};

/// Whether the table would fit a page that it stands on turned, with all its words whole.
bool fitsTurned(const box::Box& table, const Space& space, Context& context);
/// Tells of a table made smaller, and of one that sticks out all the same.
void reportFit(const box::Box& table, const Fitting& fitting, Context& context);

}  // namespace octavo::layout

#include <gtest/gtest.h>

#include <fmt/format.h>

#include "layout/box_maker.h"
#include "layout/table/grid.h"
#include "layout/table/table_maker.h"

namespace octavo::test {
namespace {

class GridOfCells : public TableMaker, public ::testing::Test {
 protected:
  /// "a 0,0 1x2": row, column, rows by columns.
  static std::vector<std::string> placed(const layout::Grid& grid) {
    std::vector<std::string> cells;
    for (const layout::GridCell& cell : grid.cells) {
      cells.push_back(fmt::format("{} {},{} {}x{}", cell.box->element->name, cell.row, cell.column, cell.rowSpan,
                                  cell.columnSpan));
    }
    return cells;
  }
  using Cells = std::vector<std::string>;
};

TEST_F(GridOfCells, FillsRowsAroundSpansFromAbove) {
  const BoxPtr box = table(row(cell("a", 2, 1), cell("b", 1, 2)), row(cell("c"), cell("d")), row(cell("e")));
  EXPECT_EQ(placed(layout::buildGrid(*box)),
            (Cells{"a 0,0 2x1", "b 0,1 1x2", "c 1,1 1x1", "d 1,2 1x1", "e 2,0 1x1"}));
}

TEST_F(GridOfCells, EndsRowSpansWithTheirGroup) {
  const BoxPtr box = table(row(cell("a", 0, 1), cell("b", 65534, 1), cell("c")), row(cell("d")));
  EXPECT_EQ(placed(layout::buildGrid(*box)), (Cells{"a 0,0 2x1", "b 0,1 2x1", "c 0,2 1x1", "d 1,2 1x1"}));
}

TEST_F(GridOfCells, EndsColumnSpansBeforeTakenSlots) {
  const BoxPtr box = table(row(cell("a"), cell("b", 2, 1)), row(cell("c", 1, 2), cell("d")));
  EXPECT_EQ(placed(layout::buildGrid(*box)), (Cells{"a 0,0 1x1", "b 0,1 2x1", "c 1,0 1x1", "d 1,2 1x1"}));
}

TEST_F(GridOfCells, MergesColumnsThatNoCellParts) {
  const BoxPtr box = table(row(cell("a", 1, 1000), cell("b")), row(cell("c", 1, 400)));
  const layout::Grid grid = layout::buildGrid(*box);
  EXPECT_EQ(placed(grid), (Cells{"a 0,0 1x2", "b 0,2 1x1", "c 1,0 1x1"}));
  ASSERT_EQ(grid.columns.size(), 3U);
  EXPECT_EQ(grid.columns[0].merged, 400U);
  EXPECT_EQ(grid.columns[1].merged, 600U);
}

TEST_F(GridOfCells, TellsWhichRowsACellJoins) {
  const BoxPtr box = table(row(cell("a", 2, 1), cell("b")), row(cell("c", 2, 1)), row(cell("d")), row(cell("e")));
  const layout::Grid grid = layout::buildGrid(*box);
  EXPECT_TRUE(grid.rows[0].joinsNext);
  EXPECT_TRUE(grid.rows[1].joinsNext);
  EXPECT_FALSE(grid.rows[2].joinsNext);
  EXPECT_FALSE(grid.rows[3].joinsNext);
}

TEST_F(GridOfCells, PutsTheHeadFirstAndTheFootLast) {
  BoxPtr box = table(row(cell("body")));
  box->children.insert(box->children.begin(), group(css::Display::TableFooterGroup, row(cell("foot"))));
  box->children.push_back(group(css::Display::TableHeaderGroup, row(cell("head"))));
  const layout::Grid grid = layout::buildGrid(*box);
  EXPECT_EQ(placed(grid), (Cells{"head 0,0 1x1", "body 1,0 1x1", "foot 2,0 1x1"}));
  EXPECT_TRUE(grid.groups[0].isHead);
  EXPECT_FALSE(grid.groups[1].isHead);
}

TEST_F(GridOfCells, StaysSmallWhateverTheSpansAre) {
  // Ten thousand rows whose cells ask for 1000 columns by 65534 rows each: slots would be counted in milliards.
  BoxPtr box = table();
  for (int index = 0; index < 10'000; ++index) {
    box->children.back()->children.push_back(row(cell("a", 65534, 1000)));
  }
  const layout::Grid grid = layout::buildGrid(*box);
  EXPECT_EQ(grid.cells.size(), 10'000U);
  EXPECT_EQ(grid.columns.size(), 10'000U);
}

}  // namespace
}  // namespace octavo::test

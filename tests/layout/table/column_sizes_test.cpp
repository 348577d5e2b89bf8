#include <gtest/gtest.h>

#include "layout/table/column_sizes.h"

namespace octavo::test {
namespace {

using layout::assignColumns;
using layout::ColumnDemand;
using Lengths = std::vector<Length>;

ColumnDemand content(Length least, Length preferred) { return {least, preferred, {}, 0}; }
ColumnDemand fixed(Length least, Length size) { return {least, size, size, 0}; }
ColumnDemand share(Length least, double ratio) { return {least, least, {}, ratio}; }

TEST(AssignColumns, NeverGoesUnderTheLeastSizes) {
  EXPECT_EQ(assignColumns({content(30_pt, 90_pt), content(40_pt, 40_pt)}, 50_pt), (Lengths{30_pt, 40_pt}));
}

TEST(AssignColumns, ClosesSmallGapsWholeAndSharesTheRestEvenly) {
  // 20pt more than the least; the first would like 60 more, the second 20 more: each gets 10.
  EXPECT_EQ(assignColumns({content(10_pt, 70_pt), content(20_pt, 40_pt)}, 50_pt), (Lengths{20_pt, 30_pt}));
  // Here the second wants only 4 more, and gets them.
  EXPECT_EQ(assignColumns({content(10_pt, 70_pt), content(20_pt, 24_pt)}, 50_pt), (Lengths{26_pt, 24_pt}));
}

TEST(AssignColumns, GivesWhatIsLeftToColumnsWithoutASizeOfTheirOwn) {
  EXPECT_EQ(assignColumns({fixed(10_pt, 30_pt), content(10_pt, 20_pt), content(10_pt, 40_pt)}, 150_pt),
            (Lengths{30_pt, 40_pt, 80_pt}));
}

TEST(AssignColumns, ServesPercentagesBeforeFixedSizes) {
  EXPECT_EQ(assignColumns({share(10_pt, 0.5), fixed(10_pt, 30_pt), content(5_pt, 50_pt)}, 100_pt),
            (Lengths{50_pt, 30_pt, 20_pt}));
  // Not even the fixed column gets all it asks for.
  EXPECT_EQ(assignColumns({share(10_pt, 0.8), fixed(10_pt, 30_pt)}, 100_pt), (Lengths{80_pt, 20_pt}));
}

TEST(AssignColumns, StretchesFixedColumnsWhereThereAreNoOthers) {
  EXPECT_EQ(assignColumns({fixed(0_pt, 10_pt), fixed(0_pt, 30_pt)}, 80_pt), (Lengths{20_pt, 60_pt}));
}

TEST(AssignColumns, GivesEmptyColumnsEqualParts) {
  EXPECT_EQ(assignColumns({content(0_pt, 0_pt), content(0_pt, 0_pt)}, 50_pt), (Lengths{25_pt, 25_pt}));
}

TEST(ShareOut, LosesNothingToRounding) {
  const Lengths parts = layout::shareOut(Length::units(100), {1, 1, 1});
  EXPECT_EQ(parts, (Lengths{Length::units(33), Length::units(34), Length::units(33)}));
}

TEST(ColumnTotals, AreWideEnoughForPercentages) {
  // 10pt are to be 25 %, and 60pt what is left of them: 80pt.
  const layout::ColumnTotals totals = layout::totalsOf({share(10_pt, 0.25), content(20_pt, 60_pt)});
  EXPECT_EQ(totals.least, 30_pt);
  EXPECT_EQ(totals.preferred, 80_pt);
}

}  // namespace
}  // namespace octavo::test

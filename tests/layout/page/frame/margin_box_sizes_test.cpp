#include "layout/page/frame/margin_box_sizes.h"

#include <gtest/gtest.h>

namespace octavo::layout::page {
namespace {

MarginBoxDemand text(Length least, Length most) { return {true, {}, least, most, {}, Length::infinite()}; }
MarginBoxDemand fixed(Length size) { return {true, size, {}, {}, {}, Length::infinite()}; }
const MarginBoxDemand kNothing;

using Sizes = std::array<Length, 3>;

TEST(MarginBoxSizes, OneBoxTakesTheWholeSide) {
  EXPECT_EQ(shareSide(100_pt, {text(5_pt, 20_pt), kNothing, kNothing}), (Sizes{100_pt, 0_pt, 0_pt}));
  EXPECT_EQ(shareSide(100_pt, {kNothing, text(5_pt, 20_pt), kNothing}), (Sizes{0_pt, 100_pt, 0_pt}));
}

TEST(MarginBoxSizes, TwoBoxesShareByTheirText) {
  EXPECT_EQ(shareSide(100_pt, {text(5_pt, 30_pt), kNothing, text(5_pt, 10_pt)}), (Sizes{75_pt, 0_pt, 25_pt}));
}

TEST(MarginBoxSizes, ALongTextLeavesAShortOneWhatItNeeds) {
  // Together 160 at most, 30 at least: the other 70 go by what each lacks, 140 to 0.
  EXPECT_EQ(shareSide(100_pt, {text(10_pt, 150_pt), kNothing, text(20_pt, 20_pt)}),
            (Sizes{80_pt, 0_pt, 20_pt}));
}

TEST(MarginBoxSizes, TheMiddleBoxStaysInTheMiddle) {
  // 20 against twice 30: a quarter of the side, the rest halved.
  EXPECT_EQ(shareSide(160_pt, {text(5_pt, 30_pt), text(5_pt, 20_pt), text(5_pt, 10_pt)}),
            (Sizes{60_pt, 40_pt, 60_pt}));
}

TEST(MarginBoxSizes, AFixedBoxKeepsItsSize) {
  EXPECT_EQ(shareSide(100_pt, {fixed(30_pt), kNothing, text(5_pt, 10_pt)}), (Sizes{30_pt, 0_pt, 70_pt}));
  EXPECT_EQ(shareSide(100_pt, {text(5_pt, 10_pt), fixed(40_pt), kNothing}), (Sizes{30_pt, 40_pt, 0_pt}));
}

TEST(MarginBoxSizes, AMaximumAndAMinimumHold) {
  MarginBoxDemand narrow = text(5_pt, 30_pt);
  narrow.most = 20_pt;
  EXPECT_EQ(shareSide(100_pt, {narrow, kNothing, text(5_pt, 30_pt)}), (Sizes{20_pt, 0_pt, 80_pt}));
  MarginBoxDemand wide = text(5_pt, 10_pt);
  wide.least = 60_pt;
  EXPECT_EQ(shareSide(100_pt, {wide, kNothing, text(5_pt, 30_pt)}), (Sizes{60_pt, 0_pt, 40_pt}));
}

}  // namespace
}  // namespace octavo::layout::page

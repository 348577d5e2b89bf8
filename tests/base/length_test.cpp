#include "base/length.h"

#include <gtest/gtest.h>

#include "base/geometry.h"

namespace octavo {
namespace {

TEST(Length, PointsAreCountedInWholeUnits) {
  EXPECT_EQ((1_pt).toUnits(), 65536);
  EXPECT_EQ(0.1_pt + 0.2_pt, Length::units(6554 + 13107));
  EXPECT_NEAR((25.4_mm).toPoints(), 72.0, 1e-4);
}

TEST(Length, ScalingByAFractionRoundsHalfAwayFromZero) {
  EXPECT_EQ(Length::units(5).scaled(1, 2), Length::units(3));
  EXPECT_EQ(Length::units(-5).scaled(1, 2), Length::units(-3));
}

TEST(Length, AnEmBecomesALengthAtAFontSize) { EXPECT_EQ((1.5_em).at(10_pt), 15_pt); }

TEST(Geometry, BlockStartIsTheRightEdgeInVerticalRlText) {
  const PhysicalSize page{100_pt, 200_pt};
  EXPECT_EQ(toPhysical({10_pt, 20_pt}, {30_pt, 5_pt}, page, WritingMode::HorizontalTb, Direction::LeftToRight),
            (PhysicalPoint{10_pt, 20_pt}));
  EXPECT_EQ(toPhysical({10_pt, 20_pt}, {30_pt, 5_pt}, page, WritingMode::VerticalRl, Direction::LeftToRight),
            (PhysicalPoint{75_pt, 10_pt}));
}

TEST(Geometry, InlineStartIsTheRightEdgeInRightToLeftText) {
  EXPECT_EQ(toPhysical({10_pt, 0_pt}, {30_pt, 5_pt}, {100_pt, 50_pt}, WritingMode::HorizontalTb,
                       Direction::RightToLeft),
            (PhysicalPoint{60_pt, 0_pt}));
}

}  // namespace
}  // namespace octavo

#include "layout/contract.h"

#include <gtest/gtest.h>

namespace octavo::layout {
namespace {

TEST(Space, WhatStandsInsideHasTheSamePagesButNeitherTheFloatsNorTheEndNorThePageForItself) {
  const FloatArea floats;
  Space around;
  around.available = {100_pt, 50_pt};
  around.remainingBlockSize = 20_pt;
  around.pageBlockSize = 200_pt;
  around.floats = &floats;
  around.writingMode = WritingMode::VerticalRl;
  around.mayTurn = around.isTurned = around.shrinkToFit = true;
  const Space inside = around.inside(80_pt);
  EXPECT_EQ(inside.available, (LogicalSize{80_pt, Length::infinite()}));
  EXPECT_EQ(inside.pageBlockSize, 200_pt);
  EXPECT_EQ(inside.writingMode, WritingMode::VerticalRl);
  EXPECT_TRUE(inside.isTurned);
  EXPECT_EQ(inside.remainingBlockSize, Length::infinite());
  EXPECT_EQ(inside.floats, nullptr);
  EXPECT_FALSE(inside.mayTurn);
  EXPECT_FALSE(inside.shrinkToFit);
}

}  // namespace
}  // namespace octavo::layout

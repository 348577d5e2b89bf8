// Pictures made smaller: how small, and what their pixels are.
#include <gtest/gtest.h>

#include "image/image.h"

namespace octavo::image {
namespace {

Samples gray(std::uint32_t width, std::uint32_t height, std::string color, std::string alpha = {}) {
  return {.width = width, .height = height, .colorModel = ColorModel::Gray, .color = std::move(color), .alpha = std::move(alpha)};
}

TEST(Reduced, APictureThatIsSmallEnoughStaysAsItIs) {
  EXPECT_EQ(reduced(gray(2, 2, "abcd"), 4).color, "abcd");
}

TEST(Reduced, KeepsTheProportionsBelowTheLimit) {
  const Samples small = reduced(gray(400, 300, std::string(120'000, 'a')), 1200);
  EXPECT_EQ(small.width, 40U);
  EXPECT_EQ(small.height, 30U);
  EXPECT_EQ(small.color, std::string(1200, 'a'));
}

TEST(Reduced, EachPixelIsTheMeanOfWhatItCovers) {
  EXPECT_EQ(reduced(gray(4, 2, std::string("\x10\x20\x50\x60\x30\x40\x70\x80", 8)), 2).color, "\x28\x68");
}

TEST(Reduced, PixelsThatAreCoveredInPartCountInPart) {
  // Three columns become two of one and a half each: (2 × 30 + 60) / 3 and (60 + 2 × 90) / 3.
  const Samples small = reduced(gray(3, 3, std::string("\x1E\x3C\x5A\x1E\x3C\x5A\x1E\x3C\x5A", 9)), 4);
  EXPECT_EQ(small.width, 2U);
  EXPECT_EQ(small.color, "\x28\x50\x28\x50");
}

TEST(Reduced, WhatIsTransparentLendsNoColour) {
  const Samples small = reduced(gray(2, 2, std::string("\x40\x99\x40\x99", 4), std::string("\xFF\x00\xFF\x00", 4)), 1);
  EXPECT_EQ(small.color, "\x40");
  EXPECT_EQ(small.alpha, "\x80");
}

TEST(Reduced, ThreadsKeepAPixelOfWidth) {
  const Samples small = reduced(gray(1000, 1, std::string(1000, 'a')), 10);
  EXPECT_EQ(small.height, 1U);
  EXPECT_EQ(small.width, 10U);
}

}  // namespace
}  // namespace octavo::image

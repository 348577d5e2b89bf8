#include <gtest/gtest.h>

#include "layout/contract.h"

namespace octavo::test {
namespace {

/// A child of 40 by 10 at 5,20 in a box of 100 by 60, with a border of another width at each side.
fragment::FragmentPtr onPaper(WritingMode mode, Direction direction) {
  auto child = std::make_shared<layout::LogicalFragment>();
  child->size = {40_pt, 10_pt};
  layout::LogicalFragment parent;
  parent.size = {100_pt, 60_pt};
  parent.direction = direction;
  parent.children = {{{5_pt, 20_pt}, child}};
  const auto side = [](int width) { return BorderLine{Length::points(width), LineStyle::Solid, {}}; };
  parent.content = layout::LogicalFrame{{side(1), side(2), side(3), side(4)}, {}};  // block start, inline end, …
  parent.anchors = {"a"};
  parent.order = 7;
  return layout::toPhysical(parent, mode);
}

/// Widths of the top, right, bottom and left side.
std::string sides(const fragment::Fragment& fragment) {
  const auto& border = std::get<fragment::Frame>(fragment.content).border;
  std::string text;
  for (const BorderLine* line : {&border.top, &border.right, &border.bottom, &border.left}) {
    text += std::to_string(static_cast<int>(line->width.toPoints()));
  }
  return text;
}

TEST(ToPhysical, KeepsHorizontalTextAsItIs) {
  const auto page = onPaper(WritingMode::HorizontalTb, Direction::LeftToRight);
  EXPECT_EQ(page->size, (PhysicalSize{100_pt, 60_pt}));
  EXPECT_EQ(page->children[0].at, (PhysicalPoint{5_pt, 20_pt}));
  EXPECT_EQ(sides(*page), "1234");
  EXPECT_EQ(page->anchors, std::vector<std::string>{"a"});
  EXPECT_EQ(page->order, 7U);
}

TEST(ToPhysical, MirrorsRightToLeftText) {
  const auto page = onPaper(WritingMode::HorizontalTb, Direction::RightToLeft);
  EXPECT_EQ(page->children[0].at, (PhysicalPoint{55_pt, 20_pt}));
  EXPECT_EQ(sides(*page), "1432");
}

TEST(ToPhysical, BeginsVerticalTextAtTheTopRight) {
  const auto page = onPaper(WritingMode::VerticalRl, Direction::LeftToRight);
  EXPECT_EQ(page->size, (PhysicalSize{60_pt, 100_pt}));
  EXPECT_EQ(page->children[0].at, (PhysicalPoint{30_pt, 5_pt}));
  EXPECT_EQ(page->children[0].fragment->size, (PhysicalSize{10_pt, 40_pt}));
  EXPECT_EQ(sides(*page), "4123");
}

TEST(ToPhysical, BeginsMongolianTextAtTheTopLeft) {
  const auto page = onPaper(WritingMode::VerticalLr, Direction::RightToLeft);
  EXPECT_EQ(page->children[0].at, (PhysicalPoint{20_pt, 55_pt}));
  EXPECT_EQ(sides(*page), "2341");
}

}  // namespace
}  // namespace octavo::test

#include <gtest/gtest.h>

#include "layout/box_maker.h"

namespace octavo::test {
namespace {

using box::Kind;
using css::ComputedStyle;

class Blocks : public ::testing::Test {
 protected:
  std::string dumped(const BoxPtr& box, double measure = 200) { return bench.dumped(*box, measure); }
  layout::Result laidOut(const BoxPtr& box, double measure = 200) { return bench.layout(*box, measure); }

  BoxMaker boxes;
  Bench bench;
};

const Styling plain = [](ComputedStyle&) {};

TEST_F(Blocks, StandOneBelowAnotherWithTheLargerOfTheirMarginsBetween) {
  const BoxPtr box = boxes.block("body", plain, boxes.block("p", high(20_pt, 0_pt, 10_pt)),
                                 boxes.block("p", high(30_pt, 15_pt)));
  EXPECT_EQ(dumped(box),
            "block <body> size 200x65\n"
            "  block <p> at 0,0 size 200x20\n"
            "  block <p> at 0,35 size 200x30\n");
}

TEST_F(Blocks, AddNegativeMarginsToThePositiveOnes) {
  const BoxPtr box = boxes.block("body", plain, boxes.block("p", high(20_pt, 0_pt, 10_pt)),
                                 boxes.block("p", high(30_pt, -4_pt)));
  EXPECT_EQ(dumped(box),
            "block <body> size 200x56\n"
            "  block <p> at 0,0 size 200x20\n"
            "  block <p> at 0,26 size 200x30\n");
}

TEST_F(Blocks, PassTheMarginsOfTheirFirstAndLastChildToTheParent) {
  const BoxPtr box = boxes.block("body", plain, boxes.block("section", high(0_pt, 5_pt), boxes.block("p", high(20_pt))));
  const BoxPtr nested =
      boxes.block("section", [](ComputedStyle& style) { style.margin.blockStart = 5_pt; },
                  boxes.block("h1", high(20_pt, 12_pt)), boxes.block("p", high(30_pt, 0_pt, 7_pt)));
  const layout::Result result = laidOut(nested);
  EXPECT_EQ(result.margin.blockStart, 12_pt);
  EXPECT_EQ(result.margin.blockEnd, 7_pt);
  EXPECT_EQ(result.fragment->flow.marginBlockStart, 12_pt);
  EXPECT_EQ(layout::dump(*result.fragment),
            "block <section> size 200x50\n"
            "  block <h1> at 0,0 size 200x20\n"
            "  block <p> at 0,20 size 200x30\n");
}

TEST_F(Blocks, KeepTheMarginsOfChildrenInsideBordersAndPadding) {
  const BoxPtr box = boxes.block("div",
                                 [](ComputedStyle& style) {
                                   style.padding.blockStart = 3_pt;
                                   style.border.blockEnd = {2_pt, LineStyle::Solid, {}};
                                 },
                                 boxes.block("p", high(20_pt, 12_pt, 8_pt)));
  const layout::Result result = laidOut(box);
  EXPECT_EQ(result.margin.blockStart, 0_pt);
  EXPECT_EQ(result.margin.blockEnd, 0_pt);
  EXPECT_EQ(layout::dump(*result.fragment),
            "block <div> size 200x45 border none, none, 2 solid #000000, none\n"
            "  block <p> at 0,15 size 200x20\n");
}

TEST_F(Blocks, LetMarginsCollapseThroughEmptyOnes) {
  const BoxPtr empty = boxes.block("body", plain, boxes.block("p", high(20_pt, 0_pt, 10_pt)),
                                   boxes.block("div", [](ComputedStyle& style) {
                                     style.margin.blockStart = 6_pt;
                                     style.margin.blockEnd = 18_pt;
                                   }),
                                   boxes.block("p", high(20_pt, 4_pt)));
  EXPECT_EQ(dumped(empty),
            "block <body> size 200x58\n"
            "  block <p> at 0,0 size 200x20\n"
            "  block <div> at 0,38 size 200x0\n"
            "  block <p> at 0,38 size 200x20\n");
}

TEST_F(Blocks, FillTheMeasureInsideTheirEdges) {
  const BoxPtr box = boxes.block("div", [](ComputedStyle& style) {
    style.margin.inlineStart = 10_pt;
    style.margin.inlineEnd = css::Percentage{0.1};
    style.padding.inlineStart = 5_pt;
    style.border.inlineEnd = {1_pt, LineStyle::Solid, {}};
  }, boxes.block("p", high(10_pt)));
  const layout::Result result = laidOut(box);
  EXPECT_EQ(result.margin.inlineStart, 10_pt);
  EXPECT_EQ(result.margin.inlineEnd, 20_pt);
  EXPECT_EQ(layout::dump(*result.fragment),
            "block <div> size 170x10 border none, 1 solid #000000, none, none\n"
            "  block <p> at 5,0 size 164x10\n");
}

TEST_F(Blocks, AreCentredByAutoMargins) {
  const BoxPtr box = boxes.block("body", plain, boxes.block("p", [](ComputedStyle& style) {
    style.inlineSize = css::Percentage{0.5};
    style.blockSize = 10_pt;
    style.margin.inlineStart = css::Auto{};
    style.margin.inlineEnd = css::Auto{};
  }));
  EXPECT_EQ(dumped(box),
            "block <body> size 200x10\n"
            "  block <p> at 50,0 size 100x10\n");
}

TEST_F(Blocks, CountBordersInTheirSizeWhereBoxSizingSaysSo) {
  const BoxPtr box = boxes.block("div", [](ComputedStyle& style) {
    style.boxSizingBorder = true;
    style.inlineSize = 100_pt;
    style.blockSize = 50_pt;
    style.padding = {5_pt, 5_pt, 5_pt, 5_pt};
  });
  EXPECT_EQ(dumped(box), "block <div> size 100x50\n");
}

TEST_F(Blocks, KeepBetweenTheirLeastAndGreatestSizes) {
  const BoxPtr box = boxes.block("body", plain, boxes.block("p", [](ComputedStyle& style) {
    style.maxInlineSize = 80_pt;
    style.minInlineSize = 90_pt;  // the least size wins
    style.minBlockSize = 15_pt;
  }), boxes.block("p", [](ComputedStyle& style) {
    style.blockSize = 40_pt;
    style.maxBlockSize = 25_pt;
  }));
  EXPECT_EQ(dumped(box),
            "block <body> size 200x40\n"
            "  block <p> at 0,0 size 90x15\n"
            "  block <p> at 0,15 size 200x25\n");
}

TEST_F(Blocks, PutTheirStartMarginAtTheRightInRightToLeftText) {
  const auto rightToLeft = [](ComputedStyle& style) {
    style.direction = Direction::RightToLeft;
    style.blockSize = 10_pt;
    style.margin.inlineStart = 30_pt;
  };
  const BoxPtr mixed = boxes.block("body", plain, boxes.block("p", rightToLeft));
  EXPECT_EQ(dumped(mixed),
            "block <body> size 200x10\n"
            "  block <p> at 0,0 size 170x10 rtl\n");
  const BoxPtr pure = boxes.block("body", [](ComputedStyle& style) { style.direction = Direction::RightToLeft; },
                                  boxes.block("p", rightToLeft));
  const layout::Result result = laidOut(pure);
  EXPECT_EQ(layout::dump(*result.fragment),
            "block <body> size 200x10 rtl\n"
            "  block <p> at 30,0 size 170x10 rtl\n");
  EXPECT_EQ(fragment::dump(*layout::toPhysical(*result.fragment, WritingMode::HorizontalTb)),
            "block <body> size 200x10\n"
            "  block <p> at 0,0 size 170x10\n");
}

TEST_F(Blocks, TellTheGalleyWhatTheStyleAsksOfPages) {
  const BoxPtr box = boxes.block("h1", [](ComputedStyle& style) {
    style.blockSize = 10_pt;
    style.breakBefore = css::Break::Recto;
    style.breakAfter = css::Break::Avoid;
    style.breakInside = css::Break::AvoidPage;
    style.orphans = 3;
    style.page = "plate";
    style.counterReset = {{"figure", 0}, {"page", 1}};
    style.counterSet = {{"page", 5}};
    style.floating = css::Float::BlockStart;
  });
  box->anchors = {"top"};
  box->strings = {{"title", "Rain"}};
  EXPECT_EQ(dumped(box),
            "block <h1> size 200x10 #top string title \"Rain\" break-before recto break-after avoid "
            "break-inside avoid-page orphans 3 page-float page plate page-counter 1 page-counter 5\n");
}

TEST_F(Blocks, StopAtThePageEndAndGoOnExactly) {
  const BoxPtr box = boxes.block("body", [](ComputedStyle& style) { style.padding.blockStart = 5_pt; },
                                 boxes.block("p", high(20_pt)),
                                 boxes.block("div", plain, boxes.block("p", high(20_pt, 10_pt)), boxes.block("q", high(20_pt, 4_pt))),
                                 boxes.block("p", high(20_pt)));
  const layout::Result first = bench.layout(*box, 200, nullptr, 60_pt);
  ASSERT_TRUE(first.resume);
  EXPECT_EQ(layout::dump(*first.fragment),
            "block <body> size 200x55\n"
            "  block <p> at 0,5 size 200x20\n"
            "  block <div> at 0,35 size 200x20\n"
            "    block <p> at 0,0 size 200x20\n");
  const layout::Result second = bench.layout(*box, 200, first.resume.get(), 60_pt);
  EXPECT_FALSE(second.resume);
  EXPECT_EQ(layout::dump(*second.fragment),
            "block <body> size 200x40\n"
            "  block <div> at 0,0 size 200x20\n"
            "    block <q> at 0,0 size 200x20\n"
            "  block <p> at 0,20 size 200x20\n");
  EXPECT_FALSE(bench.layout(*box, 200, nullptr, 10_pt).fragment);
}

TEST_F(Blocks, MeasureWithTheirEdges) {
  const BoxPtr box = boxes.block("div", [](ComputedStyle& style) {
    style.margin.inlineStart = 10_pt;
    style.padding.inlineEnd = 5_pt;
  }, boxes.block("p", sized(40_pt, 10_pt)), boxes.block("p", sized(70_pt, 10_pt)));
  const layout::InlineSizes sizes = layout::measureBox(*box, bench.context);
  EXPECT_EQ(sizes.minContent, 85_pt);
  EXPECT_EQ(sizes.maxContent, 85_pt);
}

}  // namespace
}  // namespace octavo::test

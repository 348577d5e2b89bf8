#include <gtest/gtest.h>

#include "layout/box_maker.h"

namespace octavo::test {
namespace {

using css::ComputedStyle;

const Styling plain = [](ComputedStyle&) {};

Styling floating(css::Float side, Length inlineSize, Length blockSize) {
  return [=](ComputedStyle& style) {
    style.floating = side;
    style.inlineSize = inlineSize;
    style.blockSize = blockSize;
  };
}

class Floats : public ::testing::Test {
 protected:
  BoxMaker boxes;
  Bench bench;
};

TEST_F(Floats, StandSideBySideAndThenBelow) {
  const BoxPtr box = boxes.block("body", plain, boxes.block("a", floating(css::Float::InlineStart, 80_pt, 30_pt)),
                                 boxes.block("b", floating(css::Float::InlineStart, 60_pt, 20_pt)),
                                 boxes.block("c", floating(css::Float::InlineEnd, 50_pt, 40_pt)),
                                 boxes.block("d", floating(css::Float::InlineEnd, 90_pt, 10_pt)));
  // c leaves only 10pt between; d needs 90pt: it goes below a, where 120pt are free beside c, from its side.
  EXPECT_EQ(bench.dumped(*box, 200),
            "block <body> size 200x0\n"
            "  block <a> at 0,0 size 80x30 beside\n"
            "  block <b> at 80,0 size 60x20 beside\n"
            "  block <c> at 150,0 size 50x40 beside\n"
            "  block <d> at 60,30 size 90x10 beside\n");
}

TEST_F(Floats, ReachBelowTheirBlockAndTellSo) {
  const BoxPtr box = boxes.block("div", [](ComputedStyle& style) { style.padding.inlineStart = 10_pt; },
                                 boxes.block("a", floating(css::Float::InlineStart, 80_pt, 30_pt)),
                                 boxes.block("p", high(10_pt)));
  const layout::Result result = bench.layout(*box, 200);
  ASSERT_EQ(result.floats.exclusions.size(), 1U);
  EXPECT_EQ(result.floats.exclusions[0].inlineSize, 90_pt);
  EXPECT_EQ(result.floats.exclusions[0].blockEnd, 30_pt);
  EXPECT_EQ(result.fragment->size.blockSize, 10_pt);
}

TEST_F(Floats, AreClearedByLaterBlocks) {
  const BoxPtr box = boxes.block("body", plain,
                                 boxes.block("div", plain, boxes.block("a", floating(css::Float::InlineStart, 80_pt, 30_pt))),
                                 boxes.block("p", high(10_pt)), boxes.block("p", [](ComputedStyle& style) {
                                   style.clear = css::Clear::InlineStart;
                                   style.blockSize = 10_pt;
                                 }));
  EXPECT_EQ(bench.dumped(*box, 200),
            "block <body> size 200x40\n"
            "  block <div> at 0,0 size 200x0\n"
            "    block <a> at 0,0 size 80x30 beside\n"
            "  block <p> at 0,0 size 200x10\n"
            "  block <p> at 0,30 size 200x10\n");
}

TEST_F(Floats, AreHeldByAFlowRoot) {
  const BoxPtr box = boxes.block("div", [](ComputedStyle& style) { style.display = css::Display::FlowRoot; },
                                 boxes.block("a", floating(css::Float::InlineStart, 80_pt, 30_pt)));
  EXPECT_EQ(bench.layout(*box, 200).fragment->size.blockSize, 30_pt);
}

TEST_F(Floats, MakePicturesStandBesideOrBelow) {
  const BoxPtr box = boxes.block("body", plain, boxes.block("a", floating(css::Float::InlineStart, 80_pt, 30_pt)),
                                 boxes.picture("square.png"), boxes.picture("square.png", sized(190_pt, 10_pt)));
  EXPECT_EQ(bench.dumped(*box, 200),
            "block <body> size 200x110\n"
            "  block <a> at 0,0 size 80x30 beside\n"
            "  picture <img> at 80,0 size 100x100 square.png\n"
            "  picture <img> at 0,100 size 190x10 square.png\n");
}

TEST_F(Floats, NarrowABoxThatMeetsAWiderOneFurtherDown) {
  const BoxPtr box = boxes.block("body", plain, boxes.block("a", floating(css::Float::InlineStart, 20_pt, 10_pt)),
                                 boxes.block("b", [](ComputedStyle& style) {
                                   floating(css::Float::InlineStart, 90_pt, 10_pt)(style);
                                   style.clear = css::Clear::InlineStart;
                                 }),
                                 boxes.block("div", [](ComputedStyle& style) { style.display = css::Display::FlowRoot; },
                                             boxes.block("p", high(15_pt))));
  EXPECT_EQ(bench.dumped(*box, 200),
            "block <body> size 200x15\n"
            "  block <a> at 0,0 size 20x10 beside\n"
            "  block <b> at 0,10 size 90x10 beside\n"
            "  block <div> at 90,0 size 110x15\n"
            "    block <p> at 0,0 size 110x15\n");
}

TEST_F(Floats, TakeThePreferredSizeOfTheirContent) {
  const BoxPtr box = boxes.block("body", plain, boxes.block("a", [](ComputedStyle& style) {
    style.floating = css::Float::InlineEnd;
    style.margin.inlineStart = 10_pt;
  }, boxes.block("p", sized(70_pt, 20_pt))));
  EXPECT_EQ(bench.dumped(*box, 200),
            "block <body> size 200x0\n"
            "  block <a> at 130,0 size 70x20 beside\n"
            "    block <p> at 0,0 size 70x20\n");
}

}  // namespace
}  // namespace octavo::test

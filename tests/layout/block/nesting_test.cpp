// Nothing recurses or repeats its work so often that a deep document could not be set.
#include <gtest/gtest.h>

#include "layout/box_maker.h"

namespace octavo::test {
namespace {

using css::ComputedStyle;

const Styling plain = [](ComputedStyle&) {};

class Nesting : public ::testing::Test {
 protected:
  BoxMaker boxes;
  Bench bench;
};

TEST_F(Nesting, OfFiveHundredBlocksIsLaidOut) {
  BoxPtr box = boxes.block("p", high(10_pt, 4_pt));
  for (int depth = 0; depth < 500; ++depth) box = boxes.block("div", high(10_pt, 3_pt), std::move(box));
  EXPECT_EQ(bench.layout(*box, 200).margin.blockStart, 4_pt);
}

TEST_F(Nesting, OfTablesIsLaidOut) {
  BoxPtr box = boxes.block("p", sized(20_pt, 10_pt));
  for (int depth = 0; depth < 125; ++depth) {
    box = boxes.make(box::Kind::Table, "table", plain,
                     boxes.make(box::Kind::TableRowGroup, "tbody", plain,
                                boxes.make(box::Kind::TableRow, "tr", plain,
                                           boxes.make(box::Kind::TableCell, "td", plain, std::move(box)))));
  }
  EXPECT_EQ(bench.layout(*box, 200).fragment->size, (LogicalSize{20_pt, 10_pt}));
}

TEST_F(Nesting, OfBoxesThatWereToldTooMuchRoomIsLaidOut) {
  // Each level first takes the room beside a narrow float, then meets a wider one: tried twice at every level, this
  // would take 2^60 layouts.
  const auto floating = [](Length inlineSize, css::Clear clear) {
    return [=](ComputedStyle& style) {
      style.floating = css::Float::InlineStart;
      style.clear = clear;
      style.inlineSize = inlineSize;
      style.blockSize = 1_pt;
    };
  };
  BoxPtr box = boxes.block("p", high(100_pt));
  for (int depth = 0; depth < 60; ++depth) {
    box = boxes.block("div", [](ComputedStyle& style) { style.display = css::Display::FlowRoot; },
                      boxes.block("a", floating(1_pt, css::Clear::None)),
                      boxes.block("b", floating(2_pt, css::Clear::InlineStart)), std::move(box));
  }
  EXPECT_TRUE(bench.layout(*box, 500).fragment);
}

TEST_F(Nesting, OfFiguresTallerThanAPageIsLaidOut) {
  BoxPtr box = boxes.picture("square.png");
  for (int depth = 0; depth < 60; ++depth) {
    box = boxes.block("figure", [](ComputedStyle& style) { style.breakInside = css::Break::Avoid; }, std::move(box),
                      boxes.block("figcaption", high(1_pt)));
  }
  layout::Space space = Bench::spaceOf(200);
  space.pageBlockSize = 100_pt;
  EXPECT_EQ(layout::layoutBox(*box, space, nullptr, bench.context).fragment->size.blockSize, 100_pt);
}

}  // namespace
}  // namespace octavo::test

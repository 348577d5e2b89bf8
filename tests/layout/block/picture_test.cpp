#include <gtest/gtest.h>

#include "layout/block/replaced.h"
#include "layout/box_maker.h"

namespace octavo::test {
namespace {

using css::ComputedStyle;

class Pictures : public ::testing::Test {
 protected:
  LogicalSize sizeOf(const std::string& path, const Styling& styling, double measure = 200,
                     Length page = Length::infinite()) {
    const BoxPtr box = boxes.picture(path, styling);
    layout::Space space = Bench::spaceOf(measure);
    space.pageBlockSize = page;
    return layout::pictureSize(*box, space, bench.context);
  }
  static LogicalSize points(double inlineSize, double blockSize) {
    return {Length::points(inlineSize), Length::points(blockSize)};
  }

  BoxMaker boxes;
  Bench bench;
};

const Styling plain = [](ComputedStyle&) {};

TEST_F(Pictures, AreAsLargeAsTheyAre) { EXPECT_EQ(sizeOf("square.png", plain), points(100, 100)); }

TEST_F(Pictures, AreNeverWiderThanTheMeasure) { EXPECT_EQ(sizeOf("wide.png", plain), points(200, 50)); }

TEST_F(Pictures, AreNeverTallerThanThePage) {
  EXPECT_EQ(sizeOf("square.png", plain, 200, 80_pt), points(80, 80));
  const auto withMargins = [](ComputedStyle& style) {
    style.margin.blockStart = 10_pt;
    style.margin.blockEnd = 20_pt;
  };
  EXPECT_EQ(sizeOf("square.png", withMargins, 200, 80_pt), points(50, 50));
}

TEST_F(Pictures, KeepTheirProportions) {
  EXPECT_EQ(sizeOf("wide.png", [](ComputedStyle& s) { s.inlineSize = css::Percentage{0.5}; }), points(100, 25));
  EXPECT_EQ(sizeOf("wide.png", [](ComputedStyle& s) { s.blockSize = 20_pt; }), points(80, 20));
  EXPECT_EQ(sizeOf("square.png", [](ComputedStyle& s) { s.maxBlockSize = 60_pt; }), points(60, 60));
  EXPECT_EQ(sizeOf("square.png", [](ComputedStyle& s) { s.maxInlineSize = css::Percentage{0.25}; }), points(50, 50));
  EXPECT_EQ(sizeOf("square.png", [](ComputedStyle& s) { s.minInlineSize = 150_pt; }), points(150, 150));
}

TEST_F(Pictures, TakeBothSizesAsGiven) { EXPECT_EQ(sizeOf("square.png", sized(30_pt, 90_pt)), points(30, 90)); }

TEST_F(Pictures, AreReportedWhereTheirSizeIsUnknown) {
  EXPECT_EQ(sizeOf("lost.png", plain), points(0, 0));
  ASSERT_EQ(bench.diagnostics.entries().size(), 1U);
  EXPECT_EQ(bench.diagnostics.entries()[0].diagnostic.code, "picture-size-unknown");
}

TEST_F(Pictures, AreCentredByAutoMarginsInsideTheirFrame) {
  const BoxPtr box = boxes.block("figure", plain, boxes.picture("square.png", [](ComputedStyle& style) {
    style.margin.inlineStart = css::Auto{};
    style.margin.inlineEnd = css::Auto{};
    style.padding = {2_pt, 2_pt, 2_pt, 2_pt};
    style.background = {255, 0, 0, 255};
  }));
  EXPECT_EQ(bench.dumped(*box, 200),
            "block <figure> size 200x104\n"
            "  block <img> at 48,0 size 104x104 background #ff0000\n"
            "    picture <img> at 2,2 size 100x100 square.png\n");
}

TEST_F(Pictures, LeaveRoomForTheirCaptionOnThePage) {
  const BoxPtr figure = boxes.block("figure", [](ComputedStyle& style) { style.breakInside = css::Break::Avoid; },
                                    boxes.picture("square.png"), boxes.block("figcaption", high(30_pt)));
  layout::Space space = Bench::spaceOf(200);
  space.pageBlockSize = 110_pt;
  EXPECT_EQ(layout::dump(*layout::layoutBox(*figure, space, nullptr, bench.context).fragment),
            "block <figure> size 200x110 break-inside avoid\n"
            "  picture <img> at 0,0 size 80x80 square.png\n"
            "  block <figcaption> at 0,80 size 200x30\n");
}

TEST_F(Pictures, AskTablesForLittleSinceTheyShrink) {
  const BoxPtr box = boxes.picture("wide.png");
  EXPECT_EQ(layout::measureBox(*box, bench.context).minContent, 24_pt);
  EXPECT_EQ(layout::measureBox(*box, bench.context).maxContent, 400_pt);
}

}  // namespace
}  // namespace octavo::test

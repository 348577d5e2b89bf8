#include <gtest/gtest.h>

#include <chrono>

#include "layout/table/table_maker.h"

namespace octavo::test {
namespace {

using css::ComputedStyle;

class Tables : public TableMaker, public ::testing::Test {
 protected:
  std::string dumped(const BoxPtr& box, double measure = 200) { return bench.dumped(*box, measure); }
};

const Styling collapsed = [](ComputedStyle& style) { style.borderCollapse = css::BorderCollapse::Collapse; };

Styling bordered(Length width, LineStyle line = LineStyle::Solid) {
  return [=](ComputedStyle& style) {
    const BorderLine side{width, line, {}};
    style.border = {side, side, side, side};
  };
}

Styling aligned(css::BaselineShift shift) {
  return [=](ComputedStyle& style) { style.verticalAlign = shift; };
}

TEST_F(Tables, AreAsWideAsTheirContent) {
  const BoxPtr box = table(row(filled("a", 30_pt, 10_pt), filled("b", 50_pt, 20_pt)),
                           row(filled("c", 40_pt, 10_pt), filled("d", 20_pt, 10_pt)));
  EXPECT_EQ(dumped(box),
            "block <table> size 90x30\n"
            "  block <tbody> at 0,0 size 90x30\n"
            "    block <tr> at 0,0 size 90x20 break-inside avoid\n"
            "      block <a> at 0,0 size 40x20\n"
            "        block <p> at 0,10 size 30x10\n"
            "      block <b> at 40,0 size 50x20\n"
            "        block <p> at 0,0 size 50x20\n"
            "    block <tr> at 0,20 size 90x10 break-inside avoid\n"
            "      block <c> at 0,0 size 40x10\n"
            "        block <p> at 0,0 size 40x10\n"
            "      block <d> at 40,0 size 50x10\n"
            "        block <p> at 0,0 size 20x10\n");
}

TEST_F(Tables, KeepBorderSpacingAroundAndBetweenCells) {
  const BoxPtr box = styledTable(
      [](ComputedStyle& style) {
        style.borderSpacingInline = 4_pt;
        style.borderSpacingBlock = 3_pt;
        style.padding = {1_pt, 1_pt, 1_pt, 1_pt};
      },
      group(css::Display::TableRowGroup, row(filled("a", 30_pt, 10_pt), filled("b", 50_pt, 10_pt)),
            row(spanning(1, 2, filled("c", 94_pt, 10_pt)))));
  // c needs 10pt more than a, the space and b: shared by their sizes, 3.75 and 6.25.
  EXPECT_EQ(dumped(box),
            "block <table> size 104x31\n"
            "  block <tbody> at 5,4 size 94x23\n"
            "    block <tr> at 0,0 size 94x10 break-inside avoid\n"
            "      block <a> at 0,0 size 33.75x10\n"
            "        block <p> at 0,0 size 30x10\n"
            "      block <b> at 37.75,0 size 56.25x10\n"
            "        block <p> at 0,0 size 50x10\n"
            "    block <tr> at 0,13 size 94x10 break-inside avoid\n"
            "      block <c> at 0,0 size 94x10\n"
            "        block <p> at 0,0 size 94x10\n");
}

TEST_F(Tables, AlignCellsInTheirRows) {
  const BoxPtr box = table(row(filled("high", 10_pt, 50_pt), filled("top", 10_pt, 10_pt, aligned(css::BaselineShift::Top)),
                               filled("middle", 10_pt, 10_pt, aligned(css::BaselineShift::Middle)),
                               filled("bottom", 10_pt, 10_pt, aligned(css::BaselineShift::Bottom))));
  EXPECT_EQ(dumped(box),
            "block <table> size 40x50\n"
            "  block <tbody> at 0,0 size 40x50\n"
            "    block <tr> at 0,0 size 40x50 break-inside avoid\n"
            "      block <high> at 0,0 size 10x50\n"
            "        block <p> at 0,0 size 10x50\n"
            "      block <top> at 10,0 size 10x50\n"
            "        block <p> at 0,0 size 10x10\n"
            "      block <middle> at 20,0 size 10x50\n"
            "        block <p> at 0,20 size 10x10\n"
            "      block <bottom> at 30,0 size 10x50\n"
            "        block <p> at 0,40 size 10x10\n");
}

TEST_F(Tables, GrowRowsForSpanningCellsAndKeepThemTogether) {
  const BoxPtr box = table(row(spanning(2, 1, filled("a", 10_pt, 60_pt, aligned(css::BaselineShift::Top))),
                               filled("b", 10_pt, 10_pt)),
                           row(filled("c", 10_pt, 30_pt)));
  // 20pt are missing; rows of 10 and 30 share them as 5 and 15.
  EXPECT_EQ(dumped(box),
            "block <table> size 20x60\n"
            "  block <tbody> at 0,0 size 20x60\n"
            "    block <tr> at 0,0 size 20x15 break-after avoid break-inside avoid\n"
            "      block <a> at 0,0 size 10x60\n"
            "        block <p> at 0,0 size 10x60\n"
            "      block <b> at 10,0 size 10x15\n"
            "        block <p> at 0,0 size 10x10\n"
            "    block <tr> at 0,15 size 20x45 break-inside avoid\n"
            "      block <c> at 10,0 size 10x45\n"
            "        block <p> at 0,0 size 10x30\n");
}

TEST_F(Tables, ShareALineBetweenCollapsedNeighbours) {
  const BoxPtr box = styledTable(collapsed, group(css::Display::TableRowGroup,
                                                  row(filled("a", 30_pt, 10_pt, bordered(2_pt)),
                                                      filled("b", 30_pt, 10_pt, bordered(4_pt))),
                                                  row(filled("c", 30_pt, 10_pt, bordered(2_pt)))));
  // Columns: a has 1 + 30 + 2 inside its slot, b 2 + 30 + 2. The grid begins 1pt in (half of a's and c's line) and ends
  // 2pt before the end. Rows: the line under a is in its row, 2pt; under b 4pt; the line above the first row (4pt) is
  // the table's.
  EXPECT_EQ(dumped(box),
            "block <table> size 70x30\n"
            "  block <tbody> at 1,4 size 67x26\n"
            "    block <tr> at 0,0 size 67x14 break-inside avoid\n"
            "      block <a> at -1,-2 size 36x16 border 2 solid #000000, 4 solid #000000, 2 solid #000000, 2 solid #000000\n"
            "        block <p> at 2,2 size 30x10\n"
            "      block <b> at 31,-4 size 38x18 border 4 solid #000000\n"
            "        block <p> at 4,4 size 30x10\n"
            "    block <tr> at 0,14 size 67x12 break-inside avoid\n"
            "      block <c> at -1,-2 size 35x14 border 2 solid #000000\n"
            "        block <p> at 2,2 size 30x10\n");
}

TEST_F(Tables, LetTheTableBorderCollapseWithItsCells) {
  const auto framed = [](ComputedStyle& style) {
    collapsed(style);
    bordered(2_pt)(style);
  };
  const BoxPtr box = styledTable(framed, group(css::Display::TableRowGroup,
                                               row(filled("a", 30_pt, 10_pt, bordered(2_pt, LineStyle::Double)),
                                                   filled("b", 30_pt, 10_pt, bordered(1_pt)))));
  // Double beats solid; 2pt beat 1pt.
  EXPECT_EQ(dumped(box),
            "block <table> size 66x14\n"
            "  block <tbody> at 1,2 size 64x12\n"
            "    block <tr> at 0,0 size 64x12 break-inside avoid\n"
            "      block <a> at -1,-2 size 34x14 border 2 double #000000\n"
            "        block <p> at 2,2 size 30x10\n"
            "      block <b> at 31,-2 size 34x14 border 2 solid #000000, 2 solid #000000, 2 solid #000000, 2 double #000000\n"
            "        block <p> at 2,2 size 30x10\n");
}

TEST_F(Tables, StandBetweenTheirCaptions) {
  BoxPtr box = table(row(filled("a", 60_pt, 10_pt)));
  const auto caption = [&](css::CaptionSide side) {
    return boxes.make(box::Kind::TableCaption, "caption", [side](ComputedStyle& style) {
      style.captionSide = side;
      style.blockSize = 15_pt;
      style.margin.blockEnd = 5_pt;
    });
  };
  box->children.push_back(caption(css::CaptionSide::BlockStart));
  box->children.push_back(caption(css::CaptionSide::BlockEnd));
  EXPECT_EQ(dumped(box),
            "block <table> size 60x50\n"
            "  block <caption> at 0,0 size 60x15 break-after avoid\n"
            "  block <table> at 0,20 size 60x10\n"
            "    block <tbody> at 0,0 size 60x10\n"
            "      block <tr> at 0,0 size 60x10 break-inside avoid\n"
            "        block <a> at 0,0 size 60x10\n"
            "          block <p> at 0,0 size 60x10\n"
            "  block <caption> at 0,30 size 60x15 break-before avoid\n");
}

TEST_F(Tables, AreCentredByAutoMargins) {
  const BoxPtr box = styledTable(
      [](ComputedStyle& style) {
        style.margin.inlineStart = css::Auto{};
        style.margin.inlineEnd = css::Auto{};
      },
      group(css::Display::TableRowGroup, row(filled("a", 60_pt, 10_pt))));
  EXPECT_EQ(bench.layout(*box, 200).margin.inlineStart, 70_pt);
}

TEST_F(Tables, TakeAFixedLayoutFromTheFirstRow) {
  BoxPtr box = styledTable(
      [](ComputedStyle& style) {
        style.tableLayout = css::TableLayout::Fixed;
        style.inlineSize = css::Percentage{1.0};
      },
      group(css::Display::TableRowGroup,
            row(filled("a", 10_pt, 10_pt, [](ComputedStyle& style) { style.inlineSize = 80_pt; }),
                filled("b", 150_pt, 10_pt), filled("c", 10_pt, 10_pt))));
  const layout::Result result = bench.layout(*box, 200);
  const auto& cells = result.fragment->children[0].fragment->children[0].fragment->children;
  ASSERT_EQ(cells.size(), 3U);
  EXPECT_EQ(cells[0].fragment->size.inlineSize, 80_pt);
  EXPECT_EQ(cells[1].fragment->size.inlineSize, 60_pt);
  EXPECT_EQ(cells[2].fragment->size.inlineSize, 60_pt);
}

TEST_F(Tables, AreReportedWhereTheyStickOut) {
  const BoxPtr box = table(row(filled("a", 150_pt, 10_pt), filled("b", 100_pt, 10_pt)));
  EXPECT_EQ(bench.layout(*box, 200).fragment->size.inlineSize, 250_pt);
  ASSERT_EQ(bench.diagnostics.entries().size(), 1U);
  EXPECT_EQ(bench.diagnostics.entries()[0].diagnostic.code, "table-too-wide");
}

TEST_F(Tables, MayBeCutInsideARowOnlyIfItIsTallerThanAPage) {
  const BoxPtr box = table(row(filled("a", 10_pt, 90_pt)), row(filled("b", 10_pt, 110_pt)));
  layout::Space space = Bench::spaceOf(200);
  space.pageBlockSize = 100_pt;
  const layout::Result result = layout::layoutBox(*box, space, nullptr, bench.context);
  const auto& rows = result.fragment->children[0].fragment->children;
  EXPECT_EQ(rows[0].fragment->flow.breakInside, css::Break::Avoid);
  EXPECT_EQ(rows[1].fragment->flow.breakInside, css::Break::Auto);
}

TEST_F(Tables, StopAtThePageEndAndRepeatTheirHead) {
  const BoxPtr box = styledTable([](ComputedStyle&) {},
                                 group(css::Display::TableHeaderGroup, row(filled("head", 10_pt, 10_pt))),
                                 group(css::Display::TableRowGroup, row(filled("a", 10_pt, 20_pt)),
                                       row(spanning(2, 1, filled("b", 10_pt, 20_pt))), row(), row(filled("c", 10_pt, 20_pt))));
  const layout::Result first = bench.layout(*box, 200, nullptr, 45_pt);
  ASSERT_TRUE(first.resume);
  EXPECT_EQ(layout::dump(*first.fragment),
            "block <table> size 10x30\n"
            "  block <thead> at 0,0 size 10x10 break-after avoid repeats\n"
            "    block <tr> at 0,0 size 10x10 break-inside avoid\n"
            "      block <head> at 0,0 size 10x10\n"
            "        block <p> at 0,0 size 10x10\n"
            "  block <tbody> at 0,10 size 10x20\n"
            "    block <tr> at 0,0 size 10x20 break-inside avoid\n"
            "      block <a> at 0,0 size 10x20\n"
            "        block <p> at 0,0 size 10x20\n");
  const layout::Result second = bench.layout(*box, 200, first.resume.get(), 55_pt);
  EXPECT_FALSE(second.resume);
  EXPECT_EQ(layout::dump(*second.fragment),
            "block <table> size 10x50\n"
            "  block <thead> at 0,0 size 10x10 repeated-head break-after avoid repeats\n"
            "    block <tr> at 0,0 size 10x10 break-inside avoid\n"
            "      block <head> at 0,0 size 10x10\n"
            "        block <p> at 0,0 size 10x10\n"
            "  block <tbody> at 0,10 size 10x40\n"
            "    block <tr> at 0,0 size 10x10 break-after avoid break-inside avoid\n"
            "      block <b> at 0,0 size 10x20\n"
            "        block <p> at 0,0 size 10x20\n"
            "    block <tr> at 0,10 size 10x10 break-inside avoid\n"
            "    block <tr> at 0,20 size 10x20 break-inside avoid\n"
            "      block <c> at 0,0 size 10x20\n"
            "        block <p> at 0,0 size 10x20\n");
}

TEST_F(Tables, OfNothingAreNothing) {
  EXPECT_EQ(dumped(table()), "block <table> size 0x0\n");
}

TEST_F(Tables, WithAbsurdSpansAreLaidOutInNoTime) {
  BoxPtr box = styledTable(collapsed, group(css::Display::TableRowGroup));
  for (int index = 0; index < 1000; ++index) {
    box->children.back()->children.push_back(row(cell("a", 65534, 1000), cell("b", 65534, 1000)));
  }
  const auto start = std::chrono::steady_clock::now();
  EXPECT_TRUE(bench.layout(*box, 200).fragment);
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(10));
}

TEST_F(Tables, MakePicturesSmallerUntilTheirRowFitsThePageBelowItsHead) {
  const auto pictureCell = [&] {
    return boxes.make(box::Kind::TableCell, "td", [](ComputedStyle&) {}, boxes.picture("square.png"),
                      boxes.block("p", sized(20_pt, 10_pt)));
  };
  const BoxPtr box = styledTable([](ComputedStyle&) {}, group(css::Display::TableHeaderGroup, row(filled("th", 20_pt, 15_pt))),
                                 group(css::Display::TableRowGroup, row(pictureCell())));
  layout::Space space = Bench::spaceOf(200);
  space.pageBlockSize = 90_pt;
  const std::string dump = layout::dump(*layout::layoutBox(*box, space, nullptr, bench.context).fragment);
  // 90pt, less the head's 15pt, less the 10pt that stand below the picture.
  EXPECT_NE(dump.find("picture <img> at 0,0 size 65x65"), std::string::npos) << dump;
}

}  // namespace
}  // namespace octavo::test

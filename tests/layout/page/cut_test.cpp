#include "layout/page/cut.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "layout/page/hand_made.h"

namespace octavo::layout::page {
namespace {

using namespace test;

/// Block positions and sizes of lines and pictures, from the slice's start: "0:10 10:10".
void collectLeaves(const LogicalFragment& fragment, Length at, std::string& text) {
  if (fragment.isLine || std::holds_alternative<fragment::Picture>(fragment.content)) {
    if (!text.empty()) text += " ";
    text += std::to_string(static_cast<int>(at.toPoints())) + ":" +
            std::to_string(static_cast<int>(fragment.size.blockSize.toPoints()));
    if (fragment.role == fragment::Role::RepeatedHead) text += "again";
  }
  for (const PlacedLogical& child : fragment.children) {
    collectLeaves(*child.fragment, at + child.at.blockStart, text);
  }
}

std::string leavesOf(const LogicalFragmentPtr& fragment) {
  std::string text;
  collectLeaves(*fragment, {}, text);
  return text;
}

std::size_t endAt(const Galley& galley, Length filled) {
  for (std::size_t position = 1; position <= galley.last(); ++position) {
    if (galley.filled(position) == filled) return position;
  }
  ADD_FAILURE() << "no page end at " << filled.toPoints();
  return galley.last();
}

TEST(Cut, TheWholeGalleyIsItself) {
  const Made column = stack({paragraph(2)});
  const Galley galley = makeGalley(column, 100_pt);
  EXPECT_EQ(cut(galley, 0, galley.last()), column);
}

TEST(Cut, LinesGoToTheNextPageAndMarginsVanish) {
  const Galley galley = makeGalley(stack({paragraph(3, 6_pt), paragraph(2, 6_pt)}), 100_pt);
  const std::size_t line = endAt(galley, 26_pt), block = endAt(galley, 36_pt);
  EXPECT_EQ(leavesOf(cut(galley, 0, line)), "6:10 16:10");
  EXPECT_EQ(leavesOf(cut(galley, line, block)), "0:10");
  EXPECT_EQ(leavesOf(cut(galley, block, galley.last())), "0:10 10:10");
  EXPECT_EQ(cut(galley, block, galley.last())->size.blockSize,
            26_pt);  // the margin at the end stays in the column
}

TEST(Cut, FramesOfShortCellsBesideALongOneAreCutWithThePage) {
  const BorderLine side{1_pt, LineStyle::Solid, {}};
  auto cell = stack({line()}), lower = row({cell});
  cell->content = LogicalFrame{{side, side, side, side}, {}};
  cell->size.blockSize = lower->size.blockSize = 40_pt;
  auto spanning = row({stack({line()}), paragraph(6)}), body = stack({spanning, lower});
  spanning->size.blockSize = 20_pt;  // the second cell reaches into the row below
  body->children[1].at.blockStart = 20_pt;
  body->size.blockSize = 60_pt;
  const Galley galley = makeGalley(stack({body}), 100_pt);
  const std::size_t end = endAt(galley, 40_pt);
  const auto frameOf = [](const LogicalFragmentPtr& part) -> const LogicalFragment& {
    return *part->children[0].fragment->children[1].fragment->children[0].fragment;
  };
  const LogicalFragmentPtr first = cut(galley, 0, end), second = cut(galley, end, galley.last());
  EXPECT_EQ(frameOf(first).size.blockSize, 20_pt);
  EXPECT_EQ(std::get<LogicalFrame>(frameOf(first).content).border.blockEnd, BorderLine{});
  EXPECT_EQ(frameOf(second).size.blockSize, 20_pt);
  EXPECT_EQ(std::get<LogicalFrame>(frameOf(second).content).border.blockEnd, side);
  EXPECT_EQ(first->children[0].fragment->children[0].fragment->size.blockSize, 20_pt) << "the upper row has ended";
}

TEST(Cut, ABoxLosesItsBorderAtTheCutAndKeepsItsSides) {
  auto box = stack({solid(10_pt), solid(10_pt)}, 5_pt);
  const BorderLine side{1_pt, LineStyle::Solid, {}};
  box->content = LogicalFrame{{side, side, side, side}, {}};
  box->anchors = {"box"};
  box->strings = {{"title", "Box"}};
  const Galley galley = makeGalley(stack({box}), 100_pt);
  const auto first = cut(galley, 0, 1)->children[0].fragment;
  const auto second = cut(galley, 1, 2)->children[0].fragment;
  const auto& upper = std::get<LogicalFrame>(first->content).border;
  const auto& lower = std::get<LogicalFrame>(second->content).border;
  EXPECT_EQ(upper.blockStart, side);
  EXPECT_EQ(upper.blockEnd, BorderLine{});
  EXPECT_EQ(upper.inlineStart, side);
  EXPECT_EQ(lower.blockStart, BorderLine{});
  EXPECT_EQ(lower.blockEnd, side);
  EXPECT_EQ(first->size.blockSize, 15_pt);
  EXPECT_EQ(second->size.blockSize, 15_pt);
  EXPECT_EQ(first->anchors, std::vector<std::string>{"box"});
  EXPECT_TRUE(second->anchors.empty());
  EXPECT_TRUE(second->strings.empty());
}

TEST(Cut, ATableHeadIsRepeatedWithoutItsIds) {
  auto headRow = row({solid(8_pt)});
  headRow->anchors = {"head"};
  auto head = stack({headRow});
  head->flow.isRepeatedHead = true;
  const Galley galley = makeGalley(stack({stack({head, row({solid(10_pt)}), row({solid(12_pt)})})}), 100_pt);
  const auto second = cut(galley, endAt(galley, 18_pt), galley.last());
  EXPECT_EQ(leavesOf(second), "0:8again 8:12");
  EXPECT_EQ(second->size.blockSize, 20_pt);
  const auto& repeated = *second->children[0].fragment->children[0].fragment;
  EXPECT_EQ(repeated.role, fragment::Role::RepeatedHead);
  EXPECT_TRUE(repeated.children[0].fragment->anchors.empty());
}

TEST(Cut, CellsOfACutRowBothBeginAtTheTop) {
  auto second = stack({line(15_pt), line(15_pt), line(15_pt), line(15_pt)});
  const Galley galley = makeGalley(stack({row({paragraph(6), second}), solid(5_pt)}), 100_pt);
  const std::size_t middle = endAt(galley, 20_pt);
  EXPECT_EQ(leavesOf(cut(galley, 0, middle)), "0:10 10:10 0:15");
  const auto rest = cut(galley, middle, galley.last());
  EXPECT_EQ(leavesOf(rest), "0:10 10:10 20:10 30:10 0:15 15:15 30:15 45:5");
  // Both cells reach down to the row's end.
  const auto& cells = rest->children[0].fragment->children;
  EXPECT_EQ(cells[0].fragment->size.blockSize, 45_pt);
  EXPECT_EQ(cells[1].fragment->size.blockSize, 45_pt);
}

TEST(Cut, ACellThatSpansRowsGoesOnBesideTheNextRow) {
  auto first = row({solid(10_pt)});
  first->children.push_back({{}, stack({solid(10_pt), solid(10_pt)})});
  const Galley galley = makeGalley(stack({stack({first, row({solid(10_pt)})})}), 100_pt);
  EXPECT_EQ(leavesOf(cut(galley, 0, 1)), "0:10 0:10");
  EXPECT_EQ(leavesOf(cut(galley, 1, 2)), "0:10 0:10");
}

TEST(Cut, TheFlowClosesOverAFigureThatLeaves) {
  const Galley galley = makeGalley(
      stack({stack({paragraph(1, 4_pt), figure(30_pt, 10_pt), paragraph(1, 4_pt)}), solid(5_pt)}), 100_pt);
  EXPECT_EQ(leavesOf(cut(galley, 0, galley.last())), "4:10 24:30 64:10 78:5");
  EXPECT_EQ(leavesOf(cut(galley, 0, galley.last(), {0}, {1})), "4:10 18:10 32:5");
}

TEST(Cut, EveryLeafIsOnExactlyOnePage) {
  auto head = stack({solid(8_pt)});
  head->flow.isRepeatedHead = true;
  const Made column =
      stack({paragraph(5, 3_pt), stack({head, row({paragraph(7), paragraph(2)}), row({solid(9_pt)})}),
             stack({paragraph(4), stack({paragraph(1), paragraph(6)}, 2_pt)}, 1_pt)});
  const Galley galley = makeGalley(column, 40_pt);
  std::size_t leaves = 0;
  for (const ChosenPart& page : choosePageEnds(galley, noNotes(), pagesOf(40_pt), 0)) {
    const std::string text = leavesOf(cut(galley, page.from, page.to));
    const auto all = static_cast<std::size_t>(std::ranges::count(text, ':'));
    std::size_t repeated = 0;
    for (std::size_t at = text.find("again"); at != std::string::npos; at = text.find("again", at + 1))
      ++repeated;
    leaves += all - repeated;
    EXPECT_LE(page.used, 40_pt);
  }
  EXPECT_EQ(leaves, 5u + 1 + 7 + 2 + 1 + 4 + 1 + 6);
}

std::size_t roomIn(const LogicalFragment& fragment) {
  std::size_t room = fragment.children.capacity();
  for (const PlacedLogical& child : fragment.children) {
    if (!child.fragment->isLine) room += roomIn(*child.fragment);
  }
  return room;
}

TEST(Cut, APartHoldsRoomForItsOwnChildrenOnly) {
  std::vector<Made> paragraphs;
  for (int index = 0; index < 200; ++index) paragraphs.push_back(paragraph(1));
  const Galley galley = makeGalley(stack({stack(paragraphs)}), 100_pt);
  ASSERT_EQ(galley.last(), 200u);
  for (std::size_t position = 0; position < galley.last(); position += 10) {
    // Ten paragraphs of one line and the two boxes around them; a vector may have room for twice as many.
    EXPECT_LE(roomIn(*cut(galley, position, position + 10)), 64u) << position;
  }
}

}  // namespace
}  // namespace octavo::layout::page

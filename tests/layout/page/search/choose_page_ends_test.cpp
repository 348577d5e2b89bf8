#include "layout/page/search/choose_page_ends.h"

#include <gtest/gtest.h>

#include "layout/page/hand_made.h"

namespace octavo::layout::page {
namespace {

using namespace test;
using Ends = std::vector<double>;

Ends chosenEnds(const Made& column, Length blockSize) {
  const Galley galley = makeGalley(column, blockSize);
  return endsOf(galley, choosePageEnds(galley, noNotes(), pagesOf(blockSize), 0));
}

TEST(ChoosePageEnds, FillsPagesWithLines) {
  EXPECT_EQ(chosenEnds(stack({paragraph(12)}), 50_pt), (Ends{50, 100, 120}));
}

TEST(ChoosePageEnds, LeavesNoWidow) {
  // Eleven lines of five a page would leave the last alone on the third page.
  EXPECT_EQ(chosenEnds(stack({paragraph(11)}), 50_pt), (Ends{50, 90, 110}));
}

TEST(ChoosePageEnds, LooksAheadInsteadOfFillingTheFirstPage) {
  // Filling both pages would end the second under the heading; one line less on the first, one less on the
  // second.
  auto heading = paragraph(1);
  heading->flow.breakAfter = css::Break::Avoid;
  EXPECT_EQ(chosenEnds(stack({paragraph(9), heading, paragraph(4)}), 50_pt), (Ends{50, 90, 140}));
}

TEST(ChoosePageEnds, NoWordIsPartedWhereTheLeafTurns) {
  const auto ends = [](css::HyphenateLimitLast limit, std::size_t firstPage) {
    auto text = paragraph(30);
    auto hyphenated = line();
    hyphenated->flow.hyphenLimit = limit;
    for (const std::size_t at : {9u, 18u, 19u}) text->children[at].fragment = hyphenated;
    const Galley galley = makeGalley(stack({text}), 100_pt);
    return endsOf(galley, choosePageEnds(galley, noNotes(), pagesOf(100_pt), firstPage));
  };
  using enum css::HyphenateLimitLast;
  // The tenth and the twentieth line, and the one before it, end with hyphens.
  EXPECT_EQ(ends(None, 0), (Ends{100, 200, 300}));
  EXPECT_EQ(ends(Spread, 1), (Ends{90, 180, 280, 300}));  // the leaf turns behind the second page, two share the loss
  EXPECT_EQ(ends(Spread, 0), (Ends{90, 190, 280, 300}));  // behind the first and the third; the rest is no widow
  EXPECT_EQ(ends(Page, 0), (Ends{90, 180, 280, 300}));
}

TEST(ChoosePageEnds, AForcedEndLeavesItsPageShort) {
  auto second = paragraph(2);
  second->flow.breakBefore = css::Break::Page;
  EXPECT_EQ(chosenEnds(stack({paragraph(2), second}), 50_pt), (Ends{20, 40}));
}

TEST(ChoosePageEnds, ARectoStartSkipsAPage) {
  auto second = paragraph(2);
  second->flow.breakBefore = css::Break::Recto;
  const Galley galley = makeGalley(stack({paragraph(2), second}), 50_pt);
  const auto pages = choosePageEnds(galley, noNotes(), pagesOf(50_pt), 0);
  ASSERT_EQ(pages.size(), 2u);
  EXPECT_EQ(pages[0].slot.page, 0u);
  EXPECT_EQ(pages[1].slot.page, 2u);
}

TEST(ChoosePageEnds, WhatIsHigherThanAPageGoesAloneOnOne) {
  EXPECT_EQ(chosenEnds(stack({solid(20_pt), solid(80_pt), solid(20_pt)}), 50_pt), (Ends{20, 100, 120}));
}

TEST(ChoosePageEnds, NothingThatFitsIsOverfull) {
  for (int lines = 1; lines < 40; ++lines) {
    const Galley galley =
        makeGalley(stack({paragraph(3, 7_pt), paragraph(lines, 3_pt), solid(33_pt), paragraph(2)}), 47_pt);
    Length reached;
    for (const ChosenPart& page : choosePageEnds(galley, noNotes(), pagesOf(47_pt), 0)) {
      EXPECT_LE(page.used, 47_pt);
      EXPECT_GT(galley.filled(page.to), reached);
      reached = galley.filled(page.to);
    }
    EXPECT_EQ(reached, galley.filled(galley.last()));
  }
}

TEST(ChoosePageEnds, PagesMayHaveDifferentSizes) {
  Fragmentainers pages = pagesOf(50_pt);
  pages.first = roomOf(20_pt);
  const Galley galley = makeGalley(stack({paragraph(9)}), 50_pt);
  EXPECT_EQ(endsOf(galley, choosePageEnds(galley, noNotes(), pages, 0)), (Ends{20, 70, 90}));
  EXPECT_EQ(endsOf(galley, choosePageEnds(galley, noNotes(), pages, 1)), (Ends{50, 90}));
}

TEST(ChoosePageEnds, LeftAndRightPagesMayHaveDifferentSizes) {
  Fragmentainers pages;
  pages.named[""] = {roomOf(20_pt), roomOf(40_pt)};
  const Galley galley = makeGalley(stack({paragraph(12)}), 40_pt);
  EXPECT_EQ(endsOf(galley, choosePageEnds(galley, noNotes(), pages, 0)), (Ends{40, 60, 100, 120}));
  EXPECT_EQ(endsOf(galley, choosePageEnds(galley, noNotes(), pages, 1)), (Ends{20, 60, 80, 120}));
}

TEST(ChoosePageEnds, ATableHeadTakesRoomOnEachPage) {
  auto head = stack({solid(10_pt)});
  head->flow.isRepeatedHead = true;
  std::vector<Made> rows{head};
  for (int index = 0; index < 9; ++index) rows.push_back(row({solid(10_pt)}));
  EXPECT_EQ(chosenEnds(stack({stack(rows)}), 40_pt), (Ends{40, 70, 100}));
}

TEST(ChoosePageEnds, AFigureThatDoesNotFitLetsTheTextFillThePage) {
  const Galley galley = makeGalley(stack({paragraph(3), figure(30_pt), paragraph(6)}), 50_pt);
  const auto pages = choosePageEnds(galley, noNotes(), pagesOf(50_pt), 0);
  ASSERT_EQ(pages.size(), 3u);
  EXPECT_EQ(pages[0].used, 50_pt);  // three lines and the next paragraph's first two
  EXPECT_EQ(pages[0].omittedTo[0] - pages[0].omittedFrom[0], 1u);
  EXPECT_EQ(pages[1].floatsTo[0] - pages[1].floatsFrom[0], 1u);
  EXPECT_EQ(pages[1].used, 50_pt);
}

TEST(ChoosePageEnds, AFigureThatFitsStaysInItsPlace) {
  const Galley galley = makeGalley(stack({paragraph(2), figure(30_pt), paragraph(2)}), 50_pt);
  const auto pages = choosePageEnds(galley, noNotes(), pagesOf(50_pt), 0);
  ASSERT_EQ(pages.size(), 2u);
  EXPECT_EQ(pages[0].used, 50_pt);
  EXPECT_EQ(pages[0].omittedFrom[0], pages[0].omittedTo[0]);
}

TEST(ChoosePageEnds, FiguresKeepTheirOrderAndAllComeBeforeAForcedEnd) {
  auto next = paragraph(1);
  next->flow.breakBefore = css::Break::Page;
  const Galley galley = makeGalley(
      stack({paragraph(2), figure(40_pt), figure(40_pt), figure(8_pt), paragraph(2), next}), 50_pt);
  const auto pages = choosePageEnds(galley, noNotes(), pagesOf(50_pt), 0);
  std::size_t set = 0;
  for (const ChosenPart& page : pages) {
    EXPECT_LE(page.used, 50_pt);
    const std::size_t inside = galley.floatsBefore(page.to)[0] - galley.floatsBefore(page.from)[0];
    EXPECT_EQ(page.floatsFrom[0], set);
    set = page.floatsTo[0] + inside - (page.omittedTo[0] - page.omittedFrom[0]);
    if (page.to == galley.last() && page.from != page.to) {
      EXPECT_EQ(set, 3u);
    }
  }
  EXPECT_EQ(set, 3u);
  EXPECT_EQ(pages.back().used, 10_pt);
}

TEST(ChoosePageEnds, AFigureAtTheChapterEndGetsAPage) {
  const Galley galley = makeGalley(stack({paragraph(4), figure(30_pt)}), 50_pt);
  const auto pages = choosePageEnds(galley, noNotes(), pagesOf(50_pt), 0);
  ASSERT_EQ(pages.size(), 2u);
  EXPECT_EQ(pages[1].used, 30_pt);
}

TEST(ChoosePageEnds, ManyWaitingFiguresAreAllSetInOrder) {
  std::vector<Made> blocks;
  for (int index = 0; index < 600; ++index) {
    blocks.push_back(paragraph(1));
    blocks.push_back(figure(70_pt));
  }
  const Galley galley = makeGalley(stack(blocks), 100_pt);
  const std::vector<ChosenPart> pages = choosePageEnds(galley, noNotes(), pagesOf(100_pt), 0);
  ASSERT_FALSE(pages.empty());
  EXPECT_EQ(pages.back().to, galley.last());
  std::size_t next = 0;
  for (const ChosenPart& page : pages) {
    EXPECT_GE(page.floatsTo[0], next);
    next = page.floatsTo[0];
  }
}

/// "page.column" of each part.
std::vector<std::string> slotsOf(const std::vector<ChosenPart>& parts) {
  std::vector<std::string> slots;
  for (const ChosenPart& part : parts) {
    slots.push_back(std::to_string(part.slot.page) + "." + std::to_string(part.slot.column));
  }
  return slots;
}
using Slots = std::vector<std::string>;

TEST(ChoosePageEnds, TheColumnsOfAPageAreFilledOneAfterAnother) {
  const Galley galley = makeGalley(stack({paragraph(20)}), 50_pt);
  const auto parts = choosePageEnds(galley, noNotes(), pagesOf(50_pt, {}, 2), 0);
  EXPECT_EQ(endsOf(galley, parts), (Ends{50, 100, 150, 200}));
  EXPECT_EQ(slotsOf(parts), (Slots{"0.0", "0.1", "1.0", "1.1"}));
}

TEST(ChoosePageEnds, AForcedEndLeavesTheOtherColumnsOfItsPageEmpty) {
  auto second = paragraph(2), third = paragraph(2);
  second->flow.breakBefore = css::Break::Page;
  third->flow.breakBefore = css::Break::Recto;
  const Galley galley = makeGalley(stack({paragraph(7), second, third}), 50_pt);
  EXPECT_EQ(slotsOf(choosePageEnds(galley, noNotes(), pagesOf(50_pt, {}, 3), 0)), (Slots{"0.0", "0.1", "1.0", "2.0"}));
}

TEST(ChoosePageEnds, AFigureThatDoesNotFitGoesToTheHeadOfTheNextColumn) {
  const Galley galley = makeGalley(stack({paragraph(3), figure(30_pt), paragraph(4)}), 50_pt);
  const auto parts = choosePageEnds(galley, noNotes(), pagesOf(50_pt, {}, 2), 0);
  ASSERT_EQ(slotsOf(parts), (Slots{"0.0", "0.1"}));
  EXPECT_EQ(parts[0].used, 50_pt);
  EXPECT_EQ(parts[1].floatsTo[0] - parts[1].floatsFrom[0], 1u);
  EXPECT_EQ(parts[1].used, 50_pt);
}

TEST(ChoosePageEnds, AColumnThatTakesNoFiguresLeavesThemToTheNextThatDoes) {
  const Galley galley = makeGalley(stack({paragraph(2), figure(40_pt), paragraph(8)}), 50_pt);
  Fragmentainers pages = pagesOf(50_pt, {}, 2);
  for (PageRoom* room : {&pages.named[""].left, &pages.named[""].right}) room->back().takes = {false};
  const auto parts = choosePageEnds(galley, noNotes(), pages, 0);
  ASSERT_EQ(slotsOf(parts), (Slots{"0.0", "0.1", "1.0"}));
  EXPECT_EQ(parts[1].floatsTo, FloatCounts{0});
  EXPECT_EQ(parts[2].floatsTo, FloatCounts{1});
}

TEST(ChoosePageEnds, WhereOnlyFiguresAreLeftAColumnThatTakesNoneStaysEmpty) {
  const Galley galley = makeGalley(stack({paragraph(2), figure(40_pt), paragraph(3)}), 50_pt);
  Fragmentainers pages = pagesOf(50_pt, {}, 2);
  for (PageRoom* room : {&pages.named[""].left, &pages.named[""].right}) room->back().takes = {false};
  const auto parts = choosePageEnds(galley, noNotes(), pages, 0);
  ASSERT_EQ(slotsOf(parts), (Slots{"0.0", "0.1", "1.0"}));
  EXPECT_EQ(parts[1].used, 0_pt);
  EXPECT_EQ(parts[2].used, 40_pt);
}

/// The same places, each gap above a line able to give way.
Galley withFlexibleLines(const Galley& rigid, Length stretch, Length shrink) {
  Galley galley;
  galley.column = rigid.column;
  galley.lineSize = rigid.lineSize;
  for (std::size_t position = 1; position <= rigid.last(); ++position) {
    Segment segment = rigid.segmentTo(position);
    segment.content.stretch = stretch;
    segment.content.shrink = shrink;
    galley.add(rigid.at(position), segment);
  }
  return galley;
}

TEST(ChoosePageEnds, WhatShrinksLetsAPageTakeALineMore) {
  // Eleven lines on pages of five: the third page would have a line alone. Six lines may be set in 60 - 6 * 2 = 48.
  const Galley rigid = makeGalley(stack({paragraph(11)}), 50_pt);
  EXPECT_EQ(endsOf(rigid, choosePageEnds(rigid, noNotes(), pagesOf(50_pt), 0)), (Ends{50, 90, 110}));
  const Galley tight = withFlexibleLines(rigid, {}, 2_pt);
  EXPECT_EQ(choosePageEnds(tight, noNotes(), pagesOf(50_pt), 0).size(), 2u);
}

TEST(ChoosePageEnds, WhatStretchesFillsAShortPageWithoutCost) {
  // The fifth line ends with a hyphen, which is not worth a hole of a line; four lines may be set in 40 + 4 * 3 = 52.
  auto text = paragraph(9);
  auto hyphenated = line();
  hyphenated->flow.hyphenLimit = css::HyphenateLimitLast::Page;
  text->children[4].fragment = hyphenated;
  const Galley rigid = makeGalley(stack({text}), 50_pt);
  EXPECT_EQ(endsOf(rigid, choosePageEnds(rigid, noNotes(), pagesOf(50_pt), 1)), (Ends{50, 90}));
  const Galley loose = withFlexibleLines(rigid, 3_pt, {});
  EXPECT_EQ(endsOf(loose, choosePageEnds(loose, noNotes(), pagesOf(50_pt), 1)), (Ends{40, 90}));
}

TEST(FirstParts, TheWaysToFillAPageComeCheapestFirst) {
  // Five of seven lines fill the page; after four a fifth of it stays empty, after one the line would be an orphan too.
  const Galley galley = makeGalley(stack({paragraph(7)}), 50_pt);
  const auto parts = firstParts({galley, {noNotes()}}, pagesOf(50_pt), {});
  EXPECT_EQ(endsOf(galley, parts), (Ends{50, 40, 30, 20, 10}));
  EXPECT_EQ(parts[0].cost, 0);
  EXPECT_EQ(parts[1].cost, 400);
  EXPECT_EQ(parts[4].cost, 6400 + 2000);
}

}  // namespace
}  // namespace octavo::layout::page

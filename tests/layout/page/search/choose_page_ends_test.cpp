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
  EXPECT_EQ(pages[0].page, 0u);
  EXPECT_EQ(pages[1].page, 2u);
}

TEST(ChoosePageEnds, WhatIsHigherThanAPageGoesAloneOnOne) {
  EXPECT_EQ(chosenEnds(stack({solid(20_pt), solid(80_pt), solid(20_pt)}), 50_pt), (Ends{20, 100, 120}));
}

TEST(ChoosePageEnds, NothingThatFitsIsOverfull) {
  for (int lines = 1; lines < 40; ++lines) {
    const Galley galley =
        makeGalley(stack({paragraph(3, 7_pt), paragraph(lines, 3_pt), solid(33_pt), paragraph(2)}), 47_pt);
    Length reached;
    for (const ChosenPage& page : choosePageEnds(galley, noNotes(), pagesOf(47_pt), 0)) {
      EXPECT_LE(page.used, 47_pt);
      EXPECT_GT(galley.filled(page.to), reached);
      reached = galley.filled(page.to);
    }
    EXPECT_EQ(reached, galley.filled(galley.last()));
  }
}

TEST(ChoosePageEnds, PagesMayHaveDifferentSizes) {
  PageSizes sizes = pagesOf(50_pt);
  sizes.first = PageRoom{20_pt, {}};
  const Galley galley = makeGalley(stack({paragraph(9)}), 50_pt);
  EXPECT_EQ(endsOf(galley, choosePageEnds(galley, noNotes(), sizes, 0)), (Ends{20, 70, 90}));
  EXPECT_EQ(endsOf(galley, choosePageEnds(galley, noNotes(), sizes, 1)), (Ends{50, 90}));
}

TEST(ChoosePageEnds, LeftAndRightPagesMayHaveDifferentSizes) {
  PageSizes sizes;
  sizes.named[""] = {{20_pt, {}}, {40_pt, {}}};
  const Galley galley = makeGalley(stack({paragraph(12)}), 40_pt);
  EXPECT_EQ(endsOf(galley, choosePageEnds(galley, noNotes(), sizes, 0)), (Ends{40, 60, 100, 120}));
  EXPECT_EQ(endsOf(galley, choosePageEnds(galley, noNotes(), sizes, 1)), (Ends{20, 60, 80, 120}));
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
  EXPECT_EQ(pages[0].omittedTo - pages[0].omittedFrom, 1u);
  EXPECT_EQ(pages[1].floatsTo - pages[1].floatsFrom, 1u);
  EXPECT_EQ(pages[1].used, 50_pt);
}

TEST(ChoosePageEnds, AFigureThatFitsStaysInItsPlace) {
  const Galley galley = makeGalley(stack({paragraph(2), figure(30_pt), paragraph(2)}), 50_pt);
  const auto pages = choosePageEnds(galley, noNotes(), pagesOf(50_pt), 0);
  ASSERT_EQ(pages.size(), 2u);
  EXPECT_EQ(pages[0].used, 50_pt);
  EXPECT_EQ(pages[0].omittedFrom, pages[0].omittedTo);
}

TEST(ChoosePageEnds, FiguresKeepTheirOrderAndAllComeBeforeAForcedEnd) {
  auto next = paragraph(1);
  next->flow.breakBefore = css::Break::Page;
  const Galley galley = makeGalley(
      stack({paragraph(2), figure(40_pt), figure(40_pt), figure(8_pt), paragraph(2), next}), 50_pt);
  const auto pages = choosePageEnds(galley, noNotes(), pagesOf(50_pt), 0);
  std::size_t set = 0;
  for (const ChosenPage& page : pages) {
    EXPECT_LE(page.used, 50_pt);
    const std::size_t inside = galley.floatsBefore(page.to) - galley.floatsBefore(page.from);
    EXPECT_EQ(page.floatsFrom, set);
    set = page.floatsTo + inside - (page.omittedTo - page.omittedFrom);
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
  const std::vector<ChosenPage> pages = choosePageEnds(galley, noNotes(), pagesOf(100_pt), 0);
  ASSERT_FALSE(pages.empty());
  EXPECT_EQ(pages.back().to, galley.last());
  std::size_t next = 0;
  for (const ChosenPage& page : pages) {
    EXPECT_GE(page.floatsTo, next);
    next = page.floatsTo;
  }
}

}  // namespace
}  // namespace octavo::layout::page

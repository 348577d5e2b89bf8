#include "layout/page/galley/galley.h"

#include <gtest/gtest.h>

#include "layout/page/hand_made.h"

namespace octavo::layout::page {
namespace {

using namespace test;

Galley galleyOf(const Made& column) { return makeGalley(column, 100_pt); }

/// "filled+dropped penalty" of each end but the last.
std::vector<std::string> placesOf(const Galley& galley) {
  std::vector<std::string> texts;
  for (std::size_t position = 1; position < galley.last(); ++position) {
    const PageEnd& end = galley.at(position);
    std::string text = std::to_string(static_cast<int>(galley.filled(position).toPoints()));
    const Length dropped = galley.glueBehind(position).size;
    if (dropped > Length{}) text += "+" + std::to_string(static_cast<int>(dropped.toPoints()));
    if (end.repeated > Length{})
      text += " again " + std::to_string(static_cast<int>(end.repeated.toPoints()));
    if (end.penalty != 0) text += " costs " + std::to_string(end.penalty);
    if (isForced(end.forced)) text += " forced";
    texts.push_back(text);
  }
  return texts;
}

using Texts = std::vector<std::string>;

TEST(Galley, APageMayEndBetweenLinesButForWidowsAndOrphans) {
  EXPECT_EQ(placesOf(galleyOf(stack({paragraph(5)}))), (Texts{"10 costs 2000", "20", "30", "40 costs 2000"}));
}

TEST(Galley, OfThreeLinesEachEndLeavesOneAlone) {
  EXPECT_EQ(placesOf(galleyOf(stack({paragraph(3)}))), (Texts{"10 costs 2000", "20 costs 2000"}));
}

TEST(Galley, MarginsBetweenBlocksVanishAtAPageEnd) {
  EXPECT_EQ(placesOf(galleyOf(stack({solid(10_pt), paragraph(1, 6_pt), solid(10_pt)}))),
            (Texts{"10+6", "26+6"}));
}

TEST(Galley, PaddingStaysWithTheFirstAndTheLastLine) {
  EXPECT_EQ(placesOf(galleyOf(stack({stack({solid(10_pt), solid(10_pt)}, 5_pt), solid(10_pt)}))),
            (Texts{"15", "30"}));
}

TEST(Galley, NoPageEndLeavesALowRowOfATableAlone) {
  const auto group = [](const std::vector<Made>& rows) {
    Made made = stack(rows);
    made->layer = fragment::PaintLayer::RowGroup;
    return made;
  };
  const Made rows = group({solid(10_pt), solid(10_pt), solid(10_pt), solid(10_pt)});
  EXPECT_EQ(placesOf(galleyOf(stack({rows}))), (Texts{"10 costs 2000", "20", "30 costs 2000"}));
  const Made tall = group({solid(30_pt), solid(30_pt), solid(30_pt)});
  EXPECT_EQ(placesOf(galleyOf(stack({tall}))), (Texts{"30", "60"}));
  // A group of one row at the end: a total.
  const Made total = group({solid(10_pt)}), body = group({solid(10_pt), solid(10_pt)});
  EXPECT_EQ(placesOf(galleyOf(stack({body, total}))), (Texts{"10 costs 2000", "20 costs 2000"}));
}

TEST(Galley, AHeadingIsKeptWithWhatFollows) {
  auto heading = paragraph(1, 4_pt);
  heading->flow.breakAfter = css::Break::Avoid;
  EXPECT_EQ(placesOf(galleyOf(stack({solid(10_pt), heading, solid(10_pt)}))),
            (Texts{"10+4", "24+4 costs 4000"}));
}

TEST(Galley, AHeadingIsKeptWithWhatFollowsAcrossMarksOfNoSize) {
  auto heading = paragraph(1);
  heading->flow.breakAfter = css::Break::Avoid;
  EXPECT_EQ(placesOf(galleyOf(stack({heading, stack({}), stack({}), solid(10_pt)}))),
            (Texts{"10 costs 4000", "10 costs 4010", "10 costs 4010"}));
  EXPECT_EQ(placesOf(galleyOf(stack({stack({heading, stack({}), stack({})}), solid(10_pt)}))),
            (Texts{"10 costs 4000", "10 costs 4010", "10 costs 4000"}));
}

TEST(Galley, TheLastChildOfASectionSpeaksForTheSection) {
  auto heading = paragraph(1);
  heading->flow.breakAfter = css::Break::AvoidPage;
  EXPECT_EQ(placesOf(galleyOf(stack({stack({heading}), solid(10_pt)}))), (Texts{"10 costs 4000"}));
}

TEST(Galley, AnExtentLeavesOutTheGlueWhereItsPageBegins) {
  const Galley galley = galleyOf(stack({paragraph(2, 6_pt), paragraph(2, 6_pt)}));
  EXPECT_EQ(galley.extent(0, 2).size, 26_pt);  // with the margin above
  EXPECT_EQ(galley.extent(0, 3).size, 42_pt);
  EXPECT_EQ(galley.extent(2, 3).size, 10_pt);
  EXPECT_EQ(galley.glueBehind(2).size, 6_pt);
}

TEST(Galley, AnExtentSumsWhatItsSegmentsGive) {
  Galley galley;
  galley.add({}, {{}, {10_pt, 1_pt, 2_pt}, {}});
  galley.add({}, {{5_pt, 3_pt, 1_pt}, {10_pt, 1_pt, 2_pt}, {}});
  EXPECT_EQ(galley.extent(0, 2).size, 25_pt);
  EXPECT_EQ(galley.extent(0, 2).stretch, 5_pt);
  EXPECT_EQ(galley.extent(0, 2).shrink, 5_pt);
  EXPECT_EQ(galley.extent(1, 2).size, 10_pt);
  EXPECT_EQ(galley.extent(1, 2).stretch, 1_pt);
}

TEST(Galley, AForcedBreakKeepsTheMarginAfterIt) {
  auto second = paragraph(1, 20_pt);
  second->flow.breakBefore = css::Break::Page;
  // The gap of 20pt is the second block's own margin: the next page begins with it.
  EXPECT_EQ(placesOf(galleyOf(stack({solid(10_pt), stack({second})}))), (Texts{"10 forced"}));
  const Galley galley = galleyOf(stack({solid(10_pt), second}));
  EXPECT_EQ(galley.filled(1), 10_pt);
  EXPECT_EQ(galley.glueBehind(1).size, 0_pt);
}

TEST(Galley, AnotherNamedPageForcesAPageEnd) {
  auto second = paragraph(1);
  second->flow.page = "wide";
  const Galley galley = galleyOf(stack({paragraph(1), second, paragraph(1)}));
  EXPECT_EQ(placesOf(galley), (Texts{"10 forced", "20 forced"}));
  EXPECT_EQ(galley.at(1).page, "wide");
  EXPECT_EQ(galley.at(2).page, "");
}

TEST(Galley, KeptWholeCostsAtEachPlaceInside) {
  auto kept = stack({solid(10_pt), solid(10_pt)});
  kept->flow.breakInside = css::Break::Avoid;
  EXPECT_EQ(placesOf(galleyOf(stack({kept, solid(10_pt)}))), (Texts{"10 costs 1500", "20"}));
}

Made hyphenatedLine(css::HyphenateLimitLast limit) {
  auto hyphenated = line();
  hyphenated->flow.hyphenLimit = limit;
  return hyphenated;
}

TEST(Galley, AHyphenAtAPageEndCostsAndMoreAtAPageTurn) {
  const auto costs = [](css::HyphenateLimitLast limit) {
    const Galley galley = galleyOf(stack({stack({line(), line(), hyphenatedLine(limit), line(), line()})}));
    return std::pair(galley.at(3).penalty, galley.at(3).turnPenalty);
  };
  EXPECT_EQ(costs(css::HyphenateLimitLast::None), std::pair(0, 0));
  EXPECT_EQ(costs(css::HyphenateLimitLast::Spread), std::pair(0, 500));
  EXPECT_EQ(costs(css::HyphenateLimitLast::Page), std::pair(120, 380));
  EXPECT_EQ(costs(css::HyphenateLimitLast::Column), std::pair(120, 380));
  EXPECT_EQ(costs(css::HyphenateLimitLast::Always), std::pair(120, 380));
}

TEST(Galley, ATableRepeatsItsHeadAndKeepsItWithTheFirstRow) {
  auto head = stack({solid(8_pt)});
  head->flow.isRepeatedHead = true;
  auto table = stack({head, row({solid(10_pt), solid(10_pt)}), row({solid(10_pt)}), row({solid(10_pt)})});
  EXPECT_EQ(placesOf(galleyOf(stack({table}))), (Texts{"8 costs 20000", "18 again 8", "28 again 8"}))
      << "a head alone is worse than a page that is half empty";
}

TEST(Galley, NoPageEndsInACaptionOrBesideIt) {
  auto caption = paragraph(3);
  caption->flow.isCaption = true;
  auto table = stack({caption, stack({row({solid(10_pt)}), row({solid(10_pt)})})});
  EXPECT_EQ(placesOf(galleyOf(stack({table}))), (Texts{"30 costs 20000", "40"}));
}

TEST(Galley, TextInTheMiddleOfALongRowCostsNoPageEndAboveIt) {
  auto middle = stack({line()});
  middle->children[0].at.blockStart = 25_pt;  // beside six lines
  EXPECT_EQ(placesOf(galleyOf(stack({row({middle, paragraph(6)})}))),
            (Texts{"10 costs 2000", "20 costs 800", "30 costs 20000", "40 costs 800", "50 costs 2000"}));
}

TEST(Galley, ARowIsCutWhereEachOfItsCellsMayBe) {
  // Lines of 10pt beside lines of 15pt: a page end at 30 leaves both whole; at 20 the second cell ends at 15.
  auto second = stack({line(15_pt), line(15_pt), line(15_pt), line(15_pt)});
  const Galley galley = galleyOf(stack({row({paragraph(6), second})}));
  const Texts places = placesOf(galley);
  EXPECT_EQ(places[0], "10 costs 20000");  // the second cell's first line would leave its place
  EXPECT_EQ(places[1], "15 costs 2000");
  EXPECT_EQ(places[2], "20 costs 2000");
  EXPECT_EQ(places[3], "30 costs 800");
  EXPECT_EQ(galley.filled(3) + galley.glueBehind(3).size,
            15_pt);  // the next page begins with the line from 15 to 30
}

TEST(Galley, NoPageEndsBesideAFloatedPicture) {
  auto picture = solid(25_pt);
  picture->flow.isBesideFlow = true;
  auto block = paragraph(5);
  block->children.insert(block->children.begin(), {{}, picture});
  EXPECT_EQ(placesOf(galleyOf(stack({block}))),
            (Texts{"10 costs 22000", "20 costs 20000", "25 costs 20000", "30", "40 costs 2000"}));
}

TEST(Galley, ALineMadeNarrowForAFloatOpensNoPageBesideNothing) {
  auto picture = solid(25_pt);
  picture->flow.isBesideFlow = true;
  auto block = paragraph(6);
  // The float's margin reaches down to 35: the line from 30 on is narrow too.
  for (int index = 0; index < 4; ++index) {
    auto narrow = line();
    narrow->flow.isBesideFloat = true;
    block->children[static_cast<std::size_t>(index)].fragment = narrow;
  }
  block->children.insert(block->children.begin(), {{}, picture});
  const Galley galley = galleyOf(stack({line(), block}));
  EXPECT_EQ(placesOf(galley), (Texts{"10", "20 costs 22000", "30 costs 20000", "35 costs 20000", "40 costs 2000", "50",
                                     "60 costs 2000"}));
}

TEST(Galley, AListMarkerDoesNotKeepItsItemWhole) {
  auto marker = line();
  marker->isLine = false;
  marker->flow.isBesideFlow = true;
  auto item = stack({paragraph(4)});
  item->children.insert(item->children.begin(), {{}, marker});
  EXPECT_EQ(placesOf(galleyOf(stack({item, item}))),
            (Texts{"10 costs 2000", "20", "30 costs 2000", "40", "50 costs 2000", "60", "70 costs 2000"}));
}

TEST(Galley, ACellThatSpansRowsIsCutBetweenThem) {
  auto tall = stack({solid(10_pt), solid(10_pt)});
  auto first = row({solid(10_pt)});
  first->children.push_back({{}, tall});
  const Galley galley = galleyOf(stack({stack({first, row({solid(10_pt)})})}));
  EXPECT_EQ(placesOf(galley), (Texts{"10"}));
}

TEST(Galley, NotesBelongToThePlaceAfterTheirCall) {
  box::Box first, second;
  auto called = line();
  called->flow.notes = {&first, &second};
  const Galley galley = galleyOf(stack({stack({line(), called, line()})}));
  EXPECT_EQ(galley.notesBefore(1)[0], 0u);
  EXPECT_EQ(galley.notesBefore(2)[0], 2u);
  EXPECT_EQ(galley.notes[0], (std::vector<const box::Box*>{&first, &second}));
}

TEST(Galley, TwoForcedBreaksAtOnePlaceAreOne) {
  auto first = paragraph(1);
  first->flow.breakAfter = css::Break::Page;
  auto second = paragraph(1);
  second->flow.breakBefore = css::Break::Recto;
  const Galley galley = galleyOf(stack({first, second}));
  EXPECT_EQ(galley.last(), 2u);
  EXPECT_EQ(galley.at(1).forced, css::Break::Recto);
}

TEST(Galley, WithoutAFigureItsNeighboursMarginsMeet) {
  const Galley galley = galleyOf(stack({paragraph(1, 4_pt), figure(30_pt, 10_pt), paragraph(1, 4_pt)}));
  ASSERT_EQ(galley.floats[0].size(), 1u);
  // 10 before, 30, 10 after, but a gap of 4 stays.
  EXPECT_EQ(galley.floats[0][0].removed, 46_pt);
  EXPECT_TRUE(galley.at(1).isBeforeFloat);
  EXPECT_TRUE(galley.at(2).isAfterFloat);
}

TEST(Galley, AFigureHigherThanAPageStaysInTheFlow) {
  EXPECT_TRUE(galleyOf(stack({paragraph(1), figure(120_pt)})).floats[0].empty());
}

// The cuts of all the boxes around are made where a page really ends: made for each place, their number would be
// that of the places times the depth.
TEST(Galley, APlaceDeepInsideHoldsTheCutOfItsOwnFragmentOnly) {
  auto nested = stack({solid(10_pt), solid(10_pt)});
  for (int depth = 1; depth < 50; ++depth) nested = stack({solid(10_pt), nested});
  const Galley galley = galleyOf(stack({nested}));
  ASSERT_EQ(galley.last(), 51u);
  for (std::size_t position = 1; position < galley.last(); ++position)
    EXPECT_TRUE(galley.at(position).cut.cut->open.empty()) << position;
}

TEST(Galley, TheCutOfTheWholeGoesThroughEveryBoxAround) {
  const Galley galley = galleyOf(stack({solid(10_pt), stack({solid(10_pt), stack({solid(10_pt), solid(10_pt)})})}));
  const CutPtr whole = galley.at(3).cut.whole();
  EXPECT_EQ(whole->end, 30_pt);
  EXPECT_EQ(whole->next, 2u);
  ASSERT_EQ(whole->open.size(), 1u);
  const CutPtr inside = whole->open.front().inside;
  EXPECT_EQ(inside->end, 20_pt);
  ASSERT_EQ(inside->open.size(), 1u);
  EXPECT_EQ(inside->open.front().inside->end, 10_pt);
  EXPECT_TRUE(inside->open.front().inside->open.empty());
  EXPECT_EQ(galley.at(3).cut.firstBehind(), 1u);
}

}  // namespace
}  // namespace octavo::layout::page

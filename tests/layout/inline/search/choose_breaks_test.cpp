#include "layout/inline/search/choose_breaks.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <numeric>
#include <random>

#include "layout/inline/items_maker.h"
#include "layout/inline/glue/justify.h"

namespace octavo::test {
namespace {

using layout::BreakRules;
using layout::ChosenLine;
using layout::Items;
using layout::LineEnding;
using layout::LineSizes;
using ::testing::ElementsAre;
using ::testing::Le;
using ::testing::SizeIs;

std::vector<ChosenLine> choose(const Items& items, std::vector<Length> widths, BreakRules rules, double tolerance = 100,
                               bool isFinal = true) {
  const LineSizes sizes{std::move(widths)};
  return layout::chooseBreaks({items, sizes, rules, 0, tolerance, isFinal});
}

/// Numbers of the items that end the lines.
std::vector<int> ends(std::string_view text, std::vector<Length> widths, BreakRules rules = {}) {
  std::vector<int> result;
  for (const ChosenLine& line : choose(itemsOf(text), std::move(widths), rules)) {
    result.push_back(static_cast<int>(line.lastItem));
  }
  return result;
}

TEST(ChooseBreaks, LooksAheadInsteadOfFillingTheFirstLine) {
  // First fit would take "aaa bb" (30pt) and leave "cc" (10pt) torn before the long word.
  EXPECT_THAT(ends("aaa bb cc ddddd", {30_pt}), ElementsAre(0, 2, 3));
}

TEST(ChooseBreaks, TakesOneLineWhenAllFits) { EXPECT_THAT(ends("aaa bb", {40_pt}), ElementsAre(1)); }

TEST(ChooseBreaks, ShrinksSpacesToTakeOneWordMore) {
  // "aa bb cc" is 40pt; its two spaces give 5pt.
  EXPECT_THAT(ends("aa bb cc aa bb cc", {35_pt}), ElementsAre(2, 5));
}

TEST(ChooseBreaks, NeverShrinksBeyondTheLimit) {
  EXPECT_THAT(ends("aa bb cc aa bb cc", {34_pt}), ElementsAre(1, 3, 5));
}

TEST(ChooseBreaks, BreaksEverywhereInHan) { EXPECT_THAT(ends("ABCDEFGH", {30_pt}), ElementsAre(2, 5, 7)); }

TEST(ChooseBreaks, EndsALineWithHalfAMarkWhereTheWholeDoesNotFit) {
  const Items items = itemsOf("AB,CD");
  const auto lines = choose(items, {25_pt}, {});
  ASSERT_THAT(lines, SizeIs(2));
  EXPECT_EQ(lines[0].lastItem, 2u);
  EXPECT_EQ(lines[0].ending, LineEnding::Trimmed);
}

TEST(ChooseBreaks, EndsALineWithAWholeMarkWhereItFits) {
  const auto lines = choose(itemsOf("AB,CDE"), {30_pt}, {});
  ASSERT_THAT(lines, SizeIs(2));
  EXPECT_EQ(lines[0].lastItem, 2u);
  EXPECT_EQ(lines[0].ending, LineEnding::Full);
}

TEST(ChooseBreaks, MainlandChinaLikesHalfAMarkAtTheLineEnd) {
  // 26 letters and a mark fill the line with its blank; half of it opens 25 gaps by a fifth of a point each.
  Items items = itemsOf("ABCDEFGHIJKLMNOPQRSTUVWXYZ,KLMN");
  items.policy.prefersTrimmedEnd = true;
  const auto lines = choose(items, {270_pt}, {});
  ASSERT_THAT(lines, SizeIs(2));
  EXPECT_EQ(lines[0].lastItem, 26u);
  EXPECT_EQ(lines[0].ending, LineEnding::Trimmed);
}

TEST(ChooseBreaks, NoParagraphEndsWithOneHanCharacter) {
  // 13 letters in lines of six: 6 + 6 + 1 would leave one alone; the middle line opens for it.
  const std::vector<int> lines = ends("ABCDEFGHIJKLM", {60_pt});
  ASSERT_THAT(lines, SizeIs(3));
  EXPECT_THAT(lines[1], Le(10));
}

TEST(ChooseBreaks, NoParagraphEndsWithOneHanCharacterAndItsMark) {
  const std::vector<int> lines = ends("ABCDEFGHIJKLM,", {60_pt});
  ASSERT_THAT(lines, SizeIs(3));
  EXPECT_THAT(lines[1], Le(10));
}

TEST(ChooseBreaks, HyphenTakesItsOwnWidth) {
  // "aaaa" + "-" is 25pt.
  EXPECT_THAT(ends("aaaa-bbbb", {25_pt}), ElementsAre(0, 1));
  EXPECT_THAT(ends("aaaa-bbbb", {45_pt}), ElementsAre(1));
}

TEST(ChooseBreaks, WithoutAnyFitSomeLineGoesOverTheEdge) {
  EXPECT_THAT(ends("aa bbbbbbbbbb cc", {25_pt}), ElementsAre(0, 1, 2));
}

TEST(ChooseBreaks, GivesUpBeforeTheLastPassWhenALineWouldBeTorn) {
  const LineSizes sizes{{25_pt}};
  const Items items = itemsOf("aa bbbbb cc");
  EXPECT_THAT(layout::chooseBreaks({items, sizes, {}, 0, 100, false}), SizeIs(0));
}

/// How badly a justified line is set; the last one of a paragraph is not justified.
double badnessOfLine(const Items& items, std::size_t first, const ChosenLine& line, Length width) {
  layout::LineGlue glue;
  std::int64_t natural = items.items[line.lastItem].width + layout::endBlank(items.items[line.lastItem].gap, line.ending);
  for (std::size_t i = first; i < line.lastItem; ++i) {
    const layout::Gap& gap = items.items[i].gap;
    natural += items.items[i].width + gap.natural;
    glue.shrink[gap.shrinkRank] += gap.shrink;
    glue.stretch[gap.stretchRank] += gap.stretch;
    glue.openGaps += gap.stretchesWithoutLimit ? 1 : 0;
  }
  const bool isLast = line.lastItem + 1 == items.items.size();
  const std::int64_t room = width.toUnits() - natural;
  return isLast && room >= 0 ? 0 : layout::badnessOf(glue, room, items.policy).value;
}

double worstBadness(const Items& items, const std::vector<ChosenLine>& lines, Length width) {
  double worst = 0;
  std::size_t first = 0;
  for (const ChosenLine& line : lines) {
    worst = std::max(worst, badnessOfLine(items, first, line, width));
    first = line.lastItem + 1;
  }
  return worst;
}

TEST(ChooseBreaks, ALowerToleranceFindsTheSameLinesWhereTheyKeepIt) {
  // A line that is too full must not hide those that begin behind it.
  std::mt19937 random{7};
  const auto draw = [&](std::uint32_t below) { return static_cast<std::uint32_t>(random()) % below; };
  int compared = 0;
  for (int i = 0; i < 3000; ++i) {
    std::string text = "A";
    for (std::uint32_t letters = 20 + draw(60); letters > 0; --letters) text += draw(6) == 0 && text.back() != ',' ? ',' : 'A';
    const Items items = itemsOf(text);
    const Length width = Length::points(60 + draw(100));
    const std::vector<ChosenLine> lines = choose(items, {width}, {}, 350, false);
    const double worst = worstBadness(items, lines, width);
    if (lines.empty() || worst > 300) continue;
    ++compared;
    const std::vector<ChosenLine> again = choose(items, {width}, {}, worst + 0.01, false);
    ASSERT_THAT(again, SizeIs(lines.size())) << text << " in " << width.toPoints() << " with badness " << worst;
    EXPECT_LE(worstBadness(items, again, width), worst + 0.01);
  }
  EXPECT_GT(compared, 500);
}

TEST(ChooseBreaks, ForcedBreaksEndLinesWithoutSpreadingThem) {
  EXPECT_THAT(ends("aa|bb cc", {60_pt}), ElementsAre(0, 2));
}

TEST(ChooseBreaks, LinesMayDifferInWidth) {
  // An indent of one character, then lines of three.
  EXPECT_THAT(ends("ABCDEFGH", {20_pt, 30_pt}), ElementsAre(1, 4, 7));
}

TEST(ChooseBreaks, RaggedLinesNeverShrink) {
  BreakRules ragged;
  ragged.justifies = false;
  EXPECT_THAT(ends("aa bb cc", {35_pt}, ragged), ElementsAre(1, 2));
}

TEST(ChooseBreaks, GoesOnFromAnyItem) {
  const Items items = itemsOf("ABCDEFGH");
  const LineSizes sizes{{30_pt}};
  const auto lines = layout::chooseBreaks({items, sizes, {}, 3, 100, true});
  ASSERT_THAT(lines, SizeIs(2));
  EXPECT_EQ(lines[0].lastItem, 5u);
}

TEST(Distribute, FillsTheRanksInOrder) {
  // Word spaces open to their limit before Han gaps take anything.
  const Items items = itemsOf("aa bbABC");
  const std::vector<std::int64_t> gaps = layout::distribute(items.items, 4 * kPoint);
  // 2.5pt into the space; the rest evenly on the two gaps between ideographs.
  EXPECT_EQ(gaps[0], 15 * kPoint / 2);
  EXPECT_EQ(gaps[2], 3 * kPoint / 4);
  EXPECT_EQ(gaps[3], 3 * kPoint / 4);
}

TEST(Distribute, OpensAllGapsAlikeBeyondComfort) {
  const Items items = itemsOf("ABC");
  const std::vector<std::int64_t> gaps = layout::distribute(items.items, 20 * kPoint);
  EXPECT_EQ(gaps, (std::vector<std::int64_t>{10 * kPoint, 10 * kPoint, 0}));
}

TEST(Distribute, LosesNothingToRounding) {
  const Items items = itemsOf("ABCDEFGH");
  const std::vector<std::int64_t> gaps = layout::distribute(items.items, 100001);
  EXPECT_EQ(std::accumulate(gaps.begin(), gaps.end(), std::int64_t{0}), 100001);
}

TEST(Distribute, ShrinksWordSpacesBeforeCommas) {
  const Items items = itemsOf("A,B cc");
  const std::vector<std::int64_t> gaps = layout::distribute(items.items, -3 * kPoint);
  EXPECT_EQ(gaps[2], 5 * kPoint / 2);      // the word space, to its limit
  EXPECT_EQ(gaps[1], 9 * kPoint / 2);      // the comma's blank gives the rest
}

TEST(BadnessOf, IsNothingForALineAsItStands) {
  layout::LineGlue glue;
  glue.stretch = {kPoint, 0, 0};
  EXPECT_EQ(layout::badnessOf(glue, 0, {}).value, 0);
}

TEST(BadnessOf, IsAHundredWhereComfortEnds) {
  layout::LineGlue glue;
  glue.stretch = {kPoint, kPoint, kPoint};
  EXPECT_DOUBLE_EQ(layout::badnessOf(glue, 3 * kPoint, {}).value, 100);
}

TEST(BadnessOf, CannotShrinkBeyondAllGlue) {
  layout::LineGlue glue;
  glue.shrink[0] = kPoint;
  EXPECT_FALSE(layout::badnessOf(glue, -kPoint - 1, {}).isPossible);
}

}  // namespace
}  // namespace octavo::test

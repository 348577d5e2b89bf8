#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "layout/inline/paragraph_maker.h"

namespace octavo::test {
namespace {

using css::PunctuationStyle;
using css::TextSpacingTrim;
using ::testing::DoubleNear;
using ::testing::ElementsAre;

Styling trim(TextSpacingTrim value) {
  return [=](css::ComputedStyle& style) { style.textSpacingTrim = value; };
}
Styling punctuation(PunctuationStyle value) {
  return [=](css::ComputedStyle& style) { style.punctuationStyle = value; };
}
Styling chinese(const Styling& more, std::string tag = "zh-Hans") {
  return both([tag](css::ComputedStyle& style) { style.language = tag; }, more);
}

/// Pens of all lines.
std::vector<std::vector<double>> pens(std::string_view text, Length measure, const Styling& styling) {
  Typesetter typesetter;
  std::vector<std::vector<double>> result;
  const auto lines = typesetter.lines(ParagraphMaker(styling).text(text), measure);
  for (const auto& line : lines->children) {
    result.push_back(pensOf(*line.fragment));
  }
  return result;
}
/// Where each line's first glyph begins, its blank included: -5 is a mark that has lost it.
std::vector<double> heads(std::string_view text, Length measure, const Styling& styling) {
  std::vector<double> result;
  for (const auto& line : pens(text, measure, styling)) result.push_back(line.front());
  return result;
}
std::vector<double> oneLine(std::string_view text, const Styling& styling) { return pens(text, 400_pt, styling).front(); }

// Three lines of 「 each, the last behind a forced break.
constexpr std::string_view kHeads = "「中文」\n「中文";
Styling forced(TextSpacingTrim value) {
  return chinese(both(trim(value), [](css::ComputedStyle& style) {
    style.whiteSpaceCollapse = css::WhiteSpaceCollapse::PreserveBreaks;
  }));
}

TEST(TextSpacingTrimAtLineStart, NormalKeepsEveryBlank) {
  EXPECT_THAT(heads("中文天地「人中文", 40_pt, chinese(trim(TextSpacingTrim::Normal))), ElementsAre(0, 0));
  EXPECT_THAT(heads(kHeads, 60_pt, forced(TextSpacingTrim::Normal)), ElementsAre(0, 0));
}
TEST(TextSpacingTrimAtLineStart, SpaceFirstKeepsItAtTheBeginningAndBehindForcedBreaks) {
  EXPECT_THAT(heads("「中文天「人中文", 40_pt, chinese(trim(TextSpacingTrim::SpaceFirst))), ElementsAre(0, -5));
  EXPECT_THAT(heads(kHeads, 60_pt, forced(TextSpacingTrim::SpaceFirst)), ElementsAre(0, 0));
}
TEST(TextSpacingTrimAtLineStart, TrimStartKeepsNone) {
  EXPECT_THAT(heads("「中文天「人中文", 40_pt, chinese(trim(TextSpacingTrim::TrimStart))), ElementsAre(-5, -5));
  EXPECT_THAT(heads(kHeads, 60_pt, forced(TextSpacingTrim::TrimStart)), ElementsAre(-5, -5));
}
TEST(TextSpacingTrimAtLineStart, TrimStartTrimsBehindAnIndentToo) {
  const Styling indented = [](css::ComputedStyle& style) { style.textIndent.size = 20_pt; };
  EXPECT_THAT(heads("「人中", 80_pt, both(chinese(trim(TextSpacingTrim::TrimStart)), indented)), ElementsAre(15));
  EXPECT_THAT(heads("「人中", 80_pt, both(chinese(trim(TextSpacingTrim::Auto)), indented)), ElementsAre(20));
}

/// Where the last glyph's box of the first line ends, its own blank included.
double firstEnd(std::string_view text, Length measure, const Styling& styling) {
  return pens(text, measure, both(styling, justified)).front().back() + 10;
}
TEST(TextSpacingTrimAtLineEnd, NormalKeepsTheBlankWhereItFits) {
  EXPECT_THAT(firstEnd("中文天，地人", 40_pt, chinese(trim(TextSpacingTrim::Normal))), DoubleNear(40, 0.01));
  // 45pt: half the mark hangs on; its blank falls outside.
  EXPECT_THAT(firstEnd("中文天地，人中文天地", 45_pt, chinese(trim(TextSpacingTrim::Normal))), DoubleNear(50, 0.01));
}
TEST(TextSpacingTrimAtLineEnd, TrimBothNeverKeepsIt) {
  EXPECT_THAT(firstEnd("中文天，地人", 40_pt, chinese(trim(TextSpacingTrim::TrimBoth))), DoubleNear(45, 0.01));
}
TEST(TextSpacingTrimAtLineEnd, SpaceAllAlwaysKeepsIt) {
  // The mark does not fit in full: it takes its letter down.
  EXPECT_THAT(pens("中文天地，人中文", 45_pt, chinese(trim(TextSpacingTrim::SpaceAll))).front().size(), 3u);
}
TEST(TextSpacingTrimInTheLine, TrimAllSetsEveryMarkHalf) {
  EXPECT_THAT(oneLine("中，文「中」文", chinese(trim(TextSpacingTrim::TrimAll))), ElementsAre(0, 10, 15, 20, 30, 40, 45));
}

TEST(PunctuationStyles, KaimingSetsAllButFullStopsHalf) {
  const auto kaiming = chinese(punctuation(PunctuationStyle::Kaiming));
  EXPECT_THAT(oneLine("中，文。中！文", kaiming), ElementsAre(0, 10, 15, 25, 35, 45, 55));
  EXPECT_THAT(oneLine("中「文」中", kaiming), ElementsAre(0, 5, 15, 25, 30));
}
TEST(PunctuationStyles, HalfSetsAllHalf) {
  EXPECT_THAT(oneLine("中，文。中", chinese(punctuation(PunctuationStyle::Half))), ElementsAre(0, 10, 15, 25, 30));
}
TEST(PunctuationStyles, LineEndHalfTrimsTheEndOnly) {
  const auto style = chinese(punctuation(PunctuationStyle::LineEndHalf));
  EXPECT_THAT(oneLine("中，文。中", style), ElementsAre(0, 10, 20, 30, 40));
  EXPECT_THAT(firstEnd("中文天，地人", 40_pt, style), DoubleNear(45, 0.01));
}
TEST(PunctuationStyles, FullKeepsTheLineEndWhereItFits) {
  EXPECT_THAT(firstEnd("中文天，地人", 40_pt, chinese(punctuation(PunctuationStyle::Full))), DoubleNear(40, 0.01));
}
TEST(PunctuationStyles, CentredMarksKeepTheirEmInAll) {
  EXPECT_THAT(oneLine("中，文。中", chinese(punctuation(PunctuationStyle::Kaiming), "zh-TW")), ElementsAre(0, 10, 20, 30, 40));
  EXPECT_THAT(oneLine("中，文「中」文", chinese(punctuation(PunctuationStyle::Half), "zh-HK")),
              ElementsAre(0, 10, 20, 25, 35, 45, 50));
}

// --- hanging-punctuation

Styling hanging(css::HangingPunctuation value, std::string tag = "zh-Hans") {
  return both(chinese([=](css::ComputedStyle& style) { style.hangingPunctuation = value; }, std::move(tag)), justified);
}
constexpr css::HangingPunctuation kAllow{false, false, css::HangingEnd::Allow};
constexpr css::HangingPunctuation kForce{false, false, css::HangingEnd::Force};

std::vector<std::string> broken(std::string_view text, Length measure, const Styling& styling) {
  Typesetter typesetter;
  return linesOf(*typesetter.lines(ParagraphMaker(styling).text(text), measure));
}

TEST(HangingPunctuation, AStopThatDoesNotFitStandsOutside) {
  // Four letters fill 40pt, the comma's ink stands from 40 on.
  const auto lines = pens("中文天地，人中", 40_pt, hanging(kAllow));
  EXPECT_THAT(lines.front(), ElementsAre(0, 10, 20, 30, 40));
  EXPECT_THAT(broken("中文天地，人中", 40_pt, hanging(kAllow)), ElementsAre("中文天地，", "人中"));
  EXPECT_THAT(broken("中文天地，人中", 40_pt, hanging({})), ElementsAre("中文天", "地，人中"));
}
TEST(HangingPunctuation, AllowEndLeavesAMarkInsideWhereItFits) {
  EXPECT_THAT(pens("中文天，地人", 35_pt, hanging(kAllow)).front(), ElementsAre(0, 10, 20, 30));
}
TEST(HangingPunctuation, ForceEndHangsItEvenSo) {
  // The three letters are spread over the 35pt.
  EXPECT_THAT(pens("中文天，地人", 35_pt, hanging(kForce)).front(), ElementsAre(0, DoubleNear(12.5, 0.01), 25, 35));
}
TEST(HangingPunctuation, IsCountedInsideTheSearch) {
  // Without hanging the second line would have to open; with it both lines are natural.
  EXPECT_THAT(broken("中文天地人中，文天地人中大。小上", 60_pt, hanging(kAllow)),
              ElementsAre("中文天地人中，", "文天地人中大。", "小上"));
}
TEST(HangingPunctuation, OneMarkAtMost) {
  // Both would stand outside; so the line ends earlier.
  EXPECT_EQ(broken("中文天地。」人中文", 40_pt, hanging(kAllow)).front(), "中文");
}
TEST(HangingPunctuation, PauseMarksHangInMainlandChinaOnly) {
  EXPECT_EQ(broken("中文天地；人中", 40_pt, hanging(kAllow)).front(), "中文天地；");
  EXPECT_EQ(broken("中文天地；人中", 40_pt, hanging(kAllow, "ja")).front(), "中文天");
}
TEST(HangingPunctuation, TraditionalChineseHangsOnlyWhenForced) {
  EXPECT_EQ(broken("中文天地，人中", 40_pt, hanging(kAllow, "zh-TW")).front(), "中文天");
  EXPECT_EQ(broken("中文天地，人中", 40_pt, hanging(kForce, "zh-TW")).front(), "中文天地，");
}
TEST(HangingPunctuation, LatinStopsHangToo) {
  EXPECT_EQ(broken("aaa bbb, ccc", 35_pt, hanging(kAllow, "en")).front(), "aaa bbb,");
}
TEST(HangingPunctuation, FirstHangsTheOpeningMark) {
  const css::HangingPunctuation first{true, false, css::HangingEnd::None};
  EXPECT_THAT(oneLine("「中文", hanging(first)), ElementsAre(-10, 0, 10));
  EXPECT_THAT(oneLine("“ab”", hanging(first, "en")), ElementsAre(-5, 0, 5, 10));
  EXPECT_THAT(oneLine("中「文", hanging(first)).front(), 0);
}
TEST(HangingPunctuation, FirstHangsIntoTheIndent) {
  const css::HangingPunctuation first{true, false, css::HangingEnd::None};
  const Styling indented = [](css::ComputedStyle& style) { style.textIndent.size = 20_pt; };
  EXPECT_THAT(oneLine("「中文", both(hanging(first), indented)), ElementsAre(10, 20, 30));
}
TEST(HangingPunctuation, LastHangsTheClosingMark) {
  const css::HangingPunctuation last{false, true, css::HangingEnd::None};
  const Styling atEnd = [](css::ComputedStyle& style) { style.textAlign = css::TextAlign::End; };
  EXPECT_THAT(pens("中文」", 100_pt, both(hanging(last), atEnd)).front(), ElementsAre(80, 90, 100));
  EXPECT_THAT(pens("ab”", 100_pt, both(hanging(last, "en"), atEnd)).front(), ElementsAre(90, 95, 100));
}

}  // namespace
}  // namespace octavo::test

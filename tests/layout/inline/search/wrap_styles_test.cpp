#include "layout/inline/search/wrap_styles.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "layout/inline/items_maker.h"
#include "layout/inline/paragraph_maker.h"

namespace octavo::test {
namespace {

using css::TextWrapStyle;
using ::testing::ElementsAre;
using ::testing::SizeIs;

Styling wrapped(TextWrapStyle value, std::string tag = "en") {
  return [=](css::ComputedStyle& style) {
    style.textWrapStyle = value;
    style.language = tag;
  };
}
std::vector<std::string> broken(std::string_view text, Length measure, const Styling& styling) {
  Typesetter typesetter;
  return linesOf(*typesetter.lines(ParagraphMaker(styling).text(text), measure));
}

TEST(TextWrap, BalanceMakesLinesOfOneLength) {
  // 75pt: "aaa bbb ccc ddd" is just 75pt and would leave "eee" alone; balanced, three words and two.
  EXPECT_THAT(broken("aaa bbb ccc ddd eee", 75_pt, wrapped(TextWrapStyle::Balance)), ElementsAre("aaa bbb ccc", "ddd eee"));
  EXPECT_THAT(broken("天地人日本語", 50_pt, wrapped(TextWrapStyle::Balance, "zh-Hans")), ElementsAre("天地人", "日本語"));
}
TEST(TextWrap, BalanceKeepsWordsOfHanWholeWhereAsManyLinesHoldThem) {
  // Three and three would part 中国.
  EXPECT_THAT(broken("天地中国人心", 50_pt, wrapped(TextWrapStyle::Balance, "zh-Hans")), ElementsAre("天地中国", "人心"));
  // In 30pt whole words would need a line more.
  EXPECT_THAT(broken("天地中国人心", 30_pt, wrapped(TextWrapStyle::Balance, "zh-Hans")), ElementsAre("天地中", "国人心"));
}
TEST(TextWrap, BalanceNeedsNoMoreLinesThanFirstFit) {
  const std::string text = "aa bbbb cc dddddd ee fff gggg h iii jj kkkkk";
  for (const Length measure : {40_pt, 55_pt, 70_pt, 90_pt}) {
    EXPECT_EQ(broken(text, measure, wrapped(TextWrapStyle::Balance)).size(), broken(text, measure, wrapped(TextWrapStyle::Stable)).size());
  }
}
TEST(TextWrap, BalanceKeepsTheMeasureForAlignment) {
  Typesetter typesetter;
  const Styling centred = [](css::ComputedStyle& style) { style.textAlign = css::TextAlign::Center; };
  const auto lines = typesetter.lines(ParagraphMaker(both(wrapped(TextWrapStyle::Balance), centred)).text("aaa bbb ccc ddd eee"), 75_pt);
  EXPECT_EQ(pensOf(*lines->children[0].fragment).front(), 10);   // 55pt of 75pt
  EXPECT_EQ(pensOf(*lines->children[1].fragment).front(), 20);  // 35pt
}
TEST(TextWrap, StableFillsLineByLine) {
  // The total fit takes "bb" down, see Lines.LookAheadInsteadOfFillingTheFirstLine.
  EXPECT_THAT(broken("aaa bb cc ddddd", 30_pt, both(justified, wrapped(TextWrapStyle::Stable))),
              ElementsAre("aaa bb", "cc", "ddddd"));
}
TEST(TextWrap, StableLinesDoNotMoveWhenTextIsAddedBehindThem) {
  const Styling stable = both(justified, wrapped(TextWrapStyle::Stable, "zh-Hans"));
  const std::string text = "中文天地人，日本語学心大。小上下国甲乙丙丁戊己庚辛，壬癸天地";
  const auto before = broken(text, 75_pt, stable), after = broken(text + "人中国日本文字", 75_pt, stable);
  for (std::size_t i = 0; i + 1 < before.size(); ++i) EXPECT_EQ(after[i], before[i]);
}
TEST(TextWrap, StableTrimsAMarkOrHangsItAsTheSearchDoes) {
  EXPECT_THAT(broken("中文天地，人中", 45_pt, wrapped(TextWrapStyle::Stable, "zh-Hans")), ElementsAre("中文天地，", "人中"));
  const Styling hanging = [](css::ComputedStyle& style) { style.hangingPunctuation.end = css::HangingEnd::Allow; };
  EXPECT_THAT(broken("中文天地，人中", 40_pt, both(wrapped(TextWrapStyle::Stable, "zh-Hans"), hanging)), ElementsAre("中文天地，", "人中"));
}
TEST(TextWrap, StablePartsAWordOnlyForATornLine) {
  const Styling hyphenated = [](css::ComputedStyle& style) { style.hyphens = css::Hyphens::Auto; };
  const Styling stable = both(wrapped(TextWrapStyle::Stable), hyphenated);
  EXPECT_THAT(broken("a hyphenation", 60_pt, stable).front(), ::testing::EndsWith("-"));
  EXPECT_EQ(broken("abcdefghijk hyphenation", 65_pt, stable).front(), "abcdefghijk");
}
TEST(TextWrap, NowrapKeepsOneLine) {
  const Styling nowrap = [](css::ComputedStyle& style) { style.textWrapMode = css::TextWrapMode::NoWrap; };
  EXPECT_THAT(broken("aaa bbb", 20_pt, nowrap), SizeIs(1));
}

TEST(FillLines, TakesTheIndentAndForcedBreaksIntoAccount) {
  const layout::LineSizes sizes{{20_pt, 30_pt}};
  const layout::Items items = itemsOf("ABCDE|FG");
  std::vector<int> ends;
  for (const auto& line : layout::fillLines({items, sizes, {}, 0, 100, true})) ends.push_back(static_cast<int>(line.lastItem));
  EXPECT_THAT(ends, ElementsAre(1, 4, 6));
}

TEST(OverfullLines, AreReportedOnceForAParagraph) {
  Typesetter typesetter;
  const ParagraphMaker paragraph = std::move(ParagraphMaker(justified).text("aaaaaaaaaa bb cccccccccc"));
  typesetter.lines(paragraph, 30_pt);
  ASSERT_THAT(typesetter.diagnostics.entries(), SizeIs(1));
  EXPECT_EQ(typesetter.diagnostics.entries()[0].diagnostic.code, "line-overfull");
  EXPECT_EQ(typesetter.diagnostics.entries()[0].count, 2u);
}
TEST(OverfullLines, AreNoneWhereGapsGiveWay) {
  Typesetter typesetter;
  typesetter.lines(std::move(ParagraphMaker(justified).text("aa bb cc aa bb cc")), 35_pt);
  EXPECT_THAT(typesetter.diagnostics.entries(), SizeIs(0));
}

// --- Justification by policy

Styling policy(css::Justification value, std::string tag = "zh-Hans") {
  return both(justified, [=](css::ComputedStyle& style) {
    style.justification = value;
    style.language = tag;
    style.textAlignLast = css::TextAlignLast::Justify;
  });
}
std::vector<double> pens(std::string_view text, Length measure, const Styling& styling) {
  Typesetter typesetter;
  const auto lines = typesetter.lines(ParagraphMaker(styling).text(text), measure);
  EXPECT_EQ(lines->children.size(), 1u);
  return pensOf(*lines->children.front().fragment);
}

TEST(JustificationPolicies, ClreqShrinksBracketsBeforeCommasJlreqBothAlike) {
  // The line is 4pt too long: one bracket blank and one comma blank of 5pt each.
  EXPECT_THAT(pens("中，文」天地", 56_pt, policy(css::Justification::Clreq)), ElementsAre(0, 10, 20, 30, 36, 46));
  EXPECT_THAT(pens("中，文」天地", 56_pt, policy(css::Justification::Jlreq)), ElementsAre(0, 10, 18, 28, 36, 46));
}
TEST(JustificationPolicies, JlreqLeavesFullStopsTheirHalfEm) {
  EXPECT_THAT(pens("中，文。天地", 56_pt, policy(css::Justification::Jlreq)), ElementsAre(0, 10, 16, 26, 36, 46));
}
TEST(JustificationPolicies, JlreqOpensGapsBetweenLettersByAQuarterEmFirst) {
  // 3pt over: clreq opens all three gaps alike, JLREQ not the one behind the comma.
  EXPECT_THAT(pens("中文，天地", 53_pt, policy(css::Justification::Clreq)), ElementsAre(0, 11, 21, 32, 43));
  EXPECT_THAT(pens("中文，天地", 53_pt, policy(css::Justification::Jlreq)), ElementsAre(0, 11.5, 21.5, 31.5, 43));
  // 8pt: 2.5pt for each gap between letters, the other 3pt for all three.
  EXPECT_THAT(pens("中文，天地", 58_pt, policy(css::Justification::Jlreq)), ElementsAre(0, 13.5, 23.5, 34.5, 48));
}
TEST(JustificationPolicies, HanLatinOpensToAThirdInClreqToAHalfInJlreq) {
  // 中a文天: gaps of 2.5pt; 2pt over.
  const auto clreq = pens("中a文天", 42_pt, policy(css::Justification::Clreq));
  const auto jlreq = pens("中a文天", 42_pt, policy(css::Justification::Jlreq));
  EXPECT_NEAR(clreq[1], 13.333, 0.01);
  EXPECT_NEAR(jlreq[1], 13.5, 0.01);
}
TEST(JustificationPolicies, JisEndsLinesSolidButForFullStops) {
  const Styling jis = both(policy(css::Justification::Jis, "ja"), [](css::ComputedStyle& style) { style.textAlignLast = css::TextAlignLast::Auto; });
  Typesetter typesetter;
  const auto ends = [&](std::string_view text, Length measure) {
    return pensOf(*typesetter.lines(ParagraphMaker(jis).text(text), measure)->children.front().fragment).back();
  };
  EXPECT_NEAR(ends("中文天、地人", 40_pt), 35, 0.01);
  EXPECT_NEAR(ends("中文天。地人", 40_pt), 30, 0.01);
}
TEST(JustificationPolicies, NothingOpensBesideAConnectorOrSolidus) {
  EXPECT_THAT(pens("中／文天", 43_pt, policy(css::Justification::Clreq)), ElementsAre(0, 10, 20, 33));
  EXPECT_THAT(pens("中～文天", 43_pt, policy(css::Justification::Clreq)), ElementsAre(0, 10, 20, 33));
}

Styling justify(css::TextJustify value) {
  return both(policy(css::Justification::Auto), [=](css::ComputedStyle& style) { style.textJustify = value; });
}
TEST(TextJustify, InterWordOpensSpacesOnly) {
  EXPECT_THAT(pens("中文 天地", 51_pt, justify(css::TextJustify::InterWord)), ElementsAre(0, 10, 20, 31, 41));
}
TEST(TextJustify, InterCharacterOpensAllGapsAlike) {
  // A space and what stands around it are one gap.
  EXPECT_THAT(pens("ab cd", 28_pt, justify(css::TextJustify::InterCharacter)), ElementsAre(0, 6, 11, 17, 23));
}
TEST(TextJustify, NoneLeavesLinesAsTheyAre) {
  EXPECT_THAT(pens("中文", 30_pt, justify(css::TextJustify::None)), ElementsAre(0, 10));
}

}  // namespace
}  // namespace octavo::test

#include "text/line_breaks.h"

#include <gtest/gtest.h>

#include "base/utf8.h"

namespace octavo::text {
namespace {

struct Rules {
  std::string language = "zh-Hans";
  LineBreakStrictness strictness = LineBreakStrictness::Auto;
  WordBreaking wordBreaking = WordBreaking::Normal;
};

/// The text with | where a line may end and ¦ where it must.
std::string broken(std::string_view utf8, const Rules& rules = {}) {
  const std::u16string text = toUtf16(utf8);
  const BreakRun run{0, text.size(), rules.language, rules.strictness, rules.wordBreaking};
  const auto breaks = findLineBreaks(text, std::span(&run, 1));
  EXPECT_EQ(breaks.size(), text.size() + 1);
  EXPECT_EQ(breaks.back(), BreakOpportunity::Mandatory);
  std::u16string result;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (breaks[at] == BreakOpportunity::Allowed) result += u'|';
    if (breaks[at] == BreakOpportunity::Mandatory) result += u'¦';
    result += text[at];
  }
  return toUtf8(result);
}

TEST(LineBreaks, IdeographsBreakEverywhereAndStopsKeepToTheTextBefore) {
  EXPECT_EQ(broken("甲乙，丙。"), "甲|乙，|丙。");
  EXPECT_EQ(broken("甲（乙）丙"), "甲|（乙）|丙");
  EXPECT_EQ(broken("甲“乙”丙"), "甲|“乙”|丙");
}

TEST(LineBreaks, LatinWordsBreakAtSpaces) { EXPECT_EQ(broken("aaa bb-cc", {"en"}), "aaa |bb-|cc"); }

TEST(LineBreaks, LineFeedIsMandatory) { EXPECT_EQ(broken("甲\n乙"), "甲\n¦乙"); }

TEST(LineBreaks, EmptyTextHasOnlyItsEnd) { EXPECT_EQ(broken(""), ""); }

TEST(LineBreaks, DashesAndDotsInPairsStayWhole) {
  EXPECT_EQ(broken("甲——乙"), "甲|——|乙");
  EXPECT_EQ(broken("甲……乙"), "甲……|乙");
  EXPECT_EQ(broken("甲――乙", {"ja"}).find("―|―"), std::string::npos);
  EXPECT_EQ(broken("甲⋯⋯乙").find("⋯|⋯"), std::string::npos);
}

TEST(LineBreaks, StrictKeepsDashesFromTheLineStart) {
  EXPECT_EQ(broken("甲——乙", {"zh", LineBreakStrictness::Strict}), "甲——|乙");
}

TEST(LineBreaks, SingleDashConnectsAndDoesNotBeginALine) { EXPECT_EQ(broken("甲—乙"), "甲—|乙"); }

TEST(LineBreaks, PlusSignsKeepToTheirWord) { EXPECT_EQ(broken("用C++写", {"zh"}), "用|C++|写"); }

TEST(LineBreaks, RangesOfNumbersStayWhole) {
  EXPECT_EQ(broken("约10%～20%的"), "约|10%～20%|的");
  EXPECT_EQ(broken("约10～20人"), "约|10～20|人");
  EXPECT_EQ(broken("约10–20人"), "约|10–20|人");
}

TEST(LineBreaks, WaveConnectorDoesNotBeginALine) { EXPECT_EQ(broken("甲～乙"), "甲～|乙"); }

TEST(LineBreaks, NameSeparatorDoesNotBeginALine) { EXPECT_EQ(broken("马克·吐温"), "马|克·|吐|温"); }

TEST(LineBreaks, NoteMarksKeepToTheTextBefore) {
  EXPECT_EQ(broken("甲²乙"), "甲²|乙");
  EXPECT_EQ(broken("甲†"), "甲†");
  EXPECT_EQ(broken("甲[12]乙"), "甲[12]|乙");
  EXPECT_EQ(broken("甲〔3〕乙"), "甲〔3〕|乙");
  EXPECT_EQ(broken("甲[丙]乙"), "甲|[丙]|乙");
}

TEST(LineBreaks, UnitsKeepToTheirNumber) {
  EXPECT_EQ(broken("5 kg of", {"en"}), "5 kg |of");
  EXPECT_EQ(broken("5 men", {"en"}), "5 |men");
  EXPECT_EQ(broken("重5 kg的"), "重|5 kg|的");
}

TEST(LineBreaks, OneQuotationEndsAndAnotherBegins) {
  EXPECT_EQ(broken("甲”‘乙"), "甲”|‘乙");
  EXPECT_EQ(broken("甲’《乙"), "甲’|《乙");
  EXPECT_EQ(broken("甲”》乙"), "甲”》|乙");
}

TEST(LineBreaks, SolidusStandsAtNeitherEndInMainlandText) {
  EXPECT_EQ(broken("和/或"), "和/或");
  EXPECT_EQ(broken("和／或"), "和／或");
  EXPECT_EQ(broken("http://a.org/bb/cc", {"zh"}).find("/|") != std::string::npos, true);
}

TEST(LineBreaks, StrictnessDecidesAboutSmallKana) {
  EXPECT_EQ(broken("ああっあー", {"ja"}), "あ|あっ|あー");
  EXPECT_EQ(broken("ああっあー", {"ja", LineBreakStrictness::Normal}), "あ|あ|っ|あ|ー");
}

TEST(LineBreaks, AnywhereBreaksBetweenAllGraphemes) {
  EXPECT_EQ(broken("ab。e\u0301", {"en", LineBreakStrictness::Anywhere}), "a|b|。|e\u0301");
}

TEST(LineBreaks, BreakAllBreaksInsideWordsButNotBeforePunctuation) {
  EXPECT_EQ(broken("ab1, c", {"en", LineBreakStrictness::Auto, WordBreaking::BreakAll}), "a|b|1, |c");
  EXPECT_EQ(broken("e\u0301e", {"en", LineBreakStrictness::Auto, WordBreaking::BreakAll}), "e\u0301|e");
}

TEST(LineBreaks, KeepAllBreaksOnlyAtSpacesAndPunctuation) {
  const Rules rules{"ko", LineBreakStrictness::Auto, WordBreaking::KeepAll};
  EXPECT_EQ(broken("한국 사람", rules), "한국 |사람");
  EXPECT_EQ(broken("日本語、文字", {"ja", LineBreakStrictness::Auto, WordBreaking::KeepAll}),
            "日本語、|文字");
}

TEST(LineBreaks, TheRunOfTheCharacterAfterDecides) {
  // “ may begin a line in Chinese; in English UAX 14 never breaks before it here.
  const std::u16string text = u"甲“a”";
  const auto before = [&](const std::string& first, const std::string& second) {
    const BreakRun runs[] = {{0, 1, first}, {1, 4, second}};
    return findLineBreaks(text, runs)[1];
  };
  EXPECT_EQ(before("en", "zh"), BreakOpportunity::Allowed);
  EXPECT_EQ(before("zh", "en"), BreakOpportunity::Forbidden);
}

TEST(LineBreaks, ContextReachesOverTheBordersOfRuns) {
  const std::u16string text = u"ab";
  const BreakRun runs[] = {{0, 1, "en"}, {1, 2, "de"}};
  EXPECT_EQ(findLineBreaks(text, runs)[1], BreakOpportunity::Forbidden);
}

TEST(LineBreaks, BrokenLanguageTagsAndLoneSurrogatesAreNoTrouble) {
  const char16_t lone[] = {u'甲', 0xD800, u'乙', 0};
  const BreakRun run{0, 3, "x\"\xFF--"};
  EXPECT_EQ(findLineBreaks(lone, std::span(&run, 1)).size(), 4U);
}

TEST(Graphemes, MarksAndSurrogatesStayTogether) {
  EXPECT_EQ(graphemeBoundaries(u"ae\u0301\U00020000b"), (std::vector<std::size_t>{0, 1, 3, 5, 6}));
  EXPECT_EQ(graphemeBoundaries(u""), (std::vector<std::size_t>{0}));
}

}  // namespace
}  // namespace octavo::text

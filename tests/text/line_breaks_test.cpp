#include "text/line_breaks.h"

#include <gtest/gtest.h>

#include "base/utf8.h"

namespace octavo::text {
namespace {

struct Rules {
  std::string language = "zh-Hans";
  LineBreakStrictness strictness = LineBreakStrictness::Auto;
  WordBreaking wordBreaking = WordBreaking::Normal;
  KinsokuLevel kinsoku = KinsokuLevel::Auto;
};

/// The text with | where a line may end and ¦ where it must.
std::string broken(std::string_view utf8, const Rules& rules = {}) {
  const std::u16string text = toUtf16(utf8);
  const BreakRun run{0, text.size(), rules.language, rules.strictness, rules.wordBreaking, rules.kinsoku};
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

TEST(LineBreaks, ListsOfCitationsBreakBehindTheirSeparators) {
  EXPECT_EQ(broken("a[1],[2];[3]–[45] b", {"en"}), "a[1],|[2];|[3]–|[45] |b");
}

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

Rules level(KinsokuLevel kinsoku, std::string language = "zh-Hant-TW") {
  return {std::move(language), LineBreakStrictness::Auto, WordBreaking::Normal, kinsoku};
}

TEST(KinsokuLevels, NoneLetsMarksStandAtBothEnds) {
  EXPECT_EQ(broken("甲，「乙」。丙", level(KinsokuLevel::None)), "甲|，|「|乙|」|。|丙");
  EXPECT_EQ(broken("甲——乙……丙", level(KinsokuLevel::None)), "甲|——|乙|……|丙");
  EXPECT_EQ(broken("用don’t和10%～20%。", level(KinsokuLevel::None)), "用|don’t|和|10%～20%|。");
}

TEST(KinsokuLevels, BasicKeepsPausesClosingMarksConnectorsAndOpeningMarks) {
  EXPECT_EQ(broken("甲，「乙」。丙", level(KinsokuLevel::Basic)), "甲，|「乙」。|丙");
  EXPECT_EQ(broken("甲～乙·丙", level(KinsokuLevel::Basic)), "甲～|乙·|丙");
  EXPECT_EQ(broken("甲——乙……丙", level(KinsokuLevel::Basic)), "甲|——|乙|……|丙");
  EXPECT_EQ(broken("和/或", level(KinsokuLevel::Basic)), "和/|或");
}

TEST(KinsokuLevels, GbKeepsTheSolidusToo) {
  EXPECT_EQ(broken("和/或", level(KinsokuLevel::Gb)), "和/或");
  EXPECT_EQ(broken("甲——乙……丙", level(KinsokuLevel::Gb)), "甲|——|乙|……|丙");
}

TEST(KinsokuLevels, StrictKeepsDashesAndDotsFromTheLineStart) {
  EXPECT_EQ(broken("甲——乙……丙", level(KinsokuLevel::Strict)), "甲——|乙……|丙");
  EXPECT_EQ(broken("和/或", level(KinsokuLevel::Strict)), "和/或");
}

TEST(KinsokuLevels, TheRegionChoosesBeforeTheScript) {
  EXPECT_EQ(broken("和/或", {"zh-Hant-CN"}), "和/或");
  EXPECT_EQ(broken("和/或", {"zh-Hans-HK"}), "和/|或");
  EXPECT_EQ(broken("和/或", {"zh-Hant"}), "和/|或");
  EXPECT_EQ(broken("と/か", {"ja"}), "と/|か");
}

TEST(KinsokuLevels, MeanNothingOutsideChinese) {
  EXPECT_EQ(broken("甲，乙", level(KinsokuLevel::None, "ja")), "甲，|乙");
}

TEST(Addresses, BreakAsTheChicagoManualSays) {
  EXPECT_EQ(broken("see https://example.org/a-b/c_d?e=f&g#h%20i.", {"en"}),
            "see |https://|example|.org/|a|-b/|c|_d|?e|=|f|&|g|#h|%20i.");
  EXPECT_EQ(broken("(www.example.org/2024/05/)", {"en"}), "(www|.example|.org/|2024/|05/)");
  EXPECT_EQ(broken("mail to first.last@example.org", {"en"}), "mail |to |first|.last|@example|.org");
}

TEST(Addresses, NumbersInADoiStayWhole) {
  EXPECT_EQ(broken("doi:10.1038/s41586-020-2649-2", {"en"}), "doi:|10.1038/|s41586|-020|-2649-2");
  EXPECT_EQ(broken("10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2", {"en"}),
            "10.1002/|(SICI)|1097|-0258|(19980815/|30)|17:|15/|16|<1661::|AID|-SIM968>|3.0|.CO;|2-2");
}

TEST(Addresses, PathsBreakBehindTheirSeparators) {
  EXPECT_EQ(broken("/usr/share/my-fonts/noto.ttf", {"en"}), "/usr/|share/|my|-fonts/|noto.ttf");
  EXPECT_EQ(broken("C:\\Users\\me\\notes.txt", {"en"}), "C:\\|Users\\|me\\|notes.txt");
  EXPECT_EQ(broken("文件/etc/hosts.allow在", {"zh"}), "文|件|/etc/|hosts.allow|在");
}

TEST(Addresses, AreFoundWithoutTheMarksAroundThem) {
  const std::u16string text = u"See (https://example.org/a) or mail a.b@example.org, and/or nothing.";
  std::vector<std::u16string> found;
  for (const AddressRange& address : findAddresses(text)) found.push_back(text.substr(address.begin, address.end - address.begin));
  EXPECT_EQ(found, (std::vector<std::u16string>{u"https://example.org/a", u"a.b@example.org"}));
}

TEST(Addresses, OtherWordsWithASlashAreNone) {
  EXPECT_EQ(broken("and/or 1/2/2024 at km/h", {"en"}), "and/|or |1/2/2024 |at |km/|h");
}

TEST(KoreanBreaks, SyllablesOrWords) {
  EXPECT_EQ(broken("한국 2026년", {"ko"}), "한|국 |2026|년");
  const Rules words{"ko", LineBreakStrictness::Auto, WordBreaking::KeepHangul};
  EXPECT_EQ(broken("한국 2026년", words), "한국 |2026년");
  EXPECT_EQ(broken("大韓民國의 헌법", words), "大|韓|民|國의 |헌법");
}

TEST(JapaneseBreaks, PhrasesStayWholeWhereAsked) {
  EXPECT_EQ(broken("今日は天気が", {"ja", LineBreakStrictness::Auto, WordBreaking::AutoPhrase}), "今日は|天気が");
  EXPECT_EQ(broken("今天天氣", {"zh", LineBreakStrictness::Auto, WordBreaking::AutoPhrase}), "今|天|天|氣");
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

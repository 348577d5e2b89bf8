#include "text/runs.h"

#include <gtest/gtest.h>

#include <string>

namespace octavo::text {
namespace {

using Levels = std::vector<std::uint8_t>;

/// "Latn 0-2, Hani 2-4"
std::string described(std::u16string_view text) {
  std::string result;
  for (const ScriptRun& run : scriptRuns(text)) {
    if (!result.empty()) result += ", ";
    for (int shift = 24; shift >= 0; shift -= 8) result += static_cast<char>(run.script >> shift & 0xFF);
    result += " " + std::to_string(run.begin) + "-" + std::to_string(run.end);
  }
  return result;
}

TEST(Bidi, LeftToRightTextHasLevelZero) {
  EXPECT_FALSE(hasRightToLeft(u"abc 甲乙，12"));
  EXPECT_EQ(bidiLevels(u"a甲", Direction::LeftToRight), (Levels{0, 0}));
  EXPECT_TRUE(bidiLevels(u"", Direction::LeftToRight).empty());
}

TEST(Bidi, HebrewIsOddAndItsNumbersAreTwo) {
  EXPECT_TRUE(hasRightToLeft(u"a א"));
  EXPECT_EQ(bidiLevels(u"aא1", Direction::LeftToRight), (Levels{0, 1, 2}));
  EXPECT_EQ(bidiLevels(u"א a", Direction::RightToLeft), (Levels{1, 1, 2}));
}

TEST(Bidi, RightToLeftBaseLiftsLatin) {
  EXPECT_EQ(bidiLevels(u"ab.", Direction::RightToLeft), (Levels{2, 2, 1}));
}

TEST(Bidi, ControlsAloneNeedTreatment) { EXPECT_TRUE(hasRightToLeft(u"a\u202Bb\u202C")); }

TEST(Bidi, VisualOrderReversesFromTheDeepestLevel) {
  EXPECT_EQ(visualOrder(Levels{0, 1, 1, 0}), (std::vector<std::size_t>{0, 2, 1, 3}));
  EXPECT_EQ(visualOrder(Levels{1, 2, 2, 1}), (std::vector<std::size_t>{3, 1, 2, 0}));
  EXPECT_EQ(visualOrder(Levels{1, 2, 3}), (std::vector<std::size_t>{1, 2, 0}));
  EXPECT_TRUE(visualOrder(Levels{}).empty());
}

TEST(ScriptRuns, CommonCharactersJoinTheirNeighbours) {
  EXPECT_EQ(described(u"ab, 甲乙。c"), "Latn 0-4, Hani 4-7, Latn 7-8");
  EXPECT_EQ(described(u"12 甲"), "Hani 0-4");
  EXPECT_EQ(described(u"12"), "Zyyy 0-2");
  EXPECT_EQ(described(u""), "");
}

TEST(ScriptRuns, MarksInheritTheScriptOfTheirBase) {
  EXPECT_EQ(described(u"e\u0301甲"), "Latn 0-2, Hani 2-3");
}

TEST(ScriptRuns, ClosingMarksTakeTheScriptOfTheirOpeningOnes) {
  EXPECT_EQ(described(u"甲（ab）乙"), "Hani 0-2, Latn 2-4, Hani 4-6");
  EXPECT_EQ(described(u"甲“ab”乙"), "Hani 0-2, Latn 2-4, Hani 4-6");
  EXPECT_EQ(described(u"(甲) a"), "Hani 0-4, Latn 4-5");
}

TEST(ScriptRuns, JapaneseIsOneRun) {
  EXPECT_EQ(described(u"これは漢字とカナ"), "Hani 0-8");
  EXPECT_EQ(described(u"かなa"), "Hira 0-2, Latn 2-3");
}

}  // namespace
}  // namespace octavo::text

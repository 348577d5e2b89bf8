#include <gtest/gtest.h>

#include <limits>

#include "css/cascade.h"

namespace octavo::css {
namespace {

struct Case {
  int value;
  std::string style, text;
};
class CounterStyles : public ::testing::TestWithParam<Case> {};

TEST_P(CounterStyles, WritesTheNumber) {
  EXPECT_EQ(formatCounter(GetParam().value, GetParam().style), GetParam().text)
      << GetParam().value << " " << GetParam().style;
}

INSTANTIATE_TEST_SUITE_P(
    All, CounterStyles,
    ::testing::Values(
        Case{12, "decimal", "12"}, Case{-3, "decimal", "-3"}, Case{7, "decimal-leading-zero", "07"},
        Case{-7, "decimal-leading-zero", "-07"}, Case{12, "decimal-leading-zero", "12"},
        Case{1994, "lower-roman", "mcmxciv"}, Case{3999, "upper-roman", "MMMCMXCIX"},
        Case{4000, "upper-roman", "4000"}, Case{0, "lower-roman", "0"}, Case{1, "lower-alpha", "a"},
        Case{26, "lower-alpha", "z"}, Case{27, "upper-alpha", "AA"}, Case{703, "lower-alpha", "aaa"},
        Case{0, "lower-alpha", "0"}, Case{120, "cjk-decimal", "一二〇"}, Case{-1, "cjk-decimal", "-1"},
        Case{0, "simp-chinese-informal", "零"}, Case{10, "simp-chinese-informal", "十"},
        Case{11, "simp-chinese-informal", "十一"}, Case{20, "simp-chinese-informal", "二十"},
        Case{101, "simp-chinese-informal", "一百零一"}, Case{110, "simp-chinese-informal", "一百一十"},
        Case{1001, "simp-chinese-informal", "一千零一"}, Case{1010, "simp-chinese-informal", "一千零一十"},
        Case{-5, "simp-chinese-informal", "负五"}, Case{9999, "trad-chinese-informal", "九千九百九十九"},
        Case{10000, "simp-chinese-informal", "一〇〇〇〇"}, Case{11, "simp-chinese-formal", "壹拾壹"},
        Case{23, "trad-chinese-formal", "貳拾參"}, Case{15, "cjk-ideographic", "十五"},
        Case{11, "japanese-informal", "十一"}, Case{111, "japanese-informal", "百十一"},
        Case{2010, "japanese-informal", "二千十"}, Case{-2, "japanese-informal", "マイナス二"},
        Case{11, "japanese-formal", "壱拾壱"}, Case{15, "korean-hangul-formal", "일십오"},
        Case{105, "korean-hangul-formal", "일백오"}, Case{12, "korean-hanja-informal", "十二"},
        Case{1, "hiragana", "あ"}, Case{48, "hiragana", "ん"}, Case{49, "hiragana", "ああ"},
        Case{2, "katakana", "イ"}, Case{3, "hiragana-iroha", "は"}, Case{47, "hiragana-iroha", "す"},
        Case{2, "katakana-iroha", "ロ"}, Case{0, "circled-decimal", "⓪"}, Case{1, "circled-decimal", "①"},
        Case{20, "circled-decimal", "⑳"}, Case{21, "circled-decimal", "㉑"},
        Case{36, "circled-decimal", "㊱"}, Case{50, "circled-decimal", "㊿"},
        Case{51, "circled-decimal", "51"}, Case{3, "cjk-heavenly-stem", "丙"},
        Case{11, "cjk-heavenly-stem", "一一"}, Case{24, "lower-greek", "ω"}, Case{5, "disc", "•"},
        Case{5, "circle", "◦"}, Case{5, "square", "▪"}, Case{5, "none", ""}, Case{5, "no-such-style", "5"},
        Case{5, "\"–\"", "–"},
        Case{std::numeric_limits<int>::min(), "japanese-informal", "-二一四七四八三六四八"},
        Case{std::numeric_limits<int>::min(), "decimal", "-2147483648"}));

TEST(ListMarkers, HaveTheStylesOwnSuffix) {
  EXPECT_EQ(formatMarker(1, "decimal"), "1. ");
  EXPECT_EQ(formatMarker(2, "simp-chinese-informal"), "二、");
  EXPECT_EQ(formatMarker(2, "korean-hangul-formal"), "이, ");
  EXPECT_EQ(formatMarker(1, "hiragana"), "あ、");
  EXPECT_EQ(formatMarker(3, "circled-decimal"), "③ ");
  EXPECT_EQ(formatMarker(1, "disc"), "• ");
  EXPECT_EQ(formatMarker(1, "none"), "");
  EXPECT_EQ(formatMarker(1, "\"* \""), "* ");
}

}  // namespace
}  // namespace octavo::css

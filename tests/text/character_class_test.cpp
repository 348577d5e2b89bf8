#include "text/character_class.h"

#include <gtest/gtest.h>

namespace octavo::text {
namespace {

using enum CharacterClass;

TEST(CharacterClass, RegionComesBeforeScript) {
  EXPECT_EQ(regionOf("zh"), Region::MainlandChina);
  EXPECT_EQ(regionOf("zh-Hans"), Region::MainlandChina);
  EXPECT_EQ(regionOf("zh-Hant"), Region::Taiwan);
  EXPECT_EQ(regionOf("zh-Hant-HK"), Region::HongKong);
  EXPECT_EQ(regionOf("ZH-hk"), Region::HongKong);
  EXPECT_EQ(regionOf("zh-Hant-CN"), Region::MainlandChina);
  EXPECT_EQ(regionOf("yue"), Region::HongKong);
  EXPECT_EQ(regionOf("ja-JP"), Region::Japan);
  EXPECT_EQ(regionOf("ko"), Region::Korea);
  EXPECT_EQ(regionOf("en"), Region::Elsewhere);
  EXPECT_EQ(regionOf(""), Region::Elsewhere);
}

TEST(CharacterClass, QuotesDashesAndDotsAreWideInChineseAndJapaneseOnly) {
  for (const Region region : {Region::MainlandChina, Region::Taiwan, Region::HongKong, Region::Japan}) {
    EXPECT_EQ(classOf(U'“', region), Opening);
    EXPECT_EQ(classOf(U'’', region), Closing);
    EXPECT_EQ(classOf(U'—', region), Inseparable);
    EXPECT_EQ(classOf(U'…', region), Inseparable);
    EXPECT_EQ(classOf(U'·', region), MiddleDot);
  }
  for (const Region region : {Region::Korea, Region::Elsewhere}) {
    for (const char32_t c : {U'“', U'’', U'—', U'…', U'·'}) EXPECT_EQ(classOf(c, region), WesternMark);
  }
}

TEST(CharacterClass, FullWidthFormsStandForJlreqsMarks) {
  const auto kind = [](char32_t c) { return classOf(c, Region::Japan); };
  EXPECT_EQ(kind(U'（'), Opening);
  EXPECT_EQ(kind(U'」'), Closing);
  EXPECT_EQ(kind(U'！'), Dividing);
  EXPECT_EQ(kind(U'：'), MiddleDot);
  EXPECT_EQ(kind(U'．'), FullStop);
  EXPECT_EQ(kind(U'，'), Comma);
  EXPECT_EQ(kind(U'￥'), Prefix);
  EXPECT_EQ(kind(U'％'), Suffix);
  EXPECT_EQ(kind(U'Ａ'), Ideograph);
  EXPECT_EQ(kind(U'　'), IdeographicSpace);
}

TEST(CharacterClass, KanaHaveTheirKinds) {
  const auto kind = [](char32_t c) { return classOf(c, Region::Japan); };
  EXPECT_EQ(kind(U'あ'), Hiragana);
  EXPECT_EQ(kind(U'っ'), SmallKana);
  EXPECT_EQ(kind(U'ア'), Katakana);
  EXPECT_EQ(kind(U'ッ'), SmallKana);
  EXPECT_EQ(kind(U'ー'), LongVowel);
  EXPECT_EQ(kind(U'々'), Iteration);
  EXPECT_EQ(kind(U'ゝ'), Iteration);
}

TEST(CharacterClass, WesternLettersMarksAndSpaces) {
  const auto kind = [](char32_t c) { return classOf(c, Region::MainlandChina); };
  EXPECT_EQ(kind(U'a'), Western);
  EXPECT_EQ(kind(U'7'), Western);
  EXPECT_EQ(kind(U'я'), Western);
  EXPECT_EQ(kind(U','), WesternMark);
  EXPECT_EQ(kind(U'('), WesternMark);
  EXPECT_EQ(kind(U' '), WesternSpace);
  EXPECT_EQ(kind(U'\u00A0'), WesternSpace);
  EXPECT_EQ(kind(U'\u200B'), Other);
  EXPECT_EQ(kind(U'한'), Hangul);
  EXPECT_EQ(kind(U'\U00020000'), Ideograph);
}

TEST(CharacterClass, IdeographsAndKanaTakeAGapBesideWesternLetters) {
  for (const CharacterClass kind : {Ideograph, Hiragana, Katakana, SmallKana, LongVowel, Iteration})
    EXPECT_TRUE(isCjk(kind));
  for (const CharacterClass kind : {Opening, Comma, Hangul, Western, WesternMark, Inseparable})
    EXPECT_FALSE(isCjk(kind));
}

}  // namespace
}  // namespace octavo::text

#include "text/normalization.h"

#include <gtest/gtest.h>

namespace octavo::text {
namespace {

TEST(Normalization, LettersAndMarksBecomeOneCharacter) {
  EXPECT_EQ(composed("e\xCC\x82te"), "\xC3\xAAte");
  EXPECT_EQ(composed("\xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB"), "\xED\x95\x9C") << "jamo of a syllable";
  EXPECT_EQ(composed("\xE3\x81\x8B\xE3\x82\x99"), "\xE3\x81\x8C") << "kana and its voicing mark";
}

TEST(Normalization, ComposedTextIsLeftAlone) {
  EXPECT_EQ(composed("plain"), std::nullopt);
  EXPECT_EQ(composed("\xC3\xAAte \xED\x95\x9C \xE6\xBC\xA2"), std::nullopt);
  EXPECT_EQ(composed("q\xCC\x82"), std::nullopt) << "there is no such letter in one";
  EXPECT_EQ(composed(""), std::nullopt);
}

TEST(Normalization, CompatibilityIdeographsStay) {
  EXPECT_EQ(composed("\xEF\xA4\x80"), std::nullopt);                                // U+F900, whose NFC is U+8C48
  EXPECT_EQ(composed("\xEF\xA8\x99 e\xCC\x82"), "\xEF\xA8\x99 \xC3\xAA");           // U+FA19 of names
}

TEST(Normalization, OldAngleBracketsAreThoseOfMathematics) {
  EXPECT_EQ(composed("\xE2\x8C\xA9P\xE2\x8C\xAA"), "\xE2\x9F\xA8P\xE2\x9F\xA9");
  EXPECT_EQ(composed("\xE2\x8C\x98"), std::nullopt) << "another sign of that block";
}

}  // namespace
}  // namespace octavo::text

#include "text/hyphenation.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <thread>

namespace octavo::text {
namespace {

using Points = std::vector<std::size_t>;

class Hyphenation : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!std::filesystem::exists("/usr/share/hyphen/hyph_en_US.dic"))
      GTEST_SKIP() << "hyphen-en-us is not installed";
  }
  Hyphenator hyphenator_;
};

TEST_F(Hyphenation, FollowsThePatternsOfTheLanguage) {
  EXPECT_EQ(hyphenator_.points(u"hyphenation", "en"), (Points{2, 6}));
  EXPECT_EQ(hyphenator_.points(u"hyphenation", "en-US"), (Points{2, 6}));
}

TEST_F(Hyphenation, UnknownRegionsFallBackToTheLanguage) {
  EXPECT_EQ(hyphenator_.points(u"hyphenation", "en-Latn-NZ"), (Points{2, 6}));
}

TEST_F(Hyphenation, CapitalsAreHyphenatedAsSmallLetters) {
  EXPECT_EQ(hyphenator_.points(u"Hyphenation", "en"), (Points{2, 6}));
  EXPECT_EQ(hyphenator_.points(u"HYPHENATION", "en"), (Points{2, 6}));
}

TEST_F(Hyphenation, MarksAroundAWordShiftItsPoints) {
  EXPECT_EQ(hyphenator_.points(u"(hyphenation),", "en"), (Points{3, 7}));
}

TEST_F(Hyphenation, EachPartOfACompoundIsAWord) {
  EXPECT_EQ(hyphenator_.points(u"hyphenation-hyphenation", "en"), (Points{2, 6, 14, 18}));
}

TEST_F(Hyphenation, ShortWordsAndOtherLanguagesHaveNoPoints) {
  EXPECT_TRUE(hyphenator_.points(u"the", "en").empty());
  EXPECT_TRUE(hyphenator_.points(u"", "en").empty());
  EXPECT_TRUE(hyphenator_.points(u"hyphenation", "zz").empty());
  EXPECT_TRUE(hyphenator_.points(u"hyphenation", "../../etc").empty());
  EXPECT_TRUE(hyphenator_.points(u"hyphenation", "").empty());
  EXPECT_TRUE(hyphenator_.points(u"漢字漢字漢字", "en").empty());
}

TEST_F(Hyphenation, EightBitDictionariesCountCharacters) {
  if (!std::filesystem::exists("/usr/share/hyphen/hyph_de_DE.dic"))
    GTEST_SKIP() << "hyphen-de is not installed";
  EXPECT_EQ(hyphenator_.points(u"Türöffner", "de"), (Points{3, 6}));
  EXPECT_TRUE(hyphenator_.points(u"Фамилия", "de").empty());
}

TEST_F(Hyphenation, GermanCompoundsArePartedBetweenAndInsideTheirParts) {
  if (!std::filesystem::exists("/usr/share/hyphen/hyph_de_DE.dic"))
    GTEST_SKIP() << "hyphen-de is not installed";
  EXPECT_EQ(hyphenator_.points(u"Abstellgleis", "de"), (Points{2, 7}));
  EXPECT_EQ(hyphenator_.points(u"Bedienungssituation", "de"), (Points{2, 5, 10, 12, 14, 15, 17}));
}

TEST_F(Hyphenation, FrenchApostrophesBelongToTheWord) {
  if (!std::filesystem::exists("/usr/share/hyphen/hyph_fr.dic")) GTEST_SKIP() << "hyphen-fr is not installed";
  EXPECT_EQ(hyphenator_.points(u"l’histoire", "fr"), (Points{5}));
}

TEST_F(Hyphenation, ThreadsShareADictionary) {
  std::vector<Points> found(4);
  {
    std::vector<std::jthread> threads;
    for (Points& points : found) {
      threads.emplace_back([&] {
        for (int i = 0; i < 100; ++i) points = hyphenator_.points(u"hyphenation", "en");
      });
    }
  }
  for (const Points& points : found) EXPECT_EQ(points, (Points{2, 6}));
}

}  // namespace
}  // namespace octavo::text

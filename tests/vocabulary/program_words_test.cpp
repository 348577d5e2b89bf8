// The words that readers write themselves are in the language of the text.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "vocabulary/read_article.h"
#include "vocabulary/running_heads.h"

namespace octavo::vocabulary {
namespace {

using publication::Contributor;
using ::testing::HasSubstr;

Contributor author(const std::string& name, const std::string& fileAs = {}) { return {name, fileAs, "aut", {}, {}, {}}; }

TEST(ProgramWords, ThreeAuthorsAreTheFirstAndOthersInTheLanguageOfTheBook) {
  const std::vector<Contributor> latin{author("Ada Lovelace", "Lovelace, Ada"), author("B"), author("C")};
  EXPECT_EQ(authorsInHead(latin, "en"), "Lovelace et al.");
  EXPECT_EQ(authorsInHead(latin, "nl-BE"), "Lovelace et al.");
  EXPECT_EQ(authorsInHead(latin, "zh-HK"), "Lovelace 等");
  EXPECT_EQ(authorsInHead(latin, "ja"), "Lovelaceほか");
  EXPECT_EQ(authorsInHead(latin, "cy"), "Lovelace et al.");
  EXPECT_EQ(authorsInHead({author("Анна Иванова"), author("Б"), author("В")}, "ru"), "Анна Иванова и др.");
  EXPECT_EQ(authorsInHead({author("李娜"), author("王"), author("张")}, "zh"), "李娜等");
  EXPECT_EQ(authorsInHead({author("김유나"), author("이"), author("박")}, "ko"), "김유나 외");
}

TEST(ProgramWords, TwoAuthorsHaveTheSeparatorOfTheLanguage) {
  EXPECT_EQ(authorsInHead({author("A B"), author("C D")}, "it"), "A B, C D");
  EXPECT_EQ(authorsInHead({author("山田"), author("鈴木")}, "ja"), "山田、鈴木");
}

std::string docbook(const std::string& language) {
  return "<article xmlns='http://docbook.org/ns/docbook' version='5.0' xml:lang='" + language +
         "'><title>T</title><warning><para>x</para></warning><qandaset defaultlabel='qanda'><qandaentry><question><para>y</para></question>"
         "</qandaentry></qandaset></article>";
}

TEST(ProgramWords, AnAdmonitionWithoutTitleIsNamedInEachLanguageOfTheTable) {
  EXPECT_THAT(test::dumpOf(test::readArticleText(docbook("it"))), HasSubstr("Avvertenza"));
  EXPECT_THAT(test::dumpOf(test::readArticleText(docbook("nl"))), HasSubstr("Waarschuwing"));
  EXPECT_THAT(test::dumpOf(test::readArticleText(docbook("pt-BR"))), HasSubstr("Aviso"));
  EXPECT_THAT(test::dumpOf(test::readArticleText(docbook("ru"))), HasSubstr("В:"));
}

TEST(ProgramWords, ALanguageWithoutWordsIsToldOnce) {
  const auto welsh = test::readArticleText(docbook("cy-GB"));
  EXPECT_THAT(test::dumpOf(welsh), HasSubstr("Warning"));
  EXPECT_EQ(test::countOfCode(welsh, "words-missing"), 1);
  for (const char* known : {"de-AT", "zh-HK", "ar"}) EXPECT_EQ(test::countOfCode(test::readArticleText(docbook(known)), "words-missing"), 0) << known;
}

}  // namespace
}  // namespace octavo::vocabulary

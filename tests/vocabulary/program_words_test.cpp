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

std::string citationIn(const std::string& language, const std::string& surname) {
  const std::string text = "<article xml:lang='" + language + "'><front><article-meta><title-group><article-title>T</article-title></title-group></article-meta>"
      "</front><back><ref-list><ref id='r'><element-citation><person-group person-group-type='author'><name><surname>" + surname +
      "</surname></name><etal/></person-group><year>2001</year></element-citation></ref></ref-list></back></article>";
  return dom::textContent(*test::readArticleText(text).article.chapters.front().root);
}

TEST(ProgramWords, AnUnnamedRestOfAuthorsIsInTheLanguageOfTheCitedWork) {
  EXPECT_THAT(citationIn("en", "Rossi"), HasSubstr("Rossi, et al."));
  EXPECT_THAT(citationIn("de", "Rossi"), HasSubstr("Rossi, et al."));
  EXPECT_THAT(citationIn("ja", "山田"), HasSubstr("山田ほか"));
  EXPECT_THAT(citationIn("zh", "李"), HasSubstr("李等"));
  EXPECT_THAT(citationIn("ko", "김"), HasSubstr("김 외"));
  EXPECT_THAT(citationIn("ru", "Иванов"), HasSubstr("Иванов и др."));
  EXPECT_THAT(citationIn("ar", "حسن"), HasSubstr("حسن وآخرون"));
  for (const char* language : {"zh", "ja", "ko", "ru", "ar"}) EXPECT_THAT(citationIn(language, "Rossi"), HasSubstr("Rossi, et al.")) << language;
}

std::string scopeIn(const std::string& language) {
  const std::string text = "<TEI xmlns='http://www.tei-c.org/ns/1.0' xml:lang='" + language + "'><teiHeader><fileDesc><titleStmt><title>T</title></titleStmt>"
      "<publicationStmt><p>x</p></publicationStmt><sourceDesc><p>y</p></sourceDesc></fileDesc></teiHeader><text><body><listBibl><biblStruct><monogr>"
      "<title>W</title><imprint><biblScope unit='volume'>3</biblScope><biblScope unit='issue'>4</biblScope><biblScope unit='page'>5–6</biblScope></imprint>"
      "</monogr></biblStruct></listBibl></body></text></TEI>";
  return test::dumpOf(test::readArticleText(text));
}

TEST(ProgramWords, VolumesIssuesAndPagesHaveTheCustomaryMarksOfTheLanguage) {
  const std::string english = scopeIn("en"), german = scopeIn("de"), chinese = scopeIn("zh");
  for (const char* mark : {"vol. ", "no. ", "pp. "}) EXPECT_THAT(english, HasSubstr(mark));
  for (const char* mark : {"Bd. ", "Nr. ", "S. "}) EXPECT_THAT(german, HasSubstr(mark));
  for (const char* mark : {"vol. ", "no. ", "pp. "}) EXPECT_THAT(chinese, ::testing::Not(HasSubstr(mark)));
}

TEST(ProgramWords, ALanguageWithoutWordsIsToldOnce) {
  const auto welsh = test::readArticleText(docbook("cy-GB"));
  EXPECT_THAT(test::dumpOf(welsh), HasSubstr("Warning"));
  EXPECT_EQ(test::countOfCode(welsh, "words-missing"), 1);
  for (const char* known : {"de-AT", "zh-HK", "ar"}) EXPECT_EQ(test::countOfCode(test::readArticleText(docbook(known)), "words-missing"), 0) << known;
}

}  // namespace
}  // namespace octavo::vocabulary

// Every element of TEI that the corpora contain has a rule and keeps its words, wherever it stands.
#include <gtest/gtest.h>

#include <set>
#include <sstream>

#include "support/golden.h"
#include "vocabulary/jats/reading_support.h"
#include "vocabulary/read_article.h"

namespace octavo::test {
namespace {

/// Names of the table of frequencies, TEI's own only: some files show a form's Button, Field, Icon, Input and Menu.
std::set<std::string> elementNames() {
  std::set<std::string> names;
  std::istringstream lines(readTestFile(sharedPath("corpus/coverage/tei.tsv")));
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with('#')) continue;
    const std::size_t begin = line.find('\t') + 1;
    const std::string name = line.substr(begin, line.find('\t', begin) - begin);
    if (name.find(':') == std::string::npos && !(name[0] >= 'A' && name[0] <= 'Z')) names.insert(name);
  }
  return names;
}

/// Elements without words, or for which the program makes something.
bool isWithoutWords(const std::string& name) {
  static const std::set<std::string> kNames{"lb", "pb", "cb", "milestone", "anchor", "graphic", "divGen", "binaryObject"};
  return kNames.contains(name);
}

ArticleResult readBody(const std::string& body) {
  return readArticleText("<TEI xmlns='http://www.tei-c.org/ns/1.0' xml:lang='en'><teiHeader><fileDesc><titleStmt>"
                         "<title>T</title></titleStmt></fileDesc></teiHeader><text><body>" +
                         body + "</body></text></TEI>");
}

TEST(TeiCoverage, EveryElementOfTheTableHasARule) {
  if (!hasShared()) GTEST_SKIP() << "the table of frequencies is not beside the checkout";
  const auto names = elementNames();
  ASSERT_GT(names.size(), 250u);
  for (const std::string& name : names) {
    if (isWithoutWords(name)) continue;
    for (const auto* frame : {"%", "<div><head>S</head>%</div>", "<p>before % after</p>", "<list><item>%</item></list>",
                              "<lg><l>a % b</l></lg>", "<table><row><cell>%</cell></row></table>"}) {
      std::string body(frame);
      body.replace(body.find('%'), 1, "<" + name + ">kept</" + name + ">");
      const ArticleResult result = readBody(body);
      EXPECT_EQ(countOfCode(result, "unknown-element"), 0) << body;
      EXPECT_TRUE(wordsOf(result.article).contains("kept")) << body << "\n" << dumpOf(result);
      const auto faults = faultsOf(result.article);
      EXPECT_TRUE(faults.empty()) << body << ": " << faults.front();
    }
  }
}

TEST(TeiCoverage, AnUnknownElementKeepsItsWordsAndIsReportedOnce) {
  const ArticleResult result = readBody("<p>a <whatever>kept</whatever> b <whatever>too</whatever></p>");
  EXPECT_EQ(countOfCode(result, "unknown-element"), 1);
  EXPECT_TRUE(wordsOf(result.article).contains("kept"));
  EXPECT_TRUE(wordsOf(result.article).contains("too"));
}

TEST(TeiTitle, OneOfAParagraphsLengthIsPartedBehindItsName) {
  const ArticleResult result = readArticleText(
      "<TEI xmlns='http://www.tei-c.org/ns/1.0' xml:lang='en'><teiHeader><fileDesc><titleStmt><title>A description of "
      "Formosa: an island subject to the Emperor of Japan, with an account of the travels of the author, his "
      "conversion, and several cuts</title></titleStmt></fileDesc></teiHeader><text><body><p>x</p></body></text></TEI>");
  EXPECT_EQ(result.article.metadata.title.text, "A description of Formosa");
  EXPECT_TRUE(result.article.metadata.subtitle.text.starts_with("an island subject")) << result.article.metadata.subtitle.text;
  EXPECT_TRUE(wordsOf(result.article).contains("cuts"));
}

}  // namespace
}  // namespace octavo::test

// Facts of a source that stand side by side without words between: a reader must see where one ends.
#include <gtest/gtest.h>

#include "vocabulary/read_article.h"

namespace octavo::test {
namespace {

/// All the words of the chapters, a line for each block.
std::string textOf(const std::string& xml) {
  const ArticleResult result = readArticleText(xml);
  std::string text;
  for (const publication::Chapter& chapter : result.article.chapters) text += dom::textContent(*chapter.root) + "\n";
  return text;
}

::testing::AssertionResult has(const std::string& text, const std::string& words) {
  if (text.find(words) != std::string::npos) return ::testing::AssertionSuccess();
  return ::testing::AssertionFailure() << "\"" << words << "\" is not in:\n" << text;
}
::testing::AssertionResult lacks(const std::string& text, const std::string& words) {
  if (text.find(words) == std::string::npos) return ::testing::AssertionSuccess();
  return ::testing::AssertionFailure() << "\"" << words << "\" is in:\n" << text;
}

TEST(RunTogether, WaysToReachAnAuthorHaveACommaBetweenThemInJats) {
  const std::string text = textOf(
      "<article xml:lang='en'><front><article-meta><title-group><article-title>T</article-title></title-group><contrib-group>"
      "<contrib contrib-type='author'><name><surname>Reed</surname><given-names>Ann</given-names></name><address>"
      "<email>ann@example.org</email><phone>12</phone><fax>34</fax></address></contrib></contrib-group><author-notes><corresp>"
      "Write to <email>a@example.org</email><email>b@example.org</email></corresp></author-notes></article-meta></front>"
      "<body><p>x</p></body></article>");
  EXPECT_TRUE(has(text, "ann@example.org, 12, 34"));
  EXPECT_TRUE(has(text, "Write to a@example.org, b@example.org"));
}

TEST(RunTogether, WordsBetweenWaysToReachSomeoneStayTheSources) {
  const std::string text = textOf(
      "<article xml:lang='en'><front><article-meta><title-group><article-title>T</article-title></title-group><author-notes>"
      "<corresp><email>a@example.org</email> or <email>b@example.org</email></corresp></author-notes></article-meta></front>"
      "<body><p>x</p></body></article>");
  EXPECT_TRUE(has(text, "a@example.org or b@example.org"));
}

TEST(RunTogether, FactsOfACollectionHaveALineEachInBits) {
  const ArticleResult result = readArticleText(
      "<book xml:lang='en'><collection-meta><title-group><title>Rivers</title></title-group><volume-in-collection>"
      "<volume-number>7</volume-number><volume-title>Mills</volume-title></volume-in-collection><issn>1234-5678</issn>"
      "<publisher><publisher-name>Reed</publisher-name><publisher-loc>Bath</publisher-loc></publisher></collection-meta>"
      "<book-meta><book-title-group><book-title>B</book-title></book-title-group></book-meta><book-body><book-part>"
      "<book-part-meta><title-group><title>One</title></title-group></book-part-meta><body><p>x</p></body></book-part>"
      "</book-body></book>");
  const std::string text = dumpOf(result);
  for (const char* name : {"volume-in-collection", "issn", "publisher"})
    EXPECT_TRUE(has(text, "<p class=\"" + std::string(name) + "\">"));
  std::string words;
  for (const publication::Chapter& chapter : result.article.chapters) words += dom::textContent(*chapter.root);
  EXPECT_TRUE(has(words, "7, Mills"));
  EXPECT_TRUE(has(words, "ISSN 1234-5678"));
  EXPECT_TRUE(has(words, "Reed, Bath"));
}

TEST(RunTogether, PartsOfAnAuthorsHouseHaveACommaBetweenThemInDocBook) {
  const std::string text = textOf(
      "<article xmlns='http://docbook.org/ns/docbook' version='5.1' xml:lang='en'><info><title>T</title><author><personname>"
      "<firstname>Ann</firstname><surname>Reed</surname></personname><affiliation><orgname>Mill</orgname><orgdiv>Wheel</orgdiv>"
      "</affiliation><email>ann@example.org</email><uri>https://example.org/ann</uri></author></info><para>x</para></article>");
  EXPECT_TRUE(has(text, "Mill, Wheel"));
  EXPECT_TRUE(has(text, "ann@example.org, https://example.org/ann"));
}

TEST(RunTogether, WhatAHeaderTellsProgramsIsNotPrinted) {
  const std::string text = textOf(
      "<TEI xmlns='http://www.tei-c.org/ns/1.0' xml:lang='en'><teiHeader><fileDesc><titleStmt><title>T</title><respStmt>"
      "<resp>Transcribed by</resp><name>Ann Reed</name></respStmt></titleStmt><extent><measure>12 pages</measure>"
      "<measure>900 words</measure></extent><publicationStmt><p>p</p></publicationStmt><sourceDesc><listWit>"
      "<witness>Bath</witness><witness>Wells</witness></listWit></sourceDesc></fileDesc><encodingDesc><refsDecl><p>pattern</p>"
      "</refsDecl><charDecl><char xml:id='c'><charName>LETTER</charName></char></charDecl></encodingDesc><profileDesc>"
      "<langUsage><language ident='en'>English tongue</language></langUsage><textClass><keywords><term>mills</term>"
      "<term>rivers</term></keywords><catRef target='#k'/></textClass></profileDesc></teiHeader>"
      "<text><body><p>x</p></body></text></TEI>");
  for (const char* words : {"pattern", "LETTER", "English tongue", "Lang usage", "Refs decl", "Char decl", "Cat ref", "#k", "Text class"})
    EXPECT_TRUE(lacks(text, words));
  EXPECT_TRUE(has(text, "Transcribed by: Ann Reed"));
  EXPECT_TRUE(has(text, "12 pages, 900 words"));
  EXPECT_TRUE(has(text, "Keywords"));
  EXPECT_TRUE(has(text, "mills, rivers"));
}

}  // namespace
}  // namespace octavo::test

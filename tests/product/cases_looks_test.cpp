// What a reader sees first of a page: where paragraphs, references and items begin.
#include <gtest/gtest.h>

#include <fstream>
#include <regex>

#include "support/run.h"

namespace octavo::test {
namespace {

class Looks : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!hasProgram("pdftotext")) GTEST_SKIP() << "poppler-utils is not installed";
  }

  /// Builds the PDF of one document; the words of its pages with their places.
  void build(const std::string& name, const std::string& text, const std::string& options = {}) {
    std::ofstream(folder_ / name) << text;
    const Outcome built = run(octavo() + " build " + quoted(folder_ / name) + " --pdf -o " + quoted(folder_ / "o") + " " + options);
    ASSERT_EQ(built.exitCode, 0) << built.output;
    messages_ = built.output;
    words_ = run("pdftotext -bbox " + quoted(folder_ / "o.pdf") + " -").output;
  }

  /// A sheet beside the document, quoted for the shell.
  std::string sheet(const std::string& css) {
    std::ofstream(folder_ / "look.css") << css;
    return quoted(folder_ / "look.css");
  }

  /// The left edge of the first word that begins so, in points; -1 for none.
  double left(const std::string& word) const {
    std::smatch found;
    const std::regex line("<word xMin=\"([0-9.]+)\"[^>]*>" + word);
    return std::regex_search(words_, found, line) ? std::stod(found[1]) : -1;
  }

  /// The upper edge of the first word that begins so, in points; -1 for none.
  double top(const std::string& word) const {
    std::smatch found;
    const std::regex line("<word xMin=\"[0-9.]+\" yMin=\"([0-9.]+)\"[^>]*>" + word);
    return std::regex_search(words_, found, line) ? std::stod(found[1]) : -1;
  }

 private:
  ScratchFolder folder_;
  std::string words_;

 protected:
  std::string messages_;
};

std::string jats(const std::string& body) {
  return "<article xml:lang='en'><front><article-meta><title-group><article-title>T</article-title></title-group></article-meta>"
         "</front><body>" + body + "</body></article>";
}

const std::string kLine = " word word word word word word word word word word word word word word word word word SECOND";

TEST_F(Looks, ReferencesHangByTheirNumberInEachLook) {
  for (const std::string look : {"study", "journal"}) {
    build("a.xml", "<article xml:lang='en'><front/><body><p>x</p></body><back><ref-list>"
                   "<ref><label>1</label><mixed-citation>FIRST" + kLine + kLine + kLine + "</mixed-citation></ref>"
                   "<ref><mixed-citation>PLAIN a b</mixed-citation></ref></ref-list></back></article>", "--style " + look);
    // 2.2 em of the references' size, 9.24 pt and 9 pt.
    EXPECT_GT(left("FIRST"), left("1<") + 15) << look;
    EXPECT_NEAR(left("PLAIN"), left("1<"), 0.5) << look;
  }
}

TEST_F(Looks, TheFirstParagraphAfterKeywordsHasNoIndent) {
  build("a.xml", "<article xml:lang='en'><front><article-meta><kwd-group><kwd>KEY</kwd></kwd-group></article-meta></front>"
                 "<body><p>FIRST</p><p>NEXT</p></body></article>");
  EXPECT_NEAR(left("NEXT") - left("FIRST"), 1.5 * 10.5, 0.1);
  build("b.xml", "<article xml:lang='zh'><front><article-meta><kwd-group><kwd>KEY</kwd></kwd-group></article-meta></front>"
                 "<body><p>FIRST</p><p>NEXT</p></body></article>");
  EXPECT_NEAR(left("NEXT"), left("FIRST"), 0.1);
}

TEST_F(Looks, AHeadOfItsOwnAndClosingNotesStandClearOfTheText) {
  build("a.xhtml", "<article xmlns='http://www.w3.org/1999/xhtml' lang='en'><header><h1>T</h1><p>DATE</p></header>"
                   "<p>FIRST</p><p>LAST</p><footer><p>NOTE</p></footer></article>");
  EXPECT_GT(top("FIRST") - top("DATE"), 30);  // two lines of 17.85 pt, the upper one smaller
  EXPECT_NEAR(top("NOTE") - top("LAST"), 2 * 17.85, 0.5);
}

TEST_F(Looks, WhatAPaperTellsOfItselfStandsBesideItsLabel) {
  build("a.xml", "<article xml:lang='en'><front><journal-meta><issn>ISSUED</issn><publisher><publisher-name>PRESS</publisher-name>"
                 "</publisher></journal-meta></front><body><p>x</p></body></article>");
  EXPECT_NEAR(top("PRESS"), top("Publisher"), 2);
  EXPECT_GT(left("PRESS"), left("Publisher") + 30);
  EXPECT_GT(top("PRESS"), top("ISSUED") + 10);
}

TEST_F(Looks, AnAddressAtTheFootOfTheFirstPageIsNotTurnedOver) {
  const std::string address = "somebody.with.a.long.name@department.university.example.org";
  build("a.xml", "<article xml:lang='en'><front><article-meta><author-notes><corresp>Author to whom letters may go: <email>" + address +
                 "</email></corresp></author-notes></article-meta></front><body><p>x</p></body></article>");
  EXPECT_GT(left(address + "<"), 0);
}

TEST_F(Looks, TheSheetHasNoSelectorThatReadersOfEpubsStumbleOver) {
  if (!hasProgram("mutool")) GTEST_SKIP() << "mutool is not installed";
  const ScratchFolder folder;
  std::ofstream(folder / "a.xml") << jats("<p>x</p>");
  ASSERT_EQ(run(octavo() + " build " + quoted(folder / "a.xml") + " --epub -o " + quoted(folder / "o")).exitCode, 0);
  const std::string read = run("mutool draw -F txt " + quoted(folder / "o.epub") + " 1").output;
  EXPECT_EQ(read.find("css syntax error"), std::string::npos) << read;
}

TEST_F(Looks, VerticalLinesAreHorizontalOnPaperAndSaidToBe) {
  build("a.xhtml", "<html xmlns='http://www.w3.org/1999/xhtml' lang='ja'><head><title>題</title></head><body style=''><h1>題</h1>"
                   "<p>甲乙丙丁</p></body></html>", "--style " + sheet("@import 'study.css'; html { writing-mode: vertical-rl }"));
  EXPECT_NE(messages_.find("vertical-on-paper"), std::string::npos);
  EXPECT_GT(left("甲乙丙丁"), 40);
}

TEST_F(Looks, AnItemsOwnLabelStandsAmongItsNeighboursNumbers) {
  build("a.xml", jats("<list list-type='order'><list-item><p>FIRST</p></list-item><list-item><label>1b</label><p>OWN</p></list-item></list>"));
  EXPECT_LT(left("1b"), left("FIRST") - 10);
  EXPECT_NEAR(left("OWN"), left("FIRST"), 2);
}

}  // namespace
}  // namespace octavo::test

// What the dumps do not tell plainly: references, numbers, chapters of a book, files beside the document.
#include <gtest/gtest.h>

#include "publication/publication.h"
#include "support/golden.h"
#include "vocabulary/docbook/reading_support.h"

namespace octavo::test {
namespace {

using publication::ChapterKind;

DocBookResult book(std::string_view content) {
  return readDocBookText("<book xmlns='http://docbook.org/ns/docbook' version='5.1' xml:lang='en'><title>B</title>" +
                         std::string(content) + "</book>");
}

TEST(DocBookReferences, ShowLabelTitleOrTerm) {
  const std::string targets =
      "<section xml:id='s'><title>A title</title><para/></section><figure xml:id='f'><title>F</title></figure>"
      "<variablelist><varlistentry xml:id='v'><term>a term</term><listitem><para/></listitem></varlistentry></variablelist>"
      "<para xml:id='l' xreflabel='the label'/><para xml:id='e'><emphasis xml:id='w'>words</emphasis></para>";
  const auto shown = [&](const std::string& reference) {
    return wordsIn(readDocBookBody("<para>" + reference + "</para>" + targets), "a", "xref");
  };
  EXPECT_EQ(shown("<xref linkend='s'/>"), "A title");
  EXPECT_EQ(shown("<xref linkend='f'/>"), "Figure 1");
  EXPECT_EQ(shown("<xref linkend='v'/>"), "a term");
  EXPECT_EQ(shown("<xref linkend='l'/>"), "the label");
  EXPECT_EQ(shown("<xref linkend='e' endterm='w'/>"), "words");
  EXPECT_EQ(countOfCode(readDocBookBody("<para xml:id='p'>x</para><para><xref linkend='p'/></para>"), "xref-unnamed"), 1);
}

TEST(DocBookReferences, ToWhatIsNeitherOnTheWebNorAFileAreWordsAndTold) {
  const auto codes = [](const std::string& href) {
    return countOfCode(readDocBookBody("<para><link xmlns:xlink='http://www.w3.org/1999/xlink' xlink:href='" + href + "'>w</link></para>"), "link-invalid");
  };
  for (const char* href : {"/absolute", "a word: another", "C:/disk"}) EXPECT_EQ(codes(href), 1) << href;
  for (const char* href : {"www.a.example", "//a.example/b", "https://a.example", "mailto:a@b.example"}) EXPECT_EQ(codes(href), 0) << href;
}

TEST(DocBookReferences, ToFootnotesAreCalls) {
  const auto result = readDocBookBody("<para>a<footnote xml:id='n'><para>note</para></footnote> b<xref linkend='n'/></para>");
  EXPECT_NE(dumpOf(result).find("a1-noteref-1-2"), std::string::npos);
}

TEST(DocBookBook, IsATitlePagePartsChaptersAndAppendices) {
  const auto result = book("<preface><title>P</title><para/></preface><part><title>I</title><chapter><title>C</title><para/></chapter>"
                           "</part><chapter><title>D</title><para/></chapter><appendix><title>E</title><para/></appendix>");
  std::vector<ChapterKind> kinds;
  std::vector<std::string> titles;
  for (const auto& chapter : result.article.chapters) {
    kinds.push_back(chapter.kind);
    titles.push_back(chapter.title);
  }
  EXPECT_EQ(kinds, (std::vector{ChapterKind::TitlePage, ChapterKind::Chapter, ChapterKind::Part, ChapterKind::Chapter,
                                ChapterKind::Chapter, ChapterKind::Appendix}));
  EXPECT_EQ(titles, (std::vector<std::string>{"B", "P", "Part I. I", "Chapter 1. C", "Chapter 2. D", "Appendix A. E"}));
  ASSERT_EQ(result.article.navigation.size(), 4u);
  EXPECT_EQ(result.article.navigation[1].children.at(0).label, "Chapter 1. C");
}

TEST(DocBookBook, NumbersFiguresByChapterAndTakesLabels) {
  const auto result = book("<chapter label='7'><title>C</title><figure><title>F</title></figure></chapter>");
  EXPECT_EQ(wordsIn(result, "p", "caption-title"), "Figure 7.1. F");
}

TEST(DocBookBook, AChapterInsideAChapterHasNoNumber) {
  const auto result = book("<chapter><title>C</title><chapter><title>Inner</title><para/></chapter></chapter>");
  EXPECT_EQ(wordsIn(result, "h2"), "Inner");
}

TEST(DocBookBook, AnEmptyIndexIsMadeOfTheMarks) {
  const auto result = book("<chapter><title>C</title><para>x<indexterm><primary>Zeta</primary></indexterm>"
                           "<indexterm><primary>alpha</primary><secondary>b</secondary></indexterm>"
                           "<indexterm><primary>Old</primary><see>alpha</see></indexterm></para></chapter><index/>");
  EXPECT_EQ(wordsIn(result, "div", "index-entries"), "alphab, 1Old. See alphaZeta, 1");
}

TEST(DocBookFiles, TextBesideTheDocumentIsIncludedAndNothingElse) {
  const auto included = readDocBookBody("<programlisting><textobject><textdata fileref='sample.txt'/></textobject></programlisting>");
  EXPECT_EQ(wordsIn(included, "pre"), "first line second line");
  const auto outside = readDocBookBody("<programlisting><textobject><textdata fileref='../../../CMakeLists.txt'/></textobject></programlisting>");
  EXPECT_EQ(countOfCode(outside, "text-missing"), 1);
  EXPECT_EQ(wordsIn(outside, "pre"), "[../../../CMakeLists.txt]");
}

TEST(DocBookNames, FollowRoleAndScript) {
  const auto name = [](const std::string& role) {
    return wordsIn(readDocBookBody("<para><personname role='" + role + "'><givenname>Ada</givenname><surname>King</surname>"
                                   "</personname></para>"), "span", "personname");
  };
  EXPECT_EQ(name(""), "Ada King");
  EXPECT_EQ(name("last-first"), "King, Ada");
  EXPECT_EQ(name("FAMILY-given"), "King Ada");
}

/// What a picture of four times two pixels gets as its style.
std::string sizeOf(const std::string& attributes, const std::string& element = "imagedata") {
  const std::string data = "<" + element + " fileref='data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAQAAAACCAMAAABIdo1RAAAAA1BMVEV+fn7/FHDDAAAAC0lEQVQI12NggAEAAAoAAef42voAAAAASUVORK5CYII=' " + attributes + "/>";
  const auto result = readDocBookBody(element == "graphic" ? data : "<mediaobject><imageobject>" + data + "</imageobject></mediaobject>");
  const std::string dump = dumpOf(result);
  const std::size_t at = dump.find("style=\"");
  return at == std::string::npos ? "" : dump.substr(at + 7, dump.find('"', at + 7) - at - 7);
}

TEST(DocBookPictures, HaveSharesOfTheirOwnSizeByScaleAndContentWidth) {
  EXPECT_EQ(sizeOf("scale='150'"), "width: 6px");
  EXPECT_EQ(sizeOf("contentwidth='50%'"), "width: 2px");
  EXPECT_EQ(sizeOf("contentdepth='200%'"), "height: 4px");
  EXPECT_EQ(sizeOf("contentwidth='3cm' contentdepth='2cm' width='50%' scale='10'"), "width: 3cm; height: 2cm");
  EXPECT_EQ(sizeOf("scale='50' width='5cm'"), "width: 2px");
  EXPECT_EQ(sizeOf("scale='200'", "graphic"), "width: 8px");
}

TEST(DocBookPictures, ThatAreDrawingsSayThatTheirOwnSizeIsUnknown) {
  const auto drawing = [](const std::string& attributes) {
    return readDocBookBody("<mediaobject><imageobject><imagedata fileref=\"data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'"
                           "%3E%3C/svg%3E\" " + attributes + "/></imageobject></mediaobject>");
  };
  EXPECT_EQ(countOfCode(drawing("scale='50'"), "picture-scale-unused"), 1);
  EXPECT_EQ(countOfCode(drawing("width='50%'"), "picture-scale-unused"), 0);
}

TEST(DocBookPictures, FillTheirAreaWithoutLosingTheirShape) {
  EXPECT_EQ(sizeOf("width='1in' depth='1in' scalefit='1'"), "width: 1in");
  EXPECT_EQ(sizeOf("width='4in' depth='1in'"), "height: 1in");
  EXPECT_EQ(sizeOf("width='50%' depth='1in'"), "max-width: 50%; max-height: 1in");
  EXPECT_EQ(sizeOf("width='60%'"), "width: 60%");
  EXPECT_EQ(sizeOf("scalefit='1'"), "width: 100%");
  EXPECT_EQ(sizeOf("width='60%' scalefit='0'"), "");
  EXPECT_EQ(sizeOf(""), "");
}

TEST(DocBookContributors, StandInALineWithTheirInstitutionsOnceBelow) {
  const auto result = readDocBookText(
      "<article xmlns='http://docbook.org/ns/docbook' version='5.1' xml:lang='en'><info><title>T</title><authorgroup>"
      "<author><personname>Ann Ash</personname><affiliation><jobtitle>Reader</jobtitle><orgname>School</orgname>"
      "<orgdiv>Drama</orgdiv><address><city>Rome</city><country>IT</country></address></affiliation>"
      "<email>ann@example.org</email></author>"
      "<author><personname>Bo Elm</personname><affiliation><orgname>Works</orgname></affiliation><affiliation>"
      "<orgname>School</orgname><orgdiv>Drama</orgdiv><address><city>Rome</city><country>IT</country></address></affiliation>"
      "</author></authorgroup><editor><personname>Cy Fir</personname><affiliation><orgname>Works</orgname></affiliation>"
      "</editor></info><para/></article>");
  EXPECT_EQ(wordsIn(result, "p", "byline"), "Ann Ash1, Bo Elm1, 2");
  EXPECT_EQ(wordsIn(result, "p", "contributors"), "Edited by Cy Fir2");
  EXPECT_EQ(wordsIn(result, "div", "affiliations"), "1 School, Drama, Rome, IT2 Works");
  EXPECT_EQ(wordsIn(result, "p", "contact"), "Ann Ash: Reader, ann@example.org");
  EXPECT_EQ(wordsIn(result, "span", "address"), "Rome, IT");
}

TEST(DocBookContributors, HaveTheLinesOfTheirAddressWithCommas) {
  const auto result = readDocBookText(
      "<article xmlns='http://docbook.org/ns/docbook' version='5.1' xml:lang='en'><info><title>T</title>"
      "<author><personname>Cy Fir</personname><address>\n  Box 1,\n  Town <country>IT</country>\n  <email>c@example.org</email>\n"
      "</address></author></info><para/></article>");
  EXPECT_EQ(wordsIn(result, "p", "contact"), "Box 1, Town IT, c@example.org");
}

TEST(DocBookContributors, OfOneInstitutionNeedNoNumbers) {
  const auto result = readDocBookText(
      "<article xmlns='http://docbook.org/ns/docbook' version='5.1' xml:lang='zh'><info><title>T</title>"
      "<author><personname>李娜</personname><affiliation><orgname>学校</orgname></affiliation></author>"
      "<author><personname>王芳</personname><affiliation><orgname>学校</orgname></affiliation></author></info><para/></article>");
  EXPECT_EQ(wordsIn(result, "p", "byline"), "李娜、王芳");
  EXPECT_EQ(wordsIn(result, "div", "affiliations"), "学校");
}

TEST(DocBookProfiles, BecomeData) {
  const auto result = readDocBookBody("<para audience='teacher' os='linux;bsd' role='one two'>x</para>");
  EXPECT_NE(dumpOf(result).find("<p class=\"role-one role-two\" data-audience=\"teacher\" data-os=\"linux;bsd\">"), std::string::npos)
      << dumpOf(result);
}

TEST(DocBookText, WhereNoneMayStandIsKeptWithAMessage) {
  const auto result = readDocBookBody("<itemizedlist>stray<listitem><para>item</para></listitem></itemizedlist>");
  EXPECT_EQ(countOfCode(result, "text-misplaced"), 1);
  EXPECT_EQ(wordsIn(result, "div", "misplaced"), "stray");
}

}  // namespace
}  // namespace octavo::test

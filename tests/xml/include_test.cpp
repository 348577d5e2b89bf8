// XInclude: other files, and parts of files, in place of xi:include.
#include <gtest/gtest.h>

#include "xml/reading.h"
#include "xml/xpointer.h"

namespace octavo::xml {
namespace {

/// A document around xi:include elements, whose prefix is bound.
std::string including(const std::string& content) {
  return "<p xmlns:xi='http://www.w3.org/2001/XInclude'>" + content + "</p>";
}

TEST_F(XmlTest, IncludesBringElementsAndText) {
  write("sub/part.xml",
        "<q xmlns:xi='http://www.w3.org/2001/XInclude'><xi:include href='code.txt' parse='text'/></q>");
  write("sub/code.txt", "a < b");
  EXPECT_EQ(dumpOf("<p xmlns:xi='http://www.w3.org/2001/XInclude'><xi:include href='sub/part.xml'/>"
                   "<xi:include href='none.xml'><xi:fallback>no <b/></xi:fallback></xi:include></p>"),
            "<p>\n  <q xml:base=\"sub/part.xml\">\n    \"a < b\"\n  \"no \"\n  <b>\n");
}

TEST_F(XmlTest, AnIncludeMayPointToAnId) {
  write("part.xml", "<q><r xml:id='one'>1</r><r id='two'>2</r></q>");
  EXPECT_EQ(
      dumpOf(
          "<p xmlns:xi='http://www.w3.org/2001/XInclude'><xi:include href='part.xml' xpointer='two'/></p>"),
      "<p>\n  <r id=\"two\" xml:base=\"part.xml\">\n    \"2\"\n");
}

TEST_F(XmlTest, IncludesThatLeaveTheFolderLoopOrMissAreRefused) {
  write("main.xml", "<p xmlns:xi='http://www.w3.org/2001/XInclude'><xi:include href='main.xml'/></p>");
  EXPECT_EQ(refusalOf(octavo::test::readTestFile(folder_ / "main.xml")), "xml-include@1:47");
  EXPECT_EQ(refusalOf("<p xmlns:xi='http://www.w3.org/2001/XInclude'><xi:include href='gone.xml'/></p>"),
            "xml-include@1:47");
  EXPECT_EQ(refusalOf("<p xmlns:xi='http://www.w3.org/2001/XInclude'><xi:include parse='text' "
                      "href='../../../../../../../etc/passwd'/></p>"),
            "xml-include@1:47");
}

TEST_F(XmlTest, AnIncludeMayCountItsWay) {
  write("part.xml", "<?x y?><a><b/><c xml:id='c'>t<d/><e><f>deep</f></e></c></a>");
  EXPECT_EQ(dumpOf(including("<xi:include href='part.xml' xpointer='element(/1/2/2/1)'/>")),
            "<p>\n  <f xml:base=\"part.xml\">\n    \"deep\"\n");
  EXPECT_EQ(dumpOf(including("<xi:include href='part.xml' xpointer='element(c/1)'/>")), "<p>\n  <d xml:base=\"part.xml\">\n");
  EXPECT_EQ(dumpOf(including("<xi:include href='part.xml' xpointer='xmlns(x=y)element(none)element(/1/1)'/>")),
            "<p>\n  <b xml:base=\"part.xml\">\n");
  EXPECT_EQ(refusalOf(including("<xi:include href='part.xml' xpointer='element(/1/3)'/>")), "xml-include@1:47");
}

TEST_F(XmlTest, PointersThatAreNotReadAreNamedUnlessAFallbackServes) {
  write("part.xml", "<a><b/></a>");
  EXPECT_EQ(refusalOf(including("<xi:include href='part.xml' xpointer='xpath1(//b)'/>")), "xml-include@1:47");
  EXPECT_NE(message_.find("xpath1()"), std::string::npos) << message_;
  EXPECT_EQ(refusalOf(including("<xi:include href='part.xml' xpointer='xpointer(//b[1])'/>")), "xml-include@1:47");
  EXPECT_NE(message_.find("xpointer()"), std::string::npos) << message_;
  EXPECT_EQ(dumpOf(including("<xi:include href='part.xml' xpointer='xpath1(//b)'><xi:fallback>else</xi:fallback></xi:include>")),
            "<p>\n  \"else\"\n");
}

TEST_F(XmlTest, APartKeepsItsLanguageAndItsNamespaces) {
  write("part.xml", "<a xml:lang='ja' xmlns='http://docbook.org/ns/docbook' xmlns:h='http://www.w3.org/1999/xhtml'>"
                    "<h:b xml:id='b'/><c xml:id='c' xml:lang='ko'/></a>");
  const auto document = readBytes(including("<xi:include href='part.xml' xpointer='b'/>"), folder_ / "main.xml",
                                  InputFolder(folder_), sources_, diagnostics_);
  const dom::Element* b = dom::firstChild(*document.root, "b");
  ASSERT_TRUE(b);
  EXPECT_EQ(b->namespaceName, dom::Namespace::Xhtml);
  EXPECT_EQ(b->attributeOr("xml:lang"), "ja");
  EXPECT_NE(dumpOf(including("<xi:include href='part.xml' xpointer='c'/>")).find("xml:lang=\"ko\""), std::string::npos);
}

TEST_F(XmlTest, OnlyThePointedPartIsRead) {
  write("part.xml", "<a xmlns:xi='http://www.w3.org/2001/XInclude'><b xml:id='b'>x</b><xi:include href='gone.xml'/></a>");
  EXPECT_EQ(dumpOf(including("<xi:include href='part.xml' xpointer='b'/>")),
            "<p>\n  <b xml:id=\"b\" xml:base=\"part.xml\">\n    \"x\"\n");
}

TEST_F(XmlTest, ADocumentMayIncludeAPartOfItself) {
  const std::string text = including("<b xml:id='b'>日本</b><xi:include xpointer='b'/>");
  EXPECT_EQ(dumpOf(text), "<p>\n  <b xml:id=\"b\">\n    \"日本\"\n  <b xml:id=\"b\">\n    \"日本\"\n");
  write("main.xml", including("<b xml:id='b'/><xi:include href='main.xml' xpointer='b'/>"));
  EXPECT_EQ(dumpOf(octavo::test::readTestFile(folder_ / "main.xml")), "<p>\n  <b xml:id=\"b\">\n  <b xml:id=\"b\">\n");
}

TEST_F(XmlTest, PartsThatIncludeThemselvesAreRefused) {
  EXPECT_EQ(refusalOf(including("<b xml:id='b'><xi:include xpointer='b'/></b>")), "xml-include@1:61");
  EXPECT_EQ(refusalOf(including("<xi:include xpointer='element(/1)'/>")), "xml-include@1:47");
  // a holds b's content, which holds a's.
  EXPECT_TRUE(refusalOf(including("<a xml:id='a'><xi:include xpointer='b'/></a><b xml:id='b'><xi:include xpointer='a'/></b>"))
                  .starts_with("xml-include@1:"));
  write("two.xml", including("<c xml:id='c'><xi:include href='main.xml' xpointer='d'/></c>"));
  write("main.xml", including("<d xml:id='d'><xi:include href='two.xml' xpointer='c'/></d>"));
  EXPECT_TRUE(refusalOf(octavo::test::readTestFile(folder_ / "main.xml")).starts_with("xml-include@1:"));
}

TEST_F(XmlTest, FilesMayIncludePartsOfEachOther) {
  write("two.xml", including("<c xml:id='c'><xi:include href='main.xml' xpointer='e'/></c>"));
  write("main.xml", including("<e xml:id='e'>x</e><xi:include href='two.xml' xpointer='c'/>"));
  EXPECT_EQ(refusalOf(octavo::test::readTestFile(folder_ / "main.xml")), "");
}

TEST_F(XmlTest, ManySelfIncludesComeToAnEnd) {
  std::string text = "<a0 xml:id='a0'>" + std::string(1000, 'x') + "</a0>";
  for (int i = 1; i < 12; ++i) {
    const std::string name = "a" + std::to_string(i);
    text += "<" + name + " xml:id='" + name + "'>";
    for (int n = 0; n < 10; ++n) text += "<xi:include xpointer='a" + std::to_string(i - 1) + "'/>";
    text += "</" + name + ">";
  }
  EXPECT_TRUE(refusalOf(including(text)).starts_with("xml-include@1:"));
}

TEST_F(XmlTest, XmlBaseMovesIncludes) {
  write("sub/deep/part.xml", "<q xml:base='pictures/'/>");
  EXPECT_EQ(dumpOf("<p xml:base='sub/' xmlns:xi='http://www.w3.org/2001/XInclude'><s xml:base='deep/x.xml'>"
                   "<xi:include href='part.xml'/></s></p>"),
            "<p xml:base=\"sub/\">\n  <s xml:base=\"deep/x.xml\">\n    <q xml:base=\"sub/deep/pictures/\">\n");
  EXPECT_EQ(refusalOf("<p xml:base='http://example.org/' xmlns:xi='http://www.w3.org/2001/XInclude'>"
                      "<xi:include href='sub/deep/part.xml'/></p>"),
            "xml-include@1:78");
}

TEST_F(XmlTest, TextIsIncludedInItsEncodingAndInStretches) {
  write("sjis.txt", "\x93\xFA\x96\x7B");
  write("lines.txt", "one\ntwo\nthree\nfour\n");
  write("code.xml", "<?xml version='1.0' encoding='Shift_JIS'?><a>\x93\xFA</a>");
  EXPECT_EQ(dumpOf(including("<xi:include href='sjis.txt' parse='text' encoding='Shift_JIS' accept='text/plain'/>")),
            "<p>\n  \"日本\"\n");
  EXPECT_EQ(dumpOf(including("<xi:include href='lines.txt' parse='text' xpointer='line=1,3'/>")), "<p>\n  \"two\\nthree\\n\"\n");
  EXPECT_EQ(dumpOf(including("<xi:include href='lines.txt' parse='text' fragid='char=,7'/>")), "<p>\n  \"one\\ntwo\"\n");
  EXPECT_NE(dumpOf(including("<xi:include href='code.xml' parse='text'/>")).find("日"), std::string::npos);
  EXPECT_EQ(refusalOf(including("<xi:include href='sjis.txt' parse='text'/>")), "xml-encoding@1:1");
}

TEST_F(XmlTest, WrongIncludesAreRefused) {
  write("part.xml", "<a/>");
  EXPECT_EQ(refusalOf(including("<xi:include href='part.xml#a'/>")), "xml-include@1:47");
  EXPECT_EQ(refusalOf(including("<xi:include/>")), "xml-include@1:47");
  EXPECT_EQ(refusalOf(including("<xi:fallback/>")), "xml-include@1:47");
  EXPECT_EQ(refusalOf(including("<xi:include href='gone.xml'><xi:fallback/><xi:fallback/></xi:include>")), "xml-include@1:47");
}

TEST(XPointer, FormsThatAreWrongAreNoPointers) {
  for (const char* wrong : {"", "/1", "element(", "element()", "element(/0)", "element(/x)", "a b(", "(x)"}) {
    EXPECT_FALSE(parsePointer(wrong)) << wrong;
  }
  EXPECT_EQ(parsePointer("xpointer(id('a'))")->parts.at(0).id, "a");
  EXPECT_EQ(parsePointer("xpath1(a^)b(c)) element(x/2)")->parts.at(0).steps.at(0), 2U);
}

TEST(XPointer, StretchesLieBetweenPositions) {
  EXPECT_EQ(stretchOfText("日本語", "char=1,2"), "本");
  EXPECT_EQ(stretchOfText("日本語", "char=2,"), "語");
  EXPECT_EQ(stretchOfText("日本語", "char=2"), "");
  EXPECT_EQ(stretchOfText("a\nb\nc", "line=2,9"), "c");
  EXPECT_EQ(stretchOfText("a\nb\nc", "line=7,9"), "");
  EXPECT_EQ(stretchOfText("a\nb\nc", "line=0,1;length=5"), "a\n");
  EXPECT_EQ(stretchOfText("a", "line=2,1"), std::nullopt);
  EXPECT_EQ(stretchOfText("a", "search=x"), std::nullopt);
}

}  // namespace
}  // namespace octavo::xml

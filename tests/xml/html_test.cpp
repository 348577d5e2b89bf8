// HTML that is no XML: read only when asked, only where it looks like HTML, with a warning.
#include <gtest/gtest.h>

#include "xml/html_depth.h"
#include "xml/reading.h"

namespace octavo::xml {
namespace {

constexpr const char* kSoup = "<!doctype html><title>x<p>one<p>two<br><ul><li>a<li>b</ul>";

class HtmlTest : public XmlTest {
 protected:
  HtmlTest() { options_.allowHtml = true; }
};

TEST_F(HtmlTest, TagSoupIsRefusedWithAHintUnlessItIsAskedFor) {
  options_.allowHtml = false;
  EXPECT_TRUE(refusalOf(kSoup).starts_with("xml-not-xml@1:"));
  EXPECT_NE(hint_.find("--html"), std::string::npos);
}

TEST_F(HtmlTest, TagSoupIsReadByHtmlsRules) {
  EXPECT_EQ(dumpOf("<!doctype html><title>x</title><P CLASS=a>one<p>caf&eacute; AT&T<br><ul><li>a<li>b</ul>"),
            "<html>\n  <head>\n    <title>\n      \"x\"\n  <body>\n    <p class=\"a\">\n      \"one\"\n    <p>\n"
            "      \"café AT&T\"\n      <br>\n    <ul>\n      <li>\n        \"a\"\n      <li>\n        \"b\"\n");
  ASSERT_EQ(codes(), "html-tag-soup");
  const SourcePosition where = diagnostics_.entries()[0].diagnostic.where;
  EXPECT_EQ(where.line, 1U);  // of the first thing that is not XML
  EXPECT_GT(where.column, 30U);
}

TEST_F(HtmlTest, TheTreeHasTheNamespacesAndPlacesOfTheText) {
  const auto document = readBytes("<html lang=ja>\n<table><p id=x>日本<svg viewbox='0'><linearGradient></svg></p><tr><td>y",
                                  folder_ / "a.html", InputFolder(folder_), sources_, diagnostics_, options_);
  const dom::Element* moved = dom::findById(*document.root, "x");
  ASSERT_TRUE(moved);
  EXPECT_EQ(moved->namespaceName, dom::Namespace::Xhtml);
  EXPECT_EQ(moved->position().line, 2U);
  EXPECT_EQ(moved->position().column, 8U);
  const dom::Element* drawing = dom::firstChild(*moved, "svg");
  ASSERT_TRUE(drawing);
  EXPECT_EQ(drawing->namespaceName, dom::Namespace::Svg);
  EXPECT_EQ(drawing->position().column, 18U);
  EXPECT_TRUE(dom::firstChild(*drawing, "linearGradient"));
  EXPECT_EQ(dom::languageOf(*moved), "ja");
}

TEST_F(HtmlTest, AnOpenLinkOrBoldTextBeforeMainEndsThere) {
  for (const std::string open : {"a", "b", "i", "font", "nobr"}) {
    const std::string page = dumpOf("<!doctype html><body><" + open + ">menu<MAIN id=m><" + open + ">one</" + open + "><p>two</p></main>");
    EXPECT_NE(page.find("    <main id=\"m\">\n"), std::string::npos) << page;
    EXPECT_NE(page.find("      <p>\n"), std::string::npos) << page;
  }
  EXPECT_NE(dumpOf("<!doctype html><title>&lt;main> <main></title><p>x").find("\"<main> <main>\""), std::string::npos);
}

TEST_F(HtmlTest, WellFormedPagesAreXmlWhateverTheirName) {
  name_ = "page.html";
  dumpOf("<html xmlns='http://www.w3.org/1999/xhtml'><body><p/>x</body></html>");
  EXPECT_EQ(codes(), "");
}

TEST_F(HtmlTest, NothingIsGuessedForXmlThatIsBroken) {
  EXPECT_EQ(refusalOf("<article><p>x</article>"), "xml-not-well-formed@1:14");
  EXPECT_EQ(refusalOf("<?xml version='1.0'?><html><p>x</html>"), "xml-not-well-formed@1:32");
  EXPECT_EQ(refusalOf("<html xmlns='http://www.w3.org/1999/xhtml'><p>x</html>"), "xml-not-well-formed@1:48");
  name_ = "page.html";  // unless it is called HTML
  EXPECT_EQ(refusalOf("<html xmlns='http://www.w3.org/1999/xhtml'><p>x</html>"), "");
}

TEST_F(HtmlTest, TheEncodingMayStandInAMetaElement) {
  EXPECT_NE(dumpOf("<html><meta http-equiv=Content-Type content='text/html; charset=Big5'><p>\xBA\x7E\xA6\x72").find("漢字"),
            std::string::npos);
  EXPECT_NE(dumpOf("<html><META CHARSET=gb2312><p>\xD6\xD0\xB9\xFA").find("中国"), std::string::npos);
  EXPECT_TRUE(refusalOf("<html><meta charset=utf-8><p>\xD6\xD0").starts_with("xml-encoding@"));
  EXPECT_NE(dumpOf("<html><p>a\fb\x01""c").find("a b\uFFFDc"), std::string::npos);
}

std::string repeated(std::string_view text, std::size_t times) {
  std::string result = "<html><body>";
  for (std::size_t i = 0; i < times; ++i) result += text;
  return result;
}

TEST_F(HtmlTest, DepthHasTheSameLimit) {
  EXPECT_EQ(refusalOf(repeated("<div>", 490)), "");
  EXPECT_TRUE(refusalOf(repeated("<div>", 500)).starts_with("xml-too-deep@1:"));
  EXPECT_TRUE(refusalOf(repeated("<b>", 1000000)).starts_with("xml-too-deep@1:"));
  EXPECT_TRUE(refusalOf(repeated("<p><div>", 1000000)).starts_with("xml-too-deep@1:"));
}

TEST_F(HtmlTest, WhatEndsByItselfIsNotDeep) {
  EXPECT_EQ(refusalOf(repeated("<p>x<br>", 5000)), "");
  EXPECT_EQ(refusalOf(repeated("<p>x</p><ul><li>a<li>b</ul><dl><dt>c<dd>d</dl><table><tr><td>e<td>f</table>", 2000)), "");
  EXPECT_EQ(refusalOf(repeated("<script>if (a<b) '<div>'</script><!-- <div> -->", 2000)), "");
}

TEST_F(HtmlTest, ATreeThatOutgrowsItsTextIsRefused) {
  std::string text = "<html><body>";
  for (int i = 0; i < 20000; ++i) text += "<p><b id=" + std::to_string(i) + "></p>";
  EXPECT_EQ(refusalOf(text), "html-too-large@1:1");
}

TEST(HtmlDepth, CountsOpenElements) {
  EXPECT_EQ(scanTags("<div><div><div>", 2).tooDeep, 10U);
  EXPECT_EQ(scanTags("<div><div></div></div><div><div>", 2).tooDeep, std::nullopt);
  EXPECT_EQ(scanTags("<p>a<div>b<p>c<div>d", 1).tooDeep, 10U);
  EXPECT_EQ(scanTags("<p>a<div>b<p>c<div>d", 2).tooDeep, std::nullopt);
  EXPECT_EQ(scanTags("<p>a<p>b<p>c", 1).tooDeep, std::nullopt);
  EXPECT_EQ(scanTags("a < b <i <", 1).tooDeep, std::nullopt);
}

}  // namespace
}  // namespace octavo::xml

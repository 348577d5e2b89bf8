// What the EPUB keeps of a chapter that is made for paper and for screens.
#include "epub/prepare.h"

#include <gtest/gtest.h>

#include "base/files.h"
#include "xml/xml.h"

namespace octavo::epub {
namespace {

std::string prepared(std::string_view markup) {
  Diagnostics diagnostics;
  SourceFiles sources;
  const InputFolder folder(".");
  dom::Document document = xml::readBytes("<section xmlns='http://www.w3.org/1999/xhtml'>" + std::string(markup) + "</section>",
                                          "x.xml", folder, sources, diagnostics);
  std::vector<std::unique_ptr<dom::Element>> roots;
  roots.push_back(std::move(document.root));
  prepareChapters(roots);
  std::string text = xml::serialize(*roots[0]);
  const std::size_t begin = text.find('>') + 1;
  return text.substr(begin, text.rfind("</section>") - begin);
}

TEST(Prepare, WhatIsForPaperGoesAndWhatIsForScreensIsLikeAllElse) {
  EXPECT_EQ(prepared("<p>a<img data-octavo-medium='screen' src='d.svg' alt='d'/><span data-octavo-medium='paper'>[d]</span>b</p>"),
            "<p>a<img src=\"d.svg\" alt=\"d\"/>b</p>");
}

TEST(Prepare, MarksOfPagesStayWhereWordsForPaperStood) {
  EXPECT_EQ(prepared("<div data-octavo-medium='paper'><p>x<span id='m' role='doc-pagebreak' aria-label='7'/>y</p></div><p>z</p>"),
            "<span id=\"m\" role=\"doc-pagebreak\" aria-label=\"7\"></span><p>z</p>");
}

TEST(Prepare, ALineFeedBetweenIdeographsGoes) {
  EXPECT_EQ(prepared("<p>纸，\n  布\n墨</p>"), "<p>纸，布墨</p>");
  EXPECT_EQ(prepared("<p>纸\n<b>布</b>\n墨<em>笔\n</em>砚</p>"), "<p>纸<b>布</b>墨<em>笔</em>砚</p>");
  EXPECT_EQ(prepared("<p>纸 布 a\n墨 종이\n종이</p>"), "<p>纸 布 a\n墨 종이\n종이</p>");
  EXPECT_EQ(prepared("<pre>纸\n布</pre><p>纸\n</p>"), "<pre>纸\n布</pre><p>纸\n</p>");
}

TEST(Prepare, AnIndexWithSeveralListsIsOneByItsRoleAlone) {
  const std::string list = "<ul epub:type='index-entry-list'><li>a</li></ul>";
  const std::string open = "<div xmlns:epub='http://www.idpf.org/2007/ops' role='doc-index' epub:type='index'>";
  EXPECT_NE(prepared(open + list + "</div>").find("epub:type=\"index\""), std::string::npos);
  EXPECT_EQ(prepared(open + list + list + "</div>").find("epub:type"), std::string::npos);
}

TEST(Prepare, AnAccentOfAFormulaStandsByItself) {
  const std::string text = prepared("<math xmlns='http://www.w3.org/1998/Math/MathML'><mover><mi>v</mi><mo>\u20D7</mo></mover><mo>+</mo></math>");
  EXPECT_NE(text.find("mo>\u2192<"), std::string::npos) << text;
  EXPECT_NE(text.find("mo>+<"), std::string::npos) << text;
}

TEST(Prepare, AHeadForNothingIsAnOrdinaryCell) {
  const std::string text = prepared("<table><tr><th scope='col'> </th><th scope='col'>a</th><th><img src='x.png' alt='x'/></th></tr></table>");
  EXPECT_NE(text.find("<tr><td> </td><th scope=\"col\">a</th><th><img"), std::string::npos) << text;
}

}  // namespace
}  // namespace octavo::epub

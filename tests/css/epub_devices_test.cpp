// The stylesheet of an EPUB for single devices: a test for each switch.
#include <gtest/gtest.h>

#include "css/epub_style.h"
#include "css_support.h"

namespace octavo::css::test {
namespace {

std::string rewritten(std::string_view css, EpubStyle style) {
  Diagnostics diagnostics;
  style.isRewritten = true;
  return serializeForEpub({parseText(css, diagnostics)}, {}, style);
}

std::string with(bool EpubStyle::*option, std::string_view css) {
  EpubStyle style;
  EXPECT_NE(rewritten(css, style), "") << "without the switch it stays";
  style.*option = true;
  return rewritten(css, style);
}

TEST(EpubDevices, RunningTextHasTheReadersOwnFaceAndLines) {
  EXPECT_EQ(with(&EpubStyle::hasReadersFont, "body { font-family: Garamond }"), "");
  EXPECT_NE(with(&EpubStyle::hasReadersFont, "h1 { font-family: Garamond }"), "");
  EXPECT_EQ(with(&EpubStyle::hasReadersLines, "body { line-height: 1.5 }"), "");
  EXPECT_NE(with(&EpubStyle::hasReadersLines, ".note { line-height: 1.5 }"), "");
}

TEST(EpubDevices, BackgroundsAndNegativeMarginsGo) {
  EXPECT_EQ(with(&EpubStyle::hasNoBackgrounds, ".box { background-color: #ffeeaa }"), "");
  EXPECT_EQ(with(&EpubStyle::hasNoNegativeMargins, "h2 { margin-top: -0.5em }"), "");
  EXPECT_NE(with(&EpubStyle::hasNoNegativeMargins, "h2 { margin-top: 0.5em; text-indent: -1em }").find("text-indent: -1em"), std::string::npos);
}

TEST(EpubDevices, SidesAreInPerCent) {
  EXPECT_EQ(with(&EpubStyle::hasSideMarginsInPercent, "blockquote { margin: 1em 2em }"), "blockquote {\n  margin: 1em 8%;\n}\n");
  EXPECT_EQ(with(&EpubStyle::hasSideMarginsInPercent, "blockquote { margin-left: 2em }"), "blockquote {\n  margin-left: 8%;\n}\n");
}

TEST(EpubDevices, TablesMayShrink) {
  EXPECT_EQ(with(&EpubStyle::fitsTables, "td { width: 20em; white-space: nowrap }"), "");
  EXPECT_NE(with(&EpubStyle::fitsTables, "td { width: 50% }"), "");
}

TEST(EpubDevices, PlainSheetsSpeakOfDivisions) {
  const std::string css = with(&EpubStyle::isPlain, "figure > figcaption, section.a p { color: maroon }\np:nth-child(2) { font-style: italic }");
  EXPECT_NE(css.find("div.figure > div.figcaption, div.section.a p {"), std::string::npos) << css;
  EXPECT_EQ(css.find("nth-child"), std::string::npos) << css;
  EXPECT_TRUE(isYoungerElement("aside"));
  EXPECT_FALSE(isYoungerElement("div"));
  EXPECT_FALSE(isYoungerElement("nav")) << "a navigation document must have it";
}

TEST(EpubDevices, DuokanKnowsItsFacesByName) {
  EpubStyle style;
  style.mainLanguage = "zh-Hans";
  style.languages = {"zh-Hans"};
  EXPECT_EQ(rewritten("h1 { font-family: serif }", style).find("DK-"), std::string::npos);
  style.hasDuokanFaces = true;
  EXPECT_NE(rewritten("h1 { font-family: serif }", style).find("DK-"), std::string::npos);
}

TEST(EpubDevices, RulesOfTheDeviceComeLast) {
  EpubStyle style;
  style.closing = ".notes {\n  border: 0;\n}\n";
  EXPECT_TRUE(rewritten("p { margin: 0 }", style).ends_with(style.closing));
}

}  // namespace
}  // namespace octavo::css::test

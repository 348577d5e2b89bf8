#include "css/page_sheets.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "css/epub_style.h"
#include "css_support.h"

namespace octavo::css::test {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

/// The sheet as reading systems get it, in the scope.
std::string scoped(std::string_view text, const SheetScope& scope) {
  const SourceFile file{"page.css", std::string(text)};
  Diagnostics diagnostics;
  const StylesheetPtr sheet = parse(file, {}, diagnostics);
  return serializeForEpub({sheetInScope(sheet, scope)}, {});
}

TEST(PageSheets, MeanTheElementsInTheirScopeAndTheRootItself) {
  const std::string css = scoped("p.a { color: red }", {"own", ""});
  EXPECT_THAT(css, HasSubstr("p.a.own"));
  EXPECT_THAT(css, HasSubstr(".own p.a"));
}

TEST(PageSheets, TakeTheRootForHtmlAndBodyInABookOfSeveral) {
  EXPECT_THAT(scoped("html body.dark > p { color: red }", {"own", ""}), HasSubstr(".own.dark > p"));
  EXPECT_THAT(scoped("body { color: red }", {"own", ""}), HasSubstr(".own {"));
  EXPECT_THAT(scoped("body { color: red }", {"own", "", true}), HasSubstr("body {"));
}

TEST(PageSheets, KnowTheIdsByThePrefixThatTheBookGivesThem) {
  EXPECT_THAT(scoped("#x { color: red }", {"own", "c2-"}), HasSubstr("#c2-x"));
}

TEST(PageSheets, HideNothingButWhatWouldBeGenerated) {
  const std::string css = scoped("p { display: none; color: red } a { visibility: hidden; color: red } q::before { display: none }", {"own", ""});
  EXPECT_EQ(css.find("display: none"), css.rfind("display: none")) << css;
  EXPECT_THAT(css, Not(HasSubstr("visibility")));
  EXPECT_THAT(css, HasSubstr("::before"));
}

TEST(PageSheets, LeaveTheColourOfRunningTextToTheReaderAsAllSheetsDo) {
  const SourceFile file{"page.css", "body { color: #224; font-size: 16px } p { color: #224 }"};
  Diagnostics diagnostics;
  const StylesheetPtr sheet = sheetInScope(parse(file, {}, diagnostics), {std::string(kScopeClass) + "1", ""});
  EpubStyle style;
  style.isRewritten = true;
  const std::string css = serializeForEpub({sheet}, {}, style);
  EXPECT_THAT(css, Not(HasSubstr("color")));
  EXPECT_THAT(css, Not(HasSubstr("font-size")));
}

TEST(PageSheets, CountWhereTheirMediaAre) {
  const SourceFile file{"page.css", "p { color: red }"};
  Diagnostics diagnostics;
  const StylesheetPtr sheet = parse(file, {}, diagnostics);
  EXPECT_EQ(sheetInMedia(sheet, " ", diagnostics), sheet);
  EXPECT_THAT(serializeForEpub({sheetInMedia(sheet, "print", diagnostics)}, {}), Not(HasSubstr("red")));
  EXPECT_THAT(serializeForEpub({sheetInMedia(sheet, "screen, print", diagnostics)}, {}), HasSubstr("red"));
}

}  // namespace
}  // namespace octavo::css::test

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "css_support.h"

namespace octavo::css::test {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(Syntax, ReportsLineAndColumnInCharacters) {
  EXPECT_THAT(complaints("p { }\n/* 中文 */ p { colour: red }"), ElementsAre("css-unknown-property 2:14"));
}

TEST(Syntax, OneBadDeclarationDoesNotTakeTheNext) {
  const Styled styled("<section id='s'/>", {"", "section { color red; widows: 3; : 4; orphans: 5 }"});
  EXPECT_EQ(styled.style("s")->widows, 3);
  EXPECT_EQ(styled.style("s")->orphans, 5);
  EXPECT_THAT(styled.messages(), ElementsAre("css-parse-error 1:11 ", "css-parse-error 1:33 "));
}

TEST(Syntax, ABlockLeftOpenEndsWithTheText) {
  const Styled styled("<section id='s'/>", {"", "section { widows: 4; orphans: (3"});
  EXPECT_EQ(styled.style("s")->widows, 4);
  EXPECT_THAT(styled.messages(),
              ElementsAre("css-parse-error 1:31 ", "css-unsupported-value 1:22 orphans: (3)"));
}

TEST(Syntax, ASemicolonInsideBracketsDoesNotEndADeclaration) {
  const Styled styled("<section id='s'/>", {"", "section { --x: [a;b]; widows: 4 }"});
  EXPECT_EQ(styled.style("s")->widows, 4);
  EXPECT_THAT(styled.messages(), IsEmpty());
}

TEST(Syntax, NestedRulesAreDroppedWhole) {
  const Styled styled("<section id='s'><p id='p'/></section>",
                      {"", "section { widows: 4; p { widows: 5 } a:hover { color: red } orphans: 6 }"});
  EXPECT_EQ(styled.style("s")->widows, 4);
  EXPECT_EQ(styled.style("s")->orphans, 6);
  EXPECT_EQ(styled.style("p")->widows, 4);
  EXPECT_THAT(styled.messages(), ElementsAre("css-nested-rule 1:22 ", "css-nested-rule 1:38 "));
}

TEST(Syntax, HtmlCommentMarksAreAllowedAtTheTop) {
  EXPECT_THAT(complaints("<!-- p { color: red } -->"), IsEmpty());
}

TEST(Syntax, AStrayBraceIsReportedAndTakesTheNextRule) {
  EXPECT_THAT(complaints("} p { color: red }"), ElementsAre("css-invalid-selector 1:1"));
  EXPECT_THAT(complaints("p { color: red } }"), ElementsAre("css-parse-error 1:18"));
}

TEST(Syntax, DeepNestingIsCutNotFollowed) {
  std::string css = "p { --x: " + std::string(100'000, '(') + "; }";
  EXPECT_THAT(complaints(css), ElementsAre("css-nesting-too-deep 1:109", "css-parse-error 1:108"));
}

TEST(Syntax, UnknownPropertiesAreReportedOncePerNameWithANearOne) {
  Diagnostics diagnostics;
  parseText("p { colour: red } q { colour: red; text-ident: 1em; xyzzy: 1 }", diagnostics);
  ASSERT_EQ(diagnostics.entries().size(), 3U);
  EXPECT_EQ(diagnostics.entries()[0].count, 2U);
  EXPECT_EQ(diagnostics.entries()[0].diagnostic.hint, "did you mean 'color'?");
  EXPECT_EQ(diagnostics.entries()[1].diagnostic.hint, "did you mean 'text-indent'?");
  EXPECT_EQ(diagnostics.entries()[2].diagnostic.hint, "");
}

TEST(Syntax, HarmlessScreenPropertiesAreSilentAndMissingOnesAreNot) {
  EXPECT_THAT(
      complaints(
          "p { cursor: pointer; -webkit-foo: 1; -epub-text-combine: x; transition: none; overflow: hidden }"),
      IsEmpty());
  EXPECT_THAT(complaints("p { position: absolute; columns: 2 }"),
              ElementsAre("css-unsupported-property 1:5", "css-unsupported-property 1:25"));
}

TEST(Syntax, UnsupportedValuesKeepWhatWasThereBefore) {
  const Styled styled("<section id='s'/>",
                      {"", "section { display: block; display: flex; margin-top: 1pt; margin-top: 3 }"});
  EXPECT_EQ(styled.style("s")->display, Display::Block);
  EXPECT_EQ(valueOf(*styled.style("s"), "margin-block-start"), "1pt");
  EXPECT_THAT(styled.messages(), ElementsAre("css-unsupported-value 1:27 display: flex",
                                             "css-unsupported-value 1:59 margin-top: 3"));
}

TEST(Syntax, UnknownAtRulesAreReportedOnce) {
  EXPECT_THAT(
      complaints(
          "@foo x; @foo { p { color: red } } @keyframes a { from { color: red } } @charset \"utf-8\";"),
      ElementsAre("css-unknown-at-rule 1:1"));
}

TEST(Syntax, ImportsFollowTheLoaderButNotInCircles) {
  SourceFiles files;
  const SourceFile& a =
      files.add("a.css", "@import 'b.css'; @import url(none.css); p { widows: 7 } @import 'b.css';");
  const SourceFile& b = files.add("b.css", "@import \"a.css\"; p { widows: 8; orphans: 9 }");
  const ImportLoader load = [&](std::string_view name, const SourceFile&) -> const SourceFile* {
    return name == "a.css" ? &a : name == "b.css" ? &b : nullptr;
  };
  Diagnostics diagnostics;
  const StylesheetPtr sheet = parse(a, load, diagnostics);
  std::vector<std::string> codes;
  for (const auto& entry : diagnostics.entries()) codes.push_back(entry.diagnostic.code);
  EXPECT_THAT(codes, ElementsAre("css-import-cycle", "css-import-missing", "css-misplaced-rule"));
  const auto root = tree("<p/>");
  const Cascade cascade({parseText("", diagnostics), sheet}, {}, diagnostics);
  EXPECT_EQ(cascade.styleOf(*root, nullptr)->widows, 7);
  EXPECT_EQ(cascade.styleOf(*root, nullptr)->orphans, 9);
}

}  // namespace
}  // namespace octavo::css::test

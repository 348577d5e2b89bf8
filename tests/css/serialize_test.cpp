#include <gtest/gtest.h>

#include "css_support.h"

namespace octavo::css::test {
namespace {

TEST(ForEpub, WhatOnlyPaperKnowsIsLeftOut) {
  EXPECT_EQ(forEpub("@page { size: A5 } @media print { p { color: red } } p { string-set: t content(); page: "
                    "front; color: blue }"
                    "aside { float: footnote; font-size: 9pt } a::after { content: leader('.') "
                    "target-counter(attr(href), page) }"
                    "::footnote-call { content: counter(footnote) } p { bookmark-level: 1; -octavo-x: 1 } "
                    "h1::before { content: counter(page) }"),
            "p {\n  color: blue;\n}\naside {\n  font-size: 9pt;\n}\n");
}

TEST(ForEpub, WritingDirectionIsTheMarkupsAffair) {
  EXPECT_EQ(forEpub("p { direction: rtl; unicode-bidi: isolate; -webkit-direction: rtl; color: red }"),
            "p {\n  color: red;\n}\n");
}

TEST(ForEpub, ScreenRulesAreUnwrappedAndFeaturesStay) {
  EXPECT_EQ(
      forEpub(
          "@media screen { a { color: red } } @media all { b { color: red } } @media not print { i { color: "
          "red } }"
          "@media (min-width: 20em), print { u { color: red } } @media screen and (color) { q { color: red } "
          "}"
          "@supports (float: footnote) { s { color: red } } @supports (display: grid) { p { color: red } }"),
      "a {\n  color: red;\n}\nb {\n  color: red;\n}\ni {\n  color: red;\n}\n"
      "@media (min-width: 20em) {\n  u {\n    color: red;\n  }\n}\n@media (color) {\n  q {\n    color: "
      "red;\n  }\n}\n"
      "s {\n  color: red;\n}\n");
}

TEST(ForEpub, VariablesAreReplaced) {
  EXPECT_EQ(forEpub(":root { --line: 1.7rem; --half: calc(var(--line) / 2) } p { margin: var(--line) 0 "
                    "var(--half); color: var(--none, red); border: var(--none) }"
                    "h1 { --line: 2em; margin-top: var(--line) } @media print { :root { --line: 9pt } }"),
            "p {\n  margin: 1.7rem 0 calc(1.7rem / 2);\n  color: red;\n}\nh1 {\n  margin-top: 2em;\n}\n");
}

TEST(ForEpub, ListsInSelectorsAreWrittenOut) {
  EXPECT_EQ(forEpub(":is(h1, h2.a) > b:where(:first-child) { color: red }"),
            "h1 > b:first-child, h2.a > b:first-child {\n  color: red;\n}\n");
  EXPECT_EQ(forEpub(".x:is(p, q) { color: red }"), "p.x, q.x {\n  color: red;\n}\n");
  EXPECT_EQ(forEpub("p:is(p, q, .a) { color: red }"), "p, p.a {\n  color: red;\n}\n");
  EXPECT_EQ(forEpub(":is(a b, c) d { color: red }"), "a b d, c d {\n  color: red;\n}\n");
  EXPECT_EQ(forEpub("x :is(a b, c) { color: red }"), "x :is(a b, c) {\n  color: red;\n}\n");
  EXPECT_EQ(forEpub("p:not(.a, :first-child) { color: red }"),
            "p:not(.a):not(:first-child) {\n  color: red;\n}\n");
  EXPECT_EQ(forEpub("p:before, mi:-octavo-single-character { color: red }"),
            "p::before {\n  color: red;\n}\n");
}

TEST(ForEpub, RubyPositionHasTwinsInTheWordsOldReadingSystemsKnow) {
  EXPECT_EQ(forEpub("rt { ruby-position: under } i { ruby-position: alternate } b { ruby-position: inter-character }"),
            "rt {\n  -epub-ruby-position: under;\n  -webkit-ruby-position: after;\n  ruby-position: under;\n}\n"
            "i {\n  ruby-position: alternate;\n}\n"
            "b {\n  -epub-ruby-position: inter-character;\n  -webkit-ruby-position: inter-character;\n"
            "  ruby-position: inter-character;\n}\n");
}

TEST(ForEpub, OldReadingSystemsGetTheirTwins) {
  EXPECT_EQ(forEpub("p { hyphens: auto; word-break: keep-all; -webkit-line-break: strict; line-break: strict "
                    "!important }"),
            "p {\n  -epub-hyphens: auto;\n  -webkit-hyphens: auto;\n  hyphens: auto;\n  -epub-word-break: "
            "keep-all;\n  word-break: keep-all;\n"
            "  -webkit-line-break: strict;\n  -epub-line-break: strict !important;\n  line-break: strict "
            "!important;\n}\n");
  EXPECT_EQ(forEpub("p { writing-mode: vertical-rl }"),
            "p {\n  -epub-writing-mode: vertical-rl;\n  -webkit-writing-mode: vertical-rl;\n  writing-mode: "
            "vertical-rl;\n}\n");
}

TEST(Serialize, AnInitialLetterHasATwinThatKnowsNumbersOnly) {
  EXPECT_EQ(forEpub("p::first-letter { initial-letter: 3 2 } b::first-letter { initial-letter: raise 3 } "
                    "i::first-letter { initial-letter: 2 drop }"),
            "p::first-letter {\n  -webkit-initial-letter: 3 2;\n  initial-letter: 3 2;\n}\n"
            "b::first-letter {\n  -webkit-initial-letter: 3 1;\n  initial-letter: raise 3;\n}\n"
            "i::first-letter {\n  -webkit-initial-letter: 2;\n  initial-letter: 2 drop;\n}\n");
}

TEST(ForEpub, WhatPaperDoesNotKnowStays) {
  EXPECT_EQ(forEpub("p { display: grid; cursor: pointer; box-shadow: 0 0 1px red } a:hover, p::first-line { "
                    "color: red } p:has(b) { color: red }"),
            "p {\n  display: grid;\n  cursor: pointer;\n  box-shadow: 0 0 1px red;\n}\na:hover, "
            "p::first-line {\n  color: red;\n}\np:has(b) {\n  color: red;\n}\n");
}

TEST(ForEpub, NamespacesComeFirstAndFontsGetTheirNewPath) {
  Diagnostics diagnostics;
  const auto sheet = parseText(
      "@namespace epub 'http://www.idpf.org/2007/ops'; @font-face { font-family: A; unicode-range: U+4E00-9FFF; src: url(a.otf) } "
      "@font-face { font-family: B; src: url(b.otf) } "
      "[epub|type~='x'] { color: red }",
      diagnostics);
  const auto path = [](const FontFaceRule& face) {
    return face.family == "A" ? std::string("fonts/a.otf") : std::string();
  };
  EXPECT_EQ(serializeForEpub({sheet, sheet}, path).substr(0, 150),
            "@namespace epub \"http://www.idpf.org/2007/ops\";\n@font-face {\n  font-family: A;\n  unicode-range: U+4E00-9FFF;\n  src: "
            "url(\"fonts/a.otf\");\n}\n[epub|type~=");
}

TEST(ForEpub, TheProgramsOwnSheetIsForPaperOnly) {
  Diagnostics diagnostics;
  EXPECT_EQ(serializeForEpub({builtIn("default.css", diagnostics)}, {}), "");
}

TEST(ForEpub, TheResultReadsBackWithoutComplaint) {
  for (const auto* name : {"study.css", "journal.css"}) {
    Diagnostics diagnostics;
    const std::string css = serializeForEpub({builtIn(name, diagnostics)}, {});
    EXPECT_TRUE(complaints(css).empty()) << name << complaints(css).front();
    EXPECT_EQ(css.find("var("), std::string::npos);
    EXPECT_EQ(css.find(":is("), std::string::npos);
    EXPECT_EQ(css.find("footnote-call"), std::string::npos);
    EXPECT_EQ(forEpub(css), css) << "once more changes nothing";
  }
}

}  // namespace
}  // namespace octavo::css::test

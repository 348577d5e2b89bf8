// The stylesheet of an EPUB, rewritten for reading systems of any age.
#include <gtest/gtest.h>

#include "css/epub_style.h"
#include "css_support.h"

namespace octavo::css::test {
namespace {

std::string rewritten(std::string_view css, EpubStyle style = {}) {
  Diagnostics diagnostics;
  style.isRewritten = true;
  return serializeForEpub({parseText(css, diagnostics)}, {}, style);
}

/// The declarations of the only rule, between braces: "margin-left: 1em; …".
std::string inside(std::string_view declarations, const EpubStyle& style = {}, const std::string& selector = ".a") {
  const std::string css = rewritten(selector + " { " + std::string(declarations) + " }", style);
  const std::size_t begin = css.find("{\n  ");
  if (begin == std::string::npos) return "";
  std::string text;
  for (const char c : css.substr(begin + 4, css.find(";\n}") + 1 - begin - 4)) {
    if (c != '\n') text += c;
    if (c == '\n') text += ' ';
    while (text.ends_with("  ")) text.pop_back();
  }
  return text;
}

EpubStyle flowing(TextFlow flow) {
  EpubStyle style;
  style.flow = flow;
  return style;
}
const EpubStyle kArabic = flowing({WritingMode::HorizontalTb, false, true});
const EpubStyle kMixed = flowing({WritingMode::HorizontalTb, true, true});
const EpubStyle kVertical = flowing({WritingMode::VerticalRl, true, false});

TEST(EpubFlow, SidesOfTheLineAreThoseOfTheOnlyDirection) {
  EXPECT_EQ(inside("margin-inline-start: 2em"), "margin-left: 2em;");
  EXPECT_EQ(inside("margin-inline-start: 2em", kArabic), "margin-right: 2em;");
  EXPECT_EQ(inside("margin-inline-start: 2em", kVertical), "margin-top: 2em;");
  EXPECT_EQ(inside("border-inline-end: 1pt solid"), "border-right: 1pt solid;");
  EXPECT_EQ(inside("padding-inline: 1em 2em"), "padding-left: 1em; padding-right: 2em;");
  EXPECT_EQ(inside("padding-inline: 1em 2em", kArabic), "padding-right: 1em; padding-left: 2em;");
}

TEST(EpubFlow, WhereBothDirectionsOccurOnlyWhatIsTheSameOnBothSidesBecomesPhysical) {
  EXPECT_EQ(inside("margin-inline-start: 2em", kMixed), "margin-inline-start: 2em;") << "a physical one would double it";
  EXPECT_EQ(inside("margin-inline: 2em", kMixed), "margin-left: 2em; margin-right: 2em;");
  EXPECT_EQ(inside("margin-inline: 2em 1em", kMixed), "margin-inline: 2em 1em;");
  EXPECT_EQ(inside("margin-block: 2em 1em", kMixed), "margin-top: 2em; margin-bottom: 1em;");
}

TEST(EpubFlow, BlockSidesFollowTheWritingMode) {
  EXPECT_EQ(inside("margin-block-start: 1em"), "margin-top: 1em;");
  EXPECT_EQ(inside("margin-block-start: 1em", kVertical), "margin-right: 1em;");
  EXPECT_EQ(inside("margin-block-start: 1em", flowing({WritingMode::VerticalLr, true, false})), "margin-left: 1em;");
  EXPECT_EQ(inside("border-block: thin solid", kVertical), "border-right: thin solid; border-left: thin solid;");
  EXPECT_EQ(inside("border-block-width: 1pt 2pt"), "border-top-width: 1pt; border-bottom-width: 2pt;");
  EXPECT_EQ(inside("inline-size: 33%; max-block-size: 50%"), "width: 33%; max-height: 50%;");
  EXPECT_EQ(inside("inline-size: 33%", kVertical), "height: 33%;");
}

TEST(EpubFlow, WordsThatCountFromTheLinesStartHaveOlderOnesBefore) {
  EXPECT_EQ(inside("text-align: start"), "text-align: left; text-align: start;");
  EXPECT_EQ(inside("text-align: end", kArabic), "text-align: left; text-align: end;");
  EXPECT_EQ(inside("float: inline-end"), "float: right; float: inline-end;");
  EXPECT_EQ(inside("text-align: center"), "text-align: center;");
}

TEST(EpubFlow, BreaksAndWrappingHaveTheirOlderNames) {
  EXPECT_EQ(inside("break-before: recto"), "page-break-before: always; break-before: recto;");
  EXPECT_EQ(inside("break-inside: avoid"), "page-break-inside: avoid; break-inside: avoid;");
  EXPECT_EQ(inside("overflow-wrap: anywhere"), "word-wrap: break-word; overflow-wrap: anywhere;");
}

TEST(EpubLengths, SizesAreShareOfTheRunningTexts) {
  EpubStyle style;
  style.baseSize = 10;
  EXPECT_EQ(inside("font-size: 9pt", style), "font-size: 0.9em; font-size: 0.9rem;");
  EXPECT_EQ(inside("font-size: 20px", style), "font-size: 1.5em; font-size: 1.5rem;");
  EXPECT_EQ(inside("font-size: 90%", style), "font-size: 0.9em;");
  EXPECT_EQ(inside("font-size: 10pt; line-height: 17pt", style, "body"), "line-height: 1.7;") << "the reader's own size";
}

TEST(EpubLengths, SpaceIsMeasuredInTheElementsOwnSize) {
  EpubStyle style;
  style.baseSize = 10;
  EXPECT_EQ(inside("margin: 5pt 0 10pt", style), "margin: 0.5em 0 1em;");
  EXPECT_EQ(inside("margin-top: 10pt; font-size: 20pt", style), "margin-top: 0.5em; font-size: 2em; font-size: 2rem;");
  EXPECT_EQ(inside("text-indent: 5mm", style), "text-indent: 1.4173em;");
  EXPECT_EQ(inside("font-size: 20pt; line-height: 30pt", style), "font-size: 2em; font-size: 2rem; line-height: 1.5;");
  EXPECT_EQ(inside("border-top: 0.5pt solid", style), "border-top: 0.5pt solid;") << "a line stays thin";
  EXPECT_EQ(inside("width: 200px", style, "img"), "width: 200px;") << "a picture is no text";
}

TEST(EpubLengths, EnginesWithoutRemGetTheSameInEm) {
  EXPECT_EQ(inside("margin: 1.7rem 0"), "margin: 1.7em 0; margin: 1.7rem 0;");
  EXPECT_EQ(inside("margin: 1.6rem 0; font-size: 1.6em"), "margin: 1em 0; margin: 1.6rem 0; font-size: 1.6em;");
}

TEST(EpubLengths, SumsAreWorkedOutWhereTheyCanBe) {
  EXPECT_EQ(inside("margin-top: calc(2 * 0.85em)"), "margin-top: 1.7em;");
  EXPECT_EQ(inside("margin-top: calc((3em + 1em) / -2)"), "margin-top: -2em;");
  EXPECT_EQ(inside("margin-top: calc(1em - 1em)"), "margin-top: 0;");
  EXPECT_EQ(inside("width: calc(100% - 2em)"), "width: calc(100% - 2em);");
}

TEST(EpubColors, OrdinaryTextHasTheReadersOwn) {
  for (const char* selector : {"html", "body", "p", "section > p", "li p", "p:lang(zh)", "*", ":root"}) {
    EXPECT_EQ(inside("color: #036; background: #ffe; margin: 0", {}, std::string(selector) == "*" ? "*" : selector),
              std::string(selector) == "html" || std::string(selector) == "body" || std::string(selector) == ":root"
                  ? "margin: 0;"
                  : "color: #036; background: #ffe; margin: 0;")
        << selector;
    EXPECT_EQ(inside("color: #036; margin: 0", {}, selector), "margin: 0;") << selector;
    EXPECT_EQ(inside("background: #ffe; margin: 0", {}, selector), "margin: 0;") << selector;
  }
}

TEST(EpubColors, GreysGoAndAPairStays) {
  EXPECT_EQ(inside("color: black; margin: 0"), "margin: 0;");
  EXPECT_EQ(inside("color: #444; margin: 0"), "margin: 0;");
  EXPECT_EQ(inside("color: white; background: #036"), "color: white; background: #036;");
  EXPECT_EQ(inside("color: inherit"), "color: inherit;");
}

TEST(EpubColors, AColourWithAMeaningCanBeReadOnWhiteAndOnBlack) {
  EXPECT_EQ(inside("color: #e00"), "color: #e00;") << "4.5:1 on white, 4.6:1 on black";
  EXPECT_EQ(inside("color: #000080"), "color: #71719f;") << "4.6:1 on both; navy is 1.3:1 on black";
  EXPECT_EQ(inside("color: yellow"), "color: #7a7a00;") << "4.6:1 on both; yellow is 1.1:1 on white";
  EXPECT_EQ(inside("text-emphasis-color: #b00").find("text-emphasis-color: #b00"), std::string::npos);
}

TEST(EpubColors, ABackgroundAloneIsATintThatThePageShinesThrough) {
  EXPECT_EQ(inside("background: #eee"), "background: rgba(128, 128, 128, 0.13);");
  EXPECT_EQ(inside("background-color: #fffbe0"), "background-color: rgba(255, 239, 128, 0.24);") << "white ink on black paper has 12.5:1 on it";
  EXPECT_EQ(inside("background: white; margin: 0"), "margin: 0;");
  EXPECT_EQ(inside("background: none"), "background: none;");
}

TEST(EpubColors, BlackAndGreyLinesTakeTheInks) {
  EXPECT_EQ(inside("border: 1px solid #999"), "border: 1px solid currentcolor;");
  EXPECT_EQ(inside("border-top-color: black"), "border-top-color: currentcolor;");
}

TEST(EpubFaces, GenericFamiliesHaveTheDevicesFacesOfTheLanguageBefore) {
  EpubStyle style;
  style.mainLanguage = "ja";
  EXPECT_TRUE(inside("font-family: 'My Font', serif", style).starts_with("font-family: \"My Font\", \"Hiragino Mincho ProN\", "));
  EXPECT_TRUE(inside("font-family: 'My Font', serif", style).ends_with(", serif;"));
  style.mainLanguage = "en";
  EXPECT_EQ(inside("font-family: 'My Font', serif", style), "font-family: \"My Font\", serif;");
  EXPECT_TRUE(inside("font-family: kai, serif", style, "em:lang(zh)").starts_with("font-family: \"Kaiti SC\", "));
}

TEST(EpubFaces, TextInAnotherLanguageHasItsOwn) {
  EpubStyle style;
  style.mainLanguage = "en";
  style.languages = {"en", "ja", "zh-Hant", "zh-Hant-TW"};
  const std::string css = rewritten("h1 { font-family: sans-serif } body { font-family: serif } b::before { font-family: serif }", style);
  EXPECT_NE(css.find("h1[lang|=\"ja\"], h1 [lang|=\"ja\"] {\n  font-family: \"Hiragino Kaku Gothic ProN\""), std::string::npos) << css;
  EXPECT_NE(css.find("body [lang|=\"zh-Hant\"] {\n  font-family: \"Songti TC\""), std::string::npos) << css;
  EXPECT_EQ(css.find("zh-Hant-TW"), std::string::npos) << "the faces of zh-Hant are its own";
  EXPECT_EQ(css.find("b::before["), std::string::npos);
}

TEST(EpubFaces, ARuleForALanguageHasTheFacesOfTheBooksFormOfIt) {
  EpubStyle style;
  style.mainLanguage = "zh-Hant";
  style.languages = {"zh-Hant", "ja"};
  const std::string css = rewritten("b:is(:lang(zh), :lang(ja)) { font-family: sans-serif }", style);
  EXPECT_NE(css.find("b:lang(zh) {\n  font-family: \"PingFang TC\""), std::string::npos) << css;
  EXPECT_NE(css.find("b:lang(ja) {\n  font-family: \"Hiragino Kaku"), std::string::npos) << css;
}

TEST(EpubMarks, EnginesWithoutEmphasisMarksShowBold) {
  const std::string css = rewritten("em:lang(ja) { text-emphasis: filled } p { margin: 0 }");
  EXPECT_EQ(css,
            "em:lang(ja) {\n  -epub-text-emphasis: filled;\n  -webkit-text-emphasis: filled;\n  text-emphasis: filled;\n"
            "  font-weight: bold;\n}\np {\n  margin: 0;\n}\n"
            "@supports (text-emphasis: filled) or (-webkit-text-emphasis: filled) {\n  em:lang(ja) {\n"
            "    font-weight: inherit;\n  }\n}\n");
  EXPECT_EQ(rewritten("em { text-emphasis: none }").find("bold"), std::string::npos);
  EXPECT_EQ(rewritten("strong { text-emphasis: filled }").find("font-weight"), std::string::npos) << "bold already";
  EXPECT_EQ(rewritten("em { text-emphasis: filled; font-weight: 300 }").find("bold"), std::string::npos);
  EXPECT_EQ(rewritten("em { text-emphasis: filled } em { font-weight: 600 }").find("inherit"), std::string::npos);
}

TEST(EpubTwins, OlderNamesHaveTheirOwnWords) {
  EXPECT_EQ(inside("text-combine-upright: all"), "-epub-text-combine: horizontal; -webkit-text-combine: horizontal; text-combine-upright: all;");
  EXPECT_EQ(inside("text-combine-upright: digits 2"), "text-combine-upright: digits 2;");
  EXPECT_EQ(inside("text-underline-position: under left"),
            "-epub-text-underline-position: under; -webkit-text-underline-position: under; text-underline-position: under left;");
}

TEST(EpubStyles, BuiltInLooksLoseNothingAndReadBackWithoutComplaint) {
  for (const auto* name : {"study.css", "journal.css"}) {
    Diagnostics diagnostics;
    EpubStyle style;
    style.isRewritten = true;
    style.mainLanguage = "zh-Hans";
    style.languages = {"ja", "zh-Hans"};
    const std::string css = serializeForEpub({builtIn(name, diagnostics)}, {}, style);
    EXPECT_TRUE(complaints(css).empty()) << name << complaints(css).front();
    for (const char* left : {"margin-inline", "margin-block", "padding-inline", "border-block", "calc(", "var(", ": black"}) {
      EXPECT_EQ(css.find(left), std::string::npos) << name << " " << left;
    }
  }
}

}  // namespace
}  // namespace octavo::css::test

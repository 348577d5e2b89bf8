#include "css/properties.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <fstream>

#include "base/files.h"
#include "css_support.h"

namespace octavo::css::test {
namespace {

InheritedStyle styleOf(std::string language, WritingMode mode) {
  InheritedStyle style;
  style.language = std::move(language);
  style.writingMode = mode;
  return style;
}

TEST(Marks, StandWhereTheLanguageHasThemUnlessTold) {
  constexpr auto kHorizontal = WritingMode::HorizontalTb, kVertical = WritingMode::VerticalRl;
  EXPECT_TRUE(isEmphasisUnder(styleOf("zh-Hans", kHorizontal)));
  EXPECT_FALSE(isEmphasisUnder(styleOf("ja", kHorizontal)));
  EXPECT_FALSE(isEmphasisUnder(styleOf("zh-Hant", kVertical)));
  InheritedStyle told = styleOf("zh", kHorizontal);
  told.textEmphasisPosition = {false, false, true};  // over left
  EXPECT_FALSE(isEmphasisUnder(told));
  told.writingMode = kVertical;
  EXPECT_TRUE(isEmphasisUnder(told));
  EXPECT_FALSE(isUnderlineOver(styleOf("ja", kHorizontal)));
  EXPECT_TRUE(isUnderlineOver(styleOf("ja", kVertical)));
  EXPECT_FALSE(isUnderlineOver(styleOf("zh-Hant", kVertical)));
  told.textUnderlinePosition.side = VerticalSide::Right;
  EXPECT_TRUE(isUnderlineOver(told));
}

/// A declaration on a lone paragraph of 10.5pt text, a property of its style, and the value it comes to.
struct Row {
  std::string declarations, property, value;
};
class PropertyRows : public ::testing::TestWithParam<Row> {};

TEST_P(PropertyRows, ComesToThisValue) {
  EXPECT_EQ(computed(GetParam().declarations, GetParam().property), GetParam().value)
      << GetParam().declarations;
}

/// `piece` as often as said, with a separator between.
std::string repeated(int count, std::string_view piece, std::string_view between = " ") {
  std::string text;
  for (int i = 0; i < count; ++i) text.append(i == 0 ? "" : between).append(piece);
  return text;
}

// What is kept or made for each element is short: a list of five hundred is far more than any book names.
TEST(Limits, ListsOfMoreThanFiveHundredAreNotTaken) {
  const std::vector<std::array<std::string_view, 3>> lists{
      {"content", "open-quote", " "},    {"quotes", "'a' 'b'", " "},     {"counter-reset", "a", " "},
      {"counter-increment", "a", " "}, {"string-set", "a 'b'", ", "}, {"font-family", "Half", ", "}};
  for (const auto& [property, piece, between] : lists) {
    const int each = property == "quotes" ? 2 : 1;
    const std::string name(property);
    EXPECT_NE(computed(name + ": " + repeated(500 / each, piece, between), property), "") << name;
    EXPECT_EQ(computed(name + ": " + repeated(502 / each, piece, between), property), "") << name;
  }
}

TEST(Limits, SignsOfMoreThanAHundredBytesAreNotTaken) {
  const std::string most = "'" + std::string(100, 'x') + "'", more = "'" + std::string(101, 'x') + "'";
  for (const char* property : {"hyphenate-character", "text-emphasis-style", "list-style-type"}) {
    EXPECT_NE(computed(std::string(property) + ": " + most, property), "") << property;
    EXPECT_EQ(computed(std::string(property) + ": " + more, property), "") << property;
  }
  EXPECT_NE(computed("quotes: " + most + " 'b'", "quotes"), "");
  EXPECT_EQ(computed("quotes: " + more + " 'b'", "quotes"), "");
  EXPECT_NE(computed("content: leader(" + most + ")", "content"), "");
  EXPECT_EQ(computed("content: leader(" + more + ")", "content"), "");
}

INSTANTIATE_TEST_SUITE_P(
    Units, PropertyRows,
    ::testing::Values(Row{"margin-top: 10px", "margin-block-start", "7.5pt"},
                      Row{"margin-top: 1in", "margin-block-start", "72pt"},
                      Row{"margin-top: 25.4mm", "margin-block-start", "72pt"},
                      Row{"margin-top: 2.54cm", "margin-block-start", "72pt"},
                      Row{"margin-top: 40Q", "margin-block-start", "28.35pt"},
                      Row{"margin-top: 2pc", "margin-block-start", "24pt"},
                      Row{"margin-top: 2em", "margin-block-start", "21pt"},
                      Row{"font-size: 20pt; margin-top: 2em", "margin-block-start", "40pt"},
                      Row{"font-size: 20pt; margin-top: 2rem", "margin-block-start", "21pt"},
                      Row{"margin-top: 2ch", "margin-block-start", "10.5pt"},
                      Row{"margin-top: 2ic", "margin-block-start", "21pt"},
                      Row{"margin-top: 2ex", "margin-block-start", "10.5pt"},
                      Row{"line-height: 20pt; margin-top: 2lh", "margin-block-start", "40pt"},
                      Row{"line-height: 2; margin-top: 1lh", "margin-block-start", "21pt"},
                      Row{"margin-top: 5%", "margin-block-start", "5%"},
                      Row{"margin-top: 5vw", "margin-block-start", ""},
                      Row{"margin-top: calc(1em + 2pt)", "margin-block-start", "12.5pt"},
                      Row{"margin-top: calc((1pt + 2pt) * 3 - 10pt / 5)", "margin-block-start", "7pt"},
                      Row{"margin-top: calc(2 * (3 + 1) * 1pt)", "margin-block-start", "8pt"},
                      Row{"margin-top: calc(10% * 2)", "margin-block-start", "20%"},
                      Row{"margin-top: calc(1pt+2pt)", "margin-block-start", ""},
                      Row{"margin-top: calc(1pt + 10%)", "margin-block-start", ""},
                      Row{"margin-top: calc(1pt / 0)", "margin-block-start", ""},
                      Row{"margin-top: calc(1pt * 1pt)", "margin-block-start", ""},
                      Row{"margin-top: min(3pt, 2pt)", "margin-block-start", "2pt"},
                      Row{"margin-top: max(3pt, 2pt)", "margin-block-start", "3pt"},
                      Row{"margin-top: clamp(2pt, 9pt, 4pt)", "margin-block-start", "4pt"},
                      Row{"margin-top: 1", "margin-block-start", ""},
                      Row{"margin-top: 1e30pt", "margin-block-start", "1000000000pt"}));

INSTANTIATE_TEST_SUITE_P(
    Colors, PropertyRows,
    ::testing::Values(Row{"color: red", "color", "#ff0000"}, Row{"color: RebeccaPurple", "color", "#663399"},
                      Row{"color: #1af", "color", "#11aaff"}, Row{"color: #1af8", "color", "#11aaff88"},
                      Row{"color: #102030", "color", "#102030"},
                      Row{"color: #10203040", "color", "#10203040"},
                      Row{"color: rgb(255, 0, 51)", "color", "#ff0033"},
                      Row{"color: rgb(100% 0% 20% / 50%)", "color", "#ff003380"},
                      Row{"color: rgba(0,0,0,.5)", "color", "#00000080"},
                      Row{"color: hsl(120, 100%, 25%)", "color", "#008000"},
                      Row{"color: hsl(240deg 100% 50%)", "color", "#0000ff"},
                      Row{"color: hwb(0 0% 0%)", "color", "#ff0000"},
                      Row{"color: device-cmyk(0 100% 100% 0)", "color", "#ff0000"},
                      Row{"color: #12345", "color", ""}, Row{"color: reddish", "color", ""},
                      Row{"background: #eee", "background-color", "#eeeeee"},
                      Row{"background: none", "background-color", ""},
                      Row{"background: url(a.png)", "background-color", ""},
                      Row{"background-color: transparent", "background-color", ""},
                      Row{"color: #00f; background-color: currentColor", "background-color", "#0000ff"}));

INSTANTIATE_TEST_SUITE_P(
    Fonts, PropertyRows,
    ::testing::Values(
        Row{"font-family: Noto Serif, 'LXGW WenKai', serif", "font-family",
            "\"Noto Serif\" \"LXGW WenKai\" \"serif\""},
        Row{"font-family: 12px", "font-family", ""}, Row{"font-size: 200%", "font-size", "21pt"},
        Row{"font-size: 2em", "font-size", "21pt"}, Row{"font-size: large", "font-size", "12.6pt"},
        Row{"font-size: larger", "font-size", "12.6pt"}, Row{"font-size: -1pt", "font-size", ""},
        Row{"font-weight: bold", "font-weight", "700"}, Row{"font-weight: 550", "font-weight", "550"},
        Row{"font-weight: bolder", "font-weight", "700"}, Row{"font-weight: lighter", "font-weight", "100"},
        Row{"font-weight: 1001", "font-weight", ""},
        Row{"font-style: oblique 10deg", "font-style", "oblique"},
        Row{"font-variant: small-caps oldstyle-nums", "font-variant-caps", "small-caps"},
        Row{"font-variant: small-caps oldstyle-nums", "font-variant", "oldstyle-nums"},
        Row{"font-variant-numeric: lining-nums tabular-nums; font-feature-settings: 'palt', 'liga' off",
            "font-feature-settings", "\"liga\" 0 \"palt\" 1"},
        Row{"font-variant-numeric: lining-nums tabular-nums; font-feature-settings: 'onum'", "font-variant",
            "lining-nums tabular-nums"},
        Row{"font-variant-numeric: lining-nums oldstyle-nums", "font-variant", ""},
        Row{"font-variant-ligatures: none contextual", "font-variant", ""},
        Row{"font-variant-numeric: ordinal; font-variant-ligatures: none; font-variant-numeric: normal", "font-variant",
            "none"},
        Row{"font-size-adjust: 0.5", "font-size-adjust", "ex-height 0.5"},
        Row{"font-size-adjust: cap-height from-font", "font-size-adjust", "cap-height from-font"},
        Row{"font-size-adjust: ex-height", "font-size-adjust", ""},
        Row{"font-size-adjust: 0.5; font: 12pt serif", "font-size-adjust", ""},
        Row{"font-synthesis: weight style", "font-synthesis-small-caps", "none"},
        Row{"font-synthesis: none; font-synthesis: small-caps", "font-synthesis-small-caps", ""},
        Row{"font-language-override: 'SRB'", "font-language-override", "\"SRB\""},
        Row{"font-language-override: 'serb'", "font-language-override", ""},
        Row{"font-feature-settings: 'toolong'", "font-feature-settings", ""},
        Row{"font-kerning: none", "font-variant", "none"}, Row{"font-kerning: auto", "font-variant", ""},
        Row{"line-height: 1.5", "line-height", "1.5"}, Row{"line-height: 150%", "line-height", "15.75pt"},
        Row{"line-height: 18pt", "line-height", "18pt"},
        Row{"font: italic bold 12pt/1.5 'A B', serif", "font-size", "12pt"},
        Row{"font: italic bold 12pt/1.5 'A B', serif", "line-height", "1.5"},
        Row{"font: italic bold 12pt/1.5 'A B', serif", "font-family", "\"A B\" \"serif\""},
        Row{"font: italic bold 12pt/1.5 x", "font-weight", "700"},
        Row{"font: italic bold 12pt/1.5 x", "font-style", "italic"},
        Row{"font-weight: bold; font: 12pt x", "font-weight", ""}, Row{"font: 12pt", "font-size", ""},
        Row{"font: caption", "font-size", ""}));

INSTANTIATE_TEST_SUITE_P(
    Text, PropertyRows,
    ::testing::Values(
        Row{"text-align: justify", "text-align", "justify"}, Row{"text-align: foo", "text-align", ""},
        Row{"text-align-last: center", "text-align-last", "center"},
        Row{"text-indent: 2em hanging", "text-indent", "21pt hanging"},
        Row{"text-indent: each-line 5%", "text-indent", "5% each-line"},
        Row{"text-indent: hanging", "text-indent", ""},
        Row{"text-transform: full-width", "text-transform", "full-width"},
        Row{"letter-spacing: .1em", "letter-spacing", "1.05pt"},
        Row{"word-spacing: 10%", "word-spacing", "1.05pt"},
        Row{"white-space: pre-wrap", "white-space-collapse", "preserve"},
        Row{"white-space: pre-wrap", "text-wrap-mode", ""}, Row{"white-space: nowrap", "text-wrap-mode", "nowrap"},
        Row{"white-space: pre", "text-wrap-mode", "nowrap"},
        Row{"white-space: pre-line", "white-space-collapse", "preserve-breaks"},
        Row{"white-space: nowrap; text-wrap: balance", "text-wrap-mode", ""},
        Row{"text-wrap: nowrap", "text-wrap-mode", "nowrap"}, Row{"text-wrap: balance", "text-wrap-style", "balance"},
        Row{"text-wrap: wrap stable", "text-wrap-style", "stable"}, Row{"text-wrap: wrap nowrap", "text-wrap-mode", ""},
        Row{"text-wrap-style: pretty", "text-wrap-style", "pretty"},
        Row{"text-wrap-mode: nowrap", "text-wrap-mode", "nowrap"},
        Row{"white-space-collapse: preserve", "white-space-collapse", "preserve"}, Row{"tab-size: 4", "tab-size", "4"},
        Row{"line-break: strict", "line-break", "strict"},
        Row{"word-break: keep-all", "word-break", "keep-all"},
        Row{"word-wrap: break-word", "overflow-wrap", "break-word"},
        Row{"overflow-wrap: anywhere", "overflow-wrap", "anywhere"}, Row{"hyphens: auto", "hyphens", "auto"},
        Row{"-epub-hyphens: auto", "hyphens", "auto"},
        Row{"-webkit-hyphens: none; hyphens: auto", "hyphens", "auto"},
        Row{"hyphenate-character: '='", "hyphenate-character", "\"=\""},
        Row{"hyphenate-limit-chars: 6 3", "hyphenate-limit-chars", "6 3 3"},
        Row{"hyphenate-limit-chars: auto 3 4", "hyphenate-limit-chars", "5 3 4"},
        Row{"text-spacing-trim: trim-both", "text-spacing-trim", "trim-both"},
        Row{"text-autospace: no-autospace", "text-autospace", "no-autospace"},
        Row{"text-autospace: ideograph-numeric ideograph-alpha", "text-autospace", ""},
        Row{"text-autospace: ideograph-alpha", "text-autospace", "ideograph-alpha"},
        Row{"text-autospace: insert ideograph-numeric", "text-autospace", "ideograph-numeric"},
        Row{"text-autospace: replace", "text-autospace", "ideograph-alpha ideograph-numeric replace"},
        Row{"text-autospace: insert replace", "text-autospace", ""},
        Row{"-octavo-autospace-width: 1.75pt", "-octavo-autospace-width", "0.17"},
        Row{"font-size: 20pt; -octavo-autospace-width: 0.2em", "-octavo-autospace-width", "0.2"},
        Row{"-octavo-autospace-width: 50%", "-octavo-autospace-width", "0.5"},
        Row{"-octavo-autospace-width: -1pt", "-octavo-autospace-width", ""},
        Row{"-octavo-punctuation-style: kaiming", "-octavo-punctuation-style", "kaiming"},
        Row{"hanging-punctuation: last allow-end", "hanging-punctuation", "allow-end last"},
        Row{"hanging-punctuation: first force-end last", "hanging-punctuation", "first force-end last"},
        Row{"hanging-punctuation: allow-end force-end", "hanging-punctuation", ""},
        Row{"text-justify: distribute", "text-justify", "inter-character"},
        Row{"text-justify: none", "text-justify", "none"},
        Row{"-octavo-justification: jis", "-octavo-justification", "jis"},
        Row{"text-spacing: auto", "text-spacing-trim", "auto"},
        Row{"text-spacing: none", "text-spacing-trim", "space-all"},
        Row{"ruby-position: under", "ruby-position", "under"},
        Row{"ruby-position: alternate", "ruby-position", ""},
        Row{"ruby-position: under alternate", "ruby-position", "alternate under"},
        Row{"ruby-position: alternate inter-character", "ruby-position", ""},
        Row{"ruby-merge: auto", "ruby-merge", "auto"},
        Row{"-octavo-warichu: auto", "-octavo-warichu", "auto"},
        Row{"-octavo-warichu: both", "-octavo-warichu", ""},
        Row{"-octavo-float: unless-fit", "-octavo-float", "unless-fit"},
        Row{"-octavo-float: top", "-octavo-float", ""},
        Row{"-octavo-turn: left", "-octavo-turn", "left"},
        Row{"-octavo-turn: auto", "-octavo-turn", "auto"},
        Row{"-octavo-turn: 90deg", "-octavo-turn", ""},
        Row{"-octavo-least-scale: 75%", "-octavo-least-scale", "0.75"},
        Row{"-octavo-least-scale: none", "-octavo-least-scale", ""},
        Row{"-octavo-least-scale: 120%", "-octavo-least-scale", ""},
        Row{"-octavo-least-scale: 6pt", "-octavo-least-scale", ""},
        Row{"ruby-overhang: none", "ruby-overhang", "none"},
        Row{"ruby-align: start", "ruby-align", "start"},
        Row{"text-emphasis: filled sesame", "text-emphasis-style", "\"﹅\""},
        Row{"text-emphasis-style: open", "text-emphasis-style", "\"○\""},
        Row{"text-emphasis-style: '*'", "text-emphasis-style", "\"*\""},
        Row{"text-emphasis: dot red", "text-emphasis-style", "\"•\""},
        Row{"text-emphasis: dot red", "text-emphasis-color", "#ff0000"},
        Row{"text-emphasis: dot red blue", "text-emphasis-style", ""},
        Row{"text-emphasis-color: red; text-emphasis: dot", "text-emphasis-color", ""},
        Row{"text-emphasis-style: open filled", "text-emphasis-style", ""},
        Row{"writing-mode: vertical-rl; text-emphasis-style: filled", "text-emphasis-style", "\"﹅\""},
        Row{"text-emphasis-position: under", "text-emphasis-position", "under right"},
        Row{"text-emphasis-position: left over", "text-emphasis-position", "over left"},
        Row{"text-emphasis-position: over under", "text-emphasis-position", ""},
        Row{"text-emphasis-skip: symbols narrow", "text-emphasis-skip", "symbols narrow"},
        Row{"text-emphasis-skip: spaces spaces", "text-emphasis-skip", ""},
        Row{"text-decoration-thickness: from-font", "text-decoration-thickness", "from-font"},
        Row{"text-decoration-thickness: -1pt", "text-decoration-thickness", ""},
        Row{"text-decoration-inset: auto", "text-decoration-inset", "auto"},
        Row{"text-decoration-inset: 1pt 2pt", "text-decoration-inset", "1pt 2pt"},
        Row{"text-decoration-inset: 1pt 2pt 3pt", "text-decoration-inset", ""},
        Row{"text-decoration-skip-ink: all", "text-decoration-skip-ink", "all"},
        Row{"text-underline-position: left under", "text-underline-position", "under left"},
        Row{"text-underline-position: right", "text-underline-position", "auto right"},
        Row{"text-underline-position: under from-font", "text-underline-position", ""},
        Row{"text-emphasis-position: right", "text-emphasis-position", ""},
        Row{"list-style-type: upper-roman", "list-style-type", "\"upper-roman\""},
        Row{"list-style: inside '-'", "list-style-type", "\"\\\"-\\\"\""},
        Row{"list-style: none", "list-style-type", "\"none\""},
        Row{"list-style: inside", "list-style-position", "inside"},
        Row{"quotes: '«' '»'", "quotes", "\"«\" \"»\""}, Row{"quotes: none", "quotes", "\"\" \"\""},
        Row{"quotes: 'a'", "quotes", ""},
        Row{"text-decoration: underline wavy red 1pt", "text-decoration-line", "underline"},
        Row{"text-decoration: underline wavy red 1pt", "text-decoration-style", "wavy"},
        Row{"text-decoration: underline wavy red 1pt", "text-decoration-color", "#ff0000"},
        Row{"text-decoration: underline wavy red 1pt", "text-decoration-thickness", "1pt"},
        Row{"text-decoration-line: overline line-through", "text-decoration-line", "overline line-through"},
        Row{"text-underline-offset: .2em", "text-underline-offset", "2.1pt"},
        Row{"direction: rtl", "direction", "rtl"}, Row{"unicode-bidi: isolate", "unicode-bidi", "isolate"},
        Row{"unicode-bidi: plaintext", "unicode-bidi", "plaintext"},
        Row{"unicode-bidi: isolate-override", "unicode-bidi", "isolate-override"},
        Row{"unicode-bidi: override", "unicode-bidi", ""},
        Row{"word-break: auto-phrase", "word-break", "auto-phrase"},
        Row{"word-break: -octavo-keep-hangul", "word-break", "-octavo-keep-hangul"},
        Row{"word-break: break-word", "word-break", "break-word"},
        Row{"-octavo-kinsoku: gb", "-octavo-kinsoku", "gb"}, Row{"-octavo-kinsoku: loose", "-octavo-kinsoku", ""},
        Row{"hyphenate-limit-lines: 2", "hyphenate-limit-lines", "2"},
        Row{"hyphenate-limit-lines: no-limit", "hyphenate-limit-lines", ""},
        Row{"hyphenate-limit-lines: 0", "hyphenate-limit-lines", ""},
        Row{"hyphenate-limit-zone: 2em", "hyphenate-limit-zone", "21pt"},
        Row{"hyphenate-limit-zone: 8%", "hyphenate-limit-zone", "8%"},
        Row{"hyphenate-limit-zone: -1pt", "hyphenate-limit-zone", ""},
        Row{"hyphenate-limit-last: always", "hyphenate-limit-last", "always"},
        Row{"hyphenate-limit-last: spread", "hyphenate-limit-last", "spread"},
        Row{"hyphenate-limit-last: leaf", "hyphenate-limit-last", ""},
        Row{"initial-letter: 3", "initial-letter", "3 3"}, Row{"initial-letter: 3 2", "initial-letter", "3 2"},
        Row{"initial-letter: 2.5", "initial-letter", "2.5 2"}, Row{"initial-letter: 3 drop", "initial-letter", "3 3"},
        Row{"initial-letter: raise 3", "initial-letter", "3 1"}, Row{"initial-letter: normal", "initial-letter", ""},
        Row{"initial-letter: 0.5", "initial-letter", ""}, Row{"initial-letter: 3 0", "initial-letter", ""},
        Row{"initial-letter: 3 2 drop", "initial-letter", ""}, Row{"initial-letter: drop", "initial-letter", ""},
        Row{"initial-letter-align: ideographic", "initial-letter-align", "ideographic"},
        Row{"initial-letter-align: border-box", "initial-letter-align", ""},
        Row{"writing-mode: vertical-lr", "writing-mode", "vertical-lr"}));

INSTANTIATE_TEST_SUITE_P(
    Boxes, PropertyRows,
    ::testing::Values(
        Row{"display: table-cell", "display", "table-cell"}, Row{"display: grid", "display", ""},
        Row{"float: footnote", "float", "footnote"}, Row{"float: left", "float", "inline-start"},
        Row{"direction: rtl; float: left", "float", "inline-end"}, Row{"float: top", "float", "block-start"},
        Row{"clear: right", "clear", "inline-end"}, Row{"float: left", "display", "block"},
        Row{"float: left; display: table-row", "display", "block"},
        Row{"float: left; display: none", "display", "none"},
        Row{"float: left; display: list-item", "display", "list-item"},
        Row{"margin: 1pt 2pt 3pt", "margin-block-start", "1pt"},
        Row{"margin: 1pt 2pt 3pt", "margin-inline-start", "2pt"},
        Row{"margin: 1pt 2pt 3pt", "margin-inline-end", "2pt"},
        Row{"margin: 1pt 2pt 3pt", "margin-block-end", "3pt"},
        Row{"margin: 1pt 2pt 3pt 4pt", "margin-inline-start", "4pt"},
        Row{"margin: 0 auto", "margin-inline-start", "auto"},
        Row{"margin-inline: 1pt 2pt", "margin-inline-end", "2pt"},
        Row{"margin: 1pt 2", "margin-block-start", ""}, Row{"padding: 1pt", "padding-inline-end", "1pt"},
        Row{"padding: -1pt", "padding-inline-end", ""},
        Row{"padding-block: 1pt 2pt", "padding-block-end", "2pt"},
        Row{"border: 1pt solid", "border-block-start", "1pt solid #000000"},
        Row{"border: solid red", "border-inline-end", "2.25pt solid #ff0000"},
        Row{"color: #00f; border-top: thin dotted", "border-block-start", "0.75pt dotted #0000ff"},
        Row{"border: 1pt", "border-block-start", ""},
        Row{"border: 1pt solid; border-left: none", "border-inline-start", ""},
        Row{"border: 1pt solid; border-width: 2pt 3pt", "border-inline-start", "3pt solid #000000"},
        Row{"border-block: 1pt double green", "border-block-end", "1pt double #008000"},
        Row{"border: ridge 1pt", "border-block-end", "1pt solid #000000"},
        Row{"border-style: solid; border-color: initial; color: #f00", "border-block-end",
            "2.25pt solid #ff0000"},
        Row{"border: 1pt 2pt solid", "border-block-start", ""}, Row{"width: 50%", "inline-size", "50%"},
        Row{"height: 3pt", "block-size", "3pt"},
        Row{"writing-mode: vertical-rl; height: 3pt", "inline-size", "3pt"},
        Row{"max-width: none", "max-inline-size", ""}, Row{"max-width: 3em", "max-inline-size", "31.5pt"},
        Row{"min-height: 3em", "min-block-size", "31.5pt"}, Row{"width: min-content", "inline-size", ""},
        Row{"box-sizing: border-box", "box-sizing", "border-box"},
        Row{"vertical-align: super", "vertical-align", "super"},
        Row{"vertical-align: 2pt", "vertical-align", "2pt"},
        Row{"line-height: 20pt; vertical-align: 50%", "vertical-align", "10pt"},
        Row{"page-break-before: always", "break-before", "page"},
        Row{"break-after: recto", "break-after", "recto"},
        Row{"break-inside: avoid", "break-inside", "avoid"}, Row{"break-inside: page", "break-inside", ""},
        Row{"page-break-inside: avoid", "break-inside", "avoid"}, Row{"orphans: 3", "orphans", "3"},
        Row{"widows: 0", "widows", ""}, Row{"widows: 1.5", "widows", ""},
        Row{"page: front", "page", "\"front\""}, Row{"table-layout: fixed", "table-layout", "fixed"},
        Row{"border-collapse: collapse", "border-collapse", "collapse"},
        Row{"border-spacing: 1pt 2pt", "border-spacing", "1pt 2pt"},
        Row{"caption-side: bottom", "caption-side", "block-end"},
        Row{"visibility: hidden", "visibility", "hidden"}));

INSTANTIATE_TEST_SUITE_P(
    Content, PropertyRows,
    ::testing::Values(Row{"content: 'a' attr(href) open-quote", "content", "\"a\" attr(href) open-quote"},
                      Row{"content: none", "content", "none"},
                      Row{"content: counter(a) counters(b, '.', lower-roman)", "content",
                          "counter(a, decimal) counters(b, \".\", lower-roman)"},
                      Row{"content: leader(dotted) target-counter(attr(href), page)", "content",
                          "leader(\".\") target-counter(attr(href), page, decimal)"},
                      Row{"content: target-counter(attr(href url), page, lower-roman)", "content",
                          "target-counter(attr(href), page, lower-roman)"},
                      Row{"content: target-text(attr(href))", "content", "target-text(attr(href))"},
                      Row{"content: string(title, first-except)", "content", "string(title, first-except)"},
                      Row{"content: leader('. ') 'x' / 'spoken'", "content", "leader(\". \") \"x\""},
                      Row{"content: url(a.png)", "content", ""},
                      Row{"content: attr(epub|type)", "content", "attr(epub:type)"},
                      Row{"counter-reset: a b 3", "counter-reset", "a 0 b 3"},
                      Row{"counter-increment: a b -1", "counter-increment", "a 1 b -1"},
                      Row{"counter-set: page 1", "counter-set", "page 1"},
                      Row{"counter-reset: 3", "counter-reset", ""},
                      Row{"counter-reset: a 1 2", "counter-reset", ""},
                      Row{"string-set: title content(), head 'x' attr(id)", "string-set",
                          "title content() head \"x\" attr(id)"},
                      Row{"string-set: title", "string-set", ""}, Row{"content: counter()", "content", ""},
                      Row{"content: leader()", "content", ""}));

TEST(PropertyTable, EveryLonghandCanBeSetInheritedAndReset) {
  for (const Property& property : properties()) {
    EXPECT_FALSE(property.values.empty()) << property.name;
    if (property.kind == Property::Kind::Longhand) {
      EXPECT_TRUE(property.set && property.copy) << property.name;
    } else if (property.kind == Property::Kind::Shorthand || property.kind == Property::Kind::Alias) {
      EXPECT_TRUE(property.expand && !property.longhands.empty()) << property.name;
    }
  }
}

TEST(PropertyTable, NamesAreUniqueAndKnown) {
  for (std::size_t id = 0; id < properties().size(); ++id) {
    EXPECT_EQ(findProperty(properties()[id].name), static_cast<PropertyId>(id)) << properties()[id].name;
  }
}

std::string inEpub(const Property& property) {
  switch (epubTreatment(property.name)) {
    case EpubTreatment::Kept:
      return "as written";
    case EpubTreatment::Dropped:
      return "left out";
    case EpubTreatment::WithTwins:
      return "with prefixed twins";
  }
  return "";
}

/// The table in styles/README.md as the property table would have it.
std::string documentation() {
  std::string table = "| property | values | inherits | in the EPUB |\n|---|---|---|---|\n";
  std::vector<const Property*> sorted;
  for (const Property& property : properties()) sorted.push_back(&property);
  std::ranges::sort(sorted, {}, [](const Property* property) { return property->name; });
  for (const Property* property : sorted) {
    const bool isLonghand = property->kind == Property::Kind::Longhand;
    table += "| `" + std::string(property->name) + "` | " + std::string(property->values) + " | " +
             (isLonghand && property->isInherited ? "yes" : "") + " | " + inEpub(*property) + " |\n";
  }
  return table;
}

TEST(PropertyTable, IsTheOneInTheReadmeOfTheStyles) {
  const auto path = std::filesystem::path(OCTAVO_SOURCE_DIR) / "styles" / "README.md";
  const std::string readme = readFile(path);
  const std::string head = "| property |";
  const std::size_t begin = readme.find(head);
  ASSERT_NE(begin, std::string::npos);
  if (std::getenv("UPDATE_GOLDEN")) {
    std::ofstream(path, std::ios::binary) << readme.substr(0, begin) << documentation();
    return;
  }
  EXPECT_EQ(readme.substr(begin), documentation()) << "UPDATE_GOLDEN=1 writes it anew";
}

}  // namespace
}  // namespace octavo::css::test

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>

#include "css_support.h"

namespace octavo::css::test {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr std::string_view kParagraph =
    "<section id='s'><p id='p' class='a' lang='zh'>x<em id='e'>y</em></p></section>";

/// The widows of the paragraph under these sheets, the first being the program's own.
int widows(std::vector<std::string> sheets) {
  return Styled(kParagraph, std::move(sheets)).style("p")->widows;
}

TEST(Cascade, SpecificityBeatsOrder) {
  EXPECT_EQ(widows({"", "p.a { widows: 3 } p { widows: 4 }"}), 3);
  EXPECT_EQ(widows({"", "p { widows: 3 } p { widows: 4 }"}), 4);
  EXPECT_EQ(widows({"", "p.a { widows: 3 }", "p { widows: 4 }"}), 3);
  EXPECT_EQ(widows({"", ":where(#p) { widows: 3 } p { widows: 4 }"}), 4);
}

TEST(Cascade, OtherSheetsBeatTheProgramsOwn) {
  EXPECT_EQ(widows({"p.a { widows: 3 }", "p { widows: 4 }"}), 4);
}

TEST(Cascade, ImportantTurnsOriginsRound) {
  EXPECT_EQ(widows({"", "p { widows: 3 !important } p.a { widows: 4 }"}), 3);
  EXPECT_EQ(widows({"p { widows: 3 ! important }", "p.a { widows: 4 !important }"}), 3);
  EXPECT_EQ(widows({"", "p { widows: 3 !important } p.a { widows: 4 !important }"}), 4);
}

TEST(Cascade, AStyleAttributeBeatsSelectorsButNotImportantOnes) {
  const Styled styled("<p id='p' style='widows: 5; orphans: 6; colour: red'/>",
                      {"", "#p { widows: 3; orphans: 4 !important }"});
  EXPECT_EQ(styled.style("p")->widows, 5);
  EXPECT_EQ(styled.style("p")->orphans, 4);
  EXPECT_THAT(styled.messages(), ElementsAre("css-unknown-property 0:0 colour"));
}

TEST(Cascade, WideKeywordsGoToTheParentOrTheInitialValue) {
  const std::string base = "section { margin-top: 3pt; widows: 5 } p { margin-top: 1pt; widows: 6 } ";
  const auto p = [&](const std::string& more) { return Styled(kParagraph, {"", base + more}).style("p"); };
  EXPECT_EQ(valueOf(*p("p { margin-top: inherit }"), "margin-block-start"), "3pt");
  EXPECT_EQ(valueOf(*p("p { margin-top: initial }"), "margin-block-start"), "");
  EXPECT_EQ(valueOf(*p("p { margin: unset }"), "margin-block-start"), "");
  EXPECT_EQ(p("p { widows: unset }")->widows, 5);
  EXPECT_EQ(p("p { widows: revert }")->widows, 5);
  EXPECT_EQ(p("p { widows: initial }")->widows, 2);
}

TEST(Cascade, LineHeightInheritsAsANumberOrAsALength) {
  const Styled number(kParagraph, {"", "section { line-height: 1.5 } p { font-size: 20pt }"});
  EXPECT_EQ(valueOf(*number.style("p"), "line-height"), "1.5");
  const Styled share(kParagraph,
                     {"", "section { line-height: 150%; font-size: 10pt } p { font-size: 20pt }"});
  EXPECT_EQ(valueOf(*share.style("p"), "line-height"), "15pt");
}

TEST(Cascade, FontSizesAndWeightsAreRelativeToTheParent) {
  const Styled styled(kParagraph, {"",
                                   "section { font-size: 20pt; font-weight: 600 } p { font-size: 150%; "
                                   "font-weight: bolder } em { font-size: .5em; font-weight: lighter }"});
  EXPECT_EQ(valueOf(*styled.style("p"), "font-size"), "30pt");
  EXPECT_EQ(styled.style("p")->fontWeight, 900);
  EXPECT_EQ(valueOf(*styled.style("e"), "font-size"), "15pt");
  EXPECT_EQ(styled.style("e")->fontWeight, 700);
}

TEST(Cascade, RemIsTheSizeOfHtmlNotOfTheChapter) {
  const Styled styled(kParagraph, {"",
                                   "html { font-size: 12pt } section { font-size: 20pt } p { margin: 2rem "
                                   "1rlh; line-height: 3 } :root { line-height: 15pt }"});
  EXPECT_EQ(valueOf(*styled.style("p"), "margin-block-start"), "24pt");
  EXPECT_EQ(valueOf(*styled.style("p"), "margin-inline-start"), "15pt");
}

TEST(Cascade, HtmlAndBodyHandDownWhatInherits) {
  const Styled styled(
      kParagraph, {"", "body { widows: 7; margin: 3pt } html { color: red } body > section { orphans: 5 }"});
  EXPECT_EQ(styled.style("s")->widows, 7);
  EXPECT_EQ(styled.style("s")->orphans, 5);
  EXPECT_EQ(valueOf(*styled.style("p"), "color"), "#ff0000");
  EXPECT_EQ(valueOf(*styled.style("s"), "margin-block-start"), "");
}

TEST(Cascade, HtmlHasTheLanguageOfItsChapter) {
  const Styled styled("<section id='s' lang='ja'><p id='p'/></section>",
                      {"", "html:lang(ja) { widows: 5 } html:lang(zh) { widows: 6 }"});
  EXPECT_EQ(styled.style("p")->widows, 5);
  EXPECT_EQ(styled.style("p")->language, "ja");
}

TEST(Cascade, PhysicalAndLogicalSidesAreOnePropertyInOrder) {
  EXPECT_EQ(computed("margin-left: 1pt; margin-inline-start: 2pt", "margin-inline-start"), "2pt");
  EXPECT_EQ(computed("margin-inline-start: 2pt; margin-left: 1pt", "margin-inline-start"), "1pt");
  EXPECT_EQ(computed("direction: rtl; margin-inline-start: 2pt; margin-left: 1pt", "margin-inline-start"),
            "2pt");
  EXPECT_EQ(computed("margin: 1pt 2pt 3pt 4pt; writing-mode: vertical-rl", "margin-block-start"), "2pt");
  EXPECT_EQ(computed("margin: 1pt 2pt 3pt 4pt; writing-mode: vertical-rl", "margin-block-end"), "4pt");
  EXPECT_EQ(computed("margin: 1pt 2pt 3pt 4pt; writing-mode: vertical-rl", "margin-inline-start"), "1pt");
  EXPECT_EQ(computed("margin: 1pt 2pt 3pt 4pt; writing-mode: vertical-lr", "margin-block-start"), "4pt");
  EXPECT_EQ(
      computed("margin: 1pt 2pt 3pt 4pt; writing-mode: vertical-rl; direction: rtl", "margin-inline-start"),
      "3pt");
  EXPECT_EQ(computed("border-left: 1pt solid; writing-mode: vertical-rl", "border-block-end"),
            "1pt solid #000000");
}

TEST(Cascade, CustomPropertiesAreReplacedWhereverTheyStand) {
  const std::string sheet =
      ":root { --a: 2pt; --b: var(--a) 4pt; --c: 1.5 } p { margin: var(--b); line-height: var(--c); "
      "padding-top: calc(var(--a) * 3); widows: var(--none, 5); orphans: var(--none) }";
  const Styled styled(kParagraph, {"", sheet});
  EXPECT_EQ(valueOf(*styled.style("p"), "margin-block-start"), "2pt");
  EXPECT_EQ(valueOf(*styled.style("p"), "margin-inline-end"), "4pt");
  EXPECT_EQ(valueOf(*styled.style("p"), "padding-block-start"), "6pt");
  EXPECT_EQ(valueOf(*styled.style("p"), "line-height"), "1.5");
  EXPECT_EQ(styled.style("p")->widows, 5);
  EXPECT_THAT(styled.messages(), ElementsAre("css-invalid-variable 0:0 orphans"));
}

TEST(Cascade, CustomPropertiesInheritAndCanBeOverridden) {
  const Styled styled(kParagraph, {"",
                                   "section { --w: 3; --x: var(--w) } p { --w: 4 } p, em { widows: var(--w); "
                                   "orphans: var(--x) } em { --w: initial; widows: var(--w, 9) }"});
  EXPECT_EQ(styled.style("p")->widows, 4);
  EXPECT_EQ(styled.style("p")->orphans, 3);
  EXPECT_EQ(styled.style("e")->widows, 9);
}

TEST(Cascade, CustomPropertiesInACircleAreInvalid) {
  const Styled styled(kParagraph, {"",
                                   "p { --a: var(--b, 3); --b: var(--a); --c: var(--c); --d: var(--a, 8); "
                                   "widows: var(--a, 7); orphans: var(--d) }"});
  EXPECT_EQ(styled.style("p")->widows, 7);
  EXPECT_EQ(styled.style("p")->orphans, 8);
}

TEST(Cascade, DoublingVariablesAreCutOff) {
  std::string css = "p { --a0: x x x x x x x x x x; ";
  for (int i = 1; i < 30; ++i)
    css += "--a" + std::to_string(i) + ": var(--a" + std::to_string(i - 1) + ") var(--a" +
           std::to_string(i - 1) + "); ";
  const Styled styled(kParagraph, {"", css + "widows: var(--a29, 6) }"});
  EXPECT_EQ(styled.style("p")->widows, 6);
}

TEST(Cascade, AVariableMayHoldAWideKeyword) {
  const Styled styled(kParagraph, {"",
                                   "section { widows: 8; margin-top: 3pt; --w: inherit } p { --v: initial; "
                                   "widows: 3; widows: var(--x, inherit) }"});
  EXPECT_EQ(styled.style("p")->widows, 8);
}

TEST(Cascade, MediaRulesHoldForTheirMedium) {
  const std::string sheet =
      "p { widows: 3 } @media print { p { widows: 4 } } @media screen { p { widows: 5 } } @media not print { "
      "p { orphans: 6 } } @media only all { p { orphans: 7 } }";
  EXPECT_EQ(widows({"", sheet}), 4);
  Cascade::Options screen;
  screen.medium = Medium::Screen;
  const Styled onScreen(kParagraph, {"", sheet}, screen);
  EXPECT_EQ(onScreen.style("p")->widows, 5);
  EXPECT_EQ(Styled(kParagraph, {"", sheet}).style("p")->orphans, 7);
}

TEST(Cascade, MediaFeaturesAreReportedOnceAndNotMet) {
  const Styled styled(kParagraph,
                      {"",
                       "@media (min-width: 10em) { p { widows: 3 } } @media print and (max-width: 10em), "
                       "screen { p { widows: 4 } } @media (prefers-color-scheme: dark) { p { widows: 5 } }"});
  EXPECT_EQ(styled.style("p")->widows, 2);
  EXPECT_THAT(styled.messages(), ElementsAre("css-unsupported-media-feature 1:8 media feature"));
}

TEST(Cascade, SupportsAsksThePropertyTable) {
  EXPECT_EQ(widows({"", "@supports (float: footnote) { p { widows: 3 } }"}), 3);
  EXPECT_EQ(widows({"", "@supports (display: grid) { p { widows: 3 } }"}), 2);
  EXPECT_EQ(widows({"", "@supports not (display: grid) { p { widows: 3 } }"}), 3);
  EXPECT_EQ(
      widows({"", "@supports (color: red) and ((position: fixed) or (margin: 1pt)) { p { widows: 3 } }"}), 3);
  EXPECT_EQ(widows({"", "@supports selector(a > b) { p { widows: 3 } }"}), 3);
  EXPECT_EQ(widows({"", "@supports selector(a:has(b)) { p { widows: 3 } }"}), 2);
}

TEST(Cascade, GeneratedContentIsNullWhereThereIsNone) {
  const Styled styled(kParagraph, {"",
                                   "p::before { content: 'x'; color: red } em::before { content: none } "
                                   "p::after { color: red } em:after { content: '' }"});
  ASSERT_TRUE(styled.style("p", PseudoElement::Before));
  EXPECT_EQ(valueOf(*styled.style("p", PseudoElement::Before), "content"), "\"x\"");
  EXPECT_EQ(styled.style("p", PseudoElement::Before)->language, "zh");
  EXPECT_FALSE(styled.style("p", PseudoElement::After));
  EXPECT_FALSE(styled.style("e", PseudoElement::Before));
  EXPECT_TRUE(styled.style("e", PseudoElement::After));
  EXPECT_FALSE(styled.style("p", PseudoElement::FirstLetter));
  EXPECT_TRUE(styled.style("p", PseudoElement::Marker));
  EXPECT_TRUE(styled.style("p", PseudoElement::FootnoteCall));
}

TEST(Cascade, ANamedPageHoldsForAllBelow) {
  const Styled styled(kParagraph, {"", "section { page: front } p { page: auto }"});
  EXPECT_EQ(styled.style("e")->page, "front");
  EXPECT_EQ(Cascade::anonymous(styled.style("e"), Display::Block)->page, "front");
}

TEST(Cascade, EqualElementsShareOneStyle) {
  const Styled styled("<section><p id='a'/><p id='b'/><p id='c' class='x'/></section>",
                      {"", "p { widows: 3 } .x { orphans: 3 }"});
  const StylePtr parent = styled.style(styled.root());
  EXPECT_EQ(styled.cascade().styleOf(styled.element("a"), parent),
            styled.cascade().styleOf(styled.element("b"), parent));
  EXPECT_NE(styled.cascade().styleOf(styled.element("a"), parent),
            styled.cascade().styleOf(styled.element("c"), parent));
}

TEST(Cascade, StylesAHundredThousandElementsInAMoment) {
  std::string markup = "<section>";
  for (int i = 0; i < 20'000; ++i)
    markup += "<div class='a b'><p lang='zh'>x<em>y</em></p><p class='c'><b>z</b></p></div>";
  const Styled styled(markup + "</section>", {"default.css", "study.css"});
  const auto start = std::chrono::steady_clock::now();
  std::size_t count = 0;
  const auto visit = [&](const auto& self, const dom::Element& element, const StylePtr& parent) -> void {
    const StylePtr style = styled.cascade().styleOf(element, parent);
    styled.cascade().styleOf(element, PseudoElement::Before, style);
    styled.cascade().styleOf(element, PseudoElement::After, style);
    ++count;
    for (const auto& child : element.children()) {
      if (const dom::Element* below = dom::asElement(*child)) self(self, *below, style);
    }
  };
  visit(visit, styled.root(), nullptr);
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
  EXPECT_EQ(count, 100'001U);
  // 0.3 s in a release build; sanitizers and a busy machine get room, a quadratic search does not.
  EXPECT_LT(seconds.count(), 20.0);
  RecordProperty("milliseconds", static_cast<int>(seconds.count() * 1000));
}

TEST(Cascade, DumpIsSortedAndLeavesOutInitialValues) {
  const Styled styled(kParagraph, {"", "p { widows: 3; margin: 1pt auto; font-family: A, b }"});
  EXPECT_EQ(dump(*styled.style("p")),
            "font-family: \"A\" \"b\"\nlanguage: \"zh\"\nmargin-block-end: 1pt\nmargin-block-start: 1pt\n"
            "margin-inline-end: auto\nmargin-inline-start: auto\nwidows: 3\n");
}

TEST(FontFaces, MayBeForSomeCharactersOnly) {
  const Styled styled(kParagraph, {"", "@font-face { font-family: A; src: local(B); unicode-range: U+4E00-9FFF, u+3??, U+A0 }"
                                       "@font-face { font-family: C; src: local(D); unicode-range: U+9-1 }"});
  const auto faces = styled.cascade().fontFaces();
  ASSERT_EQ(faces.size(), 2U);
  using Ranges = std::vector<std::pair<char32_t, char32_t>>;
  EXPECT_EQ(faces[0].unicodeRange, (Ranges{{0x4E00, 0x9FFF}, {0x300, 0x3FF}, {0xA0, 0xA0}}));
  EXPECT_TRUE(faces[1].unicodeRange.empty());
  EXPECT_EQ(styled.messages().size(), 1U);
}

TEST(FontFaces, AreReadInOrder) {
  const Styled styled(
      kParagraph,
      {"",
       "@font-face { font-family: 'My Song'; src: local('Song X'), url(a.otf) format('opentype'), "
       "url('b.ttf'); font-weight: bold; font-style: italic } @font-face { font-family: X } "});
  const auto faces = styled.cascade().fontFaces();
  ASSERT_EQ(faces.size(), 1U);
  EXPECT_EQ(faces[0].family, "My Song");
  EXPECT_THAT(faces[0].localNames, ElementsAre("Song X"));
  EXPECT_THAT(faces[0].urls, ElementsAre("a.otf", "b.ttf"));
  EXPECT_EQ(faces[0].weight, 700);
  EXPECT_EQ(faces[0].style, FontStyle::Italic);
  EXPECT_EQ(faces[0].position.column, 1U);
  EXPECT_THAT(styled.messages(), ElementsAre("css-font-face 1:145 "));
}

}  // namespace
}  // namespace octavo::css::test

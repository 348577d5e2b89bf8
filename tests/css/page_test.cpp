#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "css_support.h"

namespace octavo::css::test {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

PageStyle page(const std::string& sheet, const PageSelector& selector = {}, Cascade::Options options = {}) {
  const Styled styled("<p/>", {"", sheet}, std::move(options));
  return styled.cascade().pageStyle(selector);
}

constexpr PageSelector kLeft{"", false, true, false, ""};
constexpr PageSelector kFirstRight{"", true, false, false, ""};

TEST(Page, IsA4WhereNobodyAsks) { EXPECT_EQ(page("").size, (PhysicalSize{210_mm, 297_mm})); }

TEST(Page, KnowsSizesByNameAndByLength) {
  EXPECT_EQ(page("@page { size: A5 }").size, (PhysicalSize{148_mm, 210_mm}));
  EXPECT_EQ(page("@page { size: a5 landscape }").size, (PhysicalSize{210_mm, 148_mm}));
  EXPECT_EQ(page("@page { size: portrait letter }").size, (PhysicalSize{8.5_pt * 72, 11_pt * 72}));
  EXPECT_EQ(page("@page { size: JIS-B5 }").size, (PhysicalSize{182_mm, 257_mm}));
  EXPECT_EQ(page("@page { size: 100pt 200pt }").size, (PhysicalSize{100_pt, 200_pt}));
  EXPECT_EQ(page("@page { size: 100pt }").size, (PhysicalSize{100_pt, 100_pt}));
  EXPECT_EQ(page("@page { size: landscape }").size, (PhysicalSize{297_mm, 210_mm}));
  EXPECT_EQ(page("@page { size: A5; size: A7 }").size, (PhysicalSize{148_mm, 210_mm}));
}

TEST(Page, TheTrimOptionBeatsAllSizes) {
  Cascade::Options options;
  options.trim = PhysicalSize{100_pt, 150_pt};
  EXPECT_EQ(page("@page { size: A5 !important; margin: 10% }", {}, options).size,
            (PhysicalSize{100_pt, 150_pt}));
  EXPECT_EQ(page("@page { size: A5; margin: 10% }", {}, options).margin,
            (PhysicalEdges<Length>{15_pt, 10_pt, 15_pt, 10_pt}));
}

TEST(Page, MarginsStayOnPaperInEveryWritingMode) {
  const PhysicalEdges<Length> expected{1_pt, 2_pt, 3_pt, 4_pt};
  EXPECT_EQ(page("@page { margin: 1pt 2pt 3pt 4pt }").margin, expected);
  EXPECT_EQ(page("@page { margin: 1pt 2pt 3pt 4pt } html { writing-mode: vertical-rl }").margin, expected);
  EXPECT_EQ(page("@page { margin: 1pt 2pt 3pt 4pt; direction: rtl }").margin, expected);
}

TEST(Page, SelectorsWeighNamesThenFirstAndBlankThenSides) {
  const std::string sheet =
      "@page front { orphans: 5 } @page :first { orphans: 4; widows: 4 } @page :left { orphans: 3; widows: 3 "
      "} "
      "@page :right { orphans: 6 } @page { orphans: 2; widows: 2 } @page :blank { widows: 7 } @page "
      "front:left { widows: 8 }";
  EXPECT_EQ(page(sheet, kLeft).style->orphans, 3);
  EXPECT_EQ(page(sheet, kFirstRight).style->orphans, 4);
  EXPECT_EQ(page(sheet, {"front", true, true, false, ""}).style->orphans, 5);
  EXPECT_EQ(page(sheet, {"front", true, true, false, ""}).style->widows, 8);
  EXPECT_EQ(page(sheet, {"", false, true, true, ""}).style->widows, 7);
  EXPECT_EQ(page(sheet, {"other", false, false, false, ""}).style->orphans, 6);
}

TEST(Page, MarginBoxesHaveTheirOwnStyleAndInheritThePages) {
  const PageStyle left = page(
      "@page { color: red; font-size: 8pt; @top-left { content: 'a' string(t); font-weight: bold } "
      "@top-right { color: blue } @bottom-center { content: none } }",
      kLeft);
  const StylePtr box = left.marginBoxes[static_cast<std::size_t>(MarginBox::TopLeft)];
  ASSERT_TRUE(box);
  EXPECT_EQ(valueOf(*box, "content"), "\"a\" string(t, first)");
  EXPECT_EQ(valueOf(*box, "color"), "#ff0000");
  EXPECT_EQ(valueOf(*box, "font-size"), "8pt");
  EXPECT_EQ(valueOf(*box, "text-align"), "left");
  EXPECT_EQ(valueOf(*box, "vertical-align"), "middle");
  EXPECT_EQ(box->display, Display::Block);
  EXPECT_FALSE(left.marginBoxes[static_cast<std::size_t>(MarginBox::TopRight)]);
  EXPECT_FALSE(left.marginBoxes[static_cast<std::size_t>(MarginBox::BottomCenter)]);
}

TEST(Page, AllSixteenMarginBoxesAreKnown) {
  std::string sheet = "@page {";
  for (const auto* name :
       {"top-left-corner", "top-left", "top-center", "top-right", "top-right-corner", "right-top",
        "right-middle", "right-bottom", "bottom-right-corner", "bottom-right", "bottom-center", "bottom-left",
        "bottom-left-corner", "left-bottom", "left-middle", "left-top"}) {
    sheet += " @" + std::string(name) + " { content: '" + name + "' }";
  }
  const PageStyle all = page(sheet + " }");
  for (std::size_t i = 0; i < kMarginBoxCount; ++i) ASSERT_TRUE(all.marginBoxes[i]) << i;
  EXPECT_EQ(valueOf(*all.marginBoxes[static_cast<std::size_t>(MarginBox::LeftTop)], "content"),
            "\"left-top\"");
  EXPECT_EQ(valueOf(*all.marginBoxes[static_cast<std::size_t>(MarginBox::LeftTop)], "vertical-align"), "top");
  EXPECT_EQ(valueOf(*all.marginBoxes[static_cast<std::size_t>(MarginBox::BottomRightCorner)], "text-align"),
            "left");
}

TEST(Page, ABoxOfAMoreSpecificPageMayGoAway) {
  const std::string sheet =
      "@page { @top-left { content: 'x' } } @page :first { @top-left { content: none } }";
  EXPECT_TRUE(page(sheet).marginBoxes[static_cast<std::size_t>(MarginBox::TopLeft)]);
  EXPECT_FALSE(page(sheet, kFirstRight).marginBoxes[static_cast<std::size_t>(MarginBox::TopLeft)]);
}

TEST(Page, TheNoteAreaIsAlwaysThere) {
  EXPECT_TRUE(page("").footnoteArea);
  const PageStyle styled = page("@page { @footnote { border-top: 1pt solid; margin-top: 8pt } }");
  EXPECT_EQ(valueOf(*styled.footnoteArea, "border-block-start"), "1pt solid #000000");
  EXPECT_EQ(valueOf(*styled.footnoteArea, "margin-block-start"), "8pt");
}

TEST(Page, CountersAndOwnFramesAreHandedOn) {
  const PageStyle styled = page(
      "@page { counter-increment: page 2; counter-reset: x; background: #eee; padding: 3pt; margin: 9pt }");
  EXPECT_THAT(styled.counterIncrement, ElementsAre(CounterChange{"page", 2}));
  EXPECT_THAT(styled.counterReset, ElementsAre(CounterChange{"x", 0}));
  EXPECT_EQ(valueOf(*styled.style, "padding-block-start"), "3pt");
  EXPECT_EQ(valueOf(*styled.style, "margin-block-start"), "");
}

TEST(Page, ThePageSpeaksTheLanguageItIsAskedFor) {
  Cascade::Options options;
  options.language = "zh";
  EXPECT_EQ(page("", {}, options).style->language, "zh");
  PageSelector japanese;
  japanese.language = "ja";
  EXPECT_EQ(page("html:lang(ja) { widows: 9 }", japanese, options).style->language, "ja");
  EXPECT_EQ(page("html:lang(ja) { widows: 9 }", japanese, options).style->widows, 9);
}

TEST(Page, WhatItDoesNotKnowIsReported) {
  EXPECT_THAT(complaints("@page :nth(2) { size: A5 }"), ElementsAre("css-unsupported-selector 1:1"));
  EXPECT_THAT(
      complaints("@page { size: A99; @top-lef { content: 'x' } marks: crop }"),
      ElementsAre("css-unsupported-value 1:9", "css-unsupported-property 1:46", "css-unknown-at-rule 1:20"));
  EXPECT_THAT(
      complaints("@page front:first, :left:blank { margin: 1pt; @bottom-left { content: counter(page) } }"),
      IsEmpty());
}

}  // namespace
}  // namespace octavo::css::test

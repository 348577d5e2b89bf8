#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "layout/inline/paragraph_maker.h"

namespace octavo::test {
namespace {

using ::testing::ElementsAre;

/// Pens of the glyphs of one line that is wide enough for all. Left edges of glyphs, their blanks included.
std::vector<double> pens(std::string_view text, std::string tag = "zh-Hans", const Styling& styling = kPlain) {
  Typesetter typesetter;
  const auto lines = typesetter.lines(ParagraphMaker(both(language(std::move(tag)), styling)).text(text), 400_pt);
  EXPECT_EQ(lines->children.size(), 1u);
  return pensOf(*lines->children.front().fragment);
}

TEST(MarkSpacing, ClosingBeforeOpeningTakesAnEmAndAHalf) { EXPECT_THAT(pens("中」「文"), ElementsAre(0, 10, 15, 25)); }
TEST(MarkSpacing, ClosingBeforeStopTakesAnEmAndAHalf) { EXPECT_THAT(pens("中」。文"), ElementsAre(0, 10, 15, 25)); }
TEST(MarkSpacing, CommaBeforeOpeningTakesAnEmAndAHalf) { EXPECT_THAT(pens("中，「文"), ElementsAre(0, 10, 15, 25)); }
TEST(MarkSpacing, OpeningsStandTight) { EXPECT_THAT(pens("中「『文"), ElementsAre(0, 10, 15, 25)); }
TEST(MarkSpacing, ThreeMarksTakeTwoEm) { EXPECT_THAT(pens("中。』」文"), ElementsAre(0, 10, 15, 20, 30)); }
TEST(MarkSpacing, SingleMarksKeepTheirEm) { EXPECT_THAT(pens("中，文（中）文"), ElementsAre(0, 10, 20, 30, 40, 50, 60)); }
TEST(MarkSpacing, ExclamationSqueezesInMainlandChinaOnly) {
  EXPECT_THAT(pens("中》！文"), ElementsAre(0, 10, 15, 25));
  EXPECT_THAT(pens("中》！文", "ja"), ElementsAre(0, 10, 20, 30));
}
TEST(MarkSpacing, CentredMarksOfTaiwanKeepTheirEm) {
  EXPECT_THAT(pens("中，。文", "zh-TW"), ElementsAre(0, 10, 20, 30));
  EXPECT_THAT(pens("中，。文", "zh-HK"), ElementsAre(0, 10, 20, 30));
  // Brackets are squeezed there too.
  EXPECT_THAT(pens("中」「文", "zh-TW"), ElementsAre(0, 10, 15, 25));
}
TEST(MarkSpacing, GoesOnAcrossElements) {
  Typesetter typesetter;
  ParagraphMaker paragraph(language("zh-Hans"));
  paragraph.text("中」").open("b").text("「文").close();
  const auto lines = typesetter.lines(paragraph, 400_pt);
  EXPECT_THAT(pensOf(*lines->children.front().fragment), ElementsAre(0, 10, 15, 25));
}
TEST(MarkSpacing, CanBeTurnedOff) {
  const Styling off = [](css::ComputedStyle& style) { style.textSpacingTrim = css::TextSpacingTrim::SpaceAll; };
  EXPECT_THAT(pens("中」「文", "zh-Hans", off), ElementsAre(0, 10, 20, 30));
}

TEST(HanLatinGap, IsAQuarterEm) { EXPECT_THAT(pens("中a文"), ElementsAre(0, 12.5, 20)); }
TEST(HanLatinGap, StandsBesideDigits) { EXPECT_THAT(pens("中12文"), ElementsAre(0, 12.5, 17.5, 25)); }
// A typed space is as wide as the gap in its stead: one line has one width of gap.
TEST(HanLatinGap, IsNeverDoubledWithATypedSpace) { EXPECT_THAT(pens("中 a"), ElementsAre(0, 10, 12.5)); }
TEST(HanLatinGap, IsNotMadeBesideFullWidthMarks) { EXPECT_THAT(pens("中，a」文"), ElementsAre(0, 10, 20, 25, 35)); }
TEST(HanLatinGap, StaysAfterALatinFullStop) { EXPECT_THAT(pens("a.中"), ElementsAre(0, 5, 12.5)); }
TEST(HanLatinGap, StaysAfterALatinComma) { EXPECT_THAT(pens("5,中"), ElementsAre(0, 5, 12.5)); }
TEST(HanLatinGap, IsNotMadeInKorean) { EXPECT_THAT(pens("한a", "ko"), ElementsAre(0, 10)); }
TEST(HanLatinGap, GoesOnAcrossElements) {
  Typesetter typesetter;
  ParagraphMaker paragraph(language("zh-Hans"));
  paragraph.text("中").open("code").text("a").close().text("文");
  EXPECT_THAT(pensOf(*typesetter.lines(paragraph, 400_pt)->children.front().fragment), ElementsAre(0, 12.5, 20));
}
TEST(HanLatinGap, CanBeTurnedOff) {
  const Styling off = [](css::ComputedStyle& style) { style.textAutospace = {false, false, false}; };
  EXPECT_THAT(pens("中a文", "zh-Hans", off), ElementsAre(0, 10, 15));
}
TEST(HanLatinGap, IsNotMadeBeforeANoteCall) {
  Typesetter typesetter;
  ParagraphMaker paragraph(language("zh-Hans"));
  paragraph.text("中").open("a", kPlain, box::Kind::NoteCall);
  paragraph.current().role = box::Role::NoteCall;
  paragraph.text("1").close().text("文");
  EXPECT_THAT(pensOf(*typesetter.lines(paragraph, 400_pt)->children.front().fragment), ElementsAre(0, 10, 15));
}

Styling autospace(css::TextAutospace value, double width = 0.25) {
  return [=](css::ComputedStyle& style) {
    style.textAutospace = value;
    style.autospaceWidth = width;
  };
}
TEST(HanLatinGap, MayStandBesideLettersOnlyOrDigitsOnly) {
  EXPECT_THAT(pens("中a文1中", "zh-Hans", autospace({true, false, false})), ElementsAre(0, 12.5, 20, 30, 35));
  EXPECT_THAT(pens("中a文1中", "zh-Hans", autospace({false, true, false})), ElementsAre(0, 10, 15, 27.5, 35));
}
TEST(HanLatinGap, HasTheWidthThatIsAskedFor) {
  EXPECT_THAT(pens("中a文", "zh-Hans", autospace({}, 0.2)), ElementsAre(0, 12, 19));
  EXPECT_THAT(pens("中a文", "zh-Hans", autospace({}, 0.0)), ElementsAre(0, 10, 15));
}
TEST(HanLatinGap, MayReplaceATypedSpace) {
  EXPECT_THAT(pens("中 a b", "zh-Hans", autospace({true, true, true})), ElementsAre(0, 10, 12.5, 17.5, 22.5));
}
TEST(HanLatinGap, IsAsWideWhereASpaceIsTyped) {
  EXPECT_THAT(pens("中 a", "zh-Hans"), ElementsAre(0, 10, 12.5));
  EXPECT_THAT(pens("中 a", "zh-Hans", autospace({false, false, false})), ElementsAre(0, 10, 15));
}
TEST(HanLatinGap, BesideCodeIsTheAffairOfTheTextAround) {
  // Code has no gaps inside; the paragraph has them beside the code.
  Typesetter typesetter;
  ParagraphMaker paragraph(language("zh-Hans"));
  paragraph.text("中").open("code", autospace({false, false, false})).text("a文").close().text("文b");
  EXPECT_THAT(pensOf(*typesetter.lines(paragraph, 400_pt)->children.front().fragment),
              ElementsAre(0, 12.5, 17.5, 27.5, 40));
}
TEST(HanLatinGap, StandsBesideAFormulaAndNotBesideAPicture) {
  const auto begin = [](std::string name, dom::Namespace space) {
    Typesetter typesetter;
    ParagraphMaker paragraph(language("zh-Hans"));
    paragraph.text("中");
    dom::Element element(space, std::move(name), {});
    box::Box& image = paragraph.leaf(box::Kind::Image, "img");
    image.imagePath = "square.png";
    image.element = &element;
    paragraph.text("文");
    // The picture is 20pt wide.
    return pensOf(*typesetter.lines(paragraph, 400_pt)->children.front().fragment).back();
  };
  EXPECT_EQ(begin("math", dom::Namespace::MathMl), 35);
  EXPECT_EQ(begin("img", dom::Namespace::Xhtml), 30);
}
TEST(HanLatinGap, StandsAtNoEdgeOfALine) {
  Typesetter typesetter;
  const auto lines = typesetter.lines(ParagraphMaker(both(justified, language("zh-Hans"))).text("中文aa人中aa文"), 30_pt);
  for (const auto& line : lines->children) EXPECT_EQ(pensOf(*line.fragment).front(), 0);
}

TEST(FullWidthMarkInEnglish, KeepsItsBlank) {
  EXPECT_THAT(pens("ab。Cd", "en"), ElementsAre(0, 5, 10, 20, 25));
}
TEST(FullWidthMarkInEnglish, AddsNothingToASpaceBehindIt) {
  EXPECT_THAT(pens("ab。 C", "en"), ElementsAre(0, 5, 10, 15, 20));
}

TEST(Quotes, AreFullWidthInChineseAndWesternInEnglish) {
  EXPECT_THAT(pens("中“文”中"), ElementsAre(0, 10, 20, 30, 40));
  EXPECT_THAT(pens("a “b” c", "en"), ElementsAre(0, 5, 10, 15, 20, 25, 30));
}
TEST(Quotes, AnApostropheIsWesternInChineseToo) {
  EXPECT_THAT(pens("a’s", "zh-Hans").size(), 3u);
}

TEST(LetterSpacing, StandsBetweenLettersAndNotBehindTheLast) {
  const Styling spaced = [](css::ComputedStyle& style) { style.letterSpacing = 2_pt; };
  EXPECT_THAT(pens("abc", "en", spaced), ElementsAre(0, 7, 14));
  EXPECT_THAT(pens("中文", "zh-Hans", spaced), ElementsAre(0, 12));
}
TEST(WordSpacing, WidensSpaces) {
  const Styling spaced = [](css::ComputedStyle& style) { style.wordSpacing = 2_pt; };
  EXPECT_THAT(pens("a b", "en", spaced), ElementsAre(0, 5, 12));
}

}  // namespace
}  // namespace octavo::test

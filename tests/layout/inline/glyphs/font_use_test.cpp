#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "layout/inline/paragraph_maker.h"

namespace octavo::test {
namespace {

using ::testing::ElementsAre;

struct Installed {
  Diagnostics diagnostics;
  std::unique_ptr<font::Collection> fonts = open(diagnostics);
  text::Hyphenator hyphenator;
  layout::ImageSizes images;
  layout::PageLabels pageLabels;
  layout::Context context{*fonts, hyphenator, images, pageLabels, diagnostics};

  static std::unique_ptr<font::Collection> open(Diagnostics& diagnostics) {
    font::CollectionOptions options;
    options.families = readTestFile(testPath("../fonts/families.conf"));
    return font::openCollection(options, diagnostics);
  }
  bool has(const std::string& family) const {
    return fonts->primary({{family}, 400, false, "en"})->familyName() == family;
  }
  layout::LogicalFragmentPtr lines(const ParagraphMaker& paragraph, Length measure) {
    layout::Space space;
    space.available = {measure, Length::infinite()};
    return layout::layoutInline(paragraph.box(), space, nullptr, context).fragment;
  }
};

Styling set(std::string family, std::string tag, const Styling& more = kPlain) {
  return [=](css::ComputedStyle& style) {
    style.fontFamilies = {family};
    style.language = tag;
    more(style);
  };
}
const layout::LogicalFragment& lineOf(const layout::LogicalFragmentPtr& lines, std::size_t index = 0) {
  return *lines->children[index].fragment;
}
std::vector<std::pair<std::string, double>> sizesOf(const layout::LogicalFragment& line) {
  std::vector<std::pair<std::string, double>> sizes;
  for (const layout::PlacedLogical* run : runsOf(line)) {
    sizes.emplace_back(toUtf8(runOf(*run).text), runOf(*run).size.toPoints());
  }
  return sizes;
}

TEST(SmallCaps, AreSmallerCapitalsWhereTheFaceHasNone) {
  Typesetter typesetter;
  const Styling caps = [](css::ComputedStyle& style) { style.fontCaps = css::FontCaps::SmallCaps; };
  const auto lines = typesetter.lines(ParagraphMaker(caps).text("Ab1"), 100_pt);
  // x-height 500 and capitals of 700 make 0.77. The text stays what it was.
  const auto sizes = sizesOf(lineOf(lines));
  ASSERT_EQ(sizes.size(), 3u);
  EXPECT_EQ(sizes[0], (std::pair<std::string, double>("A", 10)));
  EXPECT_EQ(sizes[1].first, "b");
  EXPECT_NEAR(sizes[1].second, 7.714, 0.01);
  EXPECT_EQ(sizes[2], (std::pair<std::string, double>("1", 10)));
  const auto capital = typesetter.lines(ParagraphMaker().text("B"), 100_pt);
  EXPECT_EQ(runOf(*runsOf(lineOf(lines))[1]).glyphs[0].id, runOf(*runsOf(lineOf(capital))[0]).glyphs[0].id);
}

TEST(SmallCaps, AreNotMadeWhereTheStyleForbidsIt) {
  Typesetter typesetter;
  const Styling caps = [](css::ComputedStyle& style) {
    style.fontCaps = css::FontCaps::SmallCaps;
    style.synthesizesSmallCaps = false;
  };
  EXPECT_THAT(sizesOf(lineOf(typesetter.lines(ParagraphMaker(caps).text("Ab1"), 100_pt))),
              ElementsAre(std::pair<std::string, double>("Ab1", 10)));
}

TEST(SmallCaps, OfAllLettersShrinkCapitalsToo) {
  Typesetter typesetter;
  const Styling caps = [](css::ComputedStyle& style) { style.fontCaps = css::FontCaps::AllSmallCaps; };
  const auto sizes = sizesOf(lineOf(typesetter.lines(ParagraphMaker(caps).text("Ab"), 100_pt)));
  ASSERT_EQ(sizes.size(), 1u);
  EXPECT_NEAR(sizes[0].second, 7.714, 0.01);
}

TEST(SizeAdjust, BringsTheFaceToTheMeasureAskedFor) {
  Typesetter typesetter;
  const auto size = [&](css::FontMeasure measure, std::optional<double> value) {
    const Styling adjusted = [=](css::ComputedStyle& style) { style.fontSizeAdjust = {measure, value}; };
    return sizesOf(lineOf(typesetter.lines(ParagraphMaker(adjusted).text("ab"), 100_pt)))[0].second;
  };
  // The test font's x-height is 0.5 em, its capitals 0.7, its digits half an em, its ideographs one.
  EXPECT_NEAR(size(css::FontMeasure::ExHeight, 0.6), 12, 0.01);
  EXPECT_NEAR(size(css::FontMeasure::CapHeight, 0.35), 5, 0.01);
  EXPECT_NEAR(size(css::FontMeasure::ChWidth, 0.6), 12, 0.01);
  EXPECT_NEAR(size(css::FontMeasure::IcWidth, 0.9), 9, 0.01);
  EXPECT_NEAR(size(css::FontMeasure::ExHeight, std::nullopt), 10, 0.01);
}

TEST(LetterSpacing, IsNotAddedAtTheEndOfALine) {
  Typesetter typesetter;
  const Styling spaced = [](css::ComputedStyle& style) {
    style.letterSpacing = 2_pt;
    style.textAlign = css::TextAlign::Right;
  };
  const auto lines = typesetter.lines(ParagraphMaker(spaced).text("ab cd"), 26_pt);
  ASSERT_EQ(linesOf(*lines), (std::vector<std::string>{"ab", "cd"}));
  // Two letters of 5pt and one space of 2pt between them, flush right.
  EXPECT_THAT(pensOf(lineOf(lines, 1)), ElementsAre(14, 21));
  EXPECT_EQ(endOf(lineOf(lines, 1)), 26);
}

TEST(WordSpacing, IsAddedToSpacesAlone) {
  Typesetter typesetter;
  const Styling spaced = [](css::ComputedStyle& style) { style.wordSpacing = 3_pt; };
  EXPECT_THAT(pensOf(lineOf(typesetter.lines(ParagraphMaker(spaced).text("ab c."), 100_pt))), ElementsAre(0, 5, 10, 18, 23));
}

TEST(Edges, AreShapedAnewWhereALineCutsAKerningPair) {
  Installed installed;
  if (!installed.has("Noto Serif")) GTEST_SKIP() << "Noto Serif is not installed";
  const Styling broken = set("Noto Serif", "en", [](css::ComputedStyle& style) {
    style.overflowWrap = css::OverflowWrap::Anywhere;
    style.textAlign = css::TextAlign::Right;
  });
  const double alone = endOf(lineOf(installed.lines(ParagraphMaker(set("Noto Serif", "en")).text("A"), 100_pt)));
  // Each letter on a line of its own: none may be narrower than alone.
  const auto lines = installed.lines(ParagraphMaker(broken).text("AVAVA"), 8_pt);
  ASSERT_EQ(lines->children.size(), 5u);
  EXPECT_NEAR(runsOf(lineOf(lines, 0))[0]->fragment->size.inlineSize.toPoints(), alone, 0.001);
  EXPECT_NEAR(endOf(lineOf(lines, 0)), 8, 0.001);
}

TEST(Selectors, TakeTheFaceThatHasTheSequenceAndShowNoBox) {
  Installed installed;
  if (!installed.has("Noto Serif CJK SC")) GTEST_SKIP() << "Noto Serif CJK is not installed";
  const auto glyphs = [&](std::string_view text, std::string tag) {
    const auto lines = installed.lines(ParagraphMaker(set("Noto Serif CJK SC", tag)).text(text), 100_pt);
    EXPECT_EQ(runsOf(lineOf(lines)).size(), 1u) << text;
    EXPECT_EQ(toUtf8(runOf(*runsOf(lineOf(lines))[0]).text), text);
    return runOf(*runsOf(lineOf(lines))[0]);
  };
  // 葛 with U+E0100 is in the Japanese face alone.
  const fragment::GlyphRun form = glyphs("葛\U000E0100", "zh-Hans");
  EXPECT_EQ(form.glyphs.size(), 1u);
  EXPECT_EQ(form.face->familyName(), "Noto Serif CJK JP");
  // A sequence that no face knows is the plain character.
  const fragment::GlyphRun plain = glyphs("一\uFE0F", "zh-Hans");
  Length width;
  for (const font::Glyph& glyph : plain.glyphs) width += glyph.advance;
  EXPECT_EQ(width, 10_pt);
}

/// From where to where the ink of a run's glyphs reaches, in points.
std::vector<std::pair<double, double>> inkOf(const fragment::GlyphRun& run) {
  std::vector<std::pair<double, double>> ink;
  double pen = 0;
  for (const font::Glyph& glyph : run.glyphs) {
    const font::InkBox box = font::inkBox(*run.face, glyph.id);
    const double scale = run.size.toPoints() / run.face->metrics().unitsPerEm;
    const double origin = pen + glyph.offsetInline.toPoints();
    ink.emplace_back(origin + box.left * scale, origin + box.right * scale);
    pen += glyph.advance.toPoints();
  }
  return ink;
}

TEST(QuotationMarks, OfAnEastAsianFaceAreNarrowInWesternWords) {
  Installed installed;
  if (!installed.has("Noto Serif CJK SC")) GTEST_SKIP() << "Noto Serif CJK is not installed";
  const auto markIn = [&](std::string_view text, std::size_t at, std::string tag) {
    const auto lines = installed.lines(ParagraphMaker(set("Noto Serif CJK SC", tag)).text(text), 200_pt);
    for (const auto* placed : runsOf(lineOf(lines))) {
      for (const font::Glyph& glyph : runOf(*placed).glyphs) {
        if (at-- == 0) return glyph.advance.toPoints();
      }
    }
    return 0.0;
  };
  EXPECT_LT(markIn("don’t", 3, "en"), 5);
  EXPECT_LT(markIn("don’t", 3, "zh-Hans"), 5);
  EXPECT_LT(markIn("a “b” c", 2, "en"), 6);
  // With the blank that belongs to the em.
  EXPECT_NEAR(endOf(lineOf(installed.lines(ParagraphMaker(set("Noto Serif CJK SC", "zh-Hans")).text("我们“好”吗"), 200_pt))), 60, 0.01);
}

class Dashes : public ::testing::TestWithParam<const char*> {};

TEST_P(Dashes, MakeOneUnbrokenRule) {
  Installed installed;
  if (!installed.has(GetParam())) GTEST_SKIP() << GetParam() << " is not installed";
  const auto lines = installed.lines(ParagraphMaker(set(GetParam(), "zh-Hans")).text("——"), 100_pt);
  const auto ink = inkOf(runOf(*runsOf(lineOf(lines))[0]));
  ASSERT_FALSE(ink.empty());
  for (std::size_t i = 1; i < ink.size(); ++i) EXPECT_LE(ink[i].first, ink[i - 1].second) << i;
  EXPECT_GT(ink.back().second - ink.front().first, 15);  // of two em
}

TEST_P(Dashes, EllipsesStandAtTheMiddleInChinese) {
  Installed installed;
  if (!installed.has(GetParam())) GTEST_SKIP() << GetParam() << " is not installed";
  const auto lines = installed.lines(ParagraphMaker(set(GetParam(), "zh-Hans")).text("天……"), 100_pt);
  const fragment::GlyphRun& run = runOf(*runsOf(lineOf(lines)).back());
  const font::InkBox box = font::inkBox(*run.face, run.glyphs.back().id);
  const double scale = run.size.toPoints() / run.face->metrics().unitsPerEm;
  const double middle = run.glyphs.back().offsetBlock.toPoints() + (box.bottom + box.top) / 2.0 * scale;
  EXPECT_NEAR(middle, 3.8, 0.7);
}

INSTANTIATE_TEST_SUITE_P(Faces, Dashes, ::testing::Values("Noto Serif CJK SC", "Noto Sans CJK SC", "LXGW WenKai"));

}  // namespace
}  // namespace octavo::test

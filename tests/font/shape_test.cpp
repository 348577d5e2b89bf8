#include <thread>

#include "base/utf8.h"
#include "font/test_faces.h"

namespace octavo::font {
namespace {

constexpr std::uint32_t kHan = 'H' << 24 | 'a' << 16 | 'n' << 8 | 'i';
constexpr std::uint32_t kLatin = 'L' << 24 | 'a' << 16 | 't' << 8 | 'n';

struct Text {
  std::string_view utf8;
  std::string language = "en";
  std::uint32_t script = kLatin;
  bool vertical = false;
  std::vector<Feature> features = {};
};

std::vector<Glyph> glyphsOf(const Text& text, FacePtr face = testFace()) {
  const std::u16string utf16 = toUtf16(text.utf8);
  ShapeRequest request;
  request.face = std::move(face);
  request.size = 10_pt;
  request.text = utf16;
  request.end = utf16.size();
  request.script = text.script;
  request.language = text.language;
  request.vertical = text.vertical;
  request.features = text.features;
  return shape(request);
}

std::vector<double> advancesOf(const Text& text) {
  std::vector<double> advances;
  for (const Glyph& glyph : glyphsOf(text)) advances.push_back(glyph.advance.toPoints());
  return advances;
}

TEST(Shape, LettersOfTheTestFontAreHalfAnEmAndIdeographsOne) {
  EXPECT_EQ(advancesOf({"a1."}), (std::vector<double>{5, 5, 5}));
  EXPECT_EQ(advancesOf({"甲，", "zh-Hans", kHan}), (std::vector<double>{10, 10}));
}

TEST(Shape, ClustersAreOffsetsInTheWholeParagraph) {
  const std::u16string text = u"ab甲乙cd";
  ShapeRequest request;
  request.face = testFace();
  request.size = 10_pt;
  request.text = text;
  request.begin = 2;
  request.end = 4;
  request.script = kHan;
  request.language = "zh";
  const std::vector<Glyph> glyphs = shape(request);
  ASSERT_EQ(glyphs.size(), 2U);
  EXPECT_EQ(glyphs[0].cluster, 2U);
  EXPECT_EQ(glyphs[1].cluster, 3U);
}

TEST(Shape, NothingAskedGivesNothing) { EXPECT_TRUE(glyphsOf({""}).empty()); }

TEST(Shape, LanguageSelectsTheFormOfAQuotationMark) {
  EXPECT_EQ(advancesOf({"“", "en"}), (std::vector<double>{5}));
  EXPECT_EQ(advancesOf({"“", "zh-Hans", kHan}), (std::vector<double>{10}));
  EXPECT_EQ(advancesOf({"“", "ja", kHan}), (std::vector<double>{10}));
}

TEST(Shape, HalfWidthFeatureMovesTheOpeningMarkBack) {
  const auto glyphs = glyphsOf({"（", "zh", kHan, false, {{"halt", 1}}});
  ASSERT_EQ(glyphs.size(), 1U);
  EXPECT_EQ(glyphs[0].advance, 5_pt);
  EXPECT_EQ(glyphs[0].offsetInline, -(5_pt));
}

TEST(Shape, LigatureHasOneClusterAndOnlyWhenAsked) {
  EXPECT_EQ(advancesOf({"ffi"}).size(), 3U);
  const auto glyphs = glyphsOf({"xffi", "en", kLatin, false, {{"dlig", 1}}});
  ASSERT_EQ(glyphs.size(), 2U);
  EXPECT_EQ(glyphs[1].cluster, 1U);
  EXPECT_EQ(glyphs[1].advance, 15_pt);
}

TEST(Shape, RightToLeftGlyphsComeInVisualOrder) {
  const std::u16string text = u"אב";
  ShapeRequest request;
  request.face = testFace();
  request.size = 10_pt;
  request.text = text;
  request.end = 2;
  request.script = 'H' << 24 | 'e' << 16 | 'b' << 8 | 'r';
  request.language = "he";
  request.direction = Direction::RightToLeft;
  const auto glyphs = shape(request);
  ASSERT_EQ(glyphs.size(), 2U);
  EXPECT_EQ(glyphs[0].cluster, 1U);
  EXPECT_EQ(glyphs[1].cluster, 0U);
}

TEST(Shape, VerticalTextAdvancesDownwardsFromTheGlyphsOwnOrigin) {
  const auto glyphs = glyphsOf({"甲（", "ja", kHan, true, {{"vert", 1}}});
  ASSERT_EQ(glyphs.size(), 2U);
  for (const Glyph& glyph : glyphs) {
    EXPECT_EQ(glyph.advance, 10_pt);
    EXPECT_EQ(glyph.offsetInline, 0_pt);
    EXPECT_EQ(glyph.offsetBlock, 0_pt);
  }
}

TEST(Shape, VerticalHalfWidthMovesTheOpeningMarkUp) {
  const auto glyphs = glyphsOf({"（", "ja", kHan, true, {{"vhal", 1}}});
  ASSERT_EQ(glyphs.size(), 1U);
  EXPECT_EQ(glyphs[0].advance, 5_pt);
  EXPECT_EQ(glyphs[0].offsetInline, -(5_pt));
}

TEST(Shape, SurrogatePairsWithoutAGlyphGiveNotdefInOneCluster) {
  const auto glyphs = glyphsOf({"a\U00020000b"});
  ASSERT_EQ(glyphs.size(), 3U);
  EXPECT_EQ(glyphs[1].id, 0U);
  EXPECT_EQ(glyphs[2].cluster, 3U);
}

TEST(Shape, AdvancesAreExactInWholeNumbers) {
  const std::u16string text = u"a";
  ShapeRequest request;
  request.face = testFace();
  request.size = Length::units(655361);  // a half of it rounds up
  request.text = text;
  request.end = 1;
  EXPECT_EQ(shape(request)[0].advance, Length::units(327681));
}

TEST(Shape, ThreadsShareAFaceAndGetTheSameGlyphs) {
  const FacePtr face = testFace();
  const auto expected = glyphsOf({"甲，乙。ab", "zh-Hans", kHan}, face);
  std::vector<std::vector<Glyph>> found(4);
  {
    std::vector<std::jthread> threads;
    for (auto& result : found) {
      threads.emplace_back([&result, &face] {
        for (int i = 0; i < 50; ++i) result = glyphsOf({"甲，乙。ab", "zh-Hans", kHan}, face);
      });
    }
  }
  for (const auto& result : found) EXPECT_EQ(result, expected);
}

TEST(Shape, TwoDashesAreOneGlyphOfTwoEmsInNotoSerif) {
  const FacePtr face = installedFace("Noto Serif CJK SC");
  if (!face) GTEST_SKIP() << "Noto Serif CJK SC is not installed";
  const auto glyphs = glyphsOf({"——", "zh-Hans", kHan}, face);
  ASSERT_EQ(glyphs.size(), 1U);
  EXPECT_EQ(glyphs[0].advance, 20_pt);
}

TEST(TrimmableBlank, FollowsTheHalfWidthsOfTheFont) {
  const FacePtr face = testFace();
  const auto blank = [&](char32_t c, std::string_view language, bool vertical = false) {
    const TrimmableBlank found = trimmableBlank(*face, c, language, vertical);
    return std::pair(found.before, found.after);
  };
  EXPECT_EQ(blank(U'（', "zh-Hans"), std::pair(500, 0));
  EXPECT_EQ(blank(U'，', "zh-Hans"), std::pair(0, 500));
  EXPECT_EQ(blank(U'。', "ja"), std::pair(0, 500));
  EXPECT_EQ(blank(U'，', "zh-TW"), std::pair(250, 250));
  EXPECT_EQ(blank(U'・', "ja"), std::pair(250, 250));
  EXPECT_EQ(blank(U'：', "zh-Hans"), std::pair(0, 500));
  EXPECT_EQ(blank(U'：', "ja"), std::pair(250, 250));
  EXPECT_EQ(blank(U'“', "zh-Hans"), std::pair(500, 0));
  EXPECT_EQ(blank(U'”', "zh-Hans"), std::pair(0, 500));
  EXPECT_EQ(blank(U'（', "ja", true), std::pair(500, 0));
  EXPECT_EQ(blank(U'）', "ja", true), std::pair(0, 500));
  EXPECT_EQ(blank(U'。', "ja", true), std::pair(0, 500));
}

TEST(TrimmableBlank, IsZeroForWhatIsNoFullWidthMark) {
  const FacePtr face = testFace();
  for (const char32_t c : U"甲a,(“…—あ") {
    if (c == 0) continue;
    const TrimmableBlank blank = trimmableBlank(*face, c, "en", false);
    EXPECT_EQ(blank.before + blank.after, 0) << std::hex << static_cast<unsigned>(c);
  }
}

TEST(TrimmableBlank, ReadsTheGlyphBoxWhereTheFontHasNoHalfWidths) {
  const FacePtr face = installedFace("LXGW WenKai");
  if (!face) GTEST_SKIP() << "LXGW WenKai is not installed";
  const int em = face->metrics().unitsPerEm;
  for (const bool vertical : {false, true}) {
    const TrimmableBlank opening = trimmableBlank(*face, U'「', "zh-Hans", vertical);
    EXPECT_GT(opening.before, em * 3 / 10);
    EXPECT_LE(opening.before, em / 2);
    EXPECT_EQ(opening.after, 0);
    const TrimmableBlank comma = trimmableBlank(*face, U'，', "zh-Hans", vertical);
    EXPECT_EQ(comma.before, 0);
    EXPECT_EQ(comma.after, em / 2);
  }
}

TEST(TrimmableBlank, OfNotoSerifIsHalfAnEm) {
  const FacePtr face = installedFace("Noto Serif CJK SC");
  if (!face) GTEST_SKIP() << "Noto Serif CJK SC is not installed";
  EXPECT_EQ(trimmableBlank(*face, U'，', "zh-Hans", false).after, 500);
  EXPECT_EQ(trimmableBlank(*face, U'（', "zh-Hans", false).before, 500);
  EXPECT_EQ(trimmableBlank(*face, U'（', "zh-Hans", true).before, 500);
  EXPECT_EQ(trimmableBlank(*face, U'“', "zh-Hans", false).before, 500);
}

}  // namespace
}  // namespace octavo::font

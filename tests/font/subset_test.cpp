#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "base/utf8.h"
#include "font/test_faces.h"

namespace octavo::font {
namespace {

std::vector<std::uint32_t> glyphsOf(const FacePtr& face, std::string_view utf8) {
  const std::u16string text = toUtf16(utf8);
  ShapeRequest request;
  request.face = face;
  request.size = 10_pt;
  request.text = text;
  request.end = text.size();
  std::vector<std::uint32_t> glyphs;
  for (const Glyph& glyph : shape(request)) glyphs.push_back(glyph.id);
  return glyphs;
}

/// The face of a font program, through a file of its own.
FacePtr reopened(const std::string& bytes) {
  const std::string path = ::testing::TempDir() + "octavo_subset_" + std::to_string(::getpid()) + ".font";
  std::ofstream(path, std::ios::binary) << bytes;
  Diagnostics diagnostics;
  CollectionOptions options;
  options.onlyFiles = {path};
  const FacePtr face = openCollection(options, diagnostics)->primary({{}, 400, false, "en"});
  std::filesystem::remove(path);
  return face;
}

/// An offset of a CFF number (Compact Font Format 1.0, section 5) read as big-endian bytes.
std::size_t number(std::string_view bytes, std::size_t at, std::size_t size) {
  std::size_t value = 0;
  for (std::size_t i = 0; i < size; ++i) value = value << 8 | static_cast<unsigned char>(bytes.at(at + i));
  return value;
}

/// The bytes of an INDEX's first item, and where the INDEX ends.
std::pair<std::string_view, std::size_t> firstItem(std::string_view cff, std::size_t at) {
  const std::size_t count = number(cff, at, 2);
  if (count == 0) return {{}, at + 2};
  const std::size_t width = number(cff, at + 2, 1);
  const std::size_t base = at + 3 + (count + 1) * width - 1;
  const std::size_t first = number(cff, at + 3, width), second = number(cff, at + 3 + width, width);
  return {cff.substr(base + first, second - first), base + number(cff, at + 3 + count * width, width)};
}

std::string_view topDictionary(std::string_view cff) {
  return firstItem(cff, firstItem(cff, number(cff, 2, 1)).second).first;
}

TEST(SubsetForPdf, CidKeyedFontsGiveTheBareTableAndLoseTheOtherGlyphs) {
  const FacePtr face = testFace("Octavo Test CID");
  const Subset subset = subsetForPdf(*face, glyphsOf(face, "甲乙a"));
  EXPECT_TRUE(subset.isCff);
  EXPECT_EQ(subset.bytes.substr(0, 2), std::string("\x01\x00", 2));
  EXPECT_LT(subset.bytes.size(), 700U);
  // Operator 12 30 (ROS) makes it CID-keyed: its CIDs are those of Face::pdfCode.
  EXPECT_NE(topDictionary(subset.bytes).find("\x0C\x1E"), std::string_view::npos);
}

TEST(SubsetForPdf, NameKeyedFontsGiveTheBareTableWithTheirGlyphIds) {
  const FacePtr face = testFace("Octavo Test Names");
  const Subset subset = subsetForPdf(*face, glyphsOf(face, "甲乙a"));
  EXPECT_TRUE(subset.isCff);
  EXPECT_EQ(topDictionary(subset.bytes).find("\x0C\x1E"), std::string_view::npos);
  EXPECT_LT(subset.bytes.size(), std::filesystem::file_size(testFont("OctavoTestNames-Regular.otf")) / 2);
}

TEST(SubsetForPdf, TrueTypeFontsStayWholeFilesWithTheirGlyphIds) {
  const FacePtr face = testFace();
  const auto glyphs = glyphsOf(face, "甲a");
  const Subset subset = subsetForPdf(*face, glyphs);
  EXPECT_FALSE(subset.isCff);
  const FacePtr kept = reopened(subset.bytes);
  ASSERT_EQ(glyphs.size(), 2U);
  EXPECT_EQ(kept->advance(glyphs[0]), 1000);
  EXPECT_EQ(kept->advance(glyphs[1]), 500);
  EXPECT_LT(subset.bytes.size(), std::filesystem::file_size(testFont("OctavoTest-Regular.ttf")) / 4);
}

TEST(SubsetForPdf, EqualGlyphsInAnyOrderGiveEqualBytes) {
  for (const char* family : {"Octavo Test", "Octavo Test CID", "Octavo Test Names"}) {
    const FacePtr face = testFace(family);
    auto glyphs = glyphsOf(face, "一丁七a");
    const Subset first = subsetForPdf(*face, glyphs);
    std::ranges::reverse(glyphs);
    glyphs.push_back(glyphs[0]);
    EXPECT_EQ(subsetForPdf(*testFace(family), glyphs).bytes, first.bytes) << family;
  }
}

TEST(SubsetForPdf, NoGlyphsButNotdefIsStillAFont) {
  for (const char* family : {"Octavo Test", "Octavo Test CID", "Octavo Test Names"}) {
    EXPECT_FALSE(subsetForPdf(*testFace(family), {}).bytes.empty()) << family;
  }
}

TEST(SubsetForPdf, LeavesOutMoreThanNineTenthsOfNotoSerif) {
  const FacePtr face = installedFace("Noto Serif CJK SC");
  if (!face) GTEST_SKIP() << "Noto Serif CJK SC is not installed";
  const Subset subset = subsetForPdf(*face, glyphsOf(face, "天地玄黄，宇宙洪荒。"));
  EXPECT_TRUE(subset.isCff);
  EXPECT_LT(subset.bytes.size(), 20'000U);
}

TEST(SubsetForEpub, IsAWholeFontForTheseCharactersThatStillSqueezes) {
  for (const char* family : {"Octavo Test", "Octavo Test CID"}) {
    const FacePtr kept = reopened(subsetForEpub(*testFace(family), U"甲，a"));
    EXPECT_TRUE(kept->hasGlyph(U'甲'));
    EXPECT_TRUE(kept->hasGlyph(U'a'));
    EXPECT_FALSE(kept->hasGlyph(U'乙'));
    EXPECT_EQ(kept->familyName(), family);
    EXPECT_EQ(trimmableBlank(*kept, U'，', "zh-Hans", false).after, 500);
  }
}

}  // namespace
}  // namespace octavo::font

#include "pdf/font_embedding.h"
#include "pdf/hand_made_book.h"

namespace octavo::pdf {
namespace {

/// A face whose glyphs are as the test wants them.
class FakeFace final : public font::Face {
 public:
  const std::string& path() const override { return name_; }
  unsigned index() const override { return 0; }
  const std::string& postScriptName() const override { return name_; }
  const std::string& familyName() const override { return name_; }
  int weight() const override { return 400; }
  bool isItalic() const override { return false; }
  bool isFixedPitch() const override { return false; }
  font::OutlineFormat outlineFormat() const override { return font::OutlineFormat::CffCid; }
  const font::Metrics& metrics() const override { return metrics_; }
  bool mayEmbed() const override { return mayEmbed_; }
  bool hasGlyph(char32_t) const override { return true; }
  bool hasVariation(char32_t, char32_t) const override { return false; }
  std::uint32_t nominalGlyph(char32_t) const override { return 1; }
  bool hasFeature(std::string_view) const override { return false; }
  bool isVariable() const override { return false; }
  int advance(std::uint32_t glyph) const override { return glyph < 10 ? 1024 : 2048; }
  std::uint32_t pdfCode(std::uint32_t glyph) const override { return glyph + 0x100; }

  font::Metrics metrics_ = [] {
    font::Metrics metrics;
    metrics.unitsPerEm = 2048;
    return metrics;
  }();
  std::string name_ = "Fake/Face";
  bool mayEmbed_ = true;
};

/// A run of these glyphs, each a cluster of one character from the text.
fragment::GlyphRun runOf(font::FacePtr face, std::u16string text, std::vector<std::uint32_t> ids) {
  fragment::GlyphRun made;
  made.face = std::move(face);
  made.size = 10_pt;
  made.text = std::move(text);
  for (std::uint32_t i = 0; i < ids.size(); ++i) made.glyphs.push_back({ids[i], i, 5_pt, {}, {}, false});
  return made;
}

std::string blockOf(const std::string& map) {
  const std::size_t begin = map.find("endcodespacerange\n") + 18;
  return map.substr(begin, map.find("endcmap") - begin);
}

TEST(Fonts, WidthsAreThousandthsAndOnlyWhereTheyAreNotAnEm) {
  FontUsage usage;
  usage.add(runOf(std::make_shared<FakeFace>(), u"abcde", {3, 4, 12, 6, 3}));
  EXPECT_EQ(widthArray(usage.programs()[0]).syntax(), "[259[500 500] 262[500]]");
}

TEST(Fonts, ToUnicodeGivesEachCodeItsFirstPlainText) {
  FontUsage usage;
  const auto face = std::make_shared<FakeFace>();
  usage.add(
      runOf(face, u"\u00ADb\uE000", {5, 6, 7}));  // a soft hyphen and a private character are not certain
  usage.add(runOf(face, u"-c", {5, 6}));
  EXPECT_EQ(blockOf(toUnicodeMap(usage.programs()[0])),
            "3 beginbfchar\n<0105><002D>\n<0106><0062>\n<0107><FFFD>\nendbfchar\n");
  const FontProgram& program = usage.programs()[0];
  EXPECT_TRUE(program.carries(6, u"b"));
  EXPECT_FALSE(program.carries(6, u"c"));
  EXPECT_FALSE(program.carries(7, u"\uE000"));
}

TEST(Fonts, ABlockOfTheMapHasAHundredEntriesAtMost) {
  FontUsage usage;
  std::vector<std::uint32_t> ids;
  std::u16string text;
  for (std::uint32_t i = 0; i < 101; ++i) {
    ids.push_back(i + 1);
    text.push_back(static_cast<char16_t>(0x4E00 + i));
  }
  usage.add(runOf(std::make_shared<FakeFace>(), text, ids));
  const std::string map = toUnicodeMap(usage.programs()[0]);
  EXPECT_NE(map.find("\n100 beginbfchar\n"), std::string::npos);
  EXPECT_NE(map.find("\n1 beginbfchar\n<0165><4E64>\nendbfchar"), std::string::npos);
}

TEST(Fonts, TheTagIsMadeOfFaceAndGlyphs) {
  const auto tagOf = [](std::vector<std::uint32_t> ids) {
    FontUsage usage;
    usage.add(runOf(std::make_shared<FakeFace>(), u"ab", std::move(ids)));
    return subsetTag(usage.programs()[0]);
  };
  EXPECT_EQ(tagOf({3, 4}).size(), 6U);
  EXPECT_EQ(tagOf({3, 4}), tagOf({4, 3}));
  EXPECT_NE(tagOf({3, 4}), tagOf({3, 5}));
}

TEST(Fonts, AFontThatForbidsEmbeddingStopsTheBuild) {
  const auto face = std::make_shared<FakeFace>();
  face->mayEmbed_ = false;
  FontUsage usage;
  usage.add(runOf(face, u"a", {3}));
  try {
    prepareFont(usage.programs()[0]);
    FAIL() << "nothing was thrown";
  } catch (const BuildError& error) {
    EXPECT_EQ(error.diagnostic().code, "font-not-embeddable");
  }
}

TEST(Fonts, HorizontalAndVerticalTextShareOneProgram) {
  FontUsage usage;
  EXPECT_EQ(usage.add(run("甲")), 0U);
  EXPECT_EQ(usage.add(run("乙", testFace(), true)), 1U);
  EXPECT_EQ(usage.programs().size(), 1U);
  EXPECT_TRUE(usage.programs()[0].isUsedVertically());
}

TEST(Fonts, CidKeyedFontsAreBareCffAndTheirCodesAreCids) {
  FontUsage usage;
  usage.add(run("a", testFace("OctavoTestCID-Regular.otf")));
  const PreparedFont prepared = prepareFont(usage.programs()[0]);
  EXPECT_TRUE(prepared.isCff);
  EXPECT_GE(usage.programs()[0].glyph(usage.programs()[0].anyGlyph()).code, 1000);
  EXPECT_EQ(prepared.name.substr(6), "+OctavoTestCID-Regular");
}

/// The texts of a run's clusters.
std::vector<std::u16string> clustersOf(const fragment::GlyphRun& run) {
  std::vector<std::u16string> texts;
  forEachCluster(run, [&](const Cluster& cluster) { texts.emplace_back(cluster.text); });
  return texts;
}

TEST(Clusters, DivideTheTextWithoutRest) {
  fragment::GlyphRun made = runOf(nullptr, u"abcde", {1, 2, 3});
  made.glyphs[0].cluster = 1;
  made.glyphs[1].cluster = 3;
  made.glyphs[2].cluster = 3;
  EXPECT_EQ(clustersOf(made), (std::vector<std::u16string>{u"abc", u"de"}));
}

TEST(Clusters, OfRightToLeftTextComeInVisualOrder) {
  fragment::GlyphRun made = runOf(nullptr, u"abcde", {1, 2, 3});
  made.direction = Direction::RightToLeft;
  made.glyphs[0].cluster = 4;
  made.glyphs[1].cluster = 1;
  made.glyphs[2].cluster = 0;
  EXPECT_EQ(clustersOf(made), (std::vector<std::u16string>{u"e", u"bcd", u"a"}));
}

TEST(Clusters, OffsetsBeyondTheTextAreHarmless) {
  fragment::GlyphRun made = runOf(nullptr, u"a", {1, 2});
  made.glyphs[1].cluster = 9;
  EXPECT_EQ(clustersOf(made), (std::vector<std::u16string>{u"a", u""}));
}

}  // namespace
}  // namespace octavo::pdf

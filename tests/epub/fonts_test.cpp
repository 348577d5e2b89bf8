// Fonts in the EPUB: which, how much of them, and what they say of their licences.
#include "epub/fonts.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "base/sha1.h"
#include "epub/obfuscation.h"
#include "support/golden.h"
#include "support/run.h"

namespace octavo::epub {
namespace {

css::FontFaceRule rule(const std::string& family, const std::string& file, std::vector<std::pair<char32_t, char32_t>> range = {}) {
  css::FontFaceRule made;
  made.family = family;
  made.urls = {file};
  made.unicodeRange = std::move(range);
  return made;
}

class FontsTest : public ::testing::Test {
 protected:
  /// The rules' files are those of the test fonts, copied to a folder.
  EmbeddedFonts embed(const std::vector<css::FontFaceRule>& rules, FontEmbedding embedding, std::u32string_view characters = U"a甲") {
    font::CollectionOptions options;
    options.onlyFiles = {test::testPath("fonts/OctavoTestNames-Regular.otf").string()};
    for (const css::FontFaceRule& each : rules) {
      const auto source = test::testPath("fonts") / each.urls.front();
      const auto copy = folder_.path() / each.urls.front();
      if (std::filesystem::exists(source)) std::filesystem::copy_file(source, copy, std::filesystem::copy_options::skip_existing);
      if (std::filesystem::exists(copy)) options.declared.push_back({each.family, 400, false, copy.string(), {}, each.unicodeRange});
    }
    collection_ = font::openCollection(options, diagnostics_);
    return embedFonts({rules, embedding, characters}, *collection_, diagnostics_);
  }
  font::FacePtr faceOf(const Item& item) {
    std::ofstream(folder_.path() / "made", std::ios::binary) << item.bytes;
    font::CollectionOptions options;
    options.onlyFiles = {(folder_.path() / "made").string()};
    Diagnostics diagnostics;
    return font::openCollection(options, diagnostics)->primary({{}, 400, false, "en"});
  }
  std::vector<std::string> codes() const {
    std::vector<std::string> found;
    for (const auto& entry : diagnostics_.entries()) found.push_back(entry.diagnostic.code);
    return found;
  }
  test::ScratchFolder folder_;
  Diagnostics diagnostics_;
  std::unique_ptr<font::Collection> collection_;
};

TEST_F(FontsTest, NothingIsEmbeddedWhereTheStyleDoesNotAsk) {
  EXPECT_TRUE(embed({}, FontEmbedding::Full).items.empty());
  EXPECT_TRUE(codes().empty());
}

TEST_F(FontsTest, NoneLeavesOutWhatTheStyleAsks) {
  const css::FontFaceRule kai = rule("Kai", "OctavoTest-Regular.ttf");
  const EmbeddedFonts fonts = embed({kai}, FontEmbedding::None);
  EXPECT_TRUE(fonts.items.empty());
  EXPECT_EQ(fonts.pathOf(kai), "");
}

TEST_F(FontsTest, ASubsetHasTheCharactersOfTheBookAndTellsItsSize) {
  const css::FontFaceRule kai = rule("Kai", "OctavoTest-Regular.ttf");
  const EmbeddedFonts fonts = embed({kai}, FontEmbedding::Subset);
  ASSERT_EQ(fonts.items.size(), 2U);
  EXPECT_EQ(fonts.items[0].path, "fonts/font-1.ttf");
  EXPECT_EQ(fonts.items[0].mediaType, "font/ttf");
  EXPECT_EQ(fonts.pathOf(kai), "fonts/font-1.ttf");
  const font::FacePtr face = faceOf(fonts.items[0]);
  EXPECT_TRUE(face->hasGlyph(U'甲'));
  EXPECT_FALSE(face->hasGlyph(U'乙'));
  ASSERT_EQ(codes(), std::vector<std::string>{"fonts-embedded"});
  const std::string said = diagnostics_.entries()[0].diagnostic.message;
  const std::size_t kilobytes = (fonts.items[0].bytes.size() + 999) / 1000;
  EXPECT_EQ(said, "the EPUB carries " + std::to_string(kilobytes) + " KB of fonts: Kai " + std::to_string(kilobytes) + " KB");
}

TEST_F(FontsTest, FullIsTheFileAsItIs) {
  const EmbeddedFonts fonts = embed({rule("Kai", "OctavoTestCID-Regular.otf")}, FontEmbedding::Full);
  ASSERT_FALSE(fonts.items.empty());
  EXPECT_EQ(fonts.items[0].path, "fonts/font-1.otf");
  EXPECT_EQ(fonts.items[0].mediaType, "font/otf");
  EXPECT_EQ(fonts.items[0].bytes, test::readTestFile(test::testPath("fonts/OctavoTestCID-Regular.otf")));
}

TEST_F(FontsTest, EachRuleOfAFamilyHasItsOwnFileForItsOwnCharacters) {
  const css::FontFaceRule latin = rule("Mix", "OctavoTest-Regular.ttf", {{0x20, 0x7E}});
  const css::FontFaceRule han = rule("Mix", "OctavoTestCID-Regular.otf", {{0x4E00, 0x9FFF}});
  const EmbeddedFonts fonts = embed({latin, han}, FontEmbedding::Subset);
  ASSERT_EQ(fonts.items.size(), 3U);
  EXPECT_EQ(fonts.pathOf(latin), "fonts/font-1.ttf");
  EXPECT_EQ(fonts.pathOf(han), "fonts/font-2.otf");
  EXPECT_FALSE(faceOf(fonts.items[0])->hasGlyph(U'甲'));
  EXPECT_TRUE(faceOf(fonts.items[0])->hasGlyph(U'a'));
  EXPECT_TRUE(faceOf(fonts.items[1])->hasGlyph(U'甲'));
  EXPECT_FALSE(faceOf(fonts.items[1])->hasGlyph(U'a'));
}

TEST_F(FontsTest, RulesForTheSameFileShareIt) {
  const css::FontFaceRule first = rule("One", "OctavoTest-Regular.ttf"), second = rule("Two", "OctavoTest-Regular.ttf");
  const EmbeddedFonts fonts = embed({first, second}, FontEmbedding::Subset);
  EXPECT_EQ(fonts.items.size(), 2U) << "one font, one list of licences";
  EXPECT_EQ(fonts.pathOf(first), fonts.pathOf(second));
}

TEST_F(FontsTest, AMissingFontIsNotMadeUpForByAnother) {
  const css::FontFaceRule missing = rule("Gone", "gone.ttf");
  const EmbeddedFonts fonts = embed({missing}, FontEmbedding::Subset);
  EXPECT_TRUE(fonts.items.empty());
  EXPECT_EQ(fonts.pathOf(missing), "");
}

TEST_F(FontsTest, LicencesOfTheFontAndBesideItAreIncludedOnce) {
  std::ofstream(folder_.path() / "OFL.txt") << "SIL OPEN FONT LICENSE\n";
  std::ofstream(folder_.path() / "notes.txt") << "nothing of that kind";
  const EmbeddedFonts fonts = embed({rule("One", "OctavoTest-Regular.ttf"), rule("Two", "OctavoTestCID-Regular.otf")}, FontEmbedding::Subset);
  ASSERT_EQ(fonts.items.size(), 3U);
  EXPECT_EQ(fonts.items[2].path, "fonts/licences.txt");
  const std::string& text = fonts.items[2].bytes;
  EXPECT_TRUE(text.ends_with("\nOctavo Test CID (fonts/font-2.otf)\n\n----- OFL.txt -----\n\nSIL OPEN FONT LICENSE\n")) << text;
  EXPECT_NE(text.find("\nOctavo Test (fonts/font-1.ttf)\n"), std::string::npos) << text;
}

TEST(CharactersOf, HaveBothCases) {
  const std::u32string characters = charactersOf({"é甲\n", "ß"}, "de");
  for (const char32_t expected : std::u32string_view(U"aA~éÉ甲ßS")) EXPECT_NE(characters.find(expected), std::u32string::npos);
  EXPECT_EQ(characters.find(U'\n'), std::u32string::npos);
}

TEST(Obfuscated, MixesTheFirst1040BytesWithTheDigestOfTheIdentifier) {
  const std::string font(1100, '\0');
  const std::string mixed = obfuscated(font, "urn:x \t\n y");
  const auto key = sha1("urn:xy");
  for (std::size_t i = 0; i < font.size(); ++i) {
    ASSERT_EQ(static_cast<unsigned char>(mixed[i]), i < 1040 ? key[i % 20] : 0) << i;
  }
  EXPECT_EQ(obfuscated(mixed, "urn:xy"), font) << "twice is not at all";
  EXPECT_EQ(obfuscated("abc", "urn:x").size(), 3U);
}

TEST(EncryptionDocument, NamesEachFileAndTheAlgorithm) {
  const std::string text = encryptionDocument({"EPUB/fonts/font-1.otf", "EPUB/fonts/font-2.ttf"});
  EXPECT_NE(text.find("<enc:EncryptionMethod Algorithm=\"http://www.idpf.org/2008/embedding\"/>\n"
                      "<enc:CipherData><enc:CipherReference URI=\"EPUB/fonts/font-1.otf\"/></enc:CipherData>"), std::string::npos) << text;
  EXPECT_NE(text.find("URI=\"EPUB/fonts/font-2.ttf\""), std::string::npos);
}

}  // namespace
}  // namespace octavo::epub

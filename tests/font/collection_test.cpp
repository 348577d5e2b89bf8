#include <fstream>

#include "font/families.h"
#include "font/test_faces.h"

namespace octavo::font {
namespace {

std::string nameFor(const Collection& collection, const Request& request, char32_t character) {
  const FacePtr face = collection.faceFor(request, character);
  return face ? face->postScriptName() : "none";
}

TEST(Metrics, AreThoseOfTheTestFont) {
  const FacePtr face = testFace();
  const Metrics& metrics = face->metrics();
  EXPECT_EQ(metrics.unitsPerEm, 1000);
  EXPECT_EQ(metrics.ascent, 880);
  EXPECT_EQ(metrics.descent, 120);
  EXPECT_EQ(metrics.lineGap, 0);
  EXPECT_EQ(metrics.xHeight, 500);
  EXPECT_EQ(metrics.capHeight, 700);
  EXPECT_EQ(metrics.underlinePosition, -100);  // its upper edge is at -75, it is 50 thick
  EXPECT_EQ(metrics.underlineThickness, 50);
  EXPECT_EQ(metrics.strikeoutPosition, 275);
  EXPECT_EQ(metrics.boxTop, 830);
  EXPECT_EQ(metrics.boxLeft, 50);
  EXPECT_TRUE(metrics.isCjk);
  EXPECT_TRUE(face->mayEmbed());
  EXPECT_FALSE(face->isItalic());
  EXPECT_EQ(face->familyName(), "Octavo Test");
  EXPECT_EQ(face->postScriptName(), "OctavoTest-Regular");
}

TEST(Metrics, EmBoxOfNotoSerifCjkIsTakenFromItsBaseTable) {
  const FacePtr face = installedFace("Noto Serif CJK SC");
  if (!face) GTEST_SKIP() << "Noto Serif CJK SC is not installed";
  EXPECT_EQ(face->metrics().ascent, 880);
  EXPECT_EQ(face->metrics().descent, 120);
  EXPECT_EQ(face->outlineFormat(), OutlineFormat::CffCid);
}

TEST(Face, OutlineFormatDecidesTheCodeInAPdf) {
  const FacePtr cid = testFace("Octavo Test CID");
  const FacePtr names = testFace("Octavo Test Names");
  const FacePtr trueType = testFace();
  EXPECT_EQ(cid->outlineFormat(), OutlineFormat::CffCid);
  EXPECT_EQ(names->outlineFormat(), OutlineFormat::CffNameKeyed);
  EXPECT_EQ(trueType->outlineFormat(), OutlineFormat::TrueType);
  EXPECT_EQ(cid->pdfCode(0), 0U);
  EXPECT_EQ(cid->pdfCode(7), 1007U);
  EXPECT_EQ(names->pdfCode(7), 7U);
  EXPECT_EQ(trueType->pdfCode(7), 7U);
}

TEST(Collection, TakesTheFirstFamilyThatHasTheCharacter) {
  const auto collection = testCollection();
  EXPECT_EQ(nameFor(*collection, {{"Octavo Test CID", "Octavo Test"}, 400, false, "zh"}, U'一'),
            "OctavoTestCID-Regular");
  EXPECT_EQ(nameFor(*collection, {{"octavo test cid", "OCTAVO TEST"}, 400, false, "zh"}, U'的'),
            "OctavoTest-Regular");
  EXPECT_EQ(nameFor(*collection, {{"No Such Family"}, 400, false, "zh"}, U'的'), "OctavoTest-Regular");
  EXPECT_EQ(nameFor(*collection, {{"Octavo Test"}, 400, false, "zh"}, U'\U0002A6D6'), "none");
}

TEST(Collection, MatchesWeightAsCssDoes) {
  const auto collection = testCollection();
  const auto name = [&](int weight) {
    return nameFor(*collection, {{"Octavo Test"}, weight, false, "en"}, U'a');
  };
  EXPECT_EQ(name(300), "OctavoTest-Regular");
  EXPECT_EQ(name(500), "OctavoTest-Regular");
  EXPECT_EQ(name(501), "OctavoTest-Bold");
  EXPECT_EQ(name(600), "OctavoTest-Bold");
  EXPECT_EQ(name(900), "OctavoTest-Bold");
}

TEST(Collection, ItalicOnlyWhereTheFamilyHasTheCharacterInItalic) {
  const auto collection = testCollection();
  EXPECT_EQ(nameFor(*collection, {{"Octavo Test"}, 400, true, "zh"}, U'a'), "OctavoTest-Italic");
  EXPECT_EQ(nameFor(*collection, {{"Octavo Test"}, 400, true, "zh"}, U'的'), "OctavoTest-Regular");
  EXPECT_EQ(nameFor(*collection, {{"Octavo Test CID"}, 400, true, "zh"}, U'a'), "OctavoTestCID-Regular");
}

TEST(Collection, GenericNamesStandForTheFamiliesOfTheLanguage) {
  const auto collection =
      testCollection("serif zh-Hant: Octavo Test Names\nserif ja: Octavo Test CID\nserif: Octavo Test\n");
  EXPECT_EQ(nameFor(*collection, {{"serif"}, 400, false, "zh-TW"}, U'一'), "OctavoTestNames-Regular");
  EXPECT_EQ(nameFor(*collection, {{"serif"}, 400, false, "ja-JP"}, U'一'), "OctavoTestCID-Regular");
  EXPECT_EQ(nameFor(*collection, {{"serif"}, 400, false, "zh-CN"}, U'一'), "OctavoTest-Regular");
  EXPECT_EQ(nameFor(*collection, {{}, 400, false, "ja"}, U'一'), "OctavoTestCID-Regular");
}

TEST(Collection, QuotationMarksComeFromTheIdeographicFaceInChineseOnly) {
  Diagnostics diagnostics;
  CollectionOptions options;
  options.onlyFiles = {testFont("OctavoTest-Italic.ttf"), testFont("OctavoTestCID-Regular.otf")};
  const auto collection = openCollection(options, diagnostics);
  const std::vector<std::string> families{"Octavo Test", "Octavo Test CID"};
  EXPECT_EQ(nameFor(*collection, {families, 400, false, "zh-Hans"}, U'“'), "OctavoTestCID-Regular");
  EXPECT_EQ(nameFor(*collection, {families, 400, false, "ja"}, U'”'), "OctavoTestCID-Regular");
  EXPECT_EQ(nameFor(*collection, {families, 400, false, "en"}, U'“'), "OctavoTest-Italic");
  EXPECT_EQ(nameFor(*collection, {families, 400, false, "zh-Hans"}, U'a'), "OctavoTest-Italic");
}

TEST(Collection, MarksSpacesAndCommonPunctuationFollowTheirNeighbours) {
  const auto collection = testCollection();
  for (const char32_t c : std::u32string(U" ,.'\u0301\u200D\uFE00\U000E0100\u00A0")) {
    EXPECT_TRUE(collection->followsNeighbours(c)) << std::hex << static_cast<unsigned>(c);
  }
  for (const char32_t c : std::u32string(U"a甲“”…—（，()\u3000")) {
    EXPECT_FALSE(collection->followsNeighbours(c)) << std::hex << static_cast<unsigned>(c);
  }
}

TEST(Collection, DeclaredFamilyHidesOneOfTheSameName) {
  Diagnostics diagnostics;
  CollectionOptions options;
  options.onlyFiles = {testFont("OctavoTest-Regular.ttf")};
  options.declared = {{"Octavo Test", 400, false, testFont("OctavoTestCID-Regular.otf"), {}},
                      {"Mine", 700, false, {}, "Octavo Test Regular"},
                      {"Mine", 400, false, {}, "OctavoTest-Regular"}};
  const auto collection = openCollection(options, diagnostics);
  EXPECT_EQ(nameFor(*collection, {{"Octavo Test"}, 400, false, "en"}, U'a'), "OctavoTestCID-Regular");
  EXPECT_EQ(nameFor(*collection, {{"mine"}, 400, false, "en"}, U'a'), "OctavoTest-Regular");
}

TEST(Collection, ADeclaredFaceIsForTheCharactersOfItsRange) {
  Diagnostics diagnostics;
  CollectionOptions options;
  options.onlyFiles = {testFont("OctavoTest-Regular.ttf")};
  options.declared = {{"Mixed", 400, false, {}, "OctavoTest-Regular", {}},
                      {"Mixed", 400, false, testFont("OctavoTestCID-Regular.otf"), {}, {{U'a', U'c'}, {U'x', U'x'}}}};
  const auto collection = openCollection(options, diagnostics);
  const Request request{{"Mixed"}, 400, false, "en"};
  EXPECT_EQ(nameFor(*collection, request, U'b'), "OctavoTestCID-Regular");
  EXPECT_EQ(nameFor(*collection, request, U'x'), "OctavoTestCID-Regular");
  EXPECT_EQ(nameFor(*collection, request, U'd'), "OctavoTest-Regular");
  // The face of the line is one that may set a space.
  EXPECT_EQ(collection->primary(request)->postScriptName(), "OctavoTest-Regular");
}

TEST(Collection, ReportsADeclaredFaceThatIsNoFont) {
  const std::string path = ::testing::TempDir() + "not_a_font.ttf";
  std::ofstream(path) << "hello";
  Diagnostics diagnostics;
  CollectionOptions options;
  options.onlyFiles = {testFont("OctavoTest-Regular.ttf")};
  options.declared = {{"Mine", 400, false, path, {}}, {"Yours", 400, false, {}, "No Such Name"}};
  const auto collection = openCollection(options, diagnostics);
  ASSERT_EQ(diagnostics.entries().size(), 2U);
  EXPECT_EQ(diagnostics.entries()[0].diagnostic.code, "font-unreadable");
  EXPECT_EQ(collection->primary({{"Mine"}, 400, false, "en"})->familyName(), "Octavo Test");
}

TEST(Collection, WithoutAnyFontThePrimaryFaceIsAnError) {
  Diagnostics diagnostics;
  CollectionOptions options;
  options.onlyFiles = {"/nowhere/font.ttf"};
  const auto collection = openCollection(options, diagnostics);
  EXPECT_EQ(collection->faceFor({{"serif"}, 400, false, "en"}, U'a'), nullptr);
  try {
    static_cast<void>(collection->primary({{"serif"}, 400, false, "en"}));
    FAIL() << "expected a BuildError";
  } catch (const BuildError& error) {
    EXPECT_EQ(error.diagnostic().code, "font-none");
  }
}

TEST(Collection, InstalledFontsFollowTheDocumentedOrder) {
  if (!installedFace("Noto Serif CJK SC") || !installedFace("Noto Serif"))
    GTEST_SKIP() << "Noto is not installed";
  const Collection& fonts = installedCollection();
  const Request book{{"Noto Serif", "Noto Serif CJK SC", "serif"}, 400, false, "zh-Hans"};
  EXPECT_EQ(nameFor(fonts, book, U'a'), "NotoSerif-Regular");
  EXPECT_EQ(nameFor(fonts, book, U'1'), "NotoSerif-Regular");
  for (const char32_t c : std::u32string(U"字，“”‘’…—·①"))
    EXPECT_EQ(fonts.faceFor(book, c)->familyName(), "Noto Serif CJK SC");
  EXPECT_EQ(fonts.faceFor({{"serif"}, 400, false, "ja"}, U'字')->familyName(), "Noto Serif CJK JP");
  EXPECT_EQ(fonts.faceFor({{"sans-serif"}, 700, false, "zh-HK"}, U'字')->postScriptName(),
            "NotoSansCJKhk-Bold");
  EXPECT_EQ(fonts.faceFor({{"serif"}, 400, true, "en"}, U'a')->postScriptName(), "NotoSerif-Italic");
  EXPECT_EQ(fonts.faceFor({{"Noto Serif"}, 400, false, "en"}, U'字')->familyName(), "Noto Serif CJK SC");
  EXPECT_EQ(fonts.faceFor({{"serif"}, 400, false, "en"}, U'ა')->metrics().isCjk, false);
  EXPECT_EQ(fonts.faceFor({{"Noto Sans Mono"}, 400, false, "en"}, U'a')->postScriptName(), "NotoSansMono-Regular");
  EXPECT_EQ(fonts.faceFor({{"monospace"}, 400, false, "en"}, U'\u0915')->familyName(), "Noto Serif Devanagari");
  EXPECT_EQ(fonts.faceFor({{"serif"}, 400, false, "en"}, U'\U0010FFFD'), nullptr);
  EXPECT_TRUE(fonts.unlistedFaces().empty());
}

TEST(Collection, FacesOutsideTheListServeOnRequestAloneAndAreNamed) {
  if (!installedFace("Noto Sans Devanagari", "en")) GTEST_SKIP() << "Noto is not installed";
  Diagnostics diagnostics;
  CollectionOptions options;
  options.families = "serif: Noto Serif\n";
  const Request request{{"serif"}, 400, false, "en"};
  EXPECT_EQ(openCollection(options, diagnostics)->faceFor(request, U'\u0915'), nullptr);
  options.takesAnyFont = true;
  const auto collection = openCollection(options, diagnostics);
  const FacePtr face = collection->faceFor(request, U'\u0915');
  ASSERT_TRUE(face);
  EXPECT_EQ(collection->unlistedFaces(), std::vector<std::string>{face->postScriptName()});
}

TEST(Collection, TellsFamiliesThatAreMissing) {
  const auto collection = testCollection("serif: Octavo Test\n");
  collection->faceFor({{"No Such Face", "Octavo Test"}, 400, false, "en"}, U'a');
  EXPECT_TRUE(collection->missingFamilies().empty()) << "a list for many devices";
  collection->faceFor({{"Octavo Tets", "serif"}, 400, false, "en"}, U'a');
  EXPECT_EQ(collection->missingFamilies(), std::vector<std::string>{"Octavo Tets"});
  EXPECT_EQ(collection->familiesLike("Octavo Tets"), std::vector<std::string>{"Octavo Test"});
}

TEST(Families, LanguagesHaveOneSpelling) {
  EXPECT_EQ(canonicalLanguage("zh"), "zh-Hans");
  EXPECT_EQ(canonicalLanguage("ZH-tw"), "zh-Hant-TW");
  EXPECT_EQ(canonicalLanguage("zh-Hant-HK"), "zh-Hant-HK");
  EXPECT_EQ(canonicalLanguage("en-us"), "en-US");
  EXPECT_EQ(canonicalLanguage("lzh"), "zh-Hant");
  EXPECT_EQ(canonicalLanguage(""), "");
}

TEST(Families, MostSpecificLanguageFirstThenAllThenTheOthers) {
  Diagnostics diagnostics;
  const Families families(
      "serif: A, B # the rest\n\n# note\nserif zh: C\nserif zh-HK: D\nserif ja: E\nmono: F", diagnostics);
  EXPECT_EQ(families.expand("serif", "zh-Hant-HK"), (std::vector<std::string>{"D", "A", "B", "C", "E"}));
  EXPECT_EQ(families.expand("SERIF", "en"), (std::vector<std::string>{"A", "B", "C", "D", "E"}));
  EXPECT_TRUE(families.isGeneric("mono"));
  EXPECT_FALSE(families.isGeneric("A"));
  EXPECT_TRUE(diagnostics.entries().empty());
}

TEST(Families, ReportsLinesThatCannotBeRead) {
  Diagnostics diagnostics;
  const Families families("serif A, B\nserif: A,,B\nserif: C\n", diagnostics);
  ASSERT_EQ(diagnostics.entries().size(), 2U);
  EXPECT_EQ(diagnostics.entries()[0].diagnostic.code, "font-families");
  EXPECT_EQ(families.expand("serif", "en"), (std::vector<std::string>{"C"}));
}

}  // namespace
}  // namespace octavo::font

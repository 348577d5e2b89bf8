// Documents that do not say their language.
#include "vocabulary/missing_language.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "support/golden.h"
#include "vocabulary/booklet.h"
#include "xml/xml.h"

namespace octavo::vocabulary {
namespace {

struct Guessed {
  std::string language;  // of the root; empty: none
  std::string codes;     // of what was reported
};

Guessed guess(std::string_view text) {
  SourceFiles sources;
  Diagnostics diagnostics;
  dom::Document document = xml::readBytes(text, "a.xml", InputFolder("."), sources, diagnostics);
  guessMissingLanguage(document, diagnostics);
  Guessed result{std::string(document.root->attributeOr("xml:lang")), {}};
  for (const auto& entry : diagnostics.entries()) result.codes += entry.diagnostic.code;
  return result;
}

TEST(MissingLanguage, IsGuessedAndSaidOnce) {
  const Guessed found = guess("<article><body><p>吾輩は猫である。名前はまだ無い。</p><p>どこで生れたか。</p></body></article>");
  EXPECT_EQ(found.language, "ja");
  EXPECT_EQ(found.codes, "lang-guessed");
}

TEST(MissingLanguage, WhatIsSaidIsNotGuessed) {
  EXPECT_EQ(guess("<article xml:lang='zh'><p>吾輩は猫である。名前はまだ無い。</p></article>").language, "zh");
  // On a body, or wherever most of the text is.
  const Guessed page = guess("<html><head><title>吾輩は猫である</title></head><body lang='ja'>吾輩は猫である。</body></html>");
  EXPECT_EQ(page.language + page.codes, "ja");
  EXPECT_EQ(guess("<html><body><p>x</p><div lang='zh-CN'>吾輩は猫である。名前はまだ無い。</div></body></html>").language, "zh-CN");
}

TEST(MissingLanguage, APartInAnotherLanguageDoesNotCount) {
  EXPECT_EQ(guess("<article><p>吾輩は猫である。名前はまだ無い。どこで生れたかとんと見当がつかぬ。</p>"
                  "<p xml:lang='en'>I am a cat.</p></article>").language,
            "ja");
  EXPECT_EQ(guess("<article xml:lang=''><p>吾輩は猫である。名前はまだ無い。</p></article>").language, "ja");
}

TEST(MissingLanguage, NothingIsGuessedFromCodeAndFormulas) {
  EXPECT_EQ(guess("<article><code>吾輩は猫である。名前はまだ無い。</code><p>1</p></article>").codes, "");
}

TEST(MissingLanguage, ReachesTheWholePublication) {
  const auto folder = std::filesystem::path(OCTAVO_BINARY_DIR) / "test-files" / "missing-language";
  std::filesystem::create_directories(folder);
  const auto file = folder / "a.xml";
  std::ofstream(file) << "<article><h1>日本國憲法</h1><p>這是一個繁體中文的句子，我們在學習說話。</p></article>";
  const std::vector<std::filesystem::path> inputs{file};
  SourceFiles sources;
  Diagnostics diagnostics;
  const auto publication = readPublication(inputs, {}, sources, diagnostics);
  EXPECT_EQ(publication.metadata.languages, std::vector<std::string>{"zh-Hant"});
  EXPECT_EQ(publication.chapters.at(0).language, "zh-Hant");
  BookletOptions options;
  options.language = "ja";
  Diagnostics silent;
  EXPECT_EQ(readPublication(inputs, options, sources, silent).metadata.languages.at(0), "ja");
  EXPECT_TRUE(silent.entries().empty());
}

}  // namespace
}  // namespace octavo::vocabulary

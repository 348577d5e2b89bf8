// The table of words: whole, in the right scripts, found by any tag.
#include "words/words.h"

#include <algorithm>
#include <string>

#include <gtest/gtest.h>

#include "base/utf8.h"
#include "words/missing.h"
#include "words/table_private.h"

namespace octavo::words {
namespace {

enum class Script { None, Latin, Cyrillic, Arabic, Han, Kana, Hangul };

Script scriptOf(char32_t c) {
  const auto isIn = [&](char32_t first, char32_t last) { return c >= first && c <= last; };
  if (isIn('A', 'Z') || isIn('a', 'z') || c == U'ª' || c == U'º' || (isIn(0xC0, 0x24F) && c != U'×' && c != U'÷')) return Script::Latin;
  if (isIn(0x400, 0x4FF)) return Script::Cyrillic;
  if (isIn(0x620, 0x64A)) return Script::Arabic;
  if (isIn(0x3041, 0x3096) || isIn(0x30A1, 0x30FA)) return Script::Kana;
  if (isIn(0x3400, 0x9FFF)) return Script::Han;
  return isIn(0xAC00, 0xD7A3) ? Script::Hangul : Script::None;
}

bool mayHave(Language language, Script script) {
  switch (language) {
    case Language::Russian: return script == Script::Cyrillic;
    case Language::Arabic: return script == Script::Arabic;
    case Language::ChineseSimplified:
    case Language::ChineseTraditional: return script == Script::Han;
    case Language::Japanese: return script == Script::Han || script == Script::Kana;
    case Language::Korean: return script == Script::Hangul;
    default: return script == Script::Latin;
  }
}

/// Abbreviations of citations, which Korean writes in Latin letters.
bool isLatinByCustom(Language language, Term term) {
  const bool isCited = term == Term::CitedPages || term == Term::CitedVolume || term == Term::CitedIssue;
  return language == Language::Korean && isCited;
}

template <typename Check>
void forEveryWord(Check check) {
  for (std::size_t language = 0; language < kLanguages; ++language) {
    for (std::size_t term = 0; term < kTerms; ++term) {
      SCOPED_TRACE("language " + std::string(Words(static_cast<Language>(language)).tag()) + ", term " + std::to_string(term));
      check(static_cast<Language>(language), static_cast<Term>(term));
    }
  }
}

TEST(Words, EveryLanguageHasEveryWord) {
  forEveryWord([](Language language, Term term) {
    EXPECT_FALSE(Words(language)[term].empty());
  });
}

TEST(Words, EveryWordIsInTheScriptOfItsLanguage) {
  forEveryWord([](Language language, Term term) {
    if (isLatinByCustom(language, term)) return;
    for (const char32_t character : toUtf32(Words(language)[term])) {
      const Script script = scriptOf(character);
      EXPECT_TRUE(script == Script::None || mayHave(language, script)) << Words(language)[term];
    }
  });
}

TEST(Words, ChineseWordsAreInTheCharactersOfTheirColumn) {
  constexpr std::u32string_view kSimplified = U"关键词录语汇证资发许历编书译页码图释题说论论记则缩评议术会为与语", kTraditional = U"關鍵詞錄語彙證資發許歷編書譯頁碼圖釋題說論論記則縮評議術會為與語";
  ASSERT_EQ(kSimplified.size(), kTraditional.size());
  for (std::size_t term = 0; term < kTerms; ++term) {
    for (std::size_t i = 0; i < kSimplified.size(); ++i) {
      const auto has = [&](Language language, std::u32string_view all) {
        return toUtf32(Words(language)[static_cast<Term>(term)]).find(all[i]) != std::u32string::npos;
      };
      EXPECT_FALSE(has(Language::ChineseSimplified, kTraditional)) << "term " << term;
      EXPECT_FALSE(has(Language::ChineseTraditional, kSimplified)) << "term " << term;
    }
  }
}

TEST(Words, APlaceForANumberIsThereInAllLanguagesOrInNone) {
  forEveryWord([](Language language, Term term) {
    const auto count = [&](Language of) { return std::ranges::count(Words(of)[term], '%'); };
    EXPECT_EQ(count(language), count(Language::English));
  });
}

TEST(Words, ARegionHasTheWordsOfItsLanguage) {
  EXPECT_EQ(of("de-AT")[Term::Keywords], "Schlüsselwörter");
  EXPECT_EQ(of("pt-BR")[Term::Keywords], "Palavras-chave");
  EXPECT_EQ(of("EN-us")[Term::Keywords], "Keywords");
  EXPECT_EQ(of("ja_JP")[Term::Keywords], "キーワード");
}

TEST(Words, ChineseIsToldByScriptThenByRegion) {
  for (const char* tag : {"zh", "zh-CN", "zh-Hans", "zh-hans-HK", "zh-SG", "cmn", "yue-Hans"}) EXPECT_EQ(of(tag)[Term::Contents], "目录") << tag;
  for (const char* tag : {"zh-Hant", "zh-hant", "zh-TW", "zh-HK", "zh-MO", "yue", "lzh", "cmn-TW"}) EXPECT_EQ(of(tag)[Term::Contents], "目錄") << tag;
}

TEST(Words, ALanguageWithoutWordsHasEnglishOnes) {
  for (const char* tag : {"cy", "cs", "", "und", "dead", "arc", "itx"}) {
    EXPECT_EQ(of(tag)[Term::Keywords], "Keywords") << tag;
    EXPECT_EQ(languageOf(tag), std::nullopt) << tag;
  }
}

TEST(Words, SomeLanguagesHaveTheHeadingOfTheContentsAlone) {
  EXPECT_EQ(of("cs")[Term::Contents], "Obsah");
  EXPECT_EQ(of("nb-NO")[Term::Contents], "Innhold");
  EXPECT_EQ(of("cs")[Term::Index], "Index");
  EXPECT_EQ(of("cy")[Term::Contents], "Contents");
}

TEST(Words, ANumberStandsWhereTheLanguageHasIt) {
  EXPECT_EQ(of("en").with(Term::NumberedChapter, "2"), "Chapter 2");
  EXPECT_EQ(of("ko").with(Term::NumberedChapter, "2"), "제2장");
  EXPECT_EQ(of("zh").with(Term::CitedPages, "3"), "3");
  EXPECT_EQ(of("ja").around(Term::AndOthers).second, "ほか");
}

TEST(MissingWords, AreToldOncePerLanguage) {
  Diagnostics diagnostics;
  for (const char* tag : {"cy", "cy-GB", "eu", "de-AT", "zh-HK", "und", "", "mul"}) reportMissing(tag, {}, diagnostics);
  std::vector<std::string> subjects;
  for (const auto& entry : diagnostics.entries()) {
    EXPECT_EQ(entry.diagnostic.code, "words-missing");
    subjects.push_back(entry.diagnostic.subject);
  }
  EXPECT_EQ(subjects, (std::vector<std::string>{"cy", "eu"}));
}

}  // namespace
}  // namespace octavo::words

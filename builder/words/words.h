// words: every word that the program itself writes into an output (headings, labels, navigation, dates), by language.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "words/terms.h"

namespace octavo::words {

/// The columns of the table.
enum class Language : std::uint8_t {
  English, German, French, Spanish, Portuguese, Italian, Dutch, Russian, ChineseSimplified, ChineseTraditional, Japanese, Korean,
  Arabic
};

/// The words of one language. Every language has every term.
class Words {
 public:
  explicit constexpr Words(Language language, std::string_view contents = {}) : language_(language), contents_(contents) {}

  Language language() const { return language_; }
  /// BCP 47: "de", "zh" (in simplified characters), "zh-Hant".
  std::string_view tag() const;
  std::string_view operator[](Term term) const;
  /// What stands before and behind the name or number of a term with a `%`: "Chapter " and "", 第 and 章.
  std::pair<std::string_view, std::string_view> around(Term term) const;
  /// The term with its `%` filled: "Chapter 2", 第2章.
  std::string with(Term term, std::string_view filling) const;

 private:
  Language language_;
  std::string_view contents_;  // not empty: instead of the language's own
};

/// The words for a language tag (BCP 47): by its language alone (de-AT: de), Chinese by script or else region (zh-HK: zh-Hant).
/// English where the table has no such
/// language; of some of those it has the one word that stands above a table of contents.
Words of(std::string_view tag);
/// What stands between the items of a list in running text: ", " or "、".
inline std::string_view listSeparator(std::string_view tag) { return of(tag)[Term::ListSeparator]; }
/// What stands between a name and what belongs to it: ": " or "：".
inline std::string_view colon(std::string_view tag) { return of(tag)[Term::Colon]; }

/// The language of the table that the tag names; nothing where the table has it not.
std::optional<Language> languageOf(std::string_view tag);

}  // namespace octavo::words

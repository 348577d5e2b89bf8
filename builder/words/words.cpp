// words: which column of the table serves a language tag.
#include "words/words.h"

#include <algorithm>
#include <array>
#include <cassert>

#include "words/table_private.h"

namespace octavo::words {
namespace {

struct Column {
  std::string_view primary;  // the first subtag
  std::string_view tag;
  Language language;
};
/// In the order of Language; the Chinese languages are told apart by what follows the first subtag.
constexpr std::array<Column, kLanguages> kColumns{{
    {"en", "en", Language::English},
    {"de", "de", Language::German},
    {"fr", "fr", Language::French},
    {"es", "es", Language::Spanish},
    {"pt", "pt", Language::Portuguese},
    {"it", "it", Language::Italian},
    {"nl", "nl", Language::Dutch},
    {"ru", "ru", Language::Russian},
    {{}, "zh", Language::ChineseSimplified},
    {{}, "zh-Hant", Language::ChineseTraditional},
    {"ja", "ja", Language::Japanese},
    {"ko", "ko", Language::Korean},
    {"ar", "ar", Language::Arabic},
}};

/// The Chinese languages, and how each is written where the tag does not say it.
struct Chinese {
  std::string_view primary;
  Language usual;
};
constexpr std::array kChinese{
    Chinese{"zh", Language::ChineseSimplified},  Chinese{"cmn", Language::ChineseSimplified},
    Chinese{"wuu", Language::ChineseSimplified}, Chinese{"yue", Language::ChineseTraditional},
    Chinese{"lzh", Language::ChineseTraditional}, Chinese{"nan", Language::ChineseTraditional},
    Chinese{"hak", Language::ChineseTraditional},
};

/// Languages of which the one word is known that most books have: that above the table of contents.
struct ContentsElsewhere {
  std::string_view primary, words;
};
constexpr std::array kContentsElsewhere{
    ContentsElsewhere{"cs", "Obsah"},       ContentsElsewhere{"da", "Indhold"},      ContentsElsewhere{"el", "Περιεχόμενα"},
    ContentsElsewhere{"fa", "فهرست"},       ContentsElsewhere{"fi", "Sisällys"},     ContentsElsewhere{"he", "תוכן"},
    ContentsElsewhere{"hu", "Tartalom"},    ContentsElsewhere{"id", "Daftar Isi"},   ContentsElsewhere{"nb", "Innhold"},
    ContentsElsewhere{"no", "Innhold"},     ContentsElsewhere{"pl", "Spis treści"},  ContentsElsewhere{"ro", "Cuprins"},
    ContentsElsewhere{"sv", "Innehåll"},    ContentsElsewhere{"th", "สารบัญ"},        ContentsElsewhere{"tr", "İçindekiler"},
    ContentsElsewhere{"uk", "Зміст"},       ContentsElsewhere{"vi", "Mục lục"},
};

/// The tag in small letters with "-" between its subtags.
std::string plainTag(std::string_view tag) {
  std::string plain(tag);
  for (char& c : plain) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (c == '_') c = '-';
  }
  return plain;
}

std::string_view primaryOf(std::string_view plain) { return plain.substr(0, plain.find('-')); }

bool hasSubtag(std::string_view plain, std::string_view subtag) {
  for (std::size_t end = plain.find('-'); end != std::string_view::npos;) {
    const std::string_view rest = plain.substr(end + 1);
    if (primaryOf(rest) == subtag) return true;
    end = plain.find('-', end + 1);
  }
  return false;
}

}  // namespace

std::string_view Words::tag() const { return kColumns[static_cast<std::size_t>(language_)].tag; }

std::string_view Words::operator[](Term term) const {
  return term == Term::Contents && !contents_.empty() ? contents_ : inTable(language_, term);
}

std::pair<std::string_view, std::string_view> Words::around(Term term) const {
  const std::string_view words = (*this)[term];
  const std::size_t place = words.find('%');
  assert(place != std::string_view::npos && "a term with a place to fill");
  return {words.substr(0, place), words.substr(place + 1)};
}

std::string Words::with(Term term, std::string_view filling) const {
  const auto [before, behind] = around(term);
  return std::string(before).append(filling).append(behind);
}

Words of(std::string_view tag) {
  if (const auto language = languageOf(tag)) return Words(*language);
  const std::string plain = plainTag(tag);
  const auto elsewhere = std::ranges::find(kContentsElsewhere, primaryOf(plain), &ContentsElsewhere::primary);
  return Words(Language::English, elsewhere == kContentsElsewhere.end() ? std::string_view() : elsewhere->words);
}

std::optional<Language> languageOf(std::string_view tag) {
  const std::string plain = plainTag(tag);
  const std::string_view primary = primaryOf(plain);
  const auto chinese = std::ranges::find(kChinese, primary, &Chinese::primary);
  if (chinese != kChinese.end()) {
    if (hasSubtag(plain, "hans")) return Language::ChineseSimplified;
    const bool isTraditional = std::ranges::any_of(std::array{"hant", "tw", "hk", "mo"}, [&](const char* subtag) { return hasSubtag(plain, subtag); });
    return isTraditional ? Language::ChineseTraditional : chinese->usual;
  }
  const auto column = std::ranges::find(kColumns, primary, &Column::primary);
  if (primary.empty() || column == kColumns.end()) return std::nullopt;
  return column->language;
}

}  // namespace octavo::words

#include "text/hyphenation.h"

#include <hyphen.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/utf16.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <mutex>
#include <optional>

#include "base/files.h"
#include "base/utf8.h"
#include "text/hyphen_patterns_private.h"

#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/lsan_interface.h>
#endif

namespace octavo::text {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kFolder = "/usr/share/hyphen";

/// The region whose patterns stand for a language named without one.
constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kUsualRegions{
    {{"en", "US"}, {"de", "DE"}, {"fr", "FR"}, {"pt", "PT"}, {"es", "ES"}}};

struct CloseDictionary {
  void operator()(HyphenDict* dictionary) const { hnj_hyphen_free(dictionary); }
};
/// A pattern file, opened by libhyphen or, where it is too large for that, by our own reader.
struct Dictionary {
  std::optional<HyphenPatterns> patterns;
  std::unique_ptr<HyphenDict, CloseDictionary> library;
};

/// The subtags that file names use: language in lower case, then scripts and regions; nothing for what is no
/// tag.
std::vector<std::string> subtagsOf(std::string_view language) {
  std::vector<std::string> subtags(1);
  for (const char c : language) {
    const bool isLetter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (c == '-' || c == '_') {
      subtags.emplace_back();
    } else if (isLetter || (c >= '0' && c <= '9')) {
      const bool isUpper = c >= 'A' && c <= 'Z';
      subtags.back().push_back(isUpper ? static_cast<char>(c - 'A' + 'a') : c);
    } else {
      return {};
    }
  }
  for (std::size_t i = 1; i < subtags.size(); ++i) {
    const std::size_t capitals = subtags[i].size() == 2 ? 2 : subtags[i].size() == 4 ? 1 : 0;
    for (std::size_t k = 0; k < capitals; ++k) {
      char& c = subtags[i][k];
      if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    }
  }
  return subtags;
}

std::optional<fs::path> patternFile(const std::string& name) {
  fs::path path = fs::path(kFolder) / ("hyph_" + name + ".dic");
  std::error_code error;
  return fs::is_regular_file(path, error) ? std::optional(std::move(path)) : std::nullopt;
}

/// The language's first file by name: patterns of another region are better than none.
std::optional<fs::path> anyPatternFile(const std::string& language) {
  std::error_code error;
  std::vector<fs::path> found;
  for (const auto& entry : fs::directory_iterator(kFolder, error)) {
    const std::string name = entry.path().filename().string();
    if (name.starts_with("hyph_" + language + "_") && name.ends_with(".dic")) found.push_back(entry.path());
  }
  if (found.empty()) return std::nullopt;
  return *std::ranges::min_element(found);
}

/// From the whole tag down: en-GB-oxendict → en_GB_oxendict, en_GB, then the usual region, the bare language,
/// any.
std::optional<fs::path> findPatterns(std::string_view language) {
  const std::vector<std::string> subtags = subtagsOf(language);
  if (subtags.empty() || subtags[0].empty()) return std::nullopt;
  for (std::size_t count = subtags.size(); count > 1; --count) {
    std::string name = subtags[0];
    for (std::size_t i = 1; i < count; ++i) name += "_" + subtags[i];
    if (auto path = patternFile(name)) return path;
  }
  const auto usual = std::ranges::find(kUsualRegions, subtags[0], [](const auto& row) { return row.first; });
  if (usual != kUsualRegions.end()) {
    if (auto path = patternFile(subtags[0] + "_" + std::string(usual->second))) return path;
  }
  if (auto path = patternFile(subtags[0])) return path;
  return anyPatternFile(subtags[0]);
}

Dictionary load(const std::string& path) {
  Dictionary dictionary;
  // libhyphen's table of states is made for small files; German's takes it seconds.
  constexpr std::uintmax_t kLargeFile = 400'000;  // bytes
  if (fs::file_size(path) > kLargeFile) dictionary.patterns = HyphenPatterns::parse(readFile(path));
  if (dictionary.patterns) return dictionary;
#ifdef __SANITIZE_ADDRESS__
  // libhyphen 2.8.8 loses a few bytes for each pattern that a file holds twice (German ones do).
  const __lsan::ScopedDisabler disabler;
#endif
  dictionary.library.reset(hnj_hyphen_load(path.c_str()));
  return dictionary;
}

/// The word as the dictionary spells it, with the offset of each of its positions in UTF-16. libhyphen counts
/// characters in UTF-8 dictionaries and bytes in 8-bit ones; there the two are the same.
struct SpelledWord {
  std::string bytes;
  std::vector<std::size_t> offsets;  // of each character's first unit
};

/// The word in small letters, one unit for one; patterns know only the typewriter's apostrophe.
std::u16string inSmallLetters(std::u16string_view word) {
  std::u16string lower(word);
  for (char16_t& unit : lower) {
    if (unit == 0x2019) unit = u'\'';
    if (U16_IS_SURROGATE(unit)) continue;
    const UChar32 small = u_tolower(unit);
    if (small <= 0xFFFF) unit = static_cast<char16_t>(small);
  }
  return lower;
}

/// Nothing when a letter has no code in the dictionary's encoding.
std::optional<SpelledWord> spell(std::u16string_view word, const HyphenDict& dictionary) {
  SpelledWord result;
  std::u16string lower;
  for (std::size_t offset = 0; offset < word.size();) {
    result.offsets.push_back(offset);
    UChar32 character = 0;
    U16_NEXT(word.data(), offset, word.size(), character);
    char16_t units[2];
    std::size_t length = 0;
    const UChar32 small =
        character == 0x2019 ? u'\'' : u_tolower(character);  // patterns know only the typewriter's '
    U16_APPEND_UNSAFE(units, length, small);
    lower.append(units, length);
  }
  if (dictionary.utf8 != 0) {
    result.bytes = toUtf8(lower);
    return result;
  }
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(ucnv_open(dictionary.cset, &error),
                                                                     ucnv_close);
  if (U_FAILURE(error)) return std::nullopt;
  ucnv_setFromUCallBack(converter.get(), UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &error);
  result.bytes.resize(lower.size() * 4);
  const auto size =
      ucnv_fromUChars(converter.get(), result.bytes.data(), static_cast<std::int32_t>(result.bytes.size()),
                      lower.data(), static_cast<std::int32_t>(lower.size()), &error);
  if (U_FAILURE(error) || static_cast<std::size_t>(size) != result.offsets.size()) return std::nullopt;
  result.bytes.resize(static_cast<std::size_t>(size));
  return result;
}

/// Positions (counted in characters) before which the spelled word may be parted. Points where the spelling
/// would change (German ck, Dutch diaeresis in old patterns) are left out.
std::vector<std::size_t> positions(HyphenDict& dictionary, const std::string& spelled,
                                   std::size_t characters) {
  std::vector<char> hyphens(spelled.size() + 5, 0);
  char** replacements = nullptr;
  int* starts = nullptr;
  int* cuts = nullptr;
  hnj_hyphen_hyphenate3(&dictionary, spelled.c_str(), static_cast<int>(spelled.size()), hyphens.data(),
                        nullptr, &replacements, &starts, &cuts, 0, 0, 0, 0);
  std::vector<std::size_t> result;
  constexpr std::size_t kLeast = 2;  // letters on each side, also where a dictionary sets no minimum
  for (std::size_t i = 0; i + 1 < characters; ++i) {
    const bool isPoint =
        (static_cast<unsigned char>(hyphens[i]) & 1U) != 0 && !(replacements && replacements[i]);
    if (isPoint && i + 1 >= kLeast && characters - (i + 1) >= kLeast) result.push_back(i + 1);
  }
  for (std::size_t i = 0; replacements && i < spelled.size(); ++i) std::free(replacements[i]);
  std::free(replacements);
  std::free(starts);
  std::free(cuts);
  return result;
}

/// Letters, marks on them, and apostrophes between them.
bool isPartOfWord(std::u16string_view text, std::size_t at) {
  UChar32 character = 0;
  U16_GET(text.data(), 0, at, text.size(), character);
  if ((U_GET_GC_MASK(character) & (U_GC_L_MASK | U_GC_M_MASK)) != 0) return true;
  const bool isApostrophe = character == '\'' || character == 0x2019;
  return isApostrophe && at > 0 && at + 1 < text.size() && u_isalpha(text[at - 1]) && u_isalpha(text[at + 1]);
}

}  // namespace

struct Hyphenator::Dictionaries {
  std::mutex mutex;
  std::map<std::string, const Dictionary*, std::less<>> byLanguage;  // null: no patterns
  std::map<std::string, Dictionary> byPath;

  const Dictionary* find(std::string_view language) {
    const std::lock_guard lock(mutex);
    const auto known = byLanguage.find(language);
    if (known != byLanguage.end()) return known->second;
    const Dictionary* dictionary = nullptr;
    if (const auto path = findPatterns(language)) {
      const std::string name = fs::weakly_canonical(*path).string();  // many regions are links to one file
      Dictionary& opened = byPath[name];
      if (!opened.patterns && !opened.library) opened = load(name);
      if (opened.patterns || opened.library) dictionary = &opened;
    }
    return byLanguage.emplace(std::string(language), dictionary).first->second;
  }
};

Hyphenator::Hyphenator() : dictionaries_(std::make_unique<Dictionaries>()) {}
Hyphenator::~Hyphenator() = default;

std::vector<std::size_t> Hyphenator::points(std::u16string_view word, std::string_view language) const {
  std::vector<std::size_t> result;
  const Dictionary* dictionary = dictionaries_->find(language);
  if (!dictionary) return result;
  for (std::size_t begin = 0; begin < word.size();) {
    if (!isPartOfWord(word, begin)) {
      ++begin;
      continue;
    }
    std::size_t end = begin;
    while (end < word.size() && isPartOfWord(word, end)) ++end;
    const std::u16string_view part = word.substr(begin, end - begin);
    if (dictionary->patterns) {
      for (const std::size_t at : dictionary->patterns->points(inSmallLetters(part))) result.push_back(begin + at);
    } else if (const auto spelled = spell(part, *dictionary->library)) {
      for (const std::size_t at : positions(*dictionary->library, spelled->bytes, spelled->offsets.size())) {
        result.push_back(begin + spelled->offsets[at]);
      }
    }
    begin = end;
  }
  return result;
}

}  // namespace octavo::text

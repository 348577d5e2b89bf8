// text: the language of a text that does not say it, by CLD2's statistics of letters and words.
#include "text/language.h"

#include <cstdio>  // CLD2's header needs it and does not say so

#include <cld2/public/compact_lang_det.h>
#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <memory>
#include <set>
#include <stdexcept>

#include "base/utf8.h"

namespace octavo::text {
namespace {

struct Letters {
  std::size_t han = 0, kana = 0, hangul = 0;
};

Letters countLetters(std::string_view utf8) {
  Letters letters;
  for (std::size_t at = 0; at < utf8.size();) {
    const char32_t c = decodeUtf8(utf8, at);
    if (c >= 0x3041 && c <= 0x30FF) ++letters.kana;
    if (c >= 0xAC00 && c <= 0xD7A3) ++letters.hangul;
    if ((c >= 0x3400 && c <= 0x9FFF) || (c >= 0x20000 && c <= 0x3FFFF)) ++letters.han;
  }
  return letters;
}

/// Only Japanese has kana, only Korean Hangul, however many Han characters stand beside them: there the statistics
/// err. A few letters of a name or a quotation are no proof.
std::string_view byScript(const Letters& letters) {
  constexpr std::size_t kShare = 8;  // one in so many
  const std::size_t all = letters.han + letters.kana + letters.hangul;
  if (letters.hangul * kShare > all && letters.hangul >= letters.kana) return "ko";
  if (letters.kana * kShare > all) return "ja";
  return {};
}

/// CLD2 has names of its own for some.
std::string tagOf(CLD2::Language language) {
  const std::string code = CLD2::LanguageCode(language);
  if (code == "zh") return "zh-Hans";
  if (code == "iw") return "he";
  if (code == "jw") return "jv";
  if (code == "no") return "nb";
  return code;
}

bool isEastAsian(std::string_view tag) {
  return tag == "ja" || tag == "ko" || tag.starts_with("zh");
}

std::set<char32_t> hanCharacters(std::string_view utf8) {
  std::set<char32_t> found;
  for (std::size_t at = 0; at < utf8.size();) {
    const char32_t c = decodeUtf8(utf8, at);
    if ((c >= 0x3400 && c <= 0x9FFF) || (c >= 0x20000 && c <= 0x3FFFF)) found.insert(c);
  }
  return found;
}

/// How many of the characters have another form in the other way of writing Chinese.
std::size_t countChanged(const std::set<char32_t>& characters, const char* transform) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::Transliterator> other(
      icu::Transliterator::createInstance(transform, UTRANS_FORWARD, status));
  if (U_FAILURE(status)) throw std::runtime_error(std::string("ICU cannot write ") + transform);
  std::size_t changed = 0;
  for (const char32_t c : characters) {
    const icu::UnicodeString before(static_cast<UChar32>(c));
    icu::UnicodeString after = before;
    other->transliterate(after);
    if (after != before) ++changed;
  }
  return changed;
}

}  // namespace

std::optional<std::string> chineseScript(std::string_view utf8) {
  constexpr std::size_t kLeast = 2;  // characters: one may be a name's
  constexpr std::size_t kTimes = 4;  // some characters serve in both ways of writing
  const std::set<char32_t> characters = hanCharacters(utf8);
  const std::size_t traditional = countChanged(characters, "Traditional-Simplified");
  const std::size_t simplified = countChanged(characters, "Simplified-Traditional");
  if (traditional >= kLeast && traditional > kTimes * simplified) return "Hant";
  if (simplified >= kLeast && simplified > kTimes * traditional) return "Hans";
  return std::nullopt;
}

std::optional<std::string> likelyLanguage(std::string_view utf8) {
  bool isReliable = false;
  const CLD2::Language found =
      CLD2::DetectLanguage(utf8.data(), static_cast<int>(utf8.size()), true, &isReliable);
  const std::string tag = isReliable ? tagOf(found) : std::string();
  if (!tag.empty() && !isEastAsian(tag)) return tag;
  const std::string_view script = byScript(countLetters(utf8));
  if (!script.empty()) return std::string(script);
  return tag.empty() ? std::nullopt : std::optional(tag);
}

}  // namespace octavo::text

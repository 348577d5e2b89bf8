// text: upper and lower case, by language.
#include "text/letter_case.h"

#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace octavo::text {

namespace {

icu::Locale localeOf(std::string_view language) {
  UErrorCode status = U_ZERO_ERROR;
  icu::Locale locale =
      icu::Locale::forLanguageTag(icu::StringPiece(language.data(), static_cast<std::int32_t>(language.size())), status);
  return U_SUCCESS(status) ? locale : icu::Locale::getRoot();
}

icu::UnicodeString unicodeString(std::u16string_view text) {
  return icu::UnicodeString(text.data(), static_cast<std::int32_t>(text.size()));
}

std::u16string utf16(const icu::UnicodeString& text) {
  return std::u16string(text.getBuffer(), static_cast<std::size_t>(text.length()));
}

bool isWordCharacter(UChar32 character) {
  return u_isalnum(character) || u_getCombiningClass(character) != 0 || character == u'\'' || character == u'\x2019';
}

}  // namespace

std::u16string changeCase(std::u16string_view text, LetterCase letterCase, std::string_view language) {
  icu::UnicodeString changed = unicodeString(text);
  const icu::Locale locale = localeOf(language);
  return utf16(letterCase == LetterCase::Upper ? changed.toUpper(locale) : changed.toLower(locale));
}

std::u16string capitalizeWords(std::u16string_view text, bool isInWord, std::string_view language) {
  const icu::UnicodeString source = unicodeString(text);
  const icu::Locale locale = localeOf(language);
  icu::UnicodeString result;
  for (std::int32_t at = 0; at < source.length(); at = source.moveIndex32(at, 1)) {
    const UChar32 character = source.char32At(at);
    if (!isInWord && u_isalpha(character)) {
      result.append(icu::UnicodeString(character).toTitle(nullptr, locale));
    } else {
      result.append(character);
    }
    isInWord = isWordCharacter(character);
  }
  return utf16(result);
}

bool isLetterOrDigit(char16_t unit) { return u_isalnum(unit) || U16_IS_SURROGATE(unit); }

}  // namespace octavo::text

#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utf16.h>

#include <algorithm>

#include "text/break_context_private.h"

namespace octavo::text {
namespace {

UChar32 unicode(char32_t character) { return static_cast<UChar32>(character); }

bool isMarkOrJoiner(char32_t character) {
  constexpr char32_t kZeroWidthJoiner = 0x200D;
  return (U_GET_GC_MASK(unicode(character)) & U_GC_M_MASK) != 0 || character == kZeroWidthJoiner;
}

constexpr int kVirama = 9;  // canonical combining class

}  // namespace

std::string primaryLanguage(std::string_view language) {
  std::string primary(language.substr(0, language.find_first_of("-_")));
  const bool isTag = primary.size() <= 8 && std::ranges::all_of(primary, [](char c) {
                       return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
                     });
  if (!isTag) return {};
  std::ranges::transform(primary, primary.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return primary;
}

bool isChinese(std::string_view primaryLanguage) {
  return primaryLanguage == "zh" || primaryLanguage == "cmn" || primaryLanguage == "yue" ||
         primaryLanguage == "lzh";
}

bool isChineseOrJapanese(std::string_view primaryLanguage) {
  return isChinese(primaryLanguage) || primaryLanguage == "ja";
}

char32_t characterFrom(std::u16string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  UChar32 character = 0;
  U16_NEXT(text.data(), at, text.size(), character);
  return static_cast<char32_t>(character);
}

char32_t characterBefore(std::u16string_view text, std::size_t at) {
  if (at == 0 || at > text.size()) return 0;
  UChar32 character = 0;
  U16_PREV(text.data(), 0, at, character);
  return static_cast<char32_t>(character);
}

char32_t baseBefore(std::u16string_view text, std::size_t at) {
  while (true) {
    const char32_t character = characterBefore(text, at);
    if (character == 0 || !isMarkOrJoiner(character)) return character;
    at -= U16_LENGTH(unicode(character));
  }
}

bool belongsToWord(char32_t character) {
  if ((U_GET_GC_MASK(unicode(character)) & (U_GC_L_MASK | U_GC_N_MASK)) != 0) return true;
  switch (u_getIntPropertyValue(unicode(character), UCHAR_LINE_BREAK)) {
    case U_LB_ALPHABETIC:
    case U_LB_AMBIGUOUS:
    case U_LB_IDEOGRAPHIC:
    case U_LB_NUMERIC:
      return true;
    default:
      return false;
  }
}

bool isDigit(char32_t character) { return u_isdigit(unicode(character)) != 0; }

bool isHan(char32_t character) {
  UErrorCode error = U_ZERO_ERROR;
  return uscript_getScript(unicode(character), &error) == USCRIPT_HAN;
}

bool isHangul(char32_t character) {
  UErrorCode error = U_ZERO_ERROR;
  return uscript_getScript(unicode(character), &error) == USCRIPT_HANGUL;
}

bool isInsideConjunct(std::u16string_view text, std::size_t at) {
  const char32_t after = characterFrom(text, at);
  if (u_getIntPropertyValue(unicode(after), UCHAR_INDIC_SYLLABIC_CATEGORY) != U_INSC_CONSONANT) return false;
  for (std::size_t place = at; place > 0;) {
    const char32_t before = characterBefore(text, place);
    if (u_getCombiningClass(unicode(before)) == kVirama) return true;
    if (!isMarkOrJoiner(before)) return false;
    place -= U16_LENGTH(unicode(before));
  }
  return false;
}

}  // namespace octavo::text

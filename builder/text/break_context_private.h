// text: what stands on the two sides of a possible break.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace octavo::text {

/// The first subtag of a language tag in lower case: "zh-Hant-TW" → "zh". Empty for what is no tag.
std::string primaryLanguage(std::string_view language);
bool isChinese(std::string_view primaryLanguage);
bool isChineseOrJapanese(std::string_view primaryLanguage);

/// The character that begins at `at`, the one that ends there; 0 beyond the text.
char32_t characterFrom(std::u16string_view text, std::size_t at);
char32_t characterBefore(std::u16string_view text, std::size_t at);
/// As characterBefore, without the combining marks and joiners in between.
char32_t baseBefore(std::u16string_view text, std::size_t at);

/// Letters, numbers and ideographs: what keep-all holds together.
bool belongsToWord(char32_t character);
bool isDigit(char32_t character);
bool isHan(char32_t character);
bool isHangul(char32_t character);

/// Between a virama and the consonant it joins to (UAX 29 as of Unicode 15.1, rule GB9c).
bool isInsideConjunct(std::u16string_view text, std::size_t at);

}  // namespace octavo::text

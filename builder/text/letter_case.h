// text: upper and lower case, by language.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace octavo::text {

enum class LetterCase : std::uint8_t { Upper, Lower };

/// Full case mapping of the language (BCP 47): ß → SS, Turkish i → İ.
std::u16string changeCase(std::u16string_view text, LetterCase letterCase, std::string_view language);
/// The first letter of each word in title case, nothing else changed. `isInWord`: the text goes on a word begun
/// before it. CSS Text 3, section 2.1.
std::u16string capitalizeWords(std::u16string_view text, bool isInWord, std::string_view language);
bool isLetterOrDigit(char16_t unit);

}  // namespace octavo::text

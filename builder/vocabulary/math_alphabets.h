// vocabulary: letters of the alphabets that mathematics has beside the ordinary one: double-struck, script, Fraktur.
#pragma once

#include <string>
#include <string_view>

namespace octavo::vocabulary {

/// Whether the mathvariant is one whose letters mean something of their own and cannot be had by a style.
bool hasMathAlphabet(std::string_view variant);
/// Letters and digits as the characters of that alphabet (Unicode, block Mathematical Alphanumeric Symbols); others stay.
std::string inMathAlphabet(std::string_view words, std::string_view variant);

}  // namespace octavo::vocabulary

// base: UTF-8 as the program's one text encoding, UTF-16 where libraries want it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace octavo {

/// Reads the character at `offset` and moves the offset past it. Malformed bytes give U+FFFD, one byte at a time.
char32_t decodeUtf8(std::string_view text, std::size_t& offset);
/// Appends the ideographs from U+4E00 to U+9FFF that stand from the offset on, and moves it past them: the bulk of East
/// Asian text in one go.
void decodeIdeographs(std::string_view text, std::size_t& offset, std::u16string& to);
void appendUtf8(std::string& text, char32_t character);
std::u16string toUtf16(std::string_view utf8);
std::string toUtf8(std::u16string_view utf16);
std::u32string toUtf32(std::string_view utf8);
/// The offset of the first malformed byte; npos when the text is well-formed UTF-8.
std::size_t findMalformedUtf8(std::string_view text);

}  // namespace octavo

// css: what kinds of characters CSS tells apart. CSS Syntax Module Level 3, section 4.2.
#pragma once

namespace octavo::css {

constexpr bool isNewline(char c) { return c == '\n' || c == '\r' || c == '\f'; }
constexpr bool isSpace(char c) { return c == ' ' || c == '\t' || isNewline(c); }
constexpr bool isDigit(char c) { return c >= '0' && c <= '9'; }
constexpr bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr bool isNonAscii(char c) { return static_cast<unsigned char>(c) >= 0x80; }
// NUL is preprocessed to U+FFFD, which is a name character.
constexpr bool startsName(char c) { return isLetter(c) || isNonAscii(c) || c == '_' || c == '\0'; }
constexpr bool continuesName(char c) { return startsName(c) || isDigit(c) || c == '-'; }

}  // namespace octavo::css

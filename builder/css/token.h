// css: the smallest pieces of a stylesheet. CSS Syntax Module Level 3, section 4.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace octavo::css {

enum class TokenType : std::uint8_t {
  Ident,
  Function,
  AtKeyword,
  Hash,
  String,
  BadString,
  Url,
  BadUrl,
  Delim,
  Number,
  Percentage,
  Dimension,
  WhiteSpace,
  Cdo,
  Cdc,
  Colon,
  Semicolon,
  Comma,
  OpenSquare,
  CloseSquare,
  OpenRound,
  CloseRound,
  OpenCurly,
  CloseCurly,
  End
};

struct Token {
  TokenType type = TokenType::End;
  std::string
      text;  // names, strings and addresses without escapes; Dimension: the unit; Delim: the character
  double number = 0;  // Number, Percentage (50 for 50%), Dimension; always finite
  bool isInteger = false;
  bool hasSign = false;     // written with + or -
  bool isId = false;        // Hash: a valid name follows the #
  bool isUnclosed = false;  // String, Url: the text ended first
  std::uint32_t begin = 0;  // byte offset in the text
};

/// Any bytes: malformed UTF-8 and NUL become U+FFFD. Comments vanish; an unclosed one ends the text and sets
/// `isUnclosed` of the End token, which is always the last.
std::vector<Token> tokenize(std::string_view text);

/// The token as CSS text that gives the same token again.
std::string toCss(const Token& token);
/// A name, escaped where it must be.
std::string identifierToCss(std::string_view name);
/// A string between quotes.
std::string stringToCss(std::string_view text);

bool equalsIgnoringCase(std::string_view a, std::string_view b);
/// ASCII letters only.
std::string toLower(std::string_view text);

}  // namespace octavo::css

// css: tokens and names as CSS text again. CSS Syntax Module Level 3, section 9.
#include <algorithm>
#include <charconv>

#include "css/characters.h"
#include "css/token.h"

namespace octavo::css {
namespace {

std::string numberToCss(double number, bool hasSign) {
  char buffer[64];
  const auto end = std::to_chars(buffer, buffer + sizeof buffer, number).ptr;
  std::string text(buffer, end);
  return hasSign && number >= 0 ? "+" + text : text;
}

std::string hexEscape(unsigned char c) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string escaped = "\\";
  if (c >= 16) escaped += kDigits[c / 16];
  escaped += kDigits[c % 16];
  return escaped + " ";
}

/// CSSOM, "serialize an identifier", from the given place: a leading digit is escaped only when `isStart`.
std::string nameToCss(std::string_view name, bool isStart) {
  std::string css;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const char c = name[i];
    const bool isFirst = isStart && (i == 0 || (i == 1 && name[0] == '-'));
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F || (isDigit(c) && isFirst)) {
      css += hexEscape(static_cast<unsigned char>(c));
    } else if (isStart && name == "-") {
      css += "\\-";
    } else if (continuesName(c)) {
      css += c;
    } else {
      css += '\\';
      css += c;
    }
  }
  return css;
}

bool isPlainAddress(std::string_view address) {
  return !address.empty() && std::ranges::all_of(address, [](char c) {
    return isLetter(c) || isDigit(c) || c == '#' || c == '.' || c == '/' || c == '-' || c == '_';
  });
}

/// A unit that begins like an exponent (1e3 is a number) must be escaped.
std::string unitToCss(std::string_view unit) {
  const bool looksLikeExponent =
      !unit.empty() && (unit[0] == 'e' || unit[0] == 'E') && unit.size() > 1 &&
      (isDigit(unit[1]) || ((unit[1] == '-' || unit[1] == '+') && unit.size() > 2 && isDigit(unit[2])));
  if (!looksLikeExponent) return nameToCss(unit, true);
  return hexEscape(static_cast<unsigned char>(unit[0])) + nameToCss(unit.substr(1), false);
}

}  // namespace

std::string identifierToCss(std::string_view name) { return nameToCss(name, true); }

std::string stringToCss(std::string_view text) {
  std::string css = "\"";
  for (const char c : text) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
      css += hexEscape(static_cast<unsigned char>(c));
    } else {
      if (c == '"' || c == '\\') css += '\\';
      css += c;
    }
  }
  return css + "\"";
}

std::string toCss(const Token& token) {
  switch (token.type) {
    case TokenType::Ident:
      return identifierToCss(token.text);
    case TokenType::Function:
      return identifierToCss(token.text) + "(";
    case TokenType::AtKeyword:
      return "@" + identifierToCss(token.text);
    case TokenType::Hash:
      return "#" + nameToCss(token.text, token.isId);
    case TokenType::String:
      return stringToCss(token.text);
    case TokenType::BadString:
      return "\"\"";
    case TokenType::Url:
      return "url(" + (isPlainAddress(token.text) ? token.text : stringToCss(token.text)) + ")";
    case TokenType::BadUrl:
      return "url()";
    case TokenType::Delim:
      return token.text == "\\" ? "\\\n" : token.text;
    case TokenType::Number:
      return numberToCss(token.number, token.hasSign);
    case TokenType::Percentage:
      return numberToCss(token.number, token.hasSign) + "%";
    case TokenType::Dimension:
      return numberToCss(token.number, token.hasSign) + unitToCss(token.text);
    case TokenType::WhiteSpace:
      return " ";
    case TokenType::Cdo:
      return "<!--";
    case TokenType::Cdc:
      return "-->";
    case TokenType::Colon:
      return ":";
    case TokenType::Semicolon:
      return ";";
    case TokenType::Comma:
      return ",";
    case TokenType::OpenSquare:
      return "[";
    case TokenType::CloseSquare:
      return "]";
    case TokenType::OpenRound:
      return "(";
    case TokenType::CloseRound:
      return ")";
    case TokenType::OpenCurly:
      return "{";
    case TokenType::CloseCurly:
      return "}";
    case TokenType::End:
      return "";
  }
  return "";
}

bool equalsIgnoringCase(std::string_view a, std::string_view b) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
  return std::ranges::equal(a, b, {}, lower, lower);
}

std::string toLower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  }
  return lower;
}

}  // namespace octavo::css

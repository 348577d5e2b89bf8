// css: text → tokens. CSS Syntax Module Level 3, section 4.3.
#include <charconv>
#include <limits>

#include "base/utf8.h"
#include "css/characters.h"
#include "css/token.h"

namespace octavo::css {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

bool isHex(char c) { return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }
bool isNonPrintable(char c) {
  const auto code = static_cast<unsigned char>(c);
  return (code >= 1 && code <= 8) || code == 0x0B || (code >= 0x0E && code <= 0x1F) || code == 0x7F;
}

class Tokenizer {
 public:
  explicit Tokenizer(std::string_view text) : text_(text) {
    if (text_.starts_with("\xEF\xBB\xBF")) at_ = 3;
  }

  std::vector<Token> run() {
    std::vector<Token> tokens;
    do {
      tokens.push_back(next());
    } while (tokens.back().type != TokenType::End);
    return tokens;
  }

 private:
  /// The byte `ahead` of here; 0 past the end (isAtEnd tells the two apart).
  char peek(std::size_t ahead = 0) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }
  bool isAtEnd(std::size_t ahead = 0) const { return at_ + ahead >= text_.size(); }
  bool startsNameAt(std::size_t ahead) const { return !isAtEnd(ahead) && startsName(peek(ahead)); }
  bool continuesNameAt(std::size_t ahead) const { return !isAtEnd(ahead) && continuesName(peek(ahead)); }
  bool isEscapeAt(std::size_t ahead) const {
    return peek(ahead) == '\\' && !isAtEnd(ahead + 1) && !isNewline(peek(ahead + 1));
  }

  bool startsIdentifier(std::size_t ahead = 0) const {
    if (peek(ahead) == '-') {
      return startsNameAt(ahead + 1) || peek(ahead + 1) == '-' || isEscapeAt(ahead + 1);
    }
    return startsNameAt(ahead) || isEscapeAt(ahead);
  }

  bool startsNumber() const {
    const std::size_t sign = peek() == '+' || peek() == '-' ? 1 : 0;
    return isDigit(peek(sign)) || (peek(sign) == '.' && isDigit(peek(sign + 1)));
  }

  Token make(TokenType type) const {
    Token token;
    token.type = type;
    token.begin = static_cast<std::uint32_t>(begin_);
    return token;
  }

  void takeCharacter(std::string& into) {
    if (peek() == '\0') {
      ++at_;
      appendUtf8(into, kReplacement);
    } else {
      appendUtf8(into, decodeUtf8(text_, at_));
    }
  }

  void skipNewline() { at_ += peek() == '\r' && peek(1) == '\n' ? 2 : 1; }

  void takeEscape(std::string& into) {
    ++at_;  // the backslash
    if (isAtEnd()) return appendUtf8(into, kReplacement);
    if (!isHex(peek())) return takeCharacter(into);
    char32_t code = 0;
    for (int digits = 0; digits < 6 && isHex(peek()); ++digits, ++at_) {
      const char c = peek();
      const int value = isDigit(c) ? c - '0' : (c | 0x20) - 'a' + 10;
      code = code * 16 + static_cast<char32_t>(value);
    }
    if (!isAtEnd() && isSpace(peek())) skipNewline();
    const bool isSurrogate = code >= 0xD800 && code <= 0xDFFF;
    appendUtf8(into, code == 0 || code > 0x10FFFF || isSurrogate ? kReplacement : code);
  }

  std::string takeName() {
    std::string name;
    while (true) {
      if (continuesNameAt(0)) {
        takeCharacter(name);
      } else if (isEscapeAt(0)) {
        takeEscape(name);
      } else {
        return name;
      }
    }
  }

  /// False when a comment is not closed.
  bool skipComments() {
    while (peek() == '/' && peek(1) == '*') {
      const std::size_t end = text_.find("*/", at_ + 2);
      if (end == std::string_view::npos) {
        at_ = text_.size();
        return false;
      }
      at_ = end + 2;
    }
    return true;
  }

  Token takeString(char quote) {
    Token token = make(TokenType::String);
    ++at_;
    while (true) {
      if (isAtEnd()) {
        token.isUnclosed = true;
        return token;
      }
      if (peek() == quote) {
        ++at_;
        return token;
      }
      if (isNewline(peek())) {
        token.type = TokenType::BadString;
        return token;
      }
      if (peek() == '\\' && isAtEnd(1)) {
        ++at_;
      } else if (peek() == '\\' && isNewline(peek(1))) {
        ++at_;
        skipNewline();
      } else if (peek() == '\\') {
        takeEscape(token.text);
      } else {
        takeCharacter(token.text);
      }
    }
  }

  void skipBadUrl() {
    while (!isAtEnd() && peek() != ')') at_ += isEscapeAt(0) ? 2 : 1;
    if (!isAtEnd()) ++at_;
  }

  Token takeUrl() {
    Token token = make(TokenType::Url);
    while (!isAtEnd() && isSpace(peek())) ++at_;
    while (true) {
      if (isAtEnd()) {
        token.isUnclosed = true;
        return token;
      }
      const char c = peek();
      if (isSpace(c)) {
        while (!isAtEnd() && isSpace(peek())) ++at_;
        if (!isAtEnd() && peek() != ')') break;
      } else if (c == ')') {
        ++at_;
        return token;
      } else if (c == '"' || c == '\'' || c == '(' || isNonPrintable(c)) {
        break;
      } else if (c == '\\') {
        if (!isEscapeAt(0)) break;
        takeEscape(token.text);
      } else {
        takeCharacter(token.text);
      }
    }
    skipBadUrl();
    token.type = TokenType::BadUrl;
    token.text.clear();
    return token;
  }

  Token takeIdentLike() {
    Token token = make(TokenType::Ident);
    token.text = takeName();
    if (peek() != '(') return token;
    ++at_;
    token.type = TokenType::Function;
    if (!equalsIgnoringCase(token.text, "url")) return token;
    std::size_t ahead = 0;
    while (!isAtEnd(ahead) && isSpace(peek(ahead))) ++ahead;
    if (peek(ahead) == '"' || peek(ahead) == '\'') return token;
    return takeUrl();
  }

  void takeDigits() {
    while (isDigit(peek())) ++at_;
  }

  Token takeNumeric() {
    Token token = make(TokenType::Number);
    token.isInteger = true;
    const std::size_t start = peek() == '+' ? at_ + 1 : at_;
    token.hasSign = peek() == '+' || peek() == '-';
    if (token.hasSign) ++at_;
    takeDigits();
    if (peek() == '.' && isDigit(peek(1))) {
      token.isInteger = false;
      ++at_;
      takeDigits();
    }
    const std::size_t sign = peek(1) == '+' || peek(1) == '-' ? 2 : 1;
    if ((peek() == 'e' || peek() == 'E') && isDigit(peek(sign))) {
      token.isInteger = false;
      at_ += sign;
      takeDigits();
    }
    token.number = parseNumber(text_.substr(start, at_ - start));
    if (startsIdentifier()) {
      token.type = TokenType::Dimension;
      token.text = takeName();
    } else if (peek() == '%') {
      ++at_;
      token.type = TokenType::Percentage;
    }
    return token;
  }

  /// from_chars: strtod would read by the locale. Out of range: the largest number of that sign, or 0.
  static double parseNumber(std::string_view digits) {
    double value = 0;
    const auto result = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (result.ec != std::errc::result_out_of_range) return value;
    if (digits.find("e-") != std::string_view::npos || digits.find("E-") != std::string_view::npos) return 0;
    return digits.starts_with('-') ? std::numeric_limits<double>::lowest()
                                   : std::numeric_limits<double>::max();
  }

  Token takeDelim() {
    Token token = make(TokenType::Delim);
    takeCharacter(token.text);
    return token;
  }

  Token takeAs(TokenType type, std::size_t length) {
    at_ += length;
    return make(type);
  }

  Token next() {
    begin_ = at_;
    if (!skipComments()) {
      Token end = make(TokenType::End);
      end.isUnclosed = true;
      return end;
    }
    begin_ = at_;
    if (isAtEnd()) return make(TokenType::End);
    const char c = peek();
    if (isSpace(c)) {
      while (!isAtEnd() && isSpace(peek())) ++at_;
      return make(TokenType::WhiteSpace);
    }
    if (c == '"' || c == '\'') return takeString(c);
    if (startsNumber()) return takeNumeric();
    if (c == '-' && peek(1) == '-' && peek(2) == '>') return takeAs(TokenType::Cdc, 3);
    if (startsIdentifier()) return takeIdentLike();
    return takeSymbol(c);
  }

  Token takeSymbol(char c) {
    switch (c) {
      case '#':
        if (!continuesNameAt(1) && !isEscapeAt(1)) return takeDelim();
        return takeHash();
      case '@':
        if (!startsIdentifier(1)) return takeDelim();
        ++at_;
        return takeAtKeyword();
      case '<':
        return text_.substr(at_).starts_with("<!--") ? takeAs(TokenType::Cdo, 4) : takeDelim();
      case ':':
        return takeAs(TokenType::Colon, 1);
      case ';':
        return takeAs(TokenType::Semicolon, 1);
      case ',':
        return takeAs(TokenType::Comma, 1);
      case '[':
        return takeAs(TokenType::OpenSquare, 1);
      case ']':
        return takeAs(TokenType::CloseSquare, 1);
      case '(':
        return takeAs(TokenType::OpenRound, 1);
      case ')':
        return takeAs(TokenType::CloseRound, 1);
      case '{':
        return takeAs(TokenType::OpenCurly, 1);
      case '}':
        return takeAs(TokenType::CloseCurly, 1);
      default:
        return takeDelim();
    }
  }

  Token takeHash() {
    ++at_;
    Token token = make(TokenType::Hash);
    token.isId = startsIdentifier();
    token.text = takeName();
    return token;
  }

  Token takeAtKeyword() {
    Token token = make(TokenType::AtKeyword);
    token.text = takeName();
    return token;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t begin_ = 0;
};

}  // namespace

std::vector<Token> tokenize(std::string_view text) { return Tokenizer(text).run(); }

}  // namespace octavo::css

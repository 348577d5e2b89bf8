// text: which characters of a text are its first letter.
#include "text/first_letter.h"

#include <unicode/uchar.h>
#include <unicode/utf16.h>

#include <cstdint>
#include <vector>

#include "text/line_breaks.h"

namespace octavo::text {

namespace {

constexpr char16_t kIdeographicSpace = u'\x3000';

/// Reads a text by grapheme clusters.
class Reader {
 public:
  explicit Reader(std::u16string_view text) : text_(text), boundaries_(graphemeBoundaries(text)) {}

  bool isAtEnd() const { return next_ + 1 >= boundaries_.size(); }
  std::size_t offset() const { return boundaries_[next_]; }
  void advance() { ++next_; }
  UChar32 character() const {
    UChar32 character = 0;
    std::size_t at = offset();
    U16_NEXT(text_.data(), at, text_.size(), character);
    return character;
  }
  std::uint32_t category() const { return U_GET_GC_MASK(character()); }

 private:
  std::u16string_view text_;
  std::vector<std::size_t> boundaries_;
  std::size_t next_ = 0;
};

bool isSpace(UChar32 character) {
  const bool isControl = character == u'\t' || character == u'\n' || character == u'\r' || character == u'\f';
  return isControl || (u_charType(character) == U_SPACE_SEPARATOR && character != kIdeographicSpace);
}

void skipSpaces(Reader& reader) {
  while (!reader.isAtEnd() && isSpace(reader.character())) reader.advance();
}

bool isDutchPair(std::u16string_view text, std::size_t at, std::string_view language) {
  const bool isDutch = language == "nl" || language.starts_with("nl-");
  const std::u16string_view pair = text.substr(at, 2);
  return isDutch && (pair == u"IJ" || pair == u"ij");
}

}  // namespace

FirstLetter findFirstLetter(std::u16string_view text, std::string_view language) {
  constexpr std::uint32_t kLetter = U_GC_L_MASK | U_GC_N_MASK | U_GC_S_MASK;
  constexpr std::uint32_t kBehind = U_GC_P_MASK & ~(U_GC_PS_MASK | U_GC_PD_MASK);
  Reader reader(text);
  skipSpaces(reader);
  if (reader.isAtEnd()) return {};
  FirstLetter letter{reader.offset(), reader.offset()};
  while (!reader.isAtEnd() && (reader.category() & U_GC_P_MASK) != 0) {
    reader.advance();
    skipSpaces(reader);
  }
  if (reader.isAtEnd() || (reader.category() & kLetter) == 0) return {};
  if (isDutchPair(text, reader.offset(), language)) reader.advance();
  reader.advance();
  letter.end = reader.offset();
  // Spaces belong to it only between it and a mark.
  for (skipSpaces(reader); !reader.isAtEnd() && (reader.category() & kBehind) != 0; skipSpaces(reader)) {
    reader.advance();
    letter.end = reader.offset();
  }
  return letter;
}

}  // namespace octavo::text

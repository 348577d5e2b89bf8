// text: which characters of a text are its first letter.
#pragma once

#include <cstddef>
#include <string_view>

namespace octavo::text {

/// UTF-16 units; empty where the text does not begin with a letter, a digit or a symbol.
struct FirstLetter {
  std::size_t begin = 0, end = 0;
  bool isEmpty() const { return begin == end; }
};

/// The first letter with what belongs to it: marks on it, punctuation before it, punctuation behind it that neither
/// opens nor is a dash, spaces between them; Dutch IJ is one letter. White space before all of them does not belong to
/// it. CSS Pseudo-Elements 4, section 2.2.
FirstLetter findFirstLetter(std::u16string_view text, std::string_view language);

}  // namespace octavo::text

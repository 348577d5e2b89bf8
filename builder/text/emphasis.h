// text: which characters take an emphasis mark.
#pragma once

#include <cstdint>

namespace octavo::text {

/// CSS Text Decoration 4, section 4.4 (text-emphasis-skip), by Unicode's general category.
enum class EmphasisKind : std::uint8_t {
  Letter,       // letters, digits, and the marks that stand for words: # % & @ § ¶ ‰ ‱ ※ † ‡ and their like
  Symbol,
  Punctuation,
  Space,
  Nothing       // controls and what has no room of its own
};
EmphasisKind emphasisKind(char32_t character);

}  // namespace octavo::text

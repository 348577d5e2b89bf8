#include "text/emphasis.h"

#include <unicode/uchar.h>

#include <string_view>

namespace octavo::text {

EmphasisKind emphasisKind(char32_t character) {
  // Punctuation by category that reads as a word: the list of the section above, with the full-width and small forms.
  constexpr std::u32string_view kWords = U"#%&@\u00A7\u00B6\u066A\u0609\u060A\u2020\u2021\u2030\u2031\u203B\u204A"
                                         U"\uFE5F\uFE60\uFE6A\uFE6B\uFF03\uFF05\uFF06\uFF20";
  if (kWords.find(character) != std::u32string_view::npos) return EmphasisKind::Letter;
  const auto code = static_cast<UChar32>(character);
  const std::uint32_t category = U_GET_GC_MASK(code);
  if ((category & (U_GC_CC_MASK | U_GC_CF_MASK | U_GC_M_MASK)) != 0) return EmphasisKind::Nothing;
  if ((category & U_GC_Z_MASK) != 0) return EmphasisKind::Space;
  if ((category & U_GC_P_MASK) != 0) return EmphasisKind::Punctuation;
  // Letter-like modifiers of the symbol categories (ー is a letter, ゛ a symbol) keep to Unicode.
  return (category & U_GC_S_MASK) != 0 ? EmphasisKind::Symbol : EmphasisKind::Letter;
}

}  // namespace octavo::text

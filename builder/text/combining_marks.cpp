#include "text/combining_marks.h"

#include <unicode/uchar.h>

#include "text/break_context_private.h"

namespace octavo::text {

MarkPlace markPlace(std::u16string_view text, std::size_t at) {
  const auto character = static_cast<UChar32>(characterFrom(text, at));
  const auto category = U_GET_GC_MASK(character);
  if ((category & (U_GC_MN_MASK | U_GC_ME_MASK)) == 0) return MarkPlace::None;
  if ((category & U_GC_ME_MASK) != 0) return MarkPlace::Around;
  switch (u_getCombiningClass(character)) {
    case 1: return MarkPlace::Around;  // overlays
    case 202: case 218: case 220: case 222: case 233: case 240: return MarkPlace::Below;
    default: return MarkPlace::Above;
  }
}

bool extendsCharacter(char32_t character) {
  const auto given = static_cast<UChar32>(character);
  return (U_GET_GC_MASK(given) & U_GC_M_MASK) != 0 || u_hasBinaryProperty(given, UCHAR_GRAPHEME_EXTEND) != 0 || character == 0x200D;
}

}  // namespace octavo::text

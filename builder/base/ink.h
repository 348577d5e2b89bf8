// base: which characters of a text can be seen on a page.
#pragma once

namespace octavo {

/// False for white space and for invisible controls: what layout collapses, adds or drops. So the characters of a text that
/// leave ink are counted alike in a document and on its pages.
constexpr bool leavesInk(char32_t character) {
  if (character <= 0x20 || (character >= 0x7F && character <= 0xA0)) return false;
  if (character < 0x1680) return character != 0xAD && character != 0x34F && character != 0x61C;
  if (character >= 0x2000 && character <= 0x206F) {
    const bool isSpace = character <= 0x200F || character == 0x202F || character == 0x205F;
    return !isSpace && !(character >= 0x2028 && character <= 0x202E) && character < 0x2060;
  }
  const bool isVariationSelector = (character >= 0xFE00 && character <= 0xFE0F) || (character >= 0xE0100 && character <= 0xE01EF);
  return character != 0x1680 && character != 0x3000 && character != 0xFEFF && character != 0xFFFC && !isVariationSelector;
}

}  // namespace octavo

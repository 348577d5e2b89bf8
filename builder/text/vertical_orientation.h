// text: which way letters stand in vertical lines.
#pragma once

#include <cstdint>

namespace octavo::text {

/// Vertical_Orientation of Unicode (UAX 50): R, Tr, Tu, U.
enum class VerticalOrientation : std::uint8_t { Rotated, TransformedRotated, TransformedUpright, Upright };
VerticalOrientation verticalOrientation(char32_t character);

/// The CSS property text-orientation (Writing Modes 4, section 5.1).
enum class TextOrientation : std::uint8_t { Mixed, Upright, Sideways };

/// How a letter is set in a vertical line.
struct LetterOrientation {
  bool isUpright = false;
  bool wantsVerticalForm = false;  // the font's `vert` glyph: turned brackets, commas in the other corner
  bool turnsWithoutForm = false;   // where the font has no such glyph the letter lies on its side (Tr)
  bool operator==(const LetterOrientation&) const = default;
};
LetterOrientation letterOrientation(char32_t character, TextOrientation orientation);

}  // namespace octavo::text

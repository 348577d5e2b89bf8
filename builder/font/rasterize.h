// font: glyphs as pixels, for pictures that the program draws itself.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "font/font.h"

namespace octavo::font {

/// How much of each pixel a glyph covers, 0 to 255, rows top to bottom without padding.
struct Coverage {
  int width = 0, height = 0;
  int left = 0;  // of the first column, from the pen
  int top = 0;   // of the first row, above the baseline
  std::string samples;
};

/// The glyph at this many pixels to the em, unhinted; nothing when the face cannot be opened or has no such glyph.
std::optional<Coverage> rasterize(const Face& face, std::uint32_t glyph, int pixelsPerEm);

}  // namespace octavo::font

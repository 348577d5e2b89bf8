#include "font/rasterize.h"

#include <ft2build.h>
#include FT_FREETYPE_H

#include <memory>
#include <type_traits>

namespace octavo::font {
namespace {

struct CloseLibrary {
  void operator()(FT_Library library) const { FT_Done_FreeType(library); }
};
struct CloseFace {
  void operator()(FT_Face face) const { FT_Done_Face(face); }
};
using Library = std::unique_ptr<std::remove_pointer_t<FT_Library>, CloseLibrary>;
using OpenFace = std::unique_ptr<std::remove_pointer_t<FT_Face>, CloseFace>;

/// The face last drawn with stays open, with its library: a line of text asks for the same one again and again.
struct LastFace {
  Library library;
  OpenFace face;
  std::string path;
  unsigned index = 0;
};

FT_Face open(const Face& face) {
  thread_local LastFace last;
  if (!last.library) {
    FT_Library library = nullptr;
    if (FT_Init_FreeType(&library) != 0) return nullptr;
    last.library.reset(library);
  }
  if (last.face && last.path == face.path() && last.index == face.index()) return last.face.get();
  FT_Face opened = nullptr;
  last.face.reset();
  if (FT_New_Face(last.library.get(), face.path().c_str(), static_cast<FT_Long>(face.index()), &opened) != 0) return nullptr;
  last.face.reset(opened);
  last.path = face.path();
  last.index = face.index();
  return opened;
}

}  // namespace

std::optional<Coverage> rasterize(const Face& face, std::uint32_t glyph, int pixelsPerEm) {
  const FT_Face opened = open(face);
  if (!opened || FT_Set_Pixel_Sizes(opened, 0, static_cast<FT_UInt>(pixelsPerEm)) != 0) return std::nullopt;
  if (FT_Load_Glyph(opened, glyph, FT_LOAD_RENDER | FT_LOAD_NO_HINTING) != 0) return std::nullopt;
  const FT_GlyphSlot slot = opened->glyph;
  Coverage coverage;
  coverage.width = static_cast<int>(slot->bitmap.width);
  coverage.height = static_cast<int>(slot->bitmap.rows);
  coverage.left = slot->bitmap_left;
  coverage.top = slot->bitmap_top;
  for (int row = 0; row < coverage.height; ++row) {
    const auto* begin = reinterpret_cast<const char*>(slot->bitmap.buffer) + row * slot->bitmap.pitch;
    coverage.samples.append(begin, static_cast<std::size_t>(coverage.width));
  }
  return coverage;
}

}  // namespace octavo::font

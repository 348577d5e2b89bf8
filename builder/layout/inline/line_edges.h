// layout/inline: glyphs at the ends of a line, where the shaping of the paragraph does not hold.
#pragma once

#include <cstdint>
#include <vector>

#include "layout/inline/glyphs/shape.h"

namespace octavo::layout {

/// A cluster that stands otherwise at the line's end than in the paragraph: without kerning to what the next line
/// begins with, in another contextual form.
struct EdgeCluster {
  std::uint32_t cluster = 0;
  std::vector<font::Glyph> glyphs;
  std::int64_t advance = 0, oldAdvance = 0;  // units of Length
};

/// The clusters from `begin` to `end` make a line. Where HarfBuzz says that its result does not hold at an end of it,
/// the run is shaped anew from the nearest place where it does, as far as the line goes; joining still sees the whole
/// text. Empty for nearly every line.
std::vector<EdgeCluster> reshapeEdges(const InlineText& text, const ShapedText& shaped, std::uint32_t begin, std::uint32_t end);

}  // namespace octavo::layout

// pdf: which glyphs of a run stand for which text.
#pragma once

#include <algorithm>
#include <cstddef>
#include <span>
#include <string_view>

#include "fragment/fragment.h"

namespace octavo::pdf {

/// Glyphs that belong together, in visual order, and what they say, in logical order. The text of a run is
/// divided among its clusters without rest.
struct Cluster {
  std::size_t firstGlyph = 0, endGlyph = 0;
  std::u16string_view text;
};

/// Calls `see(const Cluster&)` for each cluster of the run in visual order. Allocates nothing: books have a
/// million.
template <class See>
void forEachCluster(const fragment::GlyphRun& run, See&& see) {
  const std::span<const font::Glyph> glyphs = run.glyphs;
  const bool rightToLeft = run.direction == Direction::RightToLeft;
  const auto length = static_cast<std::uint32_t>(run.text.size());
  std::uint32_t above = length;  // right to left: where the cluster to the left of this one ended its text
  for (std::size_t first = 0; first < glyphs.size();) {
    std::uint32_t begin = glyphs[first].cluster;
    std::uint32_t top = begin;  // the highest offset seen in this cluster
    std::size_t end = first + 1;
    // A glyph that goes against the direction of the text was reordered: it belongs to the same cluster.
    for (; end < glyphs.size(); ++end) {
      const std::uint32_t next = glyphs[end].cluster;
      if (rightToLeft ? next < begin : next > top) break;
      begin = std::min(begin, next);
      top = std::max(top, next);
    }
    std::uint32_t from = std::min(begin, length);
    std::uint32_t to = rightToLeft           ? above
                       : end < glyphs.size() ? std::min(glyphs[end].cluster, length)
                                             : length;
    if (rightToLeft ? end == glyphs.size() : first == 0) from = 0;
    if (to < from) to = from;
    above = from;
    see(Cluster{first, end, std::u16string_view(run.text).substr(from, to - from)});
    first = end;
  }
}

/// The length in UTF-16 units of the character at the text's start.
inline std::size_t firstCharacterLength(std::u16string_view text) {
  const bool isPair = text.size() > 1 && (text[0] & 0xFC00) == 0xD800 && (text[1] & 0xFC00) == 0xDC00;
  return text.empty() ? 0 : isPair ? 2 : 1;
}

inline std::size_t countCharacters(std::u16string_view text) {
  std::size_t count = 0;
  for (; !text.empty(); ++count) text.remove_prefix(firstCharacterLength(text));
  return count;
}

}  // namespace octavo::pdf

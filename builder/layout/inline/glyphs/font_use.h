// layout/inline/glyphs: what a style makes of a face: its size, small capitals, signs that fill the em.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "layout/inline/glyphs/faces.h"
#include "layout/inline/glyphs/shape.h"

namespace octavo::layout {

/// The size to set a face in: font-size-adjust brings faces of unlike proportions to one apparent size.
/// CSS Fonts 5, section 4.2.
Length adjustedSize(const css::InheritedStyle& style, const font::Face& face, const font::Collection& fonts);

/// Which letters stand as smaller capitals because their face has no small ones. CSS Fonts 4, section 6.6.
struct SmallCaps {
  std::vector<bool> small;  // by unit; empty when there are none
  bool isSmall(std::uint32_t at) const { return !small.empty() && small[at]; }
};
/// Puts the capitals into `faces.substituted`.
SmallCaps makeSmallCaps(const InlineText& text, FaceMap& faces);
Length smallCapSize(Length size, const font::Metrics& metrics);

/// Dashes of —— are drawn together to one unbroken rule, and … stands at the middle of the em box, in full-width text
/// of faces that do not have them so. clreq 3.1.4, GB/T 15834 4.10 and 4.11.
void settleSigns(const InlineText& text, const ShapeRun& run, std::span<Cluster> clusters, std::vector<font::Glyph>& glyphs);

}  // namespace octavo::layout

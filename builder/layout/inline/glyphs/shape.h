// layout/inline/glyphs: the paragraph's text as glyphs.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "layout/inline/inline_text.h"

namespace octavo::layout {

/// A stretch shaped in one go: one face, size, set of features, script, language and direction.
struct ShapeRun {
  std::uint32_t begin = 0, end = 0;  // UTF-16 units
  font::FacePtr face;
  Length size;
  std::uint32_t script = 0;
  std::string language;
  std::string languageSystem;  // what the shaper is told instead, where a style overrides it
  std::uint8_t level = 0;  // UAX 9; odd runs right to left
  std::vector<font::Feature> features;
};

/// Characters that became glyphs together: the smallest piece a line is made of. Clusters stand in logical order
/// and cover the text; line feeds, objects and invisible controls have no glyph.
struct Cluster {
  std::uint32_t text = 0;   // its first unit; it ends where the next one begins
  std::uint32_t glyph = 0;  // in ShapedText::glyphs
  std::uint32_t run = 0;    // in ShapedText::runs; kNoRun for clusters without glyphs
  std::uint16_t glyphCount = 0;
  std::int64_t advance = 0;    // in units of Length, letter-spacing not yet added
  std::int64_t blankBefore = 0, blankAfter = 0;  // inside `advance`: what a full-width mark may lose
};
inline constexpr std::uint32_t kNoRun = 0xFFFFFFFF;

struct ShapedText {
  std::vector<ShapeRun> runs;
  std::vector<Cluster> clusters;
  std::vector<font::Glyph> glyphs;  // of a run in visual order; clusters are offsets in the paragraph
  std::vector<std::uint8_t> levels;  // of each unit; empty when all are 0
  std::u16string substituted;  // what was shaped, where missing characters were replaced; else empty

  std::uint32_t textEnd(std::size_t cluster, const InlineText& text) const {
    return cluster + 1 < clusters.size() ? clusters[cluster + 1].text : static_cast<std::uint32_t>(text.text.size());
  }
};

/// Shapes the whole paragraph. Runs are not cut where only the element or its colour changes, so that kerning and
/// joining go on; the whole paragraph is the context. Characters that no font has are reported (glyph-missing) and
/// stand as a visible replacement.
ShapedText shapeText(const InlineText& text, Context& context);

/// What the style asks of fonts.
font::Request fontRequest(const css::InheritedStyle& style);

}  // namespace octavo::layout

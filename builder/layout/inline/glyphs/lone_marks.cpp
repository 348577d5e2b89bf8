#include "layout/inline/glyphs/lone_marks.h"

#include "text/combining_marks.h"

namespace octavo::layout {

namespace {

using text::MarkPlace;

/// Ink in a run's own size.
struct Ink {
  Length left, right, bottom, top;
};

Ink inkOf(const ShapeRun& run, const font::Glyph& glyph) {
  const font::InkBox box = font::inkBox(*run.face, glyph.id);
  const int unitsPerEm = run.face->metrics().unitsPerEm;
  const auto scaled = [&](int units) { return run.size.scaled(units, unitsPerEm); };
  return {scaled(box.left), scaled(box.right), scaled(box.bottom), scaled(box.top)};
}

/// How far a mark goes up so that it is clear of the letter, or around it.
Length riseOf(MarkPlace place, const Ink& mark, const Ink& letter, Length size) {
  const Length gap = (0.06_em).at(size);
  switch (place) {
    case MarkPlace::Above: return std::max(letter.top + gap - mark.bottom, Length{});
    case MarkPlace::Below: return std::min(letter.bottom - gap - mark.top, Length{});
    case MarkPlace::Around: return (letter.bottom + letter.top - mark.bottom - mark.top).scaled(1, 2);
    case MarkPlace::None: break;
  }
  return {};
}

}  // namespace

void placeOverLetter(std::u16string_view text, ShapedText& shaped, std::size_t cluster) {
  const Cluster& letter = shaped.clusters[cluster - 1];
  if (letter.glyphCount == 0 || letter.run == kNoRun) return;
  const ShapeRun& run = shaped.runs[letter.run];
  const font::Glyph& base = shaped.glyphs[letter.glyph];
  Ink ink = inkOf(run, base);
  const Length start = base.offsetInline - Length::units(letter.advance);  // of the letter, from the pen behind it
  const Length middle = start + (ink.left + ink.right).scaled(1, 2);
  for (std::size_t at = cluster; at < shaped.clusters.size(); ++at) {
    Cluster& own = shaped.clusters[at];
    const MarkPlace place = text::markPlace(text, own.text);
    if (place == MarkPlace::None || own.run == kNoRun || own.glyphCount != 1) return;
    font::Glyph& glyph = shaped.glyphs[own.glyph];
    const Ink mark = inkOf(shaped.runs[own.run], glyph);
    const Length rise = riseOf(place, mark, ink, run.size);
    glyph.offsetInline = middle - (mark.left + mark.right).scaled(1, 2);
    glyph.offsetBlock = rise;
    glyph.advance = {};
    own.advance = 0;
    if (place == MarkPlace::Above) ink.top = std::max(ink.top, mark.top + rise);
    if (place == MarkPlace::Below) ink.bottom = std::min(ink.bottom, mark.bottom + rise);
  }
}

}  // namespace octavo::layout

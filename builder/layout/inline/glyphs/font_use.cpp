// layout/inline/glyphs: what a style makes of a face: its size, small capitals, signs that fill the em.
#include "layout/inline/glyphs/font_use.h"

#include <algorithm>
#include <optional>

#include "text/emphasis.h"
#include "text/letter_case.h"

namespace octavo::layout {

namespace {

constexpr double kEmMiddle = 0.38;  // of an ideographic em box from -0.12 to 0.88

/// A measure of the face as a share of its em; nothing where the face does not have it.
std::optional<double> aspectOf(const font::Face& face, css::FontMeasure measure) {
  const font::Metrics& metrics = face.metrics();
  const auto share = [&](int units) {
    return units > 0 ? std::optional(static_cast<double>(units) / metrics.unitsPerEm) : std::nullopt;
  };
  const auto width = [&](char32_t character) {
    const std::uint32_t glyph = face.nominalGlyph(character);
    return glyph == 0 ? std::nullopt : share(face.advance(glyph));
  };
  switch (measure) {
    case css::FontMeasure::None: return std::nullopt;
    case css::FontMeasure::ExHeight: return share(metrics.xHeight);
    case css::FontMeasure::CapHeight: return share(metrics.capHeight);
    case css::FontMeasure::ChWidth: return width(U'0');
    case css::FontMeasure::IcWidth: return width(U'\x6C34');
  }
  return std::nullopt;
}

bool lacksSmallCaps(const font::Face& face) { return !face.hasFeature("smcp"); }

/// The capital of a small letter in one unit; the letter itself where there is none (ß, letters without case).
char16_t capitalOf(char16_t unit, std::string_view language) {
  const std::u16string capital = text::changeCase(std::u16string_view(&unit, 1), text::LetterCase::Upper, language);
  return capital.size() == 1 ? capital[0] : unit;
}

bool isCapital(char16_t unit, std::string_view language) {
  return text::changeCase(std::u16string_view(&unit, 1), text::LetterCase::Lower, language) != std::u16string_view(&unit, 1);
}

bool isDash(char16_t unit) { return unit == u'\x2014' || unit == u'\x2015'; }
bool isEllipsis(char16_t unit) { return unit == u'\x2026' || unit == u'\x2025'; }

/// Closes the gaps between the ink of neighbouring dashes, from the middle of the row outwards.
class DashRow {
 public:
  DashRow(const ShapeRun& run, std::vector<font::Glyph>& glyphs) : run_(run), glyphs_(glyphs) {}

  void add(const Cluster& cluster) { members_.push_back(cluster.glyph); }

  /// Ends the row.
  void join() {
    if (members_.size() < 2) return members_.clear();
    std::vector<Length> shifts(members_.size());
    Length whole;
    for (std::size_t i = 1; i < members_.size(); ++i) {
      whole += gapBefore(i);
      shifts[i] = -whole;
    }
    for (std::size_t i = 0; i < members_.size(); ++i) glyphs_[members_[i]].offsetInline += shifts[i] + whole.scaled(1, 2);
    members_.clear();
  }

 private:
  /// Between the ink of two dashes, with a little to overlap, since viewers show a hair between edges that just meet.
  Length gapBefore(std::size_t index) const {
    const font::Glyph& before = glyphs_[members_[index - 1]];
    const int unitsPerEm = run_.face->metrics().unitsPerEm;
    const int rightSide = run_.face->advance(before.id) - font::inkBox(*run_.face, before.id).right;
    const int leftSide = font::inkBox(*run_.face, glyphs_[members_[index]].id).left;
    const int overlap = unitsPerEm / 100;
    const int gap = rightSide + leftSide + overlap;
    return gap > 0 ? run_.size.scaled(gap, unitsPerEm) : Length{};
  }

  const ShapeRun& run_;
  std::vector<font::Glyph>& glyphs_;
  std::vector<std::uint32_t> members_;
};

void raiseEllipsis(const ShapeRun& run, font::Glyph& glyph) {
  const font::InkBox ink = font::inkBox(*run.face, glyph.id);
  const int unitsPerEm = run.face->metrics().unitsPerEm;
  const int middle = static_cast<int>(kEmMiddle * unitsPerEm);
  // Only dots that stand on the baseline: a face that centres them knows its own middle best.
  if (ink.top <= ink.bottom || ink.top > middle) return;
  glyph.offsetBlock += run.size.scaled(middle - (ink.bottom + ink.top) / 2, unitsPerEm);
}

}  // namespace

Length adjustedSize(const css::InheritedStyle& style, const font::Face& face, const font::Collection& fonts) {
  const css::FontSizeAdjust& adjust = style.fontSizeAdjust;
  if (adjust.measure == css::FontMeasure::None) return style.fontSize;
  const std::optional<double> wanted =
      adjust.value ? adjust.value : aspectOf(*fonts.primary(fontRequest(style)), adjust.measure);
  const std::optional<double> own = aspectOf(face, adjust.measure);
  return wanted && own ? style.fontSize.scaled(*wanted / *own) : style.fontSize;
}

SmallCaps makeSmallCaps(const InlineText& text, FaceMap& faces) {
  SmallCaps result;
  for (const TextSpan& span : text.spans) {
    const css::ComputedStyle& style = text.style(span);
    if (style.fontCaps == css::FontCaps::Normal || !style.synthesizesSmallCaps) continue;
    for (std::uint32_t at = span.begin; at < span.end; ++at) {
      if (faces.units[at] == FaceMap::kNone || !lacksSmallCaps(*faces.faces[faces.units[at]])) continue;
      const char16_t unit = text.text[at], capital = capitalOf(unit, style.language);
      const bool followsSmall = at > span.begin && result.isSmall(at - 1);
      const bool isMarkOnSmall = followsSmall && text::emphasisKind(unit) == text::EmphasisKind::Nothing;
      const bool isShrunkCapital = style.fontCaps == css::FontCaps::AllSmallCaps && isCapital(unit, style.language);
      if (capital == unit && !isMarkOnSmall && !isShrunkCapital) continue;
      if (result.small.empty()) result.small.resize(text.text.size());
      if (faces.substituted.empty()) faces.substituted = text.text;
      result.small[at] = true;
      faces.substituted[at] = capital;
    }
  }
  return result;
}

Length smallCapSize(Length size, const font::Metrics& metrics) {
  // Real small capitals are a little higher than x.
  const double share = 1.08 * metrics.xHeight / metrics.capHeight;
  return size.scaled(std::clamp(share, 0.7, 0.85));
}

void settleSigns(const InlineText& text, const ShapeRun& run, std::span<Cluster> clusters, std::vector<font::Glyph>& glyphs) {
  if (!run.face->metrics().isCjk) return;
  DashRow row(run, glyphs);
  for (const Cluster& cluster : clusters) {
    const bool isSign = text.classes[cluster.text] == text::CharacterClass::Inseparable && cluster.glyphCount == 1;
    const char16_t unit = text.text[cluster.text];
    if (isSign && isDash(unit)) {
      row.add(cluster);
      continue;
    }
    row.join();
    if (isSign && isEllipsis(unit)) raiseEllipsis(run, glyphs[cluster.glyph]);
  }
  row.join();
}

}  // namespace octavo::layout

// layout/inline/marks: emphasis marks over or under the letters. CSS Text Decoration 4, section 4.
#include <algorithm>

#include "layout/inline/marks/decorations.h"
#include "text/emphasis.h"

namespace octavo::layout {

namespace {

using text::CharacterClass;

/// The marks of text-emphasis-style, which sit in the middle of an em box.
bool isDrawnMark(std::u16string_view mark) {
  constexpr std::u16string_view kShapes = u"•◦●○◉◎▲△﹅﹆";
  return mark.size() == 1 && kShapes.find(mark[0]) != std::u16string_view::npos;
}

/// Across, of the base's em.
constexpr double kDotSize = 0.17;
bool isDot(std::u16string_view mark) { return mark == u"•" || mark == u"◦"; }

bool isNarrow(CharacterClass kind) {
  return kind == CharacterClass::Western || kind == CharacterClass::WesternMark || kind == CharacterClass::WesternSpace;
}

bool takesMark(char32_t character, CharacterClass kind, const css::EmphasisSkip& skip) {
  if (skip.narrow && isNarrow(kind)) return false;
  switch (text::emphasisKind(character)) {
    case text::EmphasisKind::Letter: return true;
    case text::EmphasisKind::Symbol: return !skip.symbols;
    case text::EmphasisKind::Punctuation: return !skip.punctuation;
    case text::EmphasisKind::Space: return !skip.spaces;
    case text::EmphasisKind::Nothing: return false;
  }
  return false;
}

class MarkSetter {
 public:
  MarkSetter(const Paragraph& paragraph, const Line& line, const Piece& piece, const Context& context)
      : paragraph_(paragraph), line_(line), piece_(piece), style_(paragraph.text.style(paragraph.text.spans[piece.span])),
        size_(style_.fontSize.scaled(1, 2)), mark_(shapeSimple(style_.textEmphasisMark, style_, size_, context)) {
    if (isDrawnMark(mark_.text)) preferIdeographFace(context);
    if (isDot(mark_.text)) fitDot();
  }

  void addTo(LineDecorations& to) {
    if (!mark_.face || mark_.glyphs.empty()) return;
    run_.face = mark_.face;
    run_.size = glyphSize_;
    run_.color = style_.textEmphasisColor.value_or(style_.color);
    run_.language = style_.language;
    for (std::uint32_t i = 0; i < piece_.clusterEnd - piece_.cluster; ++i) {
      // Positions rise from left to right in both directions.
      addMark(piece_.level % 2 == 0 ? piece_.cluster + i : piece_.clusterEnd - 1 - i);
    }
    if (!run_.glyphs.empty()) to.above.push_back(placedRun());
  }

 private:
  /// Western faces put their bullet at half the x-height; faces with ideographs in the middle of the em.
  void preferIdeographFace(const Context& context) {
    const font::FacePtr face = context.fonts.faceFor(fontRequest(style_), U'\x4E00');
    if (face && face->metrics().isCjk && face != mark_.face && face->hasGlyph(mark_.text[0])) {
      mark_ = shapeIn(face, mark_.text, style_, size_);
    }
  }

  /// Bullets differ from face to face, from a speck to a ball: the dot is set in the size that makes its ink right.
  void fitDot() {
    if (!mark_.face || mark_.glyphs.size() != 1) return;
    const font::InkBox ink = font::inkBox(*mark_.face, mark_.glyphs[0].id);
    if (ink.top <= ink.bottom) return;
    const Length wanted = style_.fontSize.scaled(kDotSize);
    const Length size = wanted.scaled(mark_.face->metrics().unitsPerEm, ink.top - ink.bottom);
    mark_ = shapeIn(mark_.face, mark_.text, style_, size);
    glyphSize_ = size;
  }

  char32_t characterAt(std::uint32_t offset) const {
    const std::u16string& text = paragraph_.text.text;
    const char32_t unit = text[offset];
    if (unit < 0xD800 || unit >= 0xDC00 || offset + 1 >= text.size()) return unit;
    return 0x10000 + ((unit - 0xD800) << 10) + (text[offset + 1] - 0xDC00u);
  }

  void addMark(std::uint32_t cluster) {
    const Cluster& base = paragraph_.shaped.clusters[cluster];
    const CharacterClass kind = paragraph_.text.classes[base.text];
    if (base.glyphCount == 0 || !takesMark(characterAt(base.text), kind, style_.textEmphasisSkip)) return;
    const Length middle = line_.offsets[cluster - line_.firstCluster] + Length::units(inkAdvance(base)).scaled(1, 2);
    const Length at = middle - mark_.width.scaled(1, 2);
    if (run_.glyphs.empty()) {
      left_ = pen_ = at;
    } else {
      run_.glyphs.back().advance += at - pen_;
    }
    for (font::Glyph glyph : mark_.glyphs) {
      glyph.cluster = static_cast<std::uint32_t>(run_.text.size());
      run_.glyphs.push_back(glyph);
    }
    run_.text += mark_.text;
    pen_ = at + mark_.width;
  }

  /// What brings the ink of a drawn mark into the middle of the em box that the baseline is reckoned by.
  Length centring() const {
    constexpr double kMiddle = 0.38;  // of an em box from -0.12 to 0.88
    if (!isDrawnMark(mark_.text) || mark_.glyphs.size() != 1) return {};
    const font::InkBox ink = font::inkBox(*mark_.face, mark_.glyphs[0].id);
    return glyphSize_.scaled(ink.bottom + ink.top, 2 * mark_.face->metrics().unitsPerEm) - size_.scaled(kMiddle);
  }

  PlacedLogical placedRun() {
    const font::Metrics& metrics = run_.face->metrics();
    run_.baseline = glyphSize_.scaled(metrics.ascent, metrics.unitsPerEm);
    auto made = std::make_shared<LogicalFragment>();
    made->size = {pen_ - left_, run_.baseline + glyphSize_.scaled(metrics.descent, metrics.unitsPerEm)};
    made->role = fragment::Role::Decoration;
    made->order = paragraph_.text.spans[piece_.span].box->order;
    const bool isUnder = css::isEmphasisUnder(style_);
    const Length reading = readingBesideMarks(paragraph_, piece_);
    const Length baseline = overOffset(paragraph_, piece_, size_, isUnder) + (isUnder ? reading : -reading) + centring();
    const Length top = baseline - run_.baseline;
    made->content = std::move(run_);
    return {{left_, top}, made};
  }

  const Paragraph& paragraph_;
  const Line& line_;
  const Piece& piece_;
  const css::ComputedStyle& style_;
  Length size_;                // of the em box the mark stands in
  SimpleText mark_;
  Length glyphSize_ = size_;
  fragment::GlyphRun run_;
  Length left_, pen_;
};

}  // namespace

Length readingBesideMarks(const Paragraph& paragraph, const Piece& piece) {
  if (paragraph.text.rubyWords.empty()) return {};
  const bool isUnder = css::isEmphasisUnder(paragraph.text.style(paragraph.text.spans[piece.span]));
  const std::uint32_t begin = paragraph.shaped.clusters[piece.cluster].text;
  const std::uint32_t end = paragraph.shaped.textEnd(piece.clusterEnd - 1, paragraph.text);
  Length reach;
  const auto include = [&](const auto& ranges) {
    using Range = typename std::decay_t<decltype(ranges)>::value_type;
    auto range = std::ranges::upper_bound(ranges, begin, {}, &Range::end);
    for (; range != ranges.end() && range->begin < end; ++range) {
      const RubyReading& reading = range->reading;
      if (reading.boxes.empty() || reading.side != (isUnder ? RubySide::Under : RubySide::Over)) continue;
      reach = std::max(reach, reading.lane + reading.boxes.front()->style->fontSize);
    }
  };
  include(paragraph.text.rubies);
  include(paragraph.text.rubySpans);
  return reach;
}

void addEmphasisMarks(const Paragraph& paragraph, const Line& line, const Piece& piece, const Context& context,
                      LineDecorations& to) {
  const css::ComputedStyle& style = paragraph.text.style(paragraph.text.spans[piece.span]);
  if (style.textEmphasisMark.empty() || piece.object || piece.isHyphen) return;
  MarkSetter(paragraph, line, piece, context).addTo(to);
}

}  // namespace octavo::layout

// layout/inline: lines over, under and through the text, emphasis marks, backgrounds of inline boxes.
#include <algorithm>

#include "layout/inline/build_line.h"

namespace octavo::layout {

namespace {

using text::CharacterClass;

struct Extent {
  Length left, right;
};

class Decorator {
 public:
  Decorator(const Paragraph& paragraph, const Line& line, Context& context)
      : paragraph_(paragraph), text_(paragraph.text), line_(line), context_(context) {}

  LineDecorations decorate() {
    for (const std::uint32_t box : paragraph_.decorated) {
      const InlineBox& own = text_.boxes[box];
      if (box > 0 && (own.end <= line_.textBegin || own.begin >= line_.textEnd)) continue;
      if (box > 0) addFrames(box);
      addTextLines(box);
    }
    for (const Piece& piece : line_.pieces) addEmphasis(piece);
    return std::move(result_);
  }

 private:
  bool isInside(const Piece& piece, std::uint32_t box) const {
    std::uint32_t at = text_.spans[piece.span].inlineBox;
    while (at != box && at != 0) at = text_.boxes[at].parent;
    return at == box;
  }

  /// The stretches of the line that belong to a box, from left to right. Bidi can cut a box in two.
  std::vector<Extent> extentsOf(std::uint32_t box, bool withObjects) const {
    std::vector<Extent> extents;
    bool goesOn = false;
    for (const std::size_t index : line_.visual) {
      const Piece& piece = line_.pieces[index];
      const bool counts = isInside(piece, box) && (withObjects || !piece.object);
      if (counts && goesOn) {
        extents.back().right = piece.left + piece.width;
      } else if (counts) {
        extents.push_back({piece.left, piece.left + piece.width});
      }
      goesOn = counts;
    }
    std::erase_if(extents, [](const Extent& extent) { return extent.left == extent.right; });
    return extents;
  }

  void addFrames(std::uint32_t index) {
    const InlineBox& box = text_.boxes[index];
    const css::ComputedStyle& style = *box.style;
    const bool hasBorder = style.border.blockStart.width + style.border.blockEnd.width + style.border.inlineStart.width +
                               style.border.inlineEnd.width > Length{};
    if (style.background.alpha == 0 && !hasBorder) return;
    std::vector<Extent> extents = extentsOf(index, true);
    if (extents.empty()) return;
    const auto padded = [](const css::LengthPercentage& padding) { return resolved(padding, Length{}); };
    LogicalFrame frame{style.border, style.background};
    const bool begins = box.begin >= line_.textBegin, ends = box.end <= line_.textEnd;
    if (!begins) frame.border.inlineStart = {};
    if (!ends) frame.border.inlineEnd = {};
    const Length start = begins ? style.border.inlineStart.width + padded(style.padding.inlineStart) : Length{};
    const Length end = ends ? style.border.inlineEnd.width + padded(style.padding.inlineEnd) : Length{};
    extents.front().left -= line_.isReversed ? end : start;
    extents.back().right += line_.isReversed ? start : end;
    const FontBox& font = paragraph_.fontBoxes[index];
    const Length top = box.shift + font.ascent + padded(style.padding.blockStart) + style.border.blockStart.width;
    const Length bottom = font.descent - box.shift + padded(style.padding.blockEnd) + style.border.blockEnd.width;
    for (const Extent& extent : extents) {
      auto made = std::make_shared<LogicalFragment>();
      made->size = {extent.right - extent.left, top + bottom};
      made->content = frame;
      made->source = box.box->element;
      made->role = fragment::Role::Decoration;
      made->order = box.box->order;
      result_.below.push_back({{extent.left, -top}, made});
    }
  }

  void addTextLines(std::uint32_t index) {
    const css::TextDecoration& decoration = text_.boxes[index].style->textDecoration;
    if (!decoration.underline && !decoration.overline && !decoration.lineThrough) return;
    const css::ComputedStyle& style = *text_.boxes[index].style;
    const font::Metrics& metrics = paragraph_.fontBoxes[index].face->metrics();
    const auto scaled = [&](int units) { return style.fontSize.scaled(units, metrics.unitsPerEm); };
    const Length thickness = decoration.thickness.value_or(std::max(scaled(metrics.underlineThickness), (0.04_em).at(style.fontSize)));
    const Length shift = text_.boxes[index].shift;
    const BorderLine line{thickness, decoration.style, decoration.color.value_or(style.color)};
    for (const Extent& extent : extentsOf(index, false)) {
      if (decoration.underline) {
        const Length top = decoration.underlineOffset ? *decoration.underlineOffset
                                                      : underlineTop(index, style, thickness, -scaled(metrics.underlinePosition));
        add(result_.below, index, extent, line, top - shift);
      }
      if (decoration.overline) add(result_.below, index, extent, line, -(0.88_em).at(style.fontSize) - thickness - shift);
      if (decoration.lineThrough) {
        const Length middle = hasIdeographs(index) ? (0.38_em).at(style.fontSize) : scaled(metrics.strikeoutPosition);
        add(result_.above, index, extent, line, -middle - thickness.scaled(1, 2) - shift);
      }
    }
  }

  /// Under ideographs the line stands clear of the em box, the same along the whole stretch.
  Length underlineTop(std::uint32_t index, const css::ComputedStyle& style, Length thickness, Length centre) const {
    const Length alphabetic = centre - thickness.scaled(1, 2);
    return hasIdeographs(index) ? std::max(alphabetic, (0.14_em).at(style.fontSize)) : alphabetic;
  }

  bool hasIdeographs(std::uint32_t box) const {
    return std::ranges::any_of(line_.pieces, [&](const Piece& piece) {
      if (!piece.fragment || !isInside(piece, box)) return false;
      return std::get<fragment::GlyphRun>(piece.fragment->content).face->metrics().isCjk;
    });
  }

  void add(std::vector<PlacedLogical>& to, std::uint32_t index, const Extent& extent, const BorderLine& line, Length top) const {
    auto made = std::make_shared<LogicalFragment>();
    made->size = {extent.right - extent.left, line.width};
    made->content = fragment::Rule{line};
    made->role = fragment::Role::Decoration;
    made->order = text_.boxes[index].box->order;
    to.push_back({{extent.left, top}, made});
  }

  /// No marks on punctuation and blanks (CSS Text Decoration 4; clreq).
  static bool takesEmphasis(CharacterClass kind) {
    switch (kind) {
      case CharacterClass::Opening:
      case CharacterClass::Closing:
      case CharacterClass::Hyphen:
      case CharacterClass::Dividing:
      case CharacterClass::MiddleDot:
      case CharacterClass::FullStop:
      case CharacterClass::Comma:
      case CharacterClass::Inseparable:
      case CharacterClass::IdeographicSpace:
      case CharacterClass::WesternSpace:
      case CharacterClass::WesternMark:
      case CharacterClass::Other: return false;
      default: return true;
    }
  }

  void addEmphasis(const Piece& piece) {
    const css::ComputedStyle& style = text_.style(text_.spans[piece.span]);
    if (style.textEmphasisMark.empty() || piece.object || piece.isHyphen) return;
    const Length size = style.fontSize.scaled(1, 2);
    const SimpleText mark = shapeSimple(style.textEmphasisMark, style, size, context_);
    if (!mark.face || mark.glyphs.empty()) return;
    fragment::GlyphRun run;
    run.face = mark.face;
    run.size = size;
    run.color = style.color;
    run.language = style.language;
    Length left, pen;
    for (std::uint32_t i = 0; i < piece.clusterEnd - piece.cluster; ++i) {
      // Positions rise from left to right in both directions.
      const std::uint32_t cluster = piece.level % 2 == 0 ? piece.cluster + i : piece.clusterEnd - 1 - i;
      const Cluster& base = paragraph_.shaped.clusters[cluster];
      if (base.glyphCount == 0 || !takesEmphasis(text_.classes[base.text])) continue;
      const Length middle = line_.offsets[cluster - line_.firstCluster] + Length::units(inkAdvance(base)).scaled(1, 2);
      const Length at = middle - mark.width.scaled(1, 2);
      if (run.glyphs.empty()) {
        left = pen = at;
      } else {
        run.glyphs.back().advance += at - pen;
      }
      for (font::Glyph glyph : mark.glyphs) {
        glyph.cluster = static_cast<std::uint32_t>(run.text.size());
        run.glyphs.push_back(glyph);
      }
      run.text += mark.text;
      pen = at + mark.width;
    }
    if (!run.glyphs.empty()) addRun(piece, std::move(run), left, pen - left);
  }

  void addRun(const Piece& piece, fragment::GlyphRun run, Length left, Length width) {
    const css::ComputedStyle& style = text_.style(text_.spans[piece.span]);
    const font::Metrics& metrics = run.face->metrics();
    const Length size = run.size;
    run.baseline = size.scaled(metrics.ascent, metrics.unitsPerEm);
    auto made = std::make_shared<LogicalFragment>();
    made->size = {width, run.baseline + size.scaled(metrics.descent, metrics.unitsPerEm)};
    made->role = fragment::Role::Decoration;
    made->order = text_.spans[piece.span].box->order;
    const bool isUnder = style.textEmphasisPosition == css::EmphasisPosition::Under;
    const Length top = overOffset(paragraph_, piece, size, isUnder) - run.baseline;
    made->content = std::move(run);
    result_.above.push_back({{left, top}, made});
  }

  const Paragraph& paragraph_;
  const InlineText& text_;
  const Line& line_;
  Context& context_;
  LineDecorations result_;
};

}  // namespace

LineDecorations decorateLine(const Paragraph& paragraph, const Line& line, Context& context) {
  return Decorator(paragraph, line, context).decorate();
}

}  // namespace octavo::layout

// layout/inline/marks: lines under, over and through the text. CSS Text Decoration 4, section 2.
#include <algorithm>

#include "layout/inline/marks/decorations.h"

namespace octavo::layout {

namespace {

constexpr double kEmOver = 0.88, kEmUnder = 0.12;  // the ideographic em box
constexpr double kClear = 0.02;                    // between that box and a line beside it
/// Of a wavy line's thickness: what frame painting draws beyond the width of the line.
constexpr double kWaveSwing = 1.4;
constexpr double kAutoInset = 1.0 / 16;            // of an em, at each end: two neighbours stand an eighth apart

/// A box whose lines are to be drawn, with what they are measured by.
struct Decorating {
  const css::TextDecoration& decoration;
  const css::InheritedStyle& style;
  std::uint32_t box;  // inline box whose text it decorates
  FontBox font;
};

/// Han, kana, Hangul and the full-width marks: their ink is not skipped unless all ink is.
bool isEastAsian(char16_t unit) {
  return (unit >= 0x2E80 && unit <= 0xDFFF) || (unit >= 0xF900 && unit <= 0xFAFF) || (unit >= 0xFE30 && unit <= 0xFE4F) ||
         (unit >= 0xFF00 && unit <= 0xFFEF);
}

class TextLines {
 public:
  TextLines(const Paragraph& paragraph, const Line& line, LineDecorations& to)
      : paragraph_(paragraph), text_(paragraph.text), line_(line), to_(to) {}

  void add(const Decorating& box) {
    box_ = &box;
    hasEastAsian_ = hasEastAsianText();
    thickness_ = thickness();
    shift_ = text_.boxes[box.box].shift;
    const bool isUnderlineOver = css::isUnderlineOver(box.style);
    for (const LineExtent& extent : insetExtents()) {
      const css::TextDecoration& decoration = box.decoration;
      if (decoration.underline) addBeside(extent, isUnderlineOver ? overTop(offset()) : underTop());
      // Where underlines go to the over side, overlines make room: section 2.6.
      if (decoration.overline) addBeside(extent, isUnderlineOver ? underEdge() : overTop({}));
      if (decoration.lineThrough) addLine(to_.above, extent, middle() - lineWidth().scaled(1, 2));
    }
  }

 private:
  Length em(double share) const { return box_->style.fontSize.scaled(share); }
  Length inFont(int units) const { return box_->style.fontSize.scaled(units, box_->font.face->metrics().unitsPerEm); }
  Length offset() const { return box_->style.textUnderlineOffset.value_or(Length{}); }
  bool isWavy() const { return box_->decoration.style == LineStyle::Wavy; }

  Length thickness() const {
    const Length own = inFont(box_->font.face->metrics().underlineThickness);
    if (box_->decoration.thickness) return *box_->decoration.thickness;
    return box_->decoration.thicknessFromFont ? own : std::max(own, em(0.04));
  }
  /// Two lines and the gap between them are as thick each.
  Length lineWidth() const { return box_->decoration.style == LineStyle::Double ? thickness_ * 3 : thickness_; }
  /// How far a wave swings out of its line's own width at either side.
  Length swing() const { return isWavy() ? thickness_.scaled(kWaveSwing) : Length{}; }

  /// Over the whole paragraph, so that a box's line does not change its height from one line to the next.
  bool hasEastAsianText() const {
    const InlineBox& own = text_.boxes[box_->box];
    const auto begin = text_.classes.begin() + own.begin, end = text_.classes.begin() + own.end;
    return std::any_of(begin, end, [](text::CharacterClass kind) { return text::isCjk(kind); });
  }

  /// Distances from the baseline down to a line's upper edge.
  Length underEdge() const { return hasEastAsian_ ? em(kEmUnder + kClear) : box_->font.descent; }
  Length underTop() const {
    const font::Metrics& metrics = box_->font.face->metrics();
    const Length fromFont = inFont(-metrics.underlinePosition) - thickness_.scaled(1, 2);
    switch (box_->style.textUnderlinePosition.place) {
      case css::UnderlinePlace::Under: return underEdge() + offset();
      case css::UnderlinePlace::FromFont: return fromFont + offset();
      case css::UnderlinePlace::Auto: break;
    }
    if (box_->style.textUnderlineOffset) return offset();
    return hasEastAsian_ ? std::max(fromFont, underEdge()) : fromFont;
  }
  Length overTop(Length offset) const { return -em(kEmOver) - lineWidth() - swing() * 2 - offset; }
  Length middle() const {
    return hasEastAsian_ ? -em(0.38) : -inFont(box_->font.face->metrics().strikeoutPosition);
  }

  std::vector<LineExtent> insetExtents() const {
    std::vector<LineExtent> extents = extentsOf(paragraph_, line_, box_->box, false);
    const css::DecorationInset& inset = box_->decoration.inset;
    if (extents.empty() || box_->box == 0) return extents;
    const InlineBox& own = text_.boxes[box_->box];
    const Length start = own.begin >= line_.textBegin ? (inset.isAuto ? em(kAutoInset) : inset.start) : Length{};
    const Length end = own.end <= line_.textEnd ? (inset.isAuto ? em(kAutoInset) : inset.end) : Length{};
    extents.front().left += line_.isReversed ? end : start;
    extents.back().right -= line_.isReversed ? start : end;
    std::erase_if(extents, [](const LineExtent& extent) { return extent.left >= extent.right; });
    return extents;
  }

  /// An underline or overline: with gaps where letters cross it.
  void addBeside(const LineExtent& extent, Length top) {
    const Length swing = this->swing();
    if (box_->style.textDecorationSkipInk == css::SkipInk::None) return addLine(to_.below, extent, top + swing);
    const std::vector<LineExtent> ink = inkAcross(extent, top, top + lineWidth() + swing * 2);
    const Length clear = std::max(thickness_.scaled(1.5), em(0.08));
    const Length shortest = std::max(lineWidth() * 2, em(0.1));
    Length left = extent.left;
    const auto addPart = [&](Length right) {
      if (right - left >= shortest || (left == extent.left && right == extent.right)) {
        addLine(to_.below, {left, right}, top + swing);
      }
    };
    for (const LineExtent& letter : ink) {
      addPart(letter.left - clear);
      left = letter.right + clear;
    }
    addPart(extent.right);
  }

  /// Ink of the box's letters between two distances below the line's baseline, from left to right, apart.
  std::vector<LineExtent> inkAcross(const LineExtent& extent, Length top, Length bottom) const {
    std::vector<LineExtent> ink;
    for (const Piece& piece : line_.pieces) {
      if (!piece.fragment || piece.object || piece.left >= extent.right || piece.left + piece.width <= extent.left) continue;
      if (isInside(paragraph_, piece, box_->box)) addInkOf(piece, top, bottom, ink);
    }
    std::ranges::sort(ink, {}, &LineExtent::left);
    std::vector<LineExtent> apart;
    for (const LineExtent& each : ink) {
      if (!apart.empty() && each.left <= apart.back().right) {
        apart.back().right = std::max(apart.back().right, each.right);
      } else {
        apart.push_back(each);
      }
    }
    return apart;
  }

  void addInkOf(const Piece& piece, Length top, Length bottom, std::vector<LineExtent>& to) const {
    const auto& run = std::get<fragment::GlyphRun>(piece.fragment->content);
    if (run.vertical) return;  // lines run beside upright letters
    const Length raised = text_.boxes[text_.spans[piece.span].inlineBox].shift - shift_;
    const int unitsPerEm = run.face->metrics().unitsPerEm;
    const auto toUnits = [&](Length down) {
      return static_cast<int>(-(down + raised).toPoints() * unitsPerEm / run.size.toPoints());
    };
    Length pen = piece.left;
    for (const font::Glyph& glyph : run.glyphs) {
      const bool isSkipped = box_->style.textDecorationSkipInk == css::SkipInk::All || !isEastAsian(run.text[glyph.cluster]);
      if (isSkipped) {
        const Length up = glyph.offsetBlock;
        for (const font::InkSpan& span : font::inkBetween(*run.face, glyph.id, toUnits(bottom + up), toUnits(top + up))) {
          const Length origin = pen + glyph.offsetInline;
          to.push_back({origin + run.size.scaled(span.begin, unitsPerEm), origin + run.size.scaled(span.end, unitsPerEm)});
        }
      }
      pen += glyph.advance;
    }
  }

  void addLine(std::vector<PlacedLogical>& to, const LineExtent& extent, Length top) const {
    auto made = std::make_shared<LogicalFragment>();
    made->size = {extent.right - extent.left, lineWidth()};
    made->content = fragment::Rule{{lineWidth(), box_->decoration.style, box_->decoration.color.value_or(box_->style.color)}};
    made->role = fragment::Role::Decoration;
    made->order = text_.boxes[box_->box].box->order;
    to.push_back({{extent.left, top - shift_}, made});
  }

  const Paragraph& paragraph_;
  const InlineText& text_;
  const Line& line_;
  LineDecorations& to_;
  const Decorating* box_ = nullptr;
  bool hasEastAsian_ = false;
  Length thickness_, shift_;
};

}  // namespace

void addTextLines(const Paragraph& paragraph, const Line& line, const Context& context, LineDecorations& to) {
  TextLines lines(paragraph, line, to);
  const InlineBox& root = paragraph.text.boxes.front();
  // A marker outside its list item stands apart from the item's text.
  if (root.style->decoratingBoxes && root.box->role != box::Role::Marker) {
    for (const css::DecoratingBox& box : *root.style->decoratingBoxes) {
      lines.add({box.decoration, box.style, 0, fontBoxOf(box.style, context)});
    }
  }
  for (const std::uint32_t index : paragraph.decorated) {
    const InlineBox& box = paragraph.text.boxes[index];
    if (index == 0 || box.end <= line.textBegin || box.begin >= line.textEnd || !box.style->textDecoration.hasLine()) continue;
    lines.add({box.style->textDecoration, *box.style, index, paragraph.fontBoxes[index]});
  }
}

}  // namespace octavo::layout

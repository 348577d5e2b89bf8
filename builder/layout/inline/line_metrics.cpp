// layout/inline: how far a line reaches above and below its baseline.
//
// CSS 2, section 10.8, with what constant line pitch asks for (JLREQ, clreq): faces found by fallback,
// raised and lowered text, readings and emphasis marks use the leading, and only what does not fit there opens the
// line.
#include <algorithm>

#include "layout/inline/marks/decorations.h"

namespace octavo::layout {

namespace {

constexpr double kEmAscent = 0.88, kEmDescent = 0.12;  // the ideographic em box
constexpr double kEmphasisSize = 0.5;

struct Extent {
  Length above, below;
  void include(Length up, Length down) {
    above = std::max(above, up);
    below = std::max(below, down);
  }
};

void includeInlineBox(const Paragraph& paragraph, std::uint32_t index, Extent& extent) {
  const InlineBox& box = paragraph.text.boxes[index];
  const FontBox& own = paragraph.fontBoxes[index];
  const bool asksForMore = own.lineHeight > paragraph.fontBoxes.front().lineHeight;
  const Length above = asksForMore ? own.above : std::min(own.above, own.ascent);
  const Length below = asksForMore ? own.below : std::min(own.below, own.descent);
  extent.include(box.shift + above, below - box.shift);
}

void includeReading(const InlineBox& base, const RubyReading& reading, Extent& over) {
  if (reading.boxes.empty() || reading.side == RubySide::Beside) return;
  const Length size = base.style->fontSize;
  const Length reach = reading.lane + reading.boxes.front()->style->fontSize;
  if (reading.side == RubySide::Under) {
    over.below = std::max(over.below, (Em{kEmDescent}).at(size) + reach - base.shift);
  } else {
    over.above = std::max(over.above, (Em{kEmAscent}).at(size) + reach + base.shift);
  }
}

void includeReadings(const InlineText& text, const Line& line, Extent& over) {
  const auto include = [&](const auto& ranges) {
    using Range = typename std::decay_t<decltype(ranges)>::value_type;
    auto range = std::ranges::upper_bound(ranges, line.textBegin, {}, &Range::end);
    for (; range != ranges.end() && range->begin < line.textEnd; ++range) {
      includeReading(text.boxes[range->inlineBox], range->reading, over);
    }
  };
  include(text.rubies);
  include(text.rubySpans);
}

/// Readings stand in the leading. Where it is too small for them the line grows, as CSS has it, and the author is
/// told: the page loses its constant pitch.
void reportLeading(const Paragraph& paragraph, Context& context) {
  context.diagnostics.report({Severity::Warning, "ruby-leading", paragraph.text.boxes.front().box->element->position(),
                              "the leading is too small for the readings beside the text: the lines grow",
                              "set a greater line-height (1.7 for readings on one side, 2.2 on both) or smaller readings",
                              "ruby-leading"});
}

void includeEmphasis(const Paragraph& paragraph, const Piece& piece, Extent& over) {
  const css::ComputedStyle& style = paragraph.text.style(paragraph.text.spans[piece.span]);
  if (style.textEmphasisMark.empty()) return;
  const Length mark = style.fontSize.scaled(kEmphasisSize) + readingBesideMarks(paragraph, piece);
  if (css::isEmphasisUnder(style)) {
    over.below = std::max(over.below, (Em{kEmDescent}).at(style.fontSize) + mark);
  } else {
    over.above = std::max(over.above, (Em{kEmAscent}).at(style.fontSize) + mark);
  }
}

}  // namespace

Length objectAbove(const Paragraph& paragraph, const InlineObject& object) {
  const InlineBox& parent = paragraph.text.boxes[object.inlineBox];
  const FontBox& around = paragraph.fontBoxes[object.inlineBox];
  const FontBox& strut = paragraph.fontBoxes.front();
  const Length height = object.size.blockSize;
  if (const Length* raised = std::get_if<Length>(&object.box->style->verticalAlign)) {
    return parent.shift + object.ascent + *raised;
  }
  switch (std::get<css::BaselineShift>(object.box->style->verticalAlign)) {
    case css::BaselineShift::Middle: {
      const font::Metrics& metrics = around.face->metrics();
      return parent.shift + parent.style->fontSize.scaled(metrics.xHeight, 2 * metrics.unitsPerEm) + height.scaled(1, 2);
    }
    case css::BaselineShift::Sub: return parent.shift + object.ascent - (0.2_em).at(parent.style->fontSize);
    case css::BaselineShift::Super: return parent.shift + object.ascent + (0.34_em).at(parent.style->fontSize);
    case css::BaselineShift::TextTop: return parent.shift + around.ascent;
    case css::BaselineShift::TextBottom: return parent.shift + height - around.descent;
    case css::BaselineShift::Top: return strut.above;
    case css::BaselineShift::Bottom: return height - strut.below;
    case css::BaselineShift::Baseline: return parent.shift + object.ascent;
  }
  return object.ascent;
}

Length overOffset(const Paragraph& paragraph, const Piece& piece, Length size, bool isUnder) {
  const InlineBox& box = paragraph.text.boxes[paragraph.text.spans[piece.span].inlineBox];
  const Length base = box.style->fontSize;
  if (isUnder) return (Em{kEmDescent}).at(base) + (Em{kEmAscent}).at(size) - box.shift - piece.raise;
  return -(Em{kEmAscent}).at(base) - (Em{kEmDescent}).at(size) - box.shift - piece.raise;
}

void measureLine(const Paragraph& paragraph, Line& line, Length reachAbove, Context& context) {
  const FontBox& strut = paragraph.fontBoxes.front();
  Extent extent{strut.above, strut.below};
  Extent inLeading;
  std::uint32_t lastBox = 0;
  for (const Piece& piece : line.pieces) {
    const std::uint32_t index = paragraph.text.spans[piece.span].inlineBox;
    for (std::uint32_t box = index; box != 0 && index != lastBox; box = paragraph.text.boxes[box].parent) {
      includeInlineBox(paragraph, box, extent);
    }
    lastBox = index;
    if (piece.object) {
      if (!piece.object->fragment) continue;
      const Length above = objectAbove(paragraph, *piece.object);
      extent.include(above, piece.object->size.blockSize - above);
    } else if (!piece.isHyphen) {
      includeEmphasis(paragraph, piece, inLeading);
    }
  }
  const Extent withoutReadings = extent;
  if (!paragraph.text.rubyWords.empty()) includeReadings(paragraph.text, line, inLeading);
  // The neighbour's half of the leading is free too, but for what the readings of the line before have taken.
  const Length leading = std::max(Length{}, (strut.lineHeight - strut.ascent - strut.descent).scaled(1, 2));
  extent.include(inLeading.above - std::max(Length{}, leading - reachAbove), inLeading.below - leading);
  line.above = extent.above;
  line.below = extent.below;
  line.reachBelow = std::max(Length{}, inLeading.below - line.below);
  const bool grows = extent.above > withoutReadings.above || extent.below > withoutReadings.below;
  if (grows && !paragraph.text.rubyWords.empty()) reportLeading(paragraph, context);
}

}  // namespace octavo::layout

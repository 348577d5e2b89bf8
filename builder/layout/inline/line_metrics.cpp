// layout/inline: how far a line reaches above and below its baseline.
//
// CSS 2, section 10.8, with what constant line pitch asks for (JLREQ, clreq): faces found by fallback,
// raised and lowered text, readings and emphasis marks use the leading, and only what does not fit there opens the
// line.
#include <algorithm>

#include "layout/inline/decorations.h"

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

void includeReading(const Paragraph& paragraph, const Piece& piece, Extent& over) {
  const std::uint32_t begin = paragraph.shaped.clusters[piece.cluster].text;
  const std::uint32_t end = paragraph.shaped.textEnd(piece.clusterEnd - 1, paragraph.text);
  const InlineBox& box = paragraph.text.boxes[paragraph.text.spans[piece.span].inlineBox];
  const std::vector<RubyPair>& pairs = paragraph.text.rubies;
  for (auto pair = std::ranges::upper_bound(pairs, begin, {}, &RubyPair::end); pair != pairs.end() && pair->begin < end; ++pair) {
    const css::ComputedStyle& reading = *pair->reading->style;
    const Length base = box.style->fontSize;
    if (reading.rubyPosition == css::RubyPosition::Under) {
      over.below = std::max(over.below, (Em{kEmDescent}).at(base) + reading.fontSize - box.shift);
    } else {
      over.above = std::max(over.above, (Em{kEmAscent}).at(base) + reading.fontSize + box.shift);
    }
  }
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
  if (isUnder) return (Em{kEmDescent}).at(base) + (Em{kEmAscent}).at(size) - box.shift;
  return -(Em{kEmAscent}).at(base) - (Em{kEmDescent}).at(size) - box.shift;
}

void measureLine(const Paragraph& paragraph, Line& line) {
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
      if (!paragraph.text.rubies.empty()) includeReading(paragraph, piece, inLeading);
      includeEmphasis(paragraph, piece, inLeading);
    }
  }
  // The neighbour's half of the leading is free too.
  const Length leading = std::max(Length{}, (strut.lineHeight - strut.ascent - strut.descent).scaled(1, 2));
  extent.include(inLeading.above - leading, inLeading.below - leading);
  line.above = extent.above;
  line.below = extent.below;
}

}  // namespace octavo::layout

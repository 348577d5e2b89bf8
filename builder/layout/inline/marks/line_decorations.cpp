// layout/inline/marks: what is painted around the text of a line: backgrounds and borders of inline boxes, lines, marks.
#include <algorithm>

#include "layout/inline/marks/decorations.h"

namespace octavo::layout {

namespace {

class Decorator {
 public:
  Decorator(const Paragraph& paragraph, const Line& line, Context& context)
      : paragraph_(paragraph), text_(paragraph.text), line_(line), context_(context) {}

  LineDecorations decorate() {
    for (const std::uint32_t box : paragraph_.decorated) {
      const InlineBox& own = text_.boxes[box];
      if (box > 0 && (own.end <= line_.textBegin || own.begin >= line_.textEnd)) continue;
      if (box > 0) addFrames(box);
    }
    if (!paragraph_.decorated.empty()) addTextLines(paragraph_, line_, context_, result_);
    for (const Piece& piece : line_.pieces) addEmphasisMarks(paragraph_, line_, piece, context_, result_);
    return std::move(result_);
  }

 private:
  void addFrames(std::uint32_t index) {
    const InlineBox& box = text_.boxes[index];
    const css::ComputedStyle& style = *box.style;
    const bool hasBorder = style.border.blockStart.width + style.border.blockEnd.width + style.border.inlineStart.width +
                               style.border.inlineEnd.width > Length{};
    if (style.background.alpha == 0 && !hasBorder) return;
    std::vector<LineExtent> extents = extentsOf(paragraph_, line_, index, true);
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
    for (const LineExtent& extent : extents) {
      auto made = std::make_shared<LogicalFragment>();
      made->size = {extent.right - extent.left, top + bottom};
      made->content = frame;
      made->source = box.box->element;
      made->role = fragment::Role::Decoration;
      made->order = box.box->order;
      result_.below.push_back({{extent.left, -top}, made});
    }
  }

  const Paragraph& paragraph_;
  const InlineText& text_;
  const Line& line_;
  Context& context_;
  LineDecorations result_;
};

}  // namespace

bool isInside(const Paragraph& paragraph, const Piece& piece, std::uint32_t box) {
  std::uint32_t at = paragraph.text.spans[piece.span].inlineBox;
  while (at != box && at != 0) at = paragraph.text.boxes[at].parent;
  return at == box;
}

std::vector<LineExtent> extentsOf(const Paragraph& paragraph, const Line& line, std::uint32_t box, bool withObjects) {
  std::vector<LineExtent> extents;
  bool goesOn = false;
  for (const std::size_t index : line.visual) {
    const Piece& piece = line.pieces[index];
    const bool counts = isInside(paragraph, piece, box) && (withObjects || !piece.object);
    if (counts && goesOn) {
      extents.back().right = piece.left + piece.width;
    } else if (counts) {
      extents.push_back({piece.left, piece.left + piece.width});
    }
    goesOn = counts;
  }
  std::erase_if(extents, [](const LineExtent& extent) { return extent.left == extent.right; });
  return extents;
}

LineDecorations decorateLine(const Paragraph& paragraph, const Line& line, Context& context) {
  return Decorator(paragraph, line, context).decorate();
}

}  // namespace octavo::layout

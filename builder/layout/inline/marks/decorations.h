// layout/inline/marks: what decorations of a line share.
#pragma once

#include <vector>

#include "layout/inline/build_line.h"

namespace octavo::layout {

struct LineExtent {
  Length left, right;
};

/// The stretches of the line that belong to an inline box, from left to right. Bidi can cut a box in two.
std::vector<LineExtent> extentsOf(const Paragraph& paragraph, const Line& line, std::uint32_t box, bool withObjects);
/// Whether the piece belongs to the box or to one inside it.
bool isInside(const Paragraph& paragraph, const Piece& piece, std::uint32_t box);

/// Underlines, overlines and lines through the text, of inline boxes and of the blocks around the paragraph.
void addTextLines(const Paragraph& paragraph, const Line& line, const Context& context, LineDecorations& to);
/// Emphasis marks of a piece.
void addEmphasisMarks(const Paragraph& paragraph, const Line& line, const Piece& piece, const Context& context,
                      LineDecorations& to);
/// How far from the base's em box readings reach that stand at the side of the piece's emphasis marks.
Length readingBesideMarks(const Paragraph& paragraph, const Piece& piece);

}  // namespace octavo::layout

// layout/inline: one chosen line as a fragment.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "layout/inline/search/choose_breaks.h"
#include "layout/inline/paragraph.h"
#include "layout/inline/ruby/ruby_words.h"
#include "layout/inline/slots.h"

namespace octavo::layout {

/// Where and how a line is to be set.
struct LineRequest {
  std::uint32_t firstItem = 0, lastItem = 0;
  LineEnding ending = LineEnding::Trimmed;
  Length start, width;          // of the line within the container
  bool isTurned = false;        // goes on with a preserved line (of code) that was too long
  Length containerWidth;
  bool isBesideFloat = false;   // made narrow for one
  BreakRules rules;
  bool isFirst = false, isLast = false;  // of the whole paragraph
  bool endsParagraph = false;   // or is followed by a forced break
  Length reachAbove;            // what readings under the line before have taken of the leading
  std::u16string saidBefore;    // by the line's first run: the initial letter beside it
  css::TextAlign align = css::TextAlign::Start;  // of this line; Justify where it is spread
};

/// A stretch of a line with one span, one face, one direction; or an object.
struct Piece {
  std::uint32_t cluster = 0, clusterEnd = 0;  // none for a hyphen
  std::uint32_t span = 0;
  std::uint8_t level = 0;
  const InlineObject* object = nullptr;
  bool isHyphen = false;
  Length raise;        // of a row of a warichu
  Length left, width;  // on the line, from its left edge
  std::shared_ptr<LogicalFragment> fragment;
};

/// A ruby word, or the part of it that a line holds.
struct RubyPart {
  const FittedWord* word = nullptr;
  WordPart place;
  RubyFit fit;
  Length lead;  // from where the part's room begins to its first cluster's box
};

/// A warichu, or the part of it that a line holds, in two rows: the second begins with item `split`.
struct WarichuPart {
  const FittedWarichu* warichu = nullptr;
  std::uint32_t first = 0, split = 0, end = 0;
  std::int64_t firstWidth = 0, secondWidth = 0;
};

/// A line being built: positions are counted from the left, in the order of the line on paper.
struct Line {
  std::vector<Piece> pieces;            // logical order, the trailing white space with the last
  std::vector<std::size_t> visual;      // indices of pieces from left to right
  std::vector<Length> offsets;          // of each cluster's box, from the line's left edge
  std::vector<RubyPart> rubyParts;
  std::vector<WarichuPart> warichuParts;
  std::uint32_t firstCluster = 0;
  std::uint32_t textBegin = 0, textEnd = 0;
  Length used;                          // from the first ink to the last
  Length above, below;                  // of the baseline
  Length reachBelow;                    // how far readings go into the next line's half of the leading
  bool isReversed = false;              // the paragraph runs right to left
};

/// The finished line, of the container's whole inline size.
struct BuiltLine {
  LogicalFragmentPtr fragment;
  Length reachBelow;  // as of Line
};
BuiltLine buildLine(const Paragraph& paragraph, const LineRequest& request, Context& context);

/// Fits the ruby words of a line and gives its items (`line`) their widths there.
std::vector<RubyPart> fitLineWords(const Paragraph& paragraph, const LineRequest& request, std::span<Item> line);
/// Spreads the bases of a part over their rooms; `items` and `slots` are the part's own.
void spreadWord(const Paragraph& paragraph, RubyPart& part, std::span<const Item> items, std::span<Slot> slots);

/// Sets `pieces` of a line at their places, without the line's own extent: also readings are set so. `spread` is
/// put between the clusters.
Line placePieces(const Paragraph& paragraph, const LineRequest& request, Length spread, Context& context);

/// Above and below the baseline: the strut, inline boxes, objects, readings and emphasis marks in the leading.
void measureLine(const Paragraph& paragraph, Line& line, Length reachAbove, Context& context);

/// Lines over, under and through the text, emphasis marks, backgrounds of inline boxes: painted before the text or
/// after it. Places are counted from the line's left edge and from its baseline.
struct LineDecorations {
  std::vector<PlacedLogical> below, above;
};
LineDecorations decorateLine(const Paragraph& paragraph, const Line& line, Context& context);
/// The readings of the line's bases: content, at the place of their left end and counted from the baseline.
std::vector<PlacedLogical> placeReadings(const Paragraph& paragraph, const Line& line, Context& context);

/// Block offset, from the line's baseline, of the baseline of a mark or reading of this size over or under a piece.
Length overOffset(const Paragraph& paragraph, const Piece& piece, Length size, bool isUnder);
/// The piece of a line that holds a cluster; null for one without glyphs.
const Piece* pieceAt(const Line& line, std::uint32_t cluster);
/// How far an object's margin box reaches above the line's baseline.
Length objectAbove(const Paragraph& paragraph, const InlineObject& object);

}  // namespace octavo::layout

// layout/inline: the paragraph as boxes, glue and places to break.
#pragma once

#include <cstdint>
#include <vector>

#include "layout/inline/inline_text.h"
#include "layout/inline/glyphs/shape.h"
#include "layout/inline/glue/spacing.h"

namespace octavo::layout {

/// How a line may end at a place.
enum class BreakKind : std::uint8_t {
  Forbidden,
  Allowed,
  Hyphen,     // with a hyphen
  Emergency,  // inside a word that is wider than the line
  Forced
};

/// The glue after an item, dropped when the line ends there. Units of Length.
struct Gap {
  std::int64_t natural = 0, shrink = 0, stretch = 0;
  std::uint8_t shrinkRank = 0, stretchRank = 0;
  bool stretchesWithoutLimit = false;
  BreakKind kind = BreakKind::Forbidden;
  std::int64_t endBlank = 0;    // that the item before brings back when it ends the line in full width
  std::int64_t startBlank = 0;  // that the item after brings back when it begins the line in full width
  std::int64_t hyphen = 0;      // what ending the line here adds
  std::int64_t hang = 0;        // of the item before, that may stand outside the line when it ends one
  bool mustHang = false;        // whether it would fit or not
  LineEnds ends = LineEnds::Either;  // how `endBlank` is treated; Half and Full are strict
};

/// What a box is wider by where a line begins with it, ends with it, or holds nothing else: readings do not reach
/// over the line's edges.
struct AtEdges {
  std::int64_t start = 0, end = 0, both = 0;
};

/// A box with the glue after it. Clusters from `cluster` to `gapCluster` are the box, those up to the next item's
/// `cluster` are white space in the gap.
struct Item {
  std::uint32_t cluster = 0, gapCluster = 0;
  std::int64_t width = 0;
  std::int64_t ruby = -1;    // index in InlineText::rubies of the pair that is this box
  bool isLeader = false;
  bool isLetter = false;     // one East Asian letter, with the marks behind it, or marks alone (isMark)
  bool isMark = false;
  Gap gap;
  AtEdges atEdges;
};

struct Items {
  std::vector<Item> items;
  std::int64_t firstBlank = 0;  // of an opening mark that begins the paragraph
  std::int64_t firstHang = 0;   // of one that stands outside the first line
  SpacingPolicy policy;         // of the paragraph's language
  /// Margin, border and padding of inline boxes that begin before or end after a cluster; empty when there are none.
  std::vector<std::int64_t> edgeBefore, edgeAfter;

  std::uint32_t gapEnd(std::size_t item, const ShapedText& shaped) const {
    return item + 1 < items.size() ? items[item + 1].cluster : static_cast<std::uint32_t>(shaped.clusters.size());
  }
};

/// What items `first` to `last` add to a line's natural width because its edges are there.
inline std::int64_t edgeWidth(const std::vector<Item>& items, std::size_t first, std::size_t last) {
  return first == last ? items[first].atEdges.both : items[first].atEdges.start + items[last].atEdges.end;
}

struct ItemInputs {
  const InlineText& text;
  const ShapedText& shaped;
  const std::vector<BreakKind>& breaks;  // before each unit, and at the end
  Length narrowestLine;                  // words wider than it may be broken where overflow-wrap says so
  std::vector<std::int64_t> hyphenWidths;  // by inline box
};

Items makeItems(const ItemInputs& inputs);

/// What a cluster takes in a line between the blanks that belong to its gaps.
std::int64_t inkAdvance(const Cluster& cluster);

/// letter-spacing behind a cluster, in units of Length; none in scripts whose letters join (CSS Text 4, section 9.2.1).
std::int64_t letterSpacingBehind(const Cluster& cluster, const css::ComputedStyle& style, char16_t unit);

/// Whether the cluster is a blank that belongs to a gap: a word space or a no-break space.
bool isSpaceCluster(const InlineText& text, const Cluster& cluster);

}  // namespace octavo::layout

// layout/block: the used edges and sizes of a block-level box. CSS 2.2, sections 8 and 10.
#pragma once

#include <optional>

#include "layout/contract.h"

namespace octavo::layout {

struct BoxGeometry {
  LogicalEdges<Length> margin;  // used; in the box's own direction
  LogicalEdges<Length> inner;   // border and padding
  Length inlineSize;            // of the content box
  std::optional<Length> blockSize;  // of the content box; nothing: as its content needs
  Length minBlockSize, maxBlockSize = Length::infinite();

  Length inlineInner() const { return inner.inlineStart + inner.inlineEnd; }
  Length blockInner() const { return inner.blockStart + inner.blockEnd; }
  /// The block size of the content box, once its content is known. The only place where block sizes become final:
  /// a grid of whole lines would round up here.
  Length usedBlockSize(Length content) const;
};

/// A percentage counts of `whole`; of an infinite whole it counts as nothing.
Length resolve(const css::LengthPercentage& value, Length whole);
std::optional<Length> resolve(const css::LengthPercentageAuto& value, Length whole);
std::optional<Length> resolve(const css::LengthPercentageNone& value, Length whole);

/// Border plus padding, percentages of `measure` (the containing block's inline size).
LogicalEdges<Length> innerEdges(const css::ComputedStyle& style, Length measure);
/// Margins with auto counted as zero.
LogicalEdges<Length> marginsWithoutAuto(const css::ComputedStyle& style, Length measure);
/// Gives what is left of the measure to the margins that are auto; an over-constrained end margin stays as it was.
void distributeAutoMargins(const css::ComputedStyle& style, Length left, LogicalEdges<Length>& margin);
/// Min, max and the content-box meaning of box-sizing applied to an inline size given by the style.
Length clampedInlineSize(const css::ComputedStyle& style, Length contentSize, Length inlineInner, Length measure);
/// The inline size that the style gives to the content box, before min and max; nothing where it is auto.
std::optional<Length> styledInlineSize(const css::ComputedStyle& style, Length inlineInner, Length measure);
/// blockSize, minBlockSize and maxBlockSize, from the style. `inner` must be set.
void setBlockSizes(const css::ComputedStyle& style, Length containingBlockSize, BoxGeometry& geometry);

/// All of a block box (not replaced, not a table) in its space.
BoxGeometry resolveGeometry(const box::Box& box, const Space& space, Context& context);

/// The margin, border or padding at the start side as the parent sees it, whose direction may be another.
template <class T>
LogicalEdges<T> seenFrom(Direction parent, Direction own, LogicalEdges<T> edges) {
  if (parent != own) std::swap(edges.inlineStart, edges.inlineEnd);
  return edges;
}

/// A new formatting context: floats stay inside, margins don't collapse through its sides. CSS 2.2, 9.4.1.
bool isFormattingRoot(const box::Box& box);
bool isSideFloat(const box::Box& box);
/// What every fragment takes from its box: source, role, order, anchors, strings, direction and flow facts.
LogicalFragment fragmentFor(const box::Box& box);
/// Border and background where there is something to paint.
void paintFrame(const css::ComputedStyle& style, LogicalFragment& fragment);

}  // namespace octavo::layout

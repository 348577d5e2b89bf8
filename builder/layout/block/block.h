// layout/block: block flow: margins, floats, lists, pictures. CSS 2.2, sections 8 to 10.
#pragma once

#include "layout/block/collapsing_margin.h"
#include "layout/block/geometry.h"
#include "layout/contract.h"

namespace octavo::layout {

/// A block box (also an inline-block, a caption, a cell) in its space.
Result layoutBlock(const box::Box& box, const Space& space, const BreakToken* resume, Context& context);
InlineSizes measureBlock(const box::Box& box, Context& context);

/// A block-level picture.
Result layoutPicture(const box::Box& box, const Space& space, Context& context);
InlineSizes measurePicture(const box::Box& box, Context& context);

/// The content box only: no margin, border or padding, whatever size the style asks for.
InlineSizes measureContents(const box::Box& box, Context& context);
/// Those of the content, or of the style's own size, with margins, border and padding around them.
InlineSizes withEdges(const box::Box& box, const InlineSizes& content);

/// What stands inside a box whose geometry is known.
struct Contents {
  std::vector<PlacedLogical> children;  // from the border box's start corner
  Length blockSize;                     // of the content box, before the style's own, min and max
  CollapsingMargin start, end;          // margins of children that reach through our sides
  bool isHollow = false;                // no line, no box of any size: margins may collapse through
  bool hasNothing = false;              // not even a first piece fitted
  std::unique_ptr<const BreakToken> resume;
  FloatArea floats;  // side floats inside, whole, from the sides of the content box and its block start
};
/// `space` is that of the box itself; the result's children are blocks, or lines.
Contents layoutContents(const box::Box& box, const BoxGeometry& geometry, const Space& space, const BreakToken* resume,
                        Context& context);

/// A Result with the margins not yet added up, so that a parent can collapse them exactly.
struct FlowResult {
  Result result;
  CollapsingMargin start, end;
  bool collapsesThrough = false;
};
FlowResult layoutFlowBlock(const box::Box& box, const Space& space, const BreakToken* resume, Context& context);

/// How tall the tallest picture of these may be so that what takes `blockSize` with it fits on a page. Nothing where it
/// does already, or where text is what fills the page.
std::optional<Length> smallerPicture(const std::vector<PlacedLogical>& children, Length blockSize, Length page);

/// From the fragment's block-start side, of the first (last) line in it; nothing where there is no line.
std::optional<Length> firstBaseline(const LogicalFragment& fragment);
std::optional<Length> lastBaseline(const LogicalFragment& fragment);

}  // namespace octavo::layout

// layout/block: a block box: its edges around its contents.
#include "layout/block/block.h"

#include <algorithm>
#include <ranges>

#include "layout/block/flow.h"
#include "layout/block/list_marker.h"

namespace octavo::layout {

namespace {

bool isInFlow(const LogicalFragment& fragment) { return !fragment.flow.isBesideFlow; }

/// Floats below the end of our border box, as the parent measures them.
FloatArea floatsBelow(const Contents& contents, const BoxGeometry& geometry, const Space& space, Length startEdge,
                      Length borderBoxEnd) {
  const Length startInset = geometry.margin.inlineStart + geometry.inner.inlineStart;
  const Length endInset = space.available.inlineSize - startInset - geometry.inlineSize;
  FloatArea below = moved(contents.floats, -startEdge, -startInset, -endInset);
  std::erase_if(below.exclusions, [&](const Exclusion& exclusion) { return exclusion.blockEnd <= borderBoxEnd; });
  return below;
}

FlowResult layoutOnce(const box::Box& box, const Space& space, const BreakToken* resume, Context& context) {
  BoxGeometry geometry = resolveGeometry(box, space, context);
  if (resume) geometry.margin.blockStart = Length{};
  Contents contents = layoutContents(box, geometry, space, resume, context);
  FlowResult laid;
  if (contents.hasNothing) return laid;

  const Length startEdge = resume ? Length{} : geometry.inner.blockStart;
  const Length endEdge = contents.resume ? Length{} : geometry.inner.blockEnd;
  LogicalFragment fragment = fragmentFor(box);
  // A size that the style asks for is shared among the pieces only where there is one piece.
  const bool isWhole = !resume && !contents.resume;
  const Length contentSize = isWhole ? geometry.usedBlockSize(contents.blockSize) : contents.blockSize;
  fragment.size = {geometry.inlineSize + geometry.inlineInner(), startEdge + contentSize + endEdge};
  fragment.children = std::move(contents.children);
  paintFrame(*box.style, fragment);
  laid.collapsesThrough = contents.isHollow && isWhole && !isFormattingRoot(box) && geometry.blockInner() == Length{} &&
                          contentSize == Length{};
  laid.start = contents.start;
  laid.end = contents.end;
  if (!resume) {
    laid.start.join(geometry.margin.blockStart);
  } else {
    laid.start = {};  // margins beside a page end vanish: CSS Fragmentation 3, 5.2
  }
  if (!contents.resume) laid.end.join(geometry.margin.blockEnd);
  fragment.flow.marginBlockStart = laid.start.total();
  fragment.flow.marginBlockEnd = laid.end.total();
  laid.result.floats = floatsBelow(contents, geometry, space, startEdge, fragment.size.blockSize);
  laid.result.margin = geometry.margin;
  laid.result.margin.blockStart = laid.start.total();
  laid.result.margin.blockEnd = laid.end.total();
  laid.result.resume = std::move(contents.resume);
  laid.result.fragment = std::make_shared<const LogicalFragment>(std::move(fragment));
  return laid;
}

Length tallestPicture(const std::vector<PlacedLogical>& children) {
  Length tallest;
  for (const PlacedLogical& child : children) {
    const LogicalFragment& fragment = *child.fragment;
    const bool isPicture = std::holds_alternative<fragment::Picture>(fragment.content);
    tallest = std::max(tallest, isPicture ? fragment.size.blockSize : tallestPicture(fragment.children));
  }
  return tallest;
}

/// Of a figure that is too tall for a page with its caption.
std::optional<Length> smallerPicture(const LogicalFragment& fragment, Length page) {
  if (fragment.flow.breakInside == css::Break::Auto) return std::nullopt;
  return smallerPicture(fragment.children, fragment.size.blockSize, page);
}

}  // namespace

std::optional<Length> smallerPicture(const std::vector<PlacedLogical>& children, Length blockSize, Length page) {
  const Length excess = blockSize - page;
  if (excess <= Length{}) return std::nullopt;
  const Length smaller = tallestPicture(children) - excess;
  return smaller > page.scaled(0.25) ? std::optional(smaller) : std::nullopt;
}

Contents layoutContents(const box::Box& box, const BoxGeometry& geometry, const Space& space, const BreakToken* resume,
                        Context& context) {
  Contents contents = BlockFlow(box, geometry, space, context).run(static_cast<const BlockBreak*>(resume));
  const Length startEdge = resume ? Length{} : geometry.inner.blockStart;
  for (PlacedLogical& child : contents.children) {
    child.at.inlineStart += geometry.inner.inlineStart;
    child.at.blockStart += startEdge;
  }
  if (box.marker && !resume && !contents.hasNothing) placeMarker(box, geometry, space, contents, context);
  return contents;
}

FlowResult layoutFlowBlock(const box::Box& box, const Space& space, const BreakToken* resume, Context& context) {
  FlowResult laid = layoutOnce(box, space, resume, context);
  if (!laid.result.fragment || resume || laid.result.resume || context.secondTries == 0) return laid;
  const auto smaller = smallerPicture(*laid.result.fragment, space.pageBlockSize);
  if (!smaller) return laid;
  const SecondTry second(context);
  Space lower = space;
  const LogicalEdges<Length> inner = innerEdges(*box.style, space.available.inlineSize);
  lower.pageBlockSize = *smaller + inner.blockStart + inner.blockEnd;
  return layoutOnce(box, lower, resume, context);
}

Result layoutBlock(const box::Box& box, const Space& space, const BreakToken* resume, Context& context) {
  FlowResult laid = layoutFlowBlock(box, space, resume, context);
  if (laid.collapsesThrough) {
    laid.result.margin.blockStart = joined(laid.start, laid.end).total();
    laid.result.margin.blockEnd = Length{};
  }
  return std::move(laid.result);
}

std::optional<Length> firstBaseline(const LogicalFragment& fragment) {
  if (fragment.isLine) return fragment.baseline;
  for (const PlacedLogical& child : fragment.children) {
    if (!isInFlow(*child.fragment)) continue;
    if (const auto baseline = firstBaseline(*child.fragment)) return child.at.blockStart + *baseline;
  }
  return std::nullopt;
}

std::optional<Length> lastBaseline(const LogicalFragment& fragment) {
  if (fragment.isLine) return fragment.baseline;
  for (const PlacedLogical& child : std::views::reverse(fragment.children)) {
    if (!isInFlow(*child.fragment)) continue;
    if (const auto baseline = lastBaseline(*child.fragment)) return child.at.blockStart + *baseline;
  }
  return std::nullopt;
}

}  // namespace octavo::layout

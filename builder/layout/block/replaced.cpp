// layout/block: the used size of a picture, and the picture as a block.
#include "layout/block/replaced.h"

#include <algorithm>

#include "layout/block/block.h"

namespace octavo::layout {

namespace {

LogicalSize naturalSize(const box::Box& box, WritingMode mode, Context& context) {
  const auto found = context.images.find(box.imagePath);
  if (found != context.images.end()) return toLogical(found->second, mode);
  context.diagnostics.report({Severity::Warning, "picture-size-unknown", box.element->position(),
                              "the size of picture '" + box.imagePath + "' is not known; it is left out",
                              "give it a width and a height", box.imagePath});
  return {};
}

/// Both sizes by the same factor, so that neither is larger than its limit.
LogicalSize scaledInto(LogicalSize size, LogicalSize limit) {
  if (size.inlineSize > limit.inlineSize) {
    size.blockSize = size.blockSize.scaled(limit.inlineSize / size.inlineSize);
    size.inlineSize = limit.inlineSize;
  }
  if (size.blockSize > limit.blockSize) {
    size.inlineSize = size.inlineSize.scaled(limit.blockSize / size.blockSize);
    size.blockSize = limit.blockSize;
  }
  return size;
}

LogicalSize styledSize(std::optional<Length> inlineSize, std::optional<Length> blockSize, LogicalSize natural) {
  if (inlineSize && blockSize) return {*inlineSize, *blockSize};
  const bool hasRatio = natural.inlineSize > Length{} && natural.blockSize > Length{};
  if (inlineSize) {
    return {*inlineSize, hasRatio ? inlineSize->scaled(natural.blockSize / natural.inlineSize) : natural.blockSize};
  }
  if (blockSize) {
    return {hasRatio ? blockSize->scaled(natural.inlineSize / natural.blockSize) : natural.inlineSize, *blockSize};
  }
  return natural;
}

}  // namespace

LogicalSize pictureSize(const box::Box& box, const Space& space, Context& context) {
  const css::ComputedStyle& style = *box.style;
  const Length measure = space.available.inlineSize;
  BoxGeometry geometry;
  geometry.inner = innerEdges(style, measure);
  setBlockSizes(style, space.available.blockSize, geometry);
  const LogicalEdges<Length> margin = marginsWithoutAuto(style, measure);
  const Length inlineInner = geometry.inlineInner();
  const auto inlineSize = styledInlineSize(style, inlineInner, measure);
  const LogicalSize natural =
      inlineSize && geometry.blockSize ? LogicalSize{} : naturalSize(box, space.writingMode, context);
  LogicalSize size = styledSize(inlineSize, geometry.blockSize, natural);

  const Length room = std::max(Length{}, measure - margin.inlineStart - margin.inlineEnd - inlineInner);
  const Length pageRoom = std::max(
      Length{}, space.pageBlockSize - std::max(Length{}, margin.blockStart) - std::max(Length{}, margin.blockEnd) -
                    geometry.blockInner());
  const Length most = std::min(room, clampedInlineSize(style, Length::infinite(), inlineInner, measure));
  size = scaledInto(size, {most, geometry.maxBlockSize});
  const Length least = clampedInlineSize(style, Length{}, inlineInner, measure);
  if (size.inlineSize < least && size.inlineSize > Length{}) {
    size = {least, size.blockSize.scaled(least / size.inlineSize)};
  }
  size.blockSize = std::max(size.blockSize, geometry.minBlockSize);
  return scaledInto(size, {room, pageRoom});
}

Result layoutPicture(const box::Box& box, const Space& space, Context& context) {
  const css::ComputedStyle& style = *box.style;
  const Length measure = space.available.inlineSize;
  const LogicalEdges<Length> inner = innerEdges(style, measure);
  const LogicalSize size = pictureSize(box, space, context);
  LogicalFragment fragment = fragmentFor(box);
  fragment.size = {size.inlineSize + inner.inlineStart + inner.inlineEnd,
                   size.blockSize + inner.blockStart + inner.blockEnd};
  paintFrame(style, fragment);
  const fragment::Picture picture{box.imagePath, box.alternative};
  if (std::holds_alternative<fragment::Nothing>(fragment.content) && fragment.size == size) {
    fragment.content = picture;
  } else {
    auto inside = std::make_shared<LogicalFragment>();
    inside->size = size;
    inside->content = picture;
    inside->source = box.element;
    inside->order = box.order;
    inside->role = fragment.role;
    fragment.children.push_back({{inner.inlineStart, inner.blockStart}, std::move(inside)});
  }
  Result result;
  result.margin = marginsWithoutAuto(style, measure);
  if (!space.shrinkToFit) {
    const Length used = fragment.size.inlineSize + result.margin.inlineStart + result.margin.inlineEnd;
    distributeAutoMargins(style, measure - used, result.margin);
  }
  fragment.flow.marginBlockStart = result.margin.blockStart;
  fragment.flow.marginBlockEnd = result.margin.blockEnd;
  result.fragment = std::make_shared<const LogicalFragment>(std::move(fragment));
  return result;
}

InlineSizes measurePicture(const box::Box& box, Context& context) {
  Space space;
  space.available = {Length::infinite(), Length::infinite()};
  space.writingMode = box.style->writingMode;
  const Length preferred = pictureSize(box, space, context).inlineSize;
  // A picture gives way to the measure; it asks for no more than a stamp's room, so that a large one cannot push a
  // table's other columns out of the page.
  constexpr Length kStamp = Length::points(24);
  const bool isFixed = std::holds_alternative<Length>(box.style->inlineSize) &&
                       !std::holds_alternative<css::Percentage>(box.style->maxInlineSize);  // CSS Sizing 3, 5.2.2
  return withEdges(box, {isFixed ? preferred : std::min(preferred, kStamp), preferred});
}

}  // namespace octavo::layout

// layout/block: how narrow a box can be, and how wide it would like to be. CSS 2.2, 10.3.5.
#include <algorithm>

#include "layout/block/block.h"

namespace octavo::layout {

namespace {

/// Children one below another, side floats of one run side by side.
InlineSizes measureChildren(const box::Box& box, Context& context) {
  InlineSizes sizes;
  Length floatsBeside;
  for (const auto& child : box.children) {
    const InlineSizes one = measureBox(*child, context);
    sizes.minContent = std::max(sizes.minContent, one.minContent);
    if (isSideFloat(*child)) {
      floatsBeside += one.maxContent;
      sizes.maxContent = std::max(sizes.maxContent, floatsBeside);
      continue;
    }
    sizes.maxContent = std::max(sizes.maxContent, floatsBeside + one.maxContent);
    if (child->style->clear != css::Clear::None) floatsBeside = Length{};
  }
  return sizes;
}

}  // namespace

InlineSizes measureContents(const box::Box& box, Context& context) {
  return box.hasInlineChildren ? measureInline(box, context) : measureChildren(box, context);
}

InlineSizes withEdges(const box::Box& box, const InlineSizes& content) {
  const css::ComputedStyle& style = *box.style;
  // Percentages have nothing to count of yet: edges shrink to zero, sizes to auto. CSS Sizing 3, 5.2.1.
  constexpr Length kUnknown = Length::infinite();
  const LogicalEdges<Length> inner = innerEdges(style, kUnknown);
  const LogicalEdges<Length> margin = marginsWithoutAuto(style, kUnknown);
  const Length inlineInner = inner.inlineStart + inner.inlineEnd;
  const Length around = inlineInner + margin.inlineStart + margin.inlineEnd;
  const auto sized = [&](Length contentSize) {
    const Length size = styledInlineSize(style, inlineInner, kUnknown).value_or(contentSize);
    return std::max(Length{}, clampedInlineSize(style, size, inlineInner, kUnknown) + around);
  };
  return {sized(content.minContent), sized(content.maxContent)};
}

InlineSizes measureBlock(const box::Box& box, Context& context) {
  if (std::holds_alternative<Length>(box.style->inlineSize)) return withEdges(box, {});
  return withEdges(box, measureContents(box, context));
}

}  // namespace octavo::layout

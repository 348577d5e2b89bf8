// layout/inline: images and inline blocks, which stand in a line as one piece.
#include "layout/inline/atomic.h"

#include <optional>

namespace octavo::layout {

namespace {

/// Block offset of the last line's baseline below `fragment`, if there is a line.
std::optional<Length> lastBaseline(const LogicalFragment& fragment) {
  if (fragment.isLine) return fragment.baseline;
  for (auto child = fragment.children.rbegin(); child != fragment.children.rend(); ++child) {
    if (const auto baseline = lastBaseline(*child->fragment)) return child->at.blockStart + *baseline;
  }
  return std::nullopt;
}

}  // namespace

InlineObject layoutAtomic(const box::Box& box, const Space& space, Purpose purpose, Context& context) {
  InlineObject object;
  if (purpose == Purpose::Measure) {
    const InlineSizes sizes = measureBox(box, context);
    object.size.inlineSize = sizes.maxContent;
    object.minimumSize = sizes.minContent;
    return object;
  }
  Space own = space;
  own.remainingBlockSize = Length::infinite();
  own.floats = nullptr;
  own.shrinkToFit = true;
  Result result = layoutBox(box, own, nullptr, context);
  if (!result.fragment) return object;
  object.margin = result.margin;
  const LogicalSize size = result.fragment->size;
  object.size = {size.inlineSize + result.margin.inlineStart + result.margin.inlineEnd,
                 size.blockSize + result.margin.blockStart + result.margin.blockEnd};
  object.minimumSize = object.size.inlineSize;
  object.ascent = object.size.blockSize;
  if (box.kind != box::Kind::Image) {
    if (const auto baseline = lastBaseline(*result.fragment)) object.ascent = result.margin.blockStart + *baseline;
  }
  object.fragment = std::move(result.fragment);
  return object;
}

}  // namespace octavo::layout

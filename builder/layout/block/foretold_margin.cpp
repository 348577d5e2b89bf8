// layout/block: the margin at a box's start side, with those that collapse through it, before the box is laid out.
// Floats and page ends need to know where a box begins; its margin depends on its first children only.
#include "layout/block/flow.h"

namespace octavo::layout {

namespace {

struct Foretold {
  CollapsingMargin margin;
  bool collapsesThrough = false;
};

bool letsMarginsThrough(const box::Box& box, const BoxGeometry& geometry) {
  return box.kind == box::Kind::Block && !isFormattingRoot(box) && geometry.blockInner() == Length{} &&
         geometry.blockSize.value_or(Length{}) == Length{} && geometry.minBlockSize == Length{};
}

Foretold foretell(const box::Box& box, Length measure, Context& context) {
  const css::ComputedStyle& style = *box.style;
  const LogicalEdges<Length> margin = marginsWithoutAuto(style, measure);
  Foretold foretold;
  foretold.margin.join(margin.blockStart);
  if (isFormattingRoot(box) || innerEdges(style, measure).blockStart > Length{}) return foretold;
  Space space;
  space.available = {measure, Length::infinite()};
  const BoxGeometry geometry = resolveGeometry(box, space, context);
  bool isHollow = !box.hasInlineChildren || box.children.empty();
  for (const auto& child : box.children) {
    if (!isHollow) break;
    if (isSideFloat(*child)) continue;
    if (child->style->clear != css::Clear::None) return foretold;  // clearance parts the margins
    const Foretold inner = foretell(*child, geometry.inlineSize, context);
    foretold.margin.join(inner.margin);
    isHollow = inner.collapsesThrough;
  }
  foretold.collapsesThrough = isHollow && !box.marker && letsMarginsThrough(box, geometry);
  if (foretold.collapsesThrough) foretold.margin.join(margin.blockEnd);
  return foretold;
}

}  // namespace

CollapsingMargin foretoldStartMargin(const box::Box& box, Length measure, Context& context) {
  return foretell(box, measure, context).margin;
}

}  // namespace octavo::layout

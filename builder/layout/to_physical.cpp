// layout: from the flow's own terms to paper. Only here and in base/geometry.h is it known where "start" lies.
#include "layout/contract.h"

namespace octavo::layout {

namespace {

template <class T>
PhysicalEdges<T> physicalEdges(const LogicalEdges<T>& edges, WritingMode mode, Direction direction) {
  const bool leftToRight = direction == Direction::LeftToRight;
  const T& first = leftToRight ? edges.inlineStart : edges.inlineEnd;  // the left or the upper end of a line
  const T& last = leftToRight ? edges.inlineEnd : edges.inlineStart;
  switch (mode) {
    case WritingMode::HorizontalTb: return {edges.blockStart, last, edges.blockEnd, first};
    case WritingMode::VerticalRl: return {first, edges.blockStart, last, edges.blockEnd};
    case WritingMode::VerticalLr: return {first, edges.blockEnd, last, edges.blockStart};
  }
  return {};
}

struct PhysicalContent {
  WritingMode mode;
  Direction direction;

  using Content = decltype(fragment::Fragment::content);
  Content operator()(const LogicalFrame& frame) const {
    return fragment::Frame{physicalEdges(frame.border, mode, direction), frame.background};
  }
  template <class Same>
  Content operator()(const Same& content) const {
    return content;
  }
};

}  // namespace

fragment::FragmentPtr toPhysical(const LogicalFragment& logical, WritingMode mode) {
  auto physical = std::make_shared<fragment::Fragment>();
  physical->size = toPhysical(logical.size, mode);
  physical->content = std::visit(PhysicalContent{mode, logical.direction}, logical.content);
  physical->source = logical.source;
  physical->role = logical.role;
  physical->layer = logical.layer;
  physical->order = logical.order;
  physical->anchors = logical.anchors;
  physical->isLine = logical.isLine;
  physical->setting = logical.setting;
  physical->children.reserve(logical.children.size());
  for (const PlacedLogical& child : logical.children) {
    const PhysicalPoint at = octavo::toPhysical(child.at, child.fragment->size, physical->size, mode, logical.direction);
    physical->children.push_back({at, toPhysical(*child.fragment, mode)});
  }
  return physical;
}

}  // namespace octavo::layout

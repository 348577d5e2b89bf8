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

/// The left side of the page becomes that of its start: what was right is above.
fragment::FragmentPtr turnedLeft(const fragment::Fragment& upright) {
  auto turned = std::make_shared<fragment::Fragment>(upright);
  turned->size = {upright.size.height, upright.size.width};
  turned->isLine = false;  // lines are measured along the page's width
  if (auto* run = std::get_if<fragment::GlyphRun>(&turned->content)) run->turnedLeft = true;
  if (auto* picture = std::get_if<fragment::Picture>(&turned->content)) picture->turnedLeft = true;
  if (auto* frame = std::get_if<fragment::Frame>(&turned->content)) {
    const auto& side = std::get<fragment::Frame>(upright.content).border;
    frame->border = {side.right, side.bottom, side.left, side.top};
  }
  for (fragment::PlacedFragment& child : turned->children) {
    const PhysicalPoint at{child.at.top, upright.size.width - child.at.left - child.fragment->size.width};
    child = {at, turnedLeft(*child.fragment)};
  }
  return turned;
}

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
    if (logical.isTurned) {
      const Length above = physical->size.height - child.at.inlineStart - child.fragment->size.inlineSize;
      physical->children.push_back({{child.at.blockStart, above}, turnedLeft(*toPhysical(*child.fragment, mode))});
      continue;
    }
    const PhysicalPoint at = octavo::toPhysical(child.at, child.fragment->size, physical->size, mode, logical.direction);
    physical->children.push_back({at, toPhysical(*child.fragment, mode)});
  }
  return physical;
}

}  // namespace octavo::layout

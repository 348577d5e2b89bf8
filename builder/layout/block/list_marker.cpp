// layout/block: a list item's outside marker.
#include "layout/block/list_marker.h"

#include <algorithm>

namespace octavo::layout {

namespace {

constexpr Em kGap{0.4};

std::optional<Length> firstBaselineOf(const std::vector<PlacedLogical>& children) {
  for (const PlacedLogical& child : children) {
    if (const auto baseline = firstBaseline(*child.fragment)) return child.at.blockStart + *baseline;
  }
  return std::nullopt;
}

}  // namespace

void placeMarker(const box::Box& item, const BoxGeometry& geometry, const Space& space, Contents& contents,
                 Context& context) {
  const box::Box& box = *item.marker;
  const Result laid = layoutInline(box, space.inside(measureInline(box, context).maxContent), nullptr, context);
  if (!laid.fragment || laid.fragment->children.empty()) return;

  LogicalFragment marker = fragmentFor(box);
  marker.role = fragment::Role::Marker;
  marker.source = item.element;
  marker.size = laid.fragment->size;
  marker.children = laid.fragment->children;
  marker.flow = {};
  marker.flow.isBesideFlow = true;
  marker.direction = item.style->direction;

  const Length own = firstBaselineOf(marker.children).value_or(Length{});
  const auto line = firstBaselineOf(contents.children);
  const Length blockStart = line ? *line - own : geometry.inner.blockStart;
  if (!line) contents.blockSize = std::max(contents.blockSize, marker.size.blockSize);
  contents.isHollow = false;
  const Length inlineStart = -kGap.at(box.style->fontSize) - marker.size.inlineSize;
  contents.children.insert(contents.children.begin(),
                           {{inlineStart, blockStart}, std::make_shared<const LogicalFragment>(std::move(marker))});
}

}  // namespace octavo::layout

// box: copies of finished boxes in another style.
#include "box/copy.h"

namespace octavo::box {

namespace {

/// `restyle` null: as it is.
std::unique_ptr<Box> copyOf(const Box& box, const Restyle* restyle) {
  auto copy = std::make_unique<Box>();
  const css::StylePtr style = restyle ? (*restyle)(box) : nullptr;
  const Restyle* below = style ? restyle : nullptr;
  copy->kind = box.kind;
  copy->role = box.role;
  copy->style = style ? style : box.style;
  copy->element = box.element;
  copy->order = box.order;
  copy->text = box.text;
  copy->imagePath = box.imagePath;
  copy->alternative = box.alternative;
  copy->counterStyle = box.counterStyle;
  copy->columnSpan = box.columnSpan;
  copy->rowSpan = box.rowSpan;
  copy->anchors = box.anchors;
  copy->strings = box.strings;
  copy->hasInlineChildren = box.hasInlineChildren;
  for (const auto& child : box.children) copy->children.push_back(copyOf(*child, below));
  if (box.marker) copy->marker = copyOf(*box.marker, below);
  if (box.note) copy->note = copyOf(*box.note, nullptr);
  return copy;
}

}  // namespace

std::unique_ptr<Box> restyled(const Box& box, Restyle restyle) { return copyOf(box, &restyle); }

}  // namespace octavo::box

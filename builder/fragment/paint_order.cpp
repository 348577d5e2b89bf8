// fragment: in what order the fragments of a page are painted.
#include "fragment/paint_order.h"

#include <algorithm>

namespace octavo::fragment {

namespace {

Role innerRole(Role outer, Role own) {
  if (isArtifact(outer)) return outer;
  return own == Role::Content && outer != Role::NoteBody ? outer : own;
}

bool isFrame(const Fragment& fragment) { return std::holds_alternative<Frame>(fragment.content); }
bool isPicture(const Fragment& fragment) { return std::holds_alternative<Picture>(fragment.content); }
bool isText(const Fragment& fragment) {
  return std::holds_alternative<GlyphRun>(fragment.content) ||
         std::holds_alternative<Rule>(fragment.content);
}

class Order {
 public:
  /// Everything of one fragment, as if nothing else were on the page.
  void addContext(const Painted& root) {
    addFrames(root);
    addFloats(root);
    addContent(root, false);
  }

  std::vector<Painted> take() { return std::move(painted_); }

 private:
  static Painted inner(const Painted& around, const PlacedFragment& child) {
    const Fragment& fragment = *child.fragment;
    return {&fragment,
            {around.at.left + child.at.left, around.at.top + child.at.top},
            innerRole(around.role, fragment.role),
            fragment.source ? fragment.source : around.source,
            PaintPart::Whole};
  }

  template <class Visit>
  static void forChildren(const Painted& parent, const Visit& visit) {
    for (const PlacedFragment& child : parent.fragment->children) visit(inner(parent, child));
  }

  void addFrame(Painted here, PaintPart part = PaintPart::Whole) {
    if (!isFrame(*here.fragment)) return;
    here.part = part;
    painted_.push_back(here);
  }

  void addFrames(const Painted& here) {
    const Fragment& fragment = *here.fragment;
    if (fragment.layer == PaintLayer::Line) return;
    addFrame(here);
    const bool isGrid = std::ranges::any_of(fragment.children, [](const PlacedFragment& child) {
      return child.fragment->layer == PaintLayer::RowGroup;
    });
    if (isGrid) return addGridFrames(here);
    addFramesInside(here);
  }

  void addFramesInside(const Painted& here) {
    forChildren(here, [&](const Painted& child) {
      if (child.fragment->layer != PaintLayer::Float) addFrames(child);
    });
  }

  void addGridFrames(const Painted& grid) {
    std::vector<Painted> groups, rows, cells;
    collect(grid, PaintLayer::RowGroup, groups);
    for (const Painted& group : groups) {
      addFrame(group);
      collect(group, PaintLayer::Row, rows);
    }
    for (const Painted& row : rows) {
      addFrame(row);
      collect(row, PaintLayer::Cell, cells);
    }
    for (const Painted& cell : cells) addFrame(cell, PaintPart::Background);
    for (const Painted& cell : cells) addFrame(cell, PaintPart::Border);
    for (const Painted& cell : cells) addFramesInside(cell);
  }

  static void collect(const Painted& around, PaintLayer layer, std::vector<Painted>& to) {
    forChildren(around, [&](const Painted& child) {
      if (child.fragment->layer == layer) to.push_back(child);
    });
  }

  void addFloats(const Painted& here) {
    if (here.fragment->layer == PaintLayer::Line) return;
    forChildren(here, [&](const Painted& child) {
      const bool isFloat = child.fragment->layer == PaintLayer::Float;
      if (isFloat) addFrames(child);
      addFloats(child);
      if (isFloat) addPictures(child);
    });
  }

  void addPictures(const Painted& here) {
    if (isPicture(*here.fragment)) painted_.push_back(here);
    forChildren(here, [&](const Painted& child) {
      const PaintLayer layer = child.fragment->layer;
      const bool showsItsOwn = layer == PaintLayer::Float || layer == PaintLayer::Object;
      if (!showsItsOwn) addPictures(child);
    });
  }

  /// Text, pictures and what lines hold. Frames of blocks and pictures of floats have been painted.
  void addContent(const Painted& here, bool isInFloat) {
    const Fragment& fragment = *here.fragment;
    const bool isShown = isPicture(fragment) ? !isInFloat : isText(fragment);
    if (isShown) painted_.push_back(here);
    forChildren(here, [&](const Painted& child) {
      if (child.fragment->layer == PaintLayer::Object) return addContext(child);
      if (fragment.layer == PaintLayer::Line) addFrame(child);  // of a box in the line
      addContent(child, isInFloat || child.fragment->layer == PaintLayer::Float);
    });
  }

  std::vector<Painted> painted_;
};

}  // namespace

bool isArtifact(Role role) {
  switch (role) {
    case Role::Leader:
    case Role::Decoration:
    case Role::RepeatedHead:
    case Role::RunningHead:
    case Role::RunningFoot:
      return true;
    case Role::Content:
    case Role::Generated:
    case Role::Marker:
    case Role::NoteCall:
    case Role::NoteMarker:
    case Role::NoteBody:
    case Role::RubyText:
    case Role::WarichuText:
    case Role::WarichuMark:
      return false;
  }
  return false;
}

std::vector<Painted> paintingOrder(const Fragment& page) {
  Order order;
  order.addContext({&page, {}, innerRole(Role::Content, page.role), page.source, PaintPart::Whole});
  return order.take();
}

}  // namespace octavo::fragment

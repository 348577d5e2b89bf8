// pdf: in what order the fragments of a page are painted.
#include "pdf/paint_order.h"

#include <algorithm>

namespace octavo::pdf {

namespace {

using fragment::Fragment;
using fragment::PaintLayer;
using fragment::Role;

Role innerRole(Role outer, Role own) {
  if (isArtifact(outer)) return outer;
  return own == Role::Content && outer != Role::NoteBody ? outer : own;
}

bool isFrame(const Fragment& fragment) { return std::holds_alternative<fragment::Frame>(fragment.content); }
bool isPicture(const Fragment& fragment) { return std::holds_alternative<fragment::Picture>(fragment.content); }
bool isText(const Fragment& fragment) {
  return std::holds_alternative<fragment::GlyphRun>(fragment.content) ||
         std::holds_alternative<fragment::Rule>(fragment.content);
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
  static Painted inner(const Painted& around, const fragment::PlacedFragment& child) {
    const Fragment& fragment = *child.fragment;
    return {&fragment,
            {around.at.left + child.at.left, around.at.top + child.at.top},
            innerRole(around.role, fragment.role),
            fragment.source ? fragment.source : around.source,
            PaintPart::Whole};
  }

  template <class Visit>
  static void forChildren(const Painted& parent, const Visit& visit) {
    for (const fragment::PlacedFragment& child : parent.fragment->children) visit(inner(parent, child));
  }

  void addFrame(Painted here, PaintPart part = PaintPart::Whole) {
    if (!isFrame(*here.fragment)) return;
    here.part = part;
    painted_.push_back(here);
  }

  void addFrames(const Painted& here) {
    const Fragment& fragment = *here.fragment;
    if (fragment.isLine) return;
    addFrame(here);
    const bool isGrid = std::ranges::any_of(fragment.children, [](const fragment::PlacedFragment& child) {
      return child.fragment->layer == PaintLayer::RowGroup;
    });
    if (isGrid) return addGridFrames(here);
    forChildren(here, [&](const Painted& child) {
      if (child.fragment->layer != PaintLayer::Float) addFrames(child);
    });
  }

  void addGridFrames(const Painted& grid) {
    std::vector<Painted> rows, cells;
    forChildren(grid, [&](const Painted& group) {
      addFrame(group);
      forChildren(group, [&](const Painted& row) { rows.push_back(row); });
    });
    for (const Painted& row : rows) {
      addFrame(row);
      forChildren(row, [&](const Painted& cell) { cells.push_back(cell); });
    }
    for (const Painted& cell : cells) addFrame(cell, PaintPart::Background);
    for (const Painted& cell : cells) addFrame(cell, PaintPart::Border);
    for (const Painted& cell : cells) {
      forChildren(cell, [&](const Painted& child) {
        if (child.fragment->layer != PaintLayer::Float) addFrames(child);
      });
    }
  }

  void addFloats(const Painted& here) {
    if (here.fragment->isLine) return;
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
      const bool showsItsOwn = child.fragment->layer == PaintLayer::Float || isObject(here, child);
      if (!showsItsOwn) addPictures(child);
    });
  }

  /// An inline block or a framed picture: what stands in a line and holds more.
  static bool isObject(const Painted& around, const Painted& child) {
    return around.fragment->isLine && !child.fragment->children.empty();
  }

  /// Text, pictures and what lines hold. Frames of blocks and pictures of floats have been painted.
  void addContent(const Painted& here, bool isInFloat) {
    const Fragment& fragment = *here.fragment;
    const bool isShown = isPicture(fragment) ? !isInFloat : isText(fragment);
    if (isShown) painted_.push_back(here);
    forChildren(here, [&](const Painted& child) {
      if (isObject(here, child)) return addContext(child);
      if (fragment.isLine) addFrame(child);  // of a box in the line
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

}  // namespace octavo::pdf

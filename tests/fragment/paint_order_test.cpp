#include "fragment/paint_order.h"

#include <map>

#include <gtest/gtest.h>

namespace octavo::fragment {
namespace {

/// Fragments with names; the order of painting as one text.
class Sheet {
 public:
  std::shared_ptr<Fragment> frame(const std::string& name, std::vector<std::shared_ptr<Fragment>> children = {}) {
    Frame content;
    content.background = {200, 200, 200, 255};
    return made(name, content, std::move(children));
  }
  std::shared_ptr<Fragment> text(const std::string& name) { return made(name, GlyphRun{}, {}); }
  std::shared_ptr<Fragment> picture(const std::string& name) { return made(name, Picture{}, {}); }
  std::shared_ptr<Fragment> group(const std::string& name, std::vector<std::shared_ptr<Fragment>> rows) {
    return in(PaintLayer::RowGroup, frame(name, std::move(rows)));
  }
  std::shared_ptr<Fragment> row(const std::string& name, std::vector<std::shared_ptr<Fragment>> cells) {
    return in(PaintLayer::Row, frame(name, std::move(cells)));
  }
  std::shared_ptr<Fragment> cell(const std::string& name, std::vector<std::shared_ptr<Fragment>> children) {
    return in(PaintLayer::Cell, frame(name, std::move(children)));
  }
  std::shared_ptr<Fragment> line(std::vector<std::shared_ptr<Fragment>> children) {
    return in(PaintLayer::Line, made("", Nothing{}, std::move(children)));
  }
  std::shared_ptr<Fragment> object(std::shared_ptr<Fragment> fragment) { return in(PaintLayer::Object, fragment); }
  std::shared_ptr<Fragment> floating(std::shared_ptr<Fragment> fragment) { return in(PaintLayer::Float, fragment); }

  std::string paintedOn(std::vector<std::shared_ptr<Fragment>> children) {
    const auto page = made("", Nothing{}, std::move(children));
    std::string order;
    for (const Painted& painted : paintingOrder(*page)) {
      if (!order.empty()) order += ' ';
      order += names_[painted.fragment];
      if (painted.part == PaintPart::Border) order += '|';
    }
    return order;
  }

 private:
  static std::shared_ptr<Fragment> in(PaintLayer layer, std::shared_ptr<Fragment> fragment) {
    fragment->layer = layer;
    return fragment;
  }
  template <class Content>
  std::shared_ptr<Fragment> made(const std::string& name, Content content,
                                 std::vector<std::shared_ptr<Fragment>> children) {
    auto fragment = std::make_shared<Fragment>();
    fragment->content = std::move(content);
    for (auto& child : children) fragment->children.push_back({{}, child});
    names_[fragment.get()] = name;
    return fragment;
  }
  std::map<const Fragment*, std::string> names_;
};

TEST(PaintOrder, FramesOfAllBlocksLieBelowAllText) {
  Sheet s;
  EXPECT_EQ(s.paintedOn({s.frame("first", {s.line({s.text("a")})}), s.frame("second", {s.line({s.text("b")})})}),
            "first second a b");
}

TEST(PaintOrder, ATableIsPaintedLayerByLayer) {
  Sheet s;
  auto upper = s.row("row1", {s.cell("cell1", {s.frame("p", {s.line({s.text("a")})})})});
  auto lower = s.row("row2", {s.cell("cell2", {s.line({s.text("b")})})});
  EXPECT_EQ(s.paintedOn({s.frame("table", {s.group("head", {upper}), s.group("body", {lower})})}),
            "table head body row1 row2 cell1 cell2 cell1| cell2| p a b");
}

TEST(PaintOrder, FloatsLieAboveFramesAndBelowText) {
  Sheet s;
  auto floating = s.floating(s.frame("float", {s.picture("picture"), s.line({s.text("caption")})}));
  EXPECT_EQ(s.paintedOn({s.frame("p", {s.line({s.text("a")})}), floating, s.frame("q", {s.line({s.text("b")})})}),
            "p q float picture a caption b");
}

TEST(PaintOrder, AFloatInAFloatIsPaintedOnce) {
  Sheet s;
  auto inner = s.floating(s.frame("inner", {s.picture("small")}));
  auto outer = s.floating(s.frame("outer", {inner, s.picture("large")}));
  EXPECT_EQ(s.paintedOn({outer}), "outer inner small large");
}

TEST(PaintOrder, WhatALineHoldsStaysInItsLine) {
  Sheet s;
  auto block = s.object(s.frame("block", {s.line({s.text("inside"), s.picture("dot")})}));
  EXPECT_EQ(s.paintedOn({s.line({s.text("a"), s.frame("span"), block, s.text("b")}), s.frame("next")}),
            "next a span block inside dot b");
}

TEST(PaintOrder, AFramedPictureInAFloatIsPaintedOnce) {
  Sheet s;
  auto framed = s.object(s.frame("mat", {s.picture("photo")}));
  EXPECT_EQ(s.paintedOn({s.floating(s.frame("float", {s.line({framed, s.picture("bare")})}))}),
            "float bare mat photo");
}

}  // namespace
}  // namespace octavo::fragment

// Boxes made by hand, for layouts without text.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <utility>

#include "box/box.h"
#include "layout/contract.h"
#include "layout/table/reduced.h"

namespace octavo::test {

/// Stands for the fonts where no text is set.
class NoFonts final : public font::Collection {
 public:
  font::FacePtr faceFor(const font::Request&, char32_t) const override { return nullptr; }
  font::FacePtr faceForSequence(const font::Request&, char32_t, char32_t) const override { return nullptr; }
  font::FacePtr declared(const font::DeclaredFace&) const override { return nullptr; }
  font::FacePtr primary(const font::Request&) const override { return nullptr; }
  bool followsNeighbours(char32_t) const override { return false; }
  std::vector<std::string> unlistedFaces() const override { return {}; }
  std::vector<std::string> missingFamilies() const override { return {}; }
  std::vector<std::string> familiesLike(std::string_view) const override { return {}; }
};

using BoxPtr = std::unique_ptr<box::Box>;
using Styling = std::function<void(css::ComputedStyle&)>;

/// Makes boxes and owns their elements; the children of a box follow its style.
class BoxMaker {
 public:
  template <class... Children>
  BoxPtr make(box::Kind kind, std::string name, const Styling& styling, Children... children) {
    auto box = std::make_unique<box::Box>();
    box->kind = kind;
    auto style = std::make_shared<css::ComputedStyle>();
    style->display = css::Display::Block;
    styling(*style);
    box->style = style;
    box->element = &root_.appendElement(dom::Namespace::Xhtml, std::move(name), {});
    box->order = ++order_;
    (box->children.push_back(std::move(children)), ...);
    return box;
  }
  template <class... Children>
  BoxPtr block(std::string name, const Styling& styling, Children... children) {
    return make(box::Kind::Block, std::move(name), styling, std::move(children)...);
  }
  BoxPtr picture(std::string path, const Styling& styling = [](css::ComputedStyle&) {}) {
    BoxPtr box = make(box::Kind::Image, "img", styling);
    box->imagePath = std::move(path);
    return box;
  }

 private:
  dom::Element root_{dom::Namespace::Xhtml, "body", {}};
  std::uint32_t order_ = 0;
};

/// Everything a layout needs, without fonts. Pictures: "square.png" is 100pt by 100pt, "wide.png" 400pt by 100pt.
struct Bench {
  Bench() : images{{"square.png", {Length::points(100), Length::points(100)}},
                   {"wide.png", {Length::points(400), Length::points(100)}}} {}

  layout::Result layout(const box::Box& box, double measure, const layout::BreakToken* resume = nullptr,
                        Length remaining = Length::infinite()) {
    layout::Space space = spaceOf(measure);
    space.remainingBlockSize = remaining;
    return layout::layoutBox(box, space, resume, context);
  }
  static layout::Space spaceOf(double measure) {
    layout::Space space;
    space.available = {Length::points(measure), Length::infinite()};
    return space;
  }
  std::string dumped(const box::Box& box, double measure) { return layout::dump(*layout(box, measure).fragment); }

  NoFonts fonts;
  text::Hyphenator hyphenator;
  layout::ImageSizes images;
  layout::PageLabels pageLabels;
  Diagnostics diagnostics;
  layout::ReducedTables reducedTables;
  layout::Context context{fonts, hyphenator, images, pageLabels, diagnostics, &reducedTables};
};

inline Styling sized(Length inlineSize, Length blockSize) {
  return [=](css::ComputedStyle& style) {
    style.inlineSize = inlineSize;
    style.blockSize = blockSize;
  };
}

inline Styling high(Length blockSize, Length marginStart = {}, Length marginEnd = {}) {
  return [=](css::ComputedStyle& style) {
    style.blockSize = blockSize;
    style.margin.blockStart = marginStart;
    style.margin.blockEnd = marginEnd;
  };
}

}  // namespace octavo::test

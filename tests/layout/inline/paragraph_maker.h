// Paragraphs made of boxes by hand and set in the test font: at 10pt a Latin letter is 5pt wide, an ideograph 10pt.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "layout/contract.h"
#include "support/golden.h"

namespace octavo::test {

using BoxPtr = std::unique_ptr<box::Box>;
using Styling = std::function<void(css::ComputedStyle&)>;

inline const Styling kPlain = [](css::ComputedStyle&) {};
inline Styling language(std::string tag) {
  return [tag = std::move(tag)](css::ComputedStyle& style) { style.language = tag; };
}
inline Styling both(Styling first, Styling second) {
  return [=](css::ComputedStyle& style) {
    first(style);
    second(style);
  };
}
inline void justified(css::ComputedStyle& style) { style.textAlign = css::TextAlign::Justify; }

/// A paragraph, its boxes built from the outside in: `open` styles start from those of the box around.
class ParagraphMaker {
 public:
  explicit ParagraphMaker(const Styling& styling = kPlain) {
    auto style = std::make_shared<css::ComputedStyle>();
    style->display = css::Display::Block;
    style->fontFamilies = {"Octavo Test"};
    style->fontSize = 10_pt;
    style->lineHeight = 12_pt;
    style->textSpacingTrim = css::TextSpacingTrim::Auto;  // as the default sheet has it
    styling(*style);
    root_ = make(box::Kind::Block, "p");
    root_->style = style;
    root_->hasInlineChildren = true;
    open_.push_back(root_.get());
  }

  ParagraphMaker& text(std::string_view text) {
    BoxPtr box = make(box::Kind::Text, {});
    box->text = text;
    add(std::move(box), kPlain);
    return *this;
  }
  /// Any other leaf, or an inline box whose content follows up to close().
  box::Box& leaf(box::Kind kind, std::string name, const Styling& styling = kPlain) {
    return add(make(kind, std::move(name)), styling);
  }
  ParagraphMaker& open(std::string name, const Styling& styling = kPlain, box::Kind kind = box::Kind::Inline) {
    open_.push_back(&leaf(kind, std::move(name), styling));
    return *this;
  }
  ParagraphMaker& close() {
    open_.pop_back();
    return *this;
  }
  box::Box& current() { return *open_.back(); }
  const box::Box& box() const { return *root_; }

 private:
  BoxPtr make(box::Kind kind, std::string name) {
    auto box = std::make_unique<box::Box>();
    box->kind = kind;
    box->order = ++order_;
    box->element = name.empty() ? open_.back()->element : &document_->appendElement(dom::Namespace::Xhtml, std::move(name), {});
    return box;
  }
  box::Box& add(BoxPtr box, const Styling& styling) {
    auto style = std::make_shared<css::ComputedStyle>();
    static_cast<css::InheritedStyle&>(*style) = *open_.back()->style;
    styling(*style);
    box->style = style;
    open_.back()->children.push_back(std::move(box));
    return *open_.back()->children.back();
  }

  std::unique_ptr<dom::Element> document_ = std::make_unique<dom::Element>(dom::Namespace::Xhtml, "body", SourcePosition{});
  BoxPtr root_;
  std::vector<box::Box*> open_;
  std::uint32_t order_ = 0;
};

/// What layout needs, with the test font alone.
struct Typesetter {
  Typesetter() : fonts(openFonts(diagnostics)) {}

  static std::unique_ptr<font::Collection> openFonts(Diagnostics& diagnostics) {
    font::CollectionOptions options;
    for (const char* face : {"Regular.ttf", "Bold.ttf", "Italic.ttf"}) {
      options.onlyFiles.push_back(testPath("fonts/OctavoTest-" + std::string(face)).string());
    }
    return font::openCollection(options, diagnostics);
  }
  layout::Result set(const box::Box& box, Length measure, const layout::BreakToken* resume = nullptr,
                     Length remaining = Length::infinite()) {
    layout::Space space;
    space.available = {measure, Length::infinite()};
    space.remainingBlockSize = remaining;
    return layout::layoutInline(box, space, resume, context);
  }
  layout::LogicalFragmentPtr lines(const ParagraphMaker& paragraph, Length measure) { return set(paragraph.box(), measure).fragment; }
  std::string dumped(const ParagraphMaker& paragraph, Length measure) { return layout::dump(*lines(paragraph, measure)); }

  Diagnostics diagnostics;
  std::unique_ptr<font::Collection> fonts;
  text::Hyphenator hyphenator;
  layout::ImageSizes images{{"square.png", {20_pt, 20_pt}}};
  layout::PageLabels pageLabels{{"known", "xii"}};
  layout::Context context{*fonts, hyphenator, images, pageLabels, diagnostics};
};

/// The glyph runs of a line that are text, in reading order.
inline std::vector<const layout::PlacedLogical*> runsOf(const layout::LogicalFragment& line) {
  std::vector<const layout::PlacedLogical*> runs;
  for (const layout::PlacedLogical& child : line.children) {
    const bool isText = std::holds_alternative<fragment::GlyphRun>(child.fragment->content) &&
                        child.fragment->role != fragment::Role::Decoration;
    if (isText) runs.push_back(&child);
  }
  return runs;
}
inline const fragment::GlyphRun& runOf(const layout::PlacedLogical& placed) {
  return std::get<fragment::GlyphRun>(placed.fragment->content);
}
/// "hy-" for a line end that made its hyphen, else what the line's text says, without white space at the end.
inline std::string textOf(const layout::LogicalFragment& line) {
  std::string text;
  for (const layout::PlacedLogical* run : runsOf(line)) {
    text += runOf(*run).text == u"\xAD" ? std::string("-") : toUtf8(runOf(*run).text);
  }
  while (!text.empty() && text.back() == ' ') text.pop_back();
  return text;
}
inline std::vector<std::string> linesOf(const layout::LogicalFragment& fragment) {
  std::vector<std::string> lines;
  for (const layout::PlacedLogical& line : fragment.children) lines.push_back(textOf(*line.fragment));
  return lines;
}
/// Where each glyph of a line begins, in points from the container's start: its origin with the offset taken in.
inline std::vector<double> pensOf(const layout::LogicalFragment& line) {
  std::vector<double> pens;
  for (const layout::PlacedLogical* placed : runsOf(line)) {
    Length pen = placed->at.inlineStart;
    for (const font::Glyph& glyph : runOf(*placed).glyphs) {
      pens.push_back((pen + glyph.offsetInline).toPoints());
      pen += glyph.advance;
    }
  }
  return pens;
}
/// Where the ink boxes of the line's last run end.
inline double endOf(const layout::LogicalFragment& line) {
  Length end;
  for (const layout::PlacedLogical* run : runsOf(line)) {
    end = std::max(end, run->at.inlineStart + run->fragment->size.inlineSize);
  }
  return end.toPoints();
}

}  // namespace octavo::test

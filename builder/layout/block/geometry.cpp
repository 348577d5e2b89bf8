// layout/block: the used edges and sizes of a block-level box.
#include "layout/block/geometry.h"

#include <algorithm>

#include "layout/block/block.h"
#include "layout/inline/inline_text.h"

namespace octavo::layout {

namespace {

struct Resolve {
  Length whole;
  std::optional<Length> operator()(Length length) const { return length; }
  std::optional<Length> operator()(css::Percentage percentage) const {
    if (whole >= Length::infinite()) return std::nullopt;
    return whole.scaled(percentage.ratio);
  }
  std::optional<Length> operator()(css::Auto) const { return std::nullopt; }
  std::optional<Length> operator()(css::None) const { return std::nullopt; }
};

Length paintedWidth(const BorderLine& line) { return line.style == LineStyle::None ? Length{} : line.width; }

/// From what the style gives, by box-sizing, to the content box.
Length contentShare(const css::ComputedStyle& style, Length size, Length inner) {
  return std::max(Length{}, style.boxSizingBorder ? size - inner : size);
}

}  // namespace

Length BoxGeometry::usedBlockSize(Length content) const {
  return std::max(minBlockSize, std::min(maxBlockSize, blockSize.value_or(content)));
}

Length resolve(const css::LengthPercentage& value, Length whole) {
  return std::visit(Resolve{whole}, value).value_or(Length{});
}

std::optional<Length> resolve(const css::LengthPercentageAuto& value, Length whole) {
  return std::visit(Resolve{whole}, value);
}

std::optional<Length> resolve(const css::LengthPercentageNone& value, Length whole) {
  return std::visit(Resolve{whole}, value);
}

LogicalEdges<Length> innerEdges(const css::ComputedStyle& style, Length measure) {
  const auto side = [&](const css::LengthPercentage& padding, const BorderLine& border) {
    return std::max(Length{}, resolve(padding, measure)) + paintedWidth(border);
  };
  return {side(style.padding.blockStart, style.border.blockStart), side(style.padding.inlineEnd, style.border.inlineEnd),
          side(style.padding.blockEnd, style.border.blockEnd), side(style.padding.inlineStart, style.border.inlineStart)};
}

LogicalEdges<Length> marginsWithoutAuto(const css::ComputedStyle& style, Length measure) {
  const auto side = [&](const css::LengthPercentageAuto& margin) {
    return resolve(margin, measure).value_or(Length{});
  };
  return {side(style.margin.blockStart), side(style.margin.inlineEnd), side(style.margin.blockEnd),
          side(style.margin.inlineStart)};
}

void distributeAutoMargins(const css::ComputedStyle& style, Length left, LogicalEdges<Length>& margin) {
  const bool startIsAuto = std::holds_alternative<css::Auto>(style.margin.inlineStart);
  const bool endIsAuto = std::holds_alternative<css::Auto>(style.margin.inlineEnd);
  if (left <= Length{} || left >= Length::infinite().scaled(0.5)) return;
  if (startIsAuto && endIsAuto) margin.inlineStart = left.scaled(1, 2);
  if (startIsAuto && !endIsAuto) margin.inlineStart = left;
  if (endIsAuto) margin.inlineEnd = left - (startIsAuto ? margin.inlineStart : Length{});
}

Length clampedInlineSize(const css::ComputedStyle& style, Length contentSize, Length inlineInner, Length measure) {
  Length size = contentSize;
  if (const auto most = resolve(style.maxInlineSize, measure)) {
    size = std::min(size, contentShare(style, *most, inlineInner));
  }
  return std::max({Length{}, size, contentShare(style, resolve(style.minInlineSize, measure), inlineInner)});
}

std::optional<Length> styledInlineSize(const css::ComputedStyle& style, Length inlineInner, Length measure) {
  const auto size = resolve(style.inlineSize, measure);
  if (!size) return std::nullopt;
  return contentShare(style, *size, inlineInner);
}

void setBlockSizes(const css::ComputedStyle& style, Length containingBlockSize, BoxGeometry& geometry) {
  const Length inner = geometry.blockInner();
  if (const auto size = resolve(style.blockSize, containingBlockSize)) {
    geometry.blockSize = contentShare(style, *size, inner);
  }
  const Length least = resolve(style.minBlockSize, containingBlockSize);
  if (least > Length{}) geometry.minBlockSize = contentShare(style, least, inner);
  if (const auto most = resolve(style.maxBlockSize, containingBlockSize)) {
    geometry.maxBlockSize = contentShare(style, *most, inner);
  }
}

BoxGeometry resolveGeometry(const box::Box& box, const Space& space, Context& context) {
  const css::ComputedStyle& style = *box.style;
  const Length measure = space.available.inlineSize;
  BoxGeometry geometry;
  geometry.margin = marginsWithoutAuto(style, measure);
  geometry.inner = innerEdges(style, measure);
  const Length inlineInner = geometry.inlineInner();
  const Length room =
      std::max(Length{}, measure - geometry.margin.inlineStart - geometry.margin.inlineEnd - inlineInner);
  Length size = room;
  if (const auto styled = styledInlineSize(style, inlineInner, measure)) {
    size = *styled;
  } else if (space.shrinkToFit) {
    const InlineSizes content = measureContents(box, context);
    size = std::min(std::max(content.minContent, room), content.maxContent);
  }
  geometry.inlineSize = clampedInlineSize(style, size, inlineInner, measure);
  // An inline-block or a float has no auto margins: CSS 2.2, 10.3.5 and 10.3.9.
  if (!space.shrinkToFit) distributeAutoMargins(style, room - geometry.inlineSize, geometry.margin);
  setBlockSizes(style, space.available.blockSize, geometry);
  return geometry;
}

bool isFormattingRoot(const box::Box& box) {
  return box.kind != box::Kind::Block || box.style->display == css::Display::FlowRoot ||
         box.style->floating != css::Float::None;
}

bool isSideFloat(const box::Box& box) {
  return box.style->floating == css::Float::InlineStart || box.style->floating == css::Float::InlineEnd;
}

LogicalFragment fragmentFor(const box::Box& box) {
  const css::ComputedStyle& style = *box.style;
  LogicalFragment fragment;
  fragment.source = box.element;
  fragment.role = fragmentRole(box.role);
  if (isSideFloat(box)) fragment.layer = fragment::PaintLayer::Float;
  fragment.order = box.order;
  fragment.anchors = box.anchors;
  fragment.strings = box.strings;
  fragment.direction = style.direction;
  fragment.flow.breakBefore = style.breakBefore;
  fragment.flow.breakAfter = style.breakAfter;
  fragment.flow.breakInside = style.breakInside;
  fragment.flow.orphans = style.orphans;
  fragment.flow.widows = style.widows;
  fragment.flow.isBesideFlow = isSideFloat(box);
  const bool isKeptWhole = style.breakInside == css::Break::Avoid || style.breakInside == css::Break::AvoidPage;
  fragment.flow.isPageFloat = style.floating == css::Float::BlockStart || style.floating == css::Float::BlockEnd ||
                              (style.floatPolicy == css::FloatPolicy::UnlessFit && isKeptWhole);
  fragment.flow.page = style.page;
  for (const auto* changes : {&style.counterReset, &style.counterSet}) {
    std::ranges::copy_if(*changes, std::back_inserter(fragment.flow.pageCounterReset),
                         [](const css::CounterChange& change) { return change.name == "page"; });
  }
  return fragment;
}

void paintFrame(const css::ComputedStyle& style, LogicalFragment& fragment) {
  const auto paints = [](const BorderLine& line) { return paintedWidth(line) > Length{}; };
  const LogicalEdges<BorderLine>& border = style.border;
  if (style.visibility != css::Visibility::Visible) return;
  if (style.background.alpha == 0 && !paints(border.blockStart) && !paints(border.inlineEnd) &&
      !paints(border.blockEnd) && !paints(border.inlineStart)) {
    return;
  }
  fragment.content = LogicalFrame{border, style.background};
}

}  // namespace octavo::layout

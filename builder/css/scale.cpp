// css: a style with all its lengths smaller or larger.
#include <memory>

#include "css/style.h"

namespace octavo::css {

namespace {

void scale(Length& length, double factor) { length = length.scaled(factor); }

template <class... Kinds>
void scale(std::variant<Kinds...>& value, double factor) {
  if (Length* length = std::get_if<Length>(&value)) scale(*length, factor);
}

template <class T>
void scale(std::optional<T>& value, double factor) {
  if (value) scale(*value, factor);
}

template <class T>
void scale(LogicalEdges<T>& edges, double factor) {
  for (T* edge : {&edges.blockStart, &edges.inlineEnd, &edges.blockEnd, &edges.inlineStart}) scale(*edge, factor);
}

void scale(TextDecoration& decoration, double factor) {
  scale(decoration.thickness, factor);
  scale(decoration.inset.start, factor);
  scale(decoration.inset.end, factor);
}

void scale(InheritedStyle& style, double factor) {
  scale(style.fontSize, factor);
  scale(style.lineHeight, factor);
  scale(style.textIndent.size, factor);
  scale(style.letterSpacing, factor);
  scale(style.wordSpacing, factor);
  scale(style.hyphenateLimitZone, factor);
  scale(style.textUnderlineOffset, factor);
  scale(style.borderSpacingInline, factor);
  scale(style.borderSpacingBlock, factor);
}

}  // namespace

ComputedStyle scaled(ComputedStyle style, double factor) {
  scale(static_cast<InheritedStyle&>(style), factor);
  if (style.decoratingBoxes) {
    auto decorating = std::make_shared<std::vector<DecoratingBox>>(*style.decoratingBoxes);
    for (DecoratingBox& box : *decorating) {
      scale(box.decoration, factor);
      scale(box.style, factor);
    }
    style.decoratingBoxes = std::move(decorating);
  }
  scale(style.margin, factor);
  scale(style.padding, factor);
  for (LengthPercentageAuto* size : {&style.inlineSize, &style.blockSize}) scale(*size, factor);
  for (LengthPercentage* size : {&style.minInlineSize, &style.minBlockSize}) scale(*size, factor);
  for (LengthPercentageNone* size : {&style.maxInlineSize, &style.maxBlockSize}) scale(*size, factor);
  scale(style.verticalAlign, factor);
  scale(style.textDecoration, factor);
  return style;
}

}  // namespace octavo::css

// box: what the document does not say itself: generated content, list markers.
#include <utility>

#include "box/builder.h"

namespace octavo::box {
namespace {

using css::PseudoElement;
using css::StylePtr;

}  // namespace

Boxes Builder::buildPseudo(const dom::Element& element, PseudoElement pseudo, const StylePtr& own) {
  Boxes result;
  const StylePtr style = cascade_.styleOf(element, pseudo, own);
  if (!style || style->display == css::Display::None || style->content.items.empty()) return result;
  counters_.enter();
  changeCounters(*style);
  const bool isInline = style->display == css::Display::Inline;
  auto box = makeBox(isInline ? Kind::Inline : Kind::Block, element, style);
  if (style->display == css::Display::InlineBlock) box->kind = Kind::InlineBlock;
  box->role = pseudo == PseudoElement::Before ? Role::Before : Role::After;
  adopt(*box, generatedBoxes(style->content.items, *box));
  counters_.leave();
  result.push_back(std::move(box));
  return result;
}

Boxes Builder::generatedBoxes(const std::vector<css::ContentItem>& items, const Box& parent) {
  Boxes result = generated_.boxes(items, {parent.element, parent.style.get()});
  for (const auto& box : result) {
    box->style = css::Cascade::anonymous(parent.style, css::Display::Inline);
    box->element = parent.element;
    box->role = parent.role;
    box->order = nextOrder_++;
  }
  return result;
}

std::unique_ptr<Box> Builder::buildMarker(const Box& item) {
  const StylePtr style = cascade_.styleOf(*item.element, PseudoElement::Marker, item.style);
  if (style->content.isNone) return nullptr;
  const bool isInside = item.style->listStylePosition == css::ListStylePosition::Inside;
  auto marker = makeBox(isInside ? Kind::Inline : Kind::Block, *item.element, isInside ? style : blockified(style));
  marker->role = Role::Marker;
  std::vector<css::ContentItem> items = style->content.items;
  if (style->content.isNormal) items = {css::ContentText{markerText(*item.style)}};
  Boxes content = generatedBoxes(items, *marker);
  if (content.empty()) return nullptr;
  adopt(*marker, std::move(content));
  return marker;
}

std::string Builder::markerText(const css::ComputedStyle& item) const {
  const std::string& type = item.listStyleType;
  if (type.size() >= 2 && (type.front() == '"' || type.front() == '\'')) return type.substr(1, type.size() - 2);
  return css::formatMarker(counters_.value("list-item"), type);
}

}  // namespace octavo::box

#include <utility>

#include "base/utf8.h"
#include "box/builder.h"

namespace octavo::box {
namespace {

using css::PseudoElement;
using css::StylePtr;

/// Marks that belong to the letter beside them: quotation marks and brackets, of one to three bytes in UTF-8.
bool isMark(char32_t c) {
  constexpr std::u32string_view kMarks = U"\"'“”‘’«»‹›()[]{}（）「」『』【】《》〈〉〔〕¿¡";
  return kMarks.find(c) != std::u32string_view::npos;
}

/// How many bytes of the text are its first letter: leading marks, the letter, marks behind it.
std::size_t firstLetterLength(std::string_view text) {
  std::size_t end = 0;
  bool hasLetter = false;
  while (end < text.size()) {
    std::size_t next = end;
    const char32_t character = decodeUtf8(text, next);
    if (!isMark(character)) {
      if (hasLetter) break;
      hasLetter = true;
    }
    end = next;
  }
  return end;
}

/// The first text below these boxes that shows something, with the list it stands in; null before any other content.
std::pair<Boxes*, std::size_t> findFirstText(Boxes& boxes) {
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    Box& box = *boxes[i];
    if (isCollapsibleSpace(box)) continue;
    if (box.kind == Kind::Text) return {&boxes, i};
    return box.kind == Kind::Inline ? findFirstText(box.children) : std::pair<Boxes*, std::size_t>{};
  }
  return {};
}

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

void Builder::applyFirstLetter(const Box& block, Boxes& children) {
  if (block.kind != Kind::Block || block.role != Role::Content) return;
  const auto [list, index] = findFirstText(children);
  if (!list) return;
  const StylePtr style = cascade_.styleOf(*block.element, PseudoElement::FirstLetter, block.style);
  if (!style) return;
  Box& text = *(*list)[index];
  const std::size_t begin = text.text.find_first_not_of(" \t\r\n\f");
  const std::size_t length = firstLetterLength(std::string_view(text.text).substr(begin));
  auto letter = makeBox(Kind::Inline, *text.element, style);
  letter->order = text.order;
  auto content = makeBox(Kind::Text, *text.element, css::Cascade::anonymous(style, css::Display::Inline));
  content->order = text.order;
  content->text = text.text.substr(begin, length);
  letter->children.push_back(std::move(content));
  text.text.erase(0, begin + length);
  list->insert(list->begin() + static_cast<std::ptrdiff_t>(index), std::move(letter));
}

}  // namespace octavo::box

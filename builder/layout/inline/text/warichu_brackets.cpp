// layout/inline/text: what a warichu may hold, and the brackets that enclose its text.
#include "layout/inline/text/warichu_brackets.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/utf8.h"

namespace octavo::layout {

namespace {

constexpr std::array kPairs{std::pair{"（", "）"}, std::pair{"〔", "〕"}, std::pair{"［", "］"},
                            std::pair{"〈", "〉"}, std::pair{"【", "】"}};

const box::Box* firstText(const box::Box& box) {
  if (box.kind == box::Kind::Text) return &box;
  return box.children.empty() ? nullptr : firstText(*box.children.front());
}
const box::Box* lastText(const box::Box& box) {
  if (box.kind == box::Kind::Text) return &box;
  return box.children.empty() ? nullptr : lastText(*box.children.back());
}

}  // namespace

bool holdsTextOnly(const box::Box& box) {
  return std::ranges::all_of(box.children, [](const auto& child) {
    if (child->kind == box::Kind::Text || child->kind == box::Kind::PageReference) return true;
    const bool isInline = child->kind == box::Kind::Inline || child->kind == box::Kind::NoteCall;
    return isInline && child->style->warichu == css::Warichu::None && holdsTextOnly(*child);
  });
}

EnclosingBrackets enclosingBrackets(const box::Box& box, std::size_t firstChild, std::size_t endChild) {
  if (firstChild >= endChild) return {};
  const box::Box* first = firstText(*box.children[firstChild]);
  const box::Box* last = lastText(*box.children[endChild - 1]);
  if (!first || !last) return {};
  const std::string_view open = firstCharacter(first->text), close = lastCharacter(last->text);
  const bool isPair = std::ranges::any_of(kPairs, [&](const auto& pair) { return open == pair.first && close == pair.second; });
  return isPair ? EnclosingBrackets{first, last} : EnclosingBrackets{};
}

std::string_view firstCharacter(std::string_view utf8) {
  std::size_t end = 0;
  if (!utf8.empty()) decodeUtf8(utf8, end);
  return utf8.substr(0, end);
}

std::string_view lastCharacter(std::string_view utf8) {
  std::size_t begin = utf8.size();
  while (begin > 0 && (static_cast<unsigned char>(utf8[--begin]) & 0xC0) == 0x80) {
  }
  return utf8.substr(begin);
}

}  // namespace octavo::layout

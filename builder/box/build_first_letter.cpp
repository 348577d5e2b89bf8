// box: ::first-letter: the first letter of a block in boxes of its own.
#include <algorithm>
#include <ranges>
#include <utility>

#include "base/utf8.h"
#include "box/builder.h"
#include "text/first_letter.h"

namespace octavo::box {
namespace {

using css::PseudoElement;
using css::StylePtr;

constexpr std::size_t kEnough = 64;  // UTF-16 units: no first letter with its marks is longer

/// One text box of the first line, where it stands and where its text begins in the whole.
struct Leaf {
  Boxes* list = nullptr;
  std::size_t index = 0;
  std::size_t begin = 0;
};

struct FirstText {
  std::vector<Leaf> leaves;
  std::u16string text;
};

/// Adds the texts below these boxes up to the first thing that is none. False: look no further.
bool gather(Boxes& boxes, FirstText& into) {
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    Box& box = *boxes[i];
    if (box.kind == Kind::Text) {
      into.leaves.push_back({&boxes, i, into.text.size()});
      into.text += toUtf16(box.text);
      if (into.text.size() >= kEnough) return false;
      continue;
    }
    if (box.role == Role::Marker) continue;
    // The first block inside has the first line of the block around it.
    const bool isFirstBlock = box.kind == Kind::Block && box.role == Role::Content &&
                              into.text.find_first_not_of(u" \t\n\r\f") == std::u16string::npos;
    if (isFirstBlock) {
      gather(box.children, into);
      return false;
    }
    if (box.kind != Kind::Inline || box.role == Role::FirstLetter || !gather(box.children, into)) return false;
  }
  return true;
}

/// Takes UTF-16 units `begin` up to `end` out of a text, with all before them, which is white space.
std::string takeLetter(std::string& text, std::size_t begin, std::size_t end) {
  const std::u16string units = toUtf16(text);
  text = toUtf8(std::u16string_view(units).substr(end));
  return toUtf8(std::u16string_view(units).substr(begin, end - begin));
}

}  // namespace

void Builder::applyFirstLetter(const Box& block, Boxes& children) {
  if (block.kind != Kind::Block || block.role != Role::Content) return;
  if (!cascade_.styleOf(*block.element, PseudoElement::FirstLetter, block.style)) return;
  FirstText first;
  gather(children, first);
  const text::FirstLetter letter = text::findFirstLetter(first.text, block.style->language);
  if (letter.isEmpty()) return;
  for (const Leaf& leaf : std::views::reverse(first.leaves)) {
    Box& text = *(*leaf.list)[leaf.index];
    const std::size_t leafEnd = leaf.begin + toUtf16(text.text).size();
    const std::size_t begin = std::max(letter.begin, leaf.begin), end = std::min(letter.end, leafEnd);
    if (begin >= end) continue;
    // It stands inside the element of its text, and inherits from there.
    const StylePtr style = cascade_.styleOf(*block.element, PseudoElement::FirstLetter, text.style);
    auto box = makeBox(Kind::Inline, *text.element, style);
    box->role = Role::FirstLetter;
    box->order = text.order;
    auto content = makeBox(Kind::Text, *text.element, css::Cascade::anonymous(style, css::Display::Inline));
    content->order = text.order;
    content->text = takeLetter(text.text, begin - leaf.begin, end - leaf.begin);
    box->children.push_back(std::move(content));
    leaf.list->insert(leaf.list->begin() + static_cast<std::ptrdiff_t>(leaf.index), std::move(box));
  }
}

}  // namespace octavo::box

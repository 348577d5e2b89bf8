#include "layout/inline/text/page_lists.h"

#include <algorithm>
#include <cctype>

namespace octavo::layout {
namespace {

/// The one page reference that is all an inline box shows; null where there is more or less.
const box::Box* pageAlone(const box::Box& box) {
  if (box.kind == box::Kind::PageReference) return &box;
  if (box.kind != box::Kind::Inline || box.children.size() != 1) return nullptr;
  return pageAlone(*box.children.front());
}

/// Commas, blanks and the like: nothing that says something.
bool isSeparator(const box::Box& box) {
  return box.kind == box::Kind::Text && !box.text.empty() &&
         std::ranges::none_of(box.text, [](unsigned char c) { return std::isalnum(c) != 0; }) &&
         box.text.size() <= std::string_view("　").size();
}

}  // namespace

std::vector<bool> omittedPages(const box::Box& container, const PageLabels& labels) {
  std::vector<bool> omitted;
  if (labels.empty()) return omitted;
  const auto& children = container.children;
  std::vector<std::string_view> pages;  // of this list so far
  for (std::size_t index = 0; index < children.size(); ++index) {
    const box::Box& child = *children[index];
    const box::Box* page = child.kind == box::Kind::Inline ? pageAlone(child) : nullptr;
    if (!page) {
      if (!isSeparator(child)) pages.clear();
      continue;
    }
    const auto label = labels.find(page->text);
    const std::string_view number = label == labels.end() ? std::string_view() : label->second;
    if (!number.empty() && std::ranges::find(pages, number) == pages.end()) {
      pages.push_back(number);
      continue;
    }
    omitted.resize(children.size());
    omitted[index] = true;
    if (index > 0 && isSeparator(*children[index - 1])) omitted[index - 1] = true;
  }
  return omitted;
}

}  // namespace octavo::layout

// fragment: where in the document each printed page begins.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "fragment/fragment.h"

namespace octavo::fragment {

/// The first of a page's content that no page before it has begun. Notes, running heads and what layout made up do not
/// count, nor does a figure that has waited for room since an earlier page.
struct PageStart {
  std::string label;                      // as printed
  const dom::Element* element = nullptr;  // whose own text, or which picture; null where a page has nothing new
  std::size_t inkBefore = 0;              // characters of the element's own text (leavesInk) on earlier pages
  std::string text;                       // what the first line begins with; empty for a picture
};

/// One for each page, in the order of the pages; their places rise through the document.
std::vector<PageStart> pageStarts(const PrintedBook& book);

}  // namespace octavo::fragment

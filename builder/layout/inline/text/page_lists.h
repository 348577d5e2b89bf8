// layout/inline/text: lists of page numbers, as an index has them.
#pragma once

#include <cstddef>
#include <vector>

#include "box/box.h"
#include "layout/contract.h"

namespace octavo::layout {

/// What becomes of the children of an inline container.
struct PageLists {
  std::vector<bool> omitted;         // left out; empty where none is
  std::vector<std::size_t> dashes;   // separators in whose place a dash stands, ascending
};

/// Lists of references that show a page number and nothing else: each page is named once, three pages or more that follow
/// one another are drawn together ("2–4"; Chicago Manual of Style, 16.10), as are two that a dash of the source joins, and
/// a place on no page is left out; each with the separator before it. The labels are those of the pass before.
PageLists pageListsIn(const box::Box& container, const PageLabels& labels);

}  // namespace octavo::layout

// layout/inline/text: lists of page numbers, as an index has them.
#pragma once

#include <vector>

#include "box/box.h"
#include "layout/contract.h"

namespace octavo::layout {

/// Which children of an inline container are left out: references that show a page number and nothing else, where one
/// before them in the same list has that page, or where their place is on no page; each with the comma before it. Empty
/// where none is. The labels are those of the pass before.
std::vector<bool> omittedPages(const box::Box& container, const PageLabels& labels);

}  // namespace octavo::layout

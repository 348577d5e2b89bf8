// layout/table: automatic and fixed tables, spans, collapsed borders, captions. CSS 2.2, section 17.
#pragma once

#include "layout/contract.h"

namespace octavo::layout {

/// A table with its captions. Fragments: the table (a wrapper of caption and grid where there is a caption), row
/// groups, rows, cells. The head comes first and is to be repeated; a row that a spanning cell crosses must not be
/// parted from the next.
Result layoutTable(const box::Box& box, const Space& space, const BreakToken* resume, Context& context);
InlineSizes measureTable(const box::Box& box, Context& context);

}  // namespace octavo::layout

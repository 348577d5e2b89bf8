// vocabulary: makes a table's spans fit its rows and columns.
#pragma once

#include "dom/dom.h"

namespace octavo::vocabulary {

/// Makes the grid of an XHTML table regular, by the table model of HTML (section 4.9.12): no cell overlaps another or
/// leaves its row group, every row and column has a cell that begins in it, every row is as wide as the table (empty
/// cells are added), and colgroup has one col for each column or goes.
void normalizeTableGrid(dom::Element& table);

}  // namespace octavo::vocabulary

// vocabulary: makes a table's spans fit its rows and columns.
#pragma once

#include "vocabulary/conversion.h"

namespace octavo::vocabulary {

/// Makes the grid of an XHTML table regular, by the table model of HTML (section 4.9.12): no cell overlaps another or
/// leaves its row group, every row and column has a cell that begins in it, every row is as wide as the table (empty
/// cells are added), and colgroup has one col for each column or goes.
/// Cells without an alignment of their own take that of their column, row or row group (HTML 4, section 11.3.2).
/// Spans that ask for a grid out of proportion to the cells are left out (table-span-clamped).
void normalizeTableGrid(dom::Element& table, const Conversion& conversion);

/// A span that is no number that a table can have; the cell takes one row or column.
void reportSpan(const dom::Element& cell, std::string_view attribute, const Conversion& conversion);
/// Numbers that are to stand by their decimal points: they stand at the right, which is told once.
void reportCharAlignment(const dom::Element& source, const Conversion& conversion);

}  // namespace octavo::vocabulary

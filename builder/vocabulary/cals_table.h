// vocabulary: tables by the OASIS exchange model (CALS), laid onto the grid of an XHTML table.
#pragma once

#include <functional>

#include "vocabulary/conversion.h"

namespace octavo::vocabulary {

/// How a vocabulary makes the parts of its tables.
struct TableRules {
  Conversion& conversion;
  /// Appends an element with what the vocabulary takes over from the source: identity, classes.
  std::function<dom::Element&(dom::Element& into, std::string_view name, const dom::Element& source)> append;
  /// Converts what a cell holds.
  std::function<void(const dom::Element& entry, dom::Element& cell)> fill;
};

/// One tgroup (or entrytbl) as a table appended to `into`. The first tgroup has the identity of the element around it.
/// The columns of colspec and spanspec, spans by name, alignment by column, widths where all are shares; a rowheader
/// attribute around the tgroup makes its first column heads of their rows.
dom::Element& convertCalsTable(const dom::Element& tgroup, dom::Element& into, const TableRules& rules);

}  // namespace octavo::vocabulary

// vocabulary: tables by the model of HTML, as JATS and DocBook have them too.
#pragma once

#include "vocabulary/cals_table.h"

namespace octavo::vocabulary {

/// The source's columns, row groups and loose rows as a table appended to `into`; its caption is the caller's. Cells of
/// a head are th, presentational attributes become classes, spans beyond what HTML allows are clamped
/// (table-span-clamped).
dom::Element& convertHtmlTable(const dom::Element& table, dom::Element& into, const TableRules& rules);

}  // namespace octavo::vocabulary

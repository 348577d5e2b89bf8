// vocabulary: tables by the model of HTML, as JATS and DocBook have them too.
#include "vocabulary/html_table.h"

#include <algorithm>

#include "vocabulary/source_lengths.h"
#include "vocabulary/source_questions.h"
#include "vocabulary/table_grid.h"

namespace octavo::vocabulary {
namespace {

using dom::Element;

/// Presentational attributes become classes, so that one stylesheet rules both outputs.
void takeAlignment(Element& cell, const Element& source, const TableRules& rules) {
  for (const auto* name : {"align", "valign"}) {
    const std::string_view value = source.attributeOr(name);
    if (value == "char") reportCharAlignment(source, rules.conversion);
    if (isOneOf(value, {"left", "center", "right", "justify", "char", "top", "middle", "bottom", "baseline"})) {
      addClass(cell, std::string(name) + "-" + std::string(value));
    }
  }
}

bool hasContent(const Element& source) { return hasOwnText(source) || !childrenOf(source).empty(); }

/// HTML allows 1000 columns and 65534 rows; the grid does the cutting.
void takeSpan(Element& cell, const Element& source, const char* name, unsigned long most, const TableRules& rules) {
  const std::string* span = source.attribute(name);
  if (!span) return;
  const bool digits = !span->empty() && std::ranges::all_of(*span, [](char c) { return c >= '0' && c <= '9'; });
  if (!digits || (*span == "0" && std::string_view(name) == "colspan")) {
    return reportSpan(source, name, rules.conversion);
  }
  if (digits && (span->size() > 9 || std::stoul(*span) > most)) {
    rules.conversion.warn("table-span-clamped", source.position(),
                            std::string(name) + "=\"" + *span + "\" is more than HTML allows; " +
                                std::to_string(most) + " is used");
    return cell.setAttribute(name, std::to_string(most));
  }
  // rowspan="0" reaches to the end of the row group.
  cell.setAttribute(name, *span == "0" && std::string_view(name) == "rowspan" ? std::to_string(most) : *span);
}

void convertCell(const Element& source, Element& row, bool inHead, const TableRules& rules) {
  const bool header = source.name == "th" || (inHead && hasContent(source));
  Element& cell = rules.append(row, header ? "th" : "td", source);
  if (header) cell.setAttribute("scope", inHead ? "col" : "row");
  takeSpan(cell, source, "colspan", 1000, rules);
  takeSpan(cell, source, "rowspan", 65534, rules);
  takeAlignment(cell, source, rules);
  rules.fill(source, cell);
}

void convertRow(const Element& source, Element& group, bool inHead, const TableRules& rules) {
  Element& row = rules.append(group, "tr", source);
  takeAlignment(row, source, rules);
  for (const Element* cell : childrenOf(source)) convertCell(*cell, row, inHead, rules);
}

/// Rows of all parts with this name, in one part: JATS may have several bodies, HTML one head and one foot.
void convertRowGroups(const Element& table, Element& made, std::string_view name, const TableRules& rules) {
  for (const Element* part : childrenOf(table, name)) {
    Element* same = name == "tbody" ? nullptr : const_cast<Element*>(dom::firstChild(made, name));
    Element& group = same ? *same : rules.append(made, name, *part);
    if (!same) takeAlignment(group, *part, rules);
    for (const Element* row : childrenOf(*part)) convertRow(*row, group, name == "thead", rules);
  }
}

/// Rows that stand in the table without a group.
void convertLooseRows(const Element& table, Element& made, const TableRules& rules) {
  Element* body = nullptr;
  for (const Element* row : childrenOf(table, "tr")) {
    if (!body) body = &rules.conversion.appendPlain(made, "tbody", row->position());
    convertRow(*row, *body, false, rules);
  }
}

/// What a col does not say its colgroup does.
void appendColumn(const Element& source, const Element& around, Element& group, const TableRules& rules) {
  const std::string_view span = source.attributeOr("span", "1");
  const int count = span.size() < 4 && std::ranges::all_of(span, [](char c) { return c >= '0' && c <= '9'; })
                        ? std::stoi("0" + std::string(span))
                        : 1;
  const auto width = cssLength(source.attributeOr("width", around.attributeOr("width")), "px");
  for (int i = 0; i < std::max(count, 1); ++i) {
    Element& column = rules.conversion.appendPlain(group, "col", source.position());
    if (width) column.setAttribute("style", "width: " + *width);
    takeAlignment(column, source.attribute("align") ? source : around, rules);
  }
}

void convertColumns(const Element& table, Element& made, const TableRules& rules) {
  const auto groups = childrenOf(table, "colgroup");
  const auto loose = childrenOf(table, "col");
  if (groups.empty() && loose.empty()) return;
  Element& group = rules.conversion.appendPlain(made, "colgroup", table.position());
  for (const Element* source : groups) {
    const auto columns = childrenOf(*source, "col");
    for (const Element* column : columns) appendColumn(*column, *source, group, rules);
    if (columns.empty()) appendColumn(*source, *source, group, rules);
  }
  for (const Element* column : loose) appendColumn(*column, *column, group, rules);
}

}  // namespace

Element& convertHtmlTable(const Element& source, Element& into, const TableRules& rules) {
  Element& table = rules.append(into, "table", source);
  convertColumns(source, table, rules);
  for (const auto* part : {"thead", "tbody"}) convertRowGroups(source, table, part, rules);
  convertLooseRows(source, table, rules);
  convertRowGroups(source, table, "tfoot", rules);
  normalizeTableGrid(table, rules.conversion);
  return table;
}

}  // namespace octavo::vocabulary

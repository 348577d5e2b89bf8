// vocabulary/tei: tables: rows of cells, laid onto the grid of an XHTML table.
#include <algorithm>
#include <array>

#include "vocabulary/table_grid.h"
#include "vocabulary/tei/reading.h"

namespace octavo::vocabulary::tei {
namespace {

using dom::Element;

void takeSpan(Element& cell, const Element& source, const char* from, const char* to) {
  const std::string span = dom::collapseWhiteSpace(source.attributeOr(from));
  const bool digits = !span.empty() && span.size() < 4 &&
                      std::ranges::all_of(span, [](char c) { return c >= '0' && c <= '9'; });
  if (digits && std::stoi(span) > 1) cell.setAttribute(to, std::to_string(std::stoi(span)));
}

void convertRow(const Element& source, Element& group, bool inHead, Reading& reading) {
  Element& row = appendAs(group, "tr", source, reading);
  for (const Element* part : childrenOf(source)) {
    if (!isOneOf(part->name, {"cell", "table"})) {
      if (!row.children().empty()) convert(*part, *dom::asElement(*row.children().back()), reading);
      continue;
    }
    const bool header = inHead || part->attributeOr("role") == "label" || source.attributeOr("role") == "label";
    Element& cell = appendAs(row, header ? "th" : "td", *part, reading);
    if (header) cell.setAttribute("scope", inHead ? "col" : "row");
    takeSpan(cell, *part, "cols", "colspan");
    takeSpan(cell, *part, "rows", "rowspan");
    part->name == "table" ? convert(*part, cell, reading) : convertContent(*part, cell, reading);
  }
}

void convertRows(const Element& source, Element& table, Reading& reading) {
  const auto rows = childrenOf(source, "row");
  std::size_t heads = 0;
  while (heads < rows.size() && rows[heads]->attributeOr("role") == "label") ++heads;
  if (heads == rows.size()) heads = 0;  // a table of labels only has no body to stand above
  Element* group = nullptr;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (i == 0 || i == heads) group = &appendMade(table, i < heads ? "thead" : "tbody", *rows[i], reading);
    convertRow(*rows[i], *group, i < heads, reading);
  }
}

void convertTable(const Element& source, Element& into, Reading& reading) {
  Element& table = appendAs(into, "table", source, reading);
  for (const Element* head : childrenOf(source, "head")) {
    if (plainText(*head).empty()) continue;
    auto* caption = const_cast<Element*>(dom::firstChild(table, "caption"));
    if (!caption) caption = &appendMade(table, "caption", *head, reading);
    convertInline(*head, appendAs(*caption, "p", *head, reading), reading);
  }
  convertRows(source, table, reading);
  normalizeTableGrid(table, reading.conversion);
  if (table.children().empty()) into.remove(into.children().size() - 1);
  for (const Element* part : childrenOf(source)) {
    if (!isOneOf(part->name, {"head", "row"})) convert(*part, into, reading);
  }
}

/// Rows and cells without a table.
void convertLooseCell(const Element& source, Element& into, Reading& reading) {
  convertContent(source, appendAs(into, "div", source, reading, source.name), reading);
}

constexpr std::array kRules{
    Rule{"table", Standing::Block, convertTable},
    Rule{"row", Standing::Block, convertLooseCell},
    Rule{"cell", Standing::Block, convertLooseCell},
};

}  // namespace

std::span<const Rule> tableRules() { return kRules; }

}  // namespace octavo::vocabulary::tei

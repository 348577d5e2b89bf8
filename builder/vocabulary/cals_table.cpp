// vocabulary: tables by the OASIS exchange model (CALS), laid onto the grid of an XHTML table.
#include "vocabulary/cals_table.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <numeric>
#include <optional>

#include "vocabulary/source_questions.h"
#include "vocabulary/table_grid.h"

namespace octavo::vocabulary {
namespace {

using dom::Element;

constexpr std::size_t kMostColumns = 1000;

std::optional<std::size_t> numberOf(std::string_view text) {
  std::size_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return {};
  return value;
}

struct Span {
  std::size_t first = 0, last = 0;  // columns, from 0
};

/// What colspec and spanspec say.
struct Columns {
  std::size_t count = 0;
  std::map<std::string_view, std::size_t> byName;  // from 0
  std::map<std::string_view, Span> spans;
  std::vector<std::string_view> widths, alignments;
  bool hasRowHeads = false;
};

Columns readColumns(const Element& tgroup) {
  Columns columns;
  columns.count = std::min(numberOf(tgroup.attributeOr("cols")).value_or(0), kMostColumns);
  columns.widths.resize(columns.count);
  columns.alignments.resize(columns.count);
  std::size_t next = 0;
  for (const Element* spec : childrenOf(tgroup, "colspec")) {
    const std::size_t number = numberOf(spec->attributeOr("colnum")).value_or(next + 1);
    if (number == 0 || number > kMostColumns) continue;
    next = number;
    columns.count = std::max(columns.count, number);
    columns.widths.resize(columns.count);
    columns.alignments.resize(columns.count);
    columns.widths[number - 1] = spec->attributeOr("colwidth");
    columns.alignments[number - 1] = spec->attributeOr("align");
    if (const std::string* name = spec->attribute("colname")) columns.byName[*name] = number - 1;
  }
  for (const Element* spec : childrenOf(tgroup, "spanspec")) {
    const auto first = columns.byName.find(spec->attributeOr("namest"));
    const auto last = columns.byName.find(spec->attributeOr("nameend"));
    if (first == columns.byName.end() || last == columns.byName.end()) continue;
    columns.spans[spec->attributeOr("spanname")] = {first->second, std::max(first->second, last->second)};
  }
  return columns;
}

/// The columns an entry asks for by name; nothing where it takes the next free one.
std::optional<Span> askedColumns(const Element& entry, const Columns& columns) {
  if (const auto span = columns.spans.find(entry.attributeOr("spanname")); span != columns.spans.end()) {
    return span->second;
  }
  const auto first = columns.byName.find(entry.attributeOr("namest", entry.attributeOr("colname")));
  if (first == columns.byName.end()) return {};
  const auto last = columns.byName.find(entry.attributeOr("nameend"));
  return Span{first->second, last == columns.byName.end() ? first->second : std::max(first->second, last->second)};
}

struct RowState {
  std::vector<std::size_t> occupied;  // further rows that a cell above takes, by column
  std::size_t column = 0;             // where the next entry may stand
};

void fillUntil(std::size_t column, RowState& state, Element& row, const Element& source, const TableRules& rules) {
  for (; state.column < column; ++state.column) {
    if (state.column < state.occupied.size() && state.occupied[state.column] > 0) continue;
    rules.conversion.appendPlain(row, "td", source.position());
  }
}

void convertEntry(const Element& entry, Element& row, const Columns& columns, bool inHead, RowState& state,
                  std::vector<std::size_t>& next, const TableRules& rules) {
  while (state.column < state.occupied.size() && state.occupied[state.column] > 0) ++state.column;
  Span span{state.column, state.column};
  if (const auto asked = askedColumns(entry, columns); asked && asked->first >= state.column) {
    fillUntil(asked->first, state, row, entry, rules);
    span = *asked;
  }
  const bool headsRow = !inHead && columns.hasRowHeads && span.first == 0;
  const bool header = (inHead || headsRow || entry.name == "th") && (hasOwnText(entry) || !childrenOf(entry).empty());
  Element& cell = rules.append(row, header ? "th" : "td", entry);
  if (header) cell.setAttribute("scope", headsRow || !inHead ? "row" : "col");
  const std::size_t width = span.last - span.first + 1;
  const std::size_t more = numberOf(entry.attributeOr("morerows")).value_or(0);
  const std::size_t height = std::min<std::size_t>(more, 65533) + 1;
  if (more >= 65534) {
    rules.conversion.warn("table-span-clamped", entry.position(), "morerows is more than a table can have");
  }
  if (width > 1) cell.setAttribute("colspan", std::to_string(width));
  if (height > 1) cell.setAttribute("rowspan", std::to_string(height));
  std::string_view align = entry.attributeOr("align");
  if (align.empty() && span.first < columns.alignments.size()) align = columns.alignments[span.first];
  if (!align.empty()) addClass(cell, "align-" + std::string(align));
  if (const std::string* valign = entry.attribute("valign")) addClass(cell, "valign-" + *valign);
  if (entry.name == "entrytbl") {
    convertCalsTable(entry, cell, rules);
  } else {
    rules.fill(entry, cell);
  }
  if (next.size() <= span.last) next.resize(span.last + 1, 0);
  for (std::size_t i = span.first; i <= span.last; ++i) next[i] = height - 1;
  state.column = span.last + 1;
}

/// The entries of one row; real documents also have them in a part without one.
struct SourceRow {
  const Element* row = nullptr;  // null: the entries stand in the part itself
  std::vector<const Element*> entries;
};

/// Real documents mix the models: rows of HTML in a CALS table.
std::vector<SourceRow> rowsOf(const Element& part) {
  std::vector<SourceRow> rows;
  for (const Element* child : childrenOf(part)) {
    if (child->name == "colspec") continue;
    if (isOneOf(child->name, {"row", "tr"})) {
      rows.push_back({child, childrenOf(*child)});
    } else {
      if (rows.empty() || rows.back().row) rows.emplace_back();
      rows.back().entries.push_back(child);
    }
  }
  return rows;
}

void convertRows(const Element& part, Element& group, const Columns& columns, const TableRules& rules) {
  RowState state;
  for (const SourceRow& source : rowsOf(part)) {
    Element& row = source.row ? rules.append(group, "tr", *source.row)
                              : rules.conversion.appendPlain(group, "tr", part.position());
    std::vector<std::size_t> next = state.occupied;
    for (auto& rows : next) rows -= rows > 0 ? 1 : 0;
    state.column = 0;
    for (const Element* entry : source.entries) {
      convertEntry(*entry, row, columns, part.name == "thead", state, next, rules);
    }
    state.occupied = std::move(next);
  }
}

/// Widths as shares of the whole: "2*" are parts, "10%" are themselves; anything mixed or absolute is left to layout.
void appendWidths(const Columns& columns, Element& table, const Element& source, const TableRules& rules) {
  std::vector<double> parts;
  for (const std::string_view width : columns.widths) {
    if (width.empty() || (width.back() != '*' && width.back() != '%')) return;
    const auto value = numberOf(width.substr(0, width.size() - 1));
    parts.push_back(width == "*" ? 1.0 : static_cast<double>(value.value_or(1)));
  }
  const double sum = std::accumulate(parts.begin(), parts.end(), 0.0);
  if (parts.empty() || sum <= 0) return;
  Element& group = rules.conversion.appendPlain(table, "colgroup", source.position());
  for (const double part : parts) {
    const auto tenths = static_cast<int>(part / sum * 1000 + 0.5);
    rules.conversion.appendPlain(group, "col", source.position())
        .setAttribute("style", "width: " + std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + "%");
  }
}

}  // namespace

Element& convertCalsTable(const Element& tgroup, Element& into, const TableRules& rules) {
  const Element& source = tgroup.name == "tgroup" && tgroup.parent() ? *tgroup.parent() : tgroup;
  const bool first = childrenOf(source, "tgroup").empty() || childrenOf(source, "tgroup").front() == &tgroup;
  Element& table = first && tgroup.name == "tgroup" ? rules.append(into, "table", source)
                                                    : rules.conversion.appendPlain(into, "table", tgroup.position());
  Columns columns = readColumns(tgroup);
  const std::string* count = tgroup.attribute("cols");
  if (count && numberOf(*count).value_or(0) == 0) {
    rules.conversion.warn("table-columns", tgroup.position(),
                          "cols=\"" + *count + "\" is no number of columns; the rows tell it");
  }
  columns.hasRowHeads = source.attributeOr("rowheader") == "firstcol";
  appendWidths(columns, table, tgroup, rules);
  for (const auto* name : {"thead", "tbody", "tfoot"}) {
    for (const Element* part : childrenOf(tgroup, name)) {
      convertRows(*part, rules.append(table, name, *part), columns, rules);
    }
  }
  normalizeTableGrid(table);
  return table;
}

}  // namespace octavo::vocabulary

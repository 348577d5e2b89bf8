// vocabulary: tables by the OASIS exchange model (CALS), laid onto the grid of an XHTML table.
#include "vocabulary/cals_table.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>

#include "vocabulary/source_lengths.h"
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
  std::vector<const Element*> specs;          // null: none
  std::map<std::string_view, const Element*> spanSpecs;
  const Element* group = nullptr;             // tgroup and the table around it,
  const Element* table = nullptr;             // for what holds everywhere
  bool hasRowHeads = false;
};

Columns readColumns(const Element& tgroup, const Element& table) {
  Columns columns;
  columns.group = &tgroup;
  columns.table = &table;
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
    columns.specs.resize(columns.count);
    columns.specs[number - 1] = spec;
    columns.widths[number - 1] = spec->attributeOr("colwidth");
    columns.alignments[number - 1] = spec->attributeOr("align");
    if (const std::string* name = spec->attribute("colname")) columns.byName[*name] = number - 1;
  }
  for (const Element* spec : childrenOf(tgroup, "spanspec")) {
    const auto first = columns.byName.find(spec->attributeOr("namest"));
    const auto last = columns.byName.find(spec->attributeOr("nameend"));
    if (first == columns.byName.end() || last == columns.byName.end()) continue;
    columns.spanSpecs[spec->attributeOr("spanname")] = spec;
    columns.spans[spec->attributeOr("spanname")] = {first->second, std::max(first->second, last->second)};
  }
  return columns;
}

/// The columns an entry asks for by name; nothing where it takes the next free one.
std::optional<Span> askedColumns(const Element& entry, const Columns& columns, const TableRules& rules) {
  for (const auto* name : {"namest", "nameend"}) {
    const std::string* asked = entry.attribute(name);
    if (asked && !columns.byName.contains(*asked)) reportSpan(entry, name, rules.conversion);
  }
  if (entry.attribute("spanname") && !columns.spans.contains(entry.attributeOr("spanname"))) {
    reportSpan(entry, "spanname", rules.conversion);
  }
  if (const auto span = columns.spans.find(entry.attributeOr("spanname")); span != columns.spans.end()) {
    return span->second;
  }
  const auto first = columns.byName.find(entry.attributeOr("namest", entry.attributeOr("colname")));
  if (first == columns.byName.end()) return {};
  const auto last = columns.byName.find(entry.attributeOr("nameend"));
  return Span{first->second, last == columns.byName.end() ? first->second : std::max(first->second, last->second)};
}

/// A rule behind or below an entry: what is nearest to it says so. OASIS TM 9502, colsep and rowsep.
bool hasRule(const char* name, const std::vector<const Element*>& nearest) {
  for (const Element* each : nearest) {
    const std::string* value = each ? each->attribute(name) : nullptr;
    if (value && !value->empty()) return *value != "0" && *value != "no";
  }
  return false;
}

struct RowPlace {
  const Element* row = nullptr;  // null: the entries stand in the part itself
  bool inHead = false;
  std::size_t rowsBelow = 0;  // in the part; none below the table's last row
  bool isLastPart = false;
};

/// Its rules as classes; the table's frame stands at the end of the last column and below the last row.
void takeRules(const Element& entry, Element& cell, const Span& span, std::size_t height, const Columns& columns,
               const RowPlace& place) {
  const auto spanSpec = columns.spanSpecs.find(entry.attributeOr("spanname"));
  const Element* spec = spanSpec != columns.spanSpecs.end()    ? spanSpec->second
                        : span.last < columns.specs.size() ? columns.specs[span.last]
                                                               : nullptr;
  const bool endsColumns = span.last + 1 >= columns.count;
  const bool endsRows = place.isLastPart && height > place.rowsBelow;
  if (!endsColumns && hasRule("colsep", {&entry, spec, columns.group, columns.table})) addClass(cell, "colsep");
  if (!endsRows && hasRule("rowsep", {&entry, place.row, spec, columns.group, columns.table})) addClass(cell, "rowsep");
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

/// Further rows that an entry takes.
std::size_t moreRowsOf(const Element& entry, const TableRules& rules) {
  const std::string* written = entry.attribute("morerows");
  if (!written) return 0;
  const auto more = numberOf(*written);
  if (!more) reportSpan(entry, "morerows", rules.conversion);
  if (more.value_or(0) >= 65534) {
    rules.conversion.warn("table-span-clamped", entry.position(), "morerows is more than a table can have");
  }
  return std::min<std::size_t>(more.value_or(0), 65533);
}

void takeAlignment(const Element& entry, Element& cell, const Span& span, const Columns& columns, const TableRules& rules) {
  std::string_view align = entry.attributeOr("align");
  if (align.empty() && span.first < columns.alignments.size()) align = columns.alignments[span.first];
  if (align.empty()) align = columns.group->attributeOr("align");
  if (align == "char") reportCharAlignment(entry, rules.conversion);
  if (!align.empty()) addClass(cell, "align-" + std::string(align));
  if (const std::string* valign = entry.attribute("valign")) addClass(cell, "valign-" + *valign);
  const std::string_view rotate = entry.attributeOr("rotate");
  if (!rotate.empty() && rotate != "0") {
    rules.conversion.warn("table-not-done", entry.position(), "rotate is not done; the entry stands upright", "rotate");
  }
}

void convertEntry(const Element& entry, Element& row, const Columns& columns, const RowPlace& place, RowState& state,
                  std::vector<std::size_t>& next, const TableRules& rules) {
  const bool inHead = place.inHead;
  while (state.column < state.occupied.size() && state.occupied[state.column] > 0) ++state.column;
  Span span{state.column, state.column};
  if (const auto asked = askedColumns(entry, columns, rules); asked && asked->first >= state.column) {
    fillUntil(asked->first, state, row, entry, rules);
    span = *asked;
  }
  const bool headsRow = !inHead && columns.hasRowHeads && span.first == 0;
  const bool header = (inHead || headsRow || entry.name == "th") && (hasOwnText(entry) || !childrenOf(entry).empty());
  Element& cell = rules.append(row, header ? "th" : "td", entry);
  if (header) cell.setAttribute("scope", headsRow || !inHead ? "row" : "col");
  const std::size_t width = span.last - span.first + 1;
  const std::size_t height = moreRowsOf(entry, rules) + 1;
  if (width > 1) cell.setAttribute("colspan", std::to_string(width));
  if (height > 1) cell.setAttribute("rowspan", std::to_string(height));
  takeAlignment(entry, cell, span, columns, rules);
  takeRules(entry, cell, span, height, columns, place);
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

void convertRows(const Element& part, Element& group, const Columns& columns, bool isLastPart, const TableRules& rules) {
  RowState state;
  const std::vector<SourceRow> sources = rowsOf(part);
  RowPlace place{nullptr, part.name == "thead", sources.size(), isLastPart};
  for (const SourceRow& source : sources) {
    place.row = source.row;
    --place.rowsBelow;
    Element& row = source.row ? rules.append(group, "tr", *source.row)
                              : rules.conversion.appendPlain(group, "tr", part.position());
    std::vector<std::size_t> next = state.occupied;
    for (auto& rows : next) rows -= rows > 0 ? 1 : 0;
    state.column = 0;
    for (const Element* entry : source.entries) {
      convertEntry(*entry, row, columns, place, state, next, rules);
    }
    state.occupied = std::move(next);
  }
}

/// Widths: parts ("2*") alone as shares of the whole; lengths and percentages as they are. Parts beside lengths have no
/// share of their own: those columns take what is left.
void appendWidths(const Columns& columns, Element& table, const Element& source, const TableRules& rules) {
  const auto isPart = [](std::string_view width) { return width.ends_with('*'); };
  const auto partOf = [](std::string_view width) {
    return width == "*" ? 1.0 : measureOf(width.substr(0, width.size() - 1)).value_or(1);
  };
  const std::ptrdiff_t parts = std::ranges::count_if(columns.widths, isPart);
  const bool areAllParts = parts > 0 && parts == std::ssize(columns.widths);
  std::vector<std::string> widths;
  double sum = 0;
  for (const std::string_view width : columns.widths) sum += isPart(width) ? partOf(width) : 0;
  for (const std::string_view width : columns.widths) {
    if (isPart(width)) {
      const auto tenths = static_cast<int>(partOf(width) / sum * 1000 + 0.5);
      widths.push_back(areAllParts ? std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + "%" : std::string());
    } else {
      widths.push_back(cssLength(width, "pt").value_or(""));
    }
  }
  if (std::ranges::all_of(widths, &std::string::empty)) return;
  if (parts > 0 && !areAllParts) {
    rules.conversion.warn("table-not-done", source.position(),
                          "colwidth has parts (*) beside lengths; the columns of parts share what is left", "colwidth");
  }
  Element& group = rules.conversion.appendPlain(table, "colgroup", source.position());
  for (const std::string& width : widths) {
    Element& column = rules.conversion.appendPlain(group, "col", source.position());
    if (!width.empty()) column.setAttribute("style", "width: " + width);
  }
}

}  // namespace

Element& convertCalsTable(const Element& tgroup, Element& into, const TableRules& rules) {
  const Element& source = tgroup.name == "tgroup" && tgroup.parent() ? *tgroup.parent() : tgroup;
  const bool first = childrenOf(source, "tgroup").empty() || childrenOf(source, "tgroup").front() == &tgroup;
  Element& table = first && tgroup.name == "tgroup" ? rules.append(into, "table", source)
                                                    : rules.conversion.appendPlain(into, "table", tgroup.position());
  if (source.attributeOr("orient") == "land") addClass(table, "landscape");
  Columns columns = readColumns(tgroup, source);
  const std::string* count = tgroup.attribute("cols");
  if (count && numberOf(*count).value_or(0) == 0) {
    rules.conversion.warn("table-columns", tgroup.position(),
                          "cols=\"" + *count + "\" is no number of columns; the rows tell it");
  }
  columns.hasRowHeads = source.attributeOr("rowheader") == "firstcol";
  appendWidths(columns, table, tgroup, rules);
  std::vector<const Element*> parts;
  for (const auto* name : {"thead", "tbody", "tfoot"}) {
    for (const Element* part : childrenOf(tgroup, name)) parts.push_back(part);
  }
  for (const Element* part : parts) {
    convertRows(*part, rules.append(table, part->name, *part), columns, part == parts.back(), rules);
  }
  normalizeTableGrid(table, rules.conversion);
  return table;
}

}  // namespace octavo::vocabulary

#include "vocabulary/table_grid.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <string>
#include <vector>

#include "vocabulary/source_questions.h"

namespace octavo::vocabulary {
namespace {

using dom::Element;

constexpr std::size_t kMostColumns = 1000;   // HTML's own limit for colspan
constexpr std::size_t kMostRows = 65534;     // and for rowspan

struct Cell {
  Element* element = nullptr;
  std::size_t column = 0, columns = 1, rows = 1;
};
struct Row {
  Element* element = nullptr;
  std::vector<Cell> cells;
};
struct Group {
  Element* element = nullptr;
  std::vector<Row> rows;
};

std::size_t spanOf(const Element& cell, std::string_view name, std::size_t most) {
  const std::string_view written = cell.attributeOr(name);
  std::size_t value = 1;
  std::from_chars(written.data(), written.data() + written.size(), value);
  return std::clamp<std::size_t>(value, 1, most);
}

/// Columns beyond which spans are not followed: no cell of a document needs more.
constexpr std::size_t kMostPlaced = 20'000;

/// Places the cells of one row group; `occupied` holds for each column how many further rows a cell above takes.
void place(Group& group) {
  std::vector<std::size_t> occupied;
  for (std::size_t r = 0; r < group.rows.size(); ++r) {
    std::size_t column = 0;
    std::vector<std::size_t> next = occupied;
    for (auto& rows : next) rows -= rows > 0 ? 1 : 0;
    for (Cell& cell : group.rows[r].cells) {
      while (column < occupied.size() && occupied[column] > 0) ++column;
      cell.column = column;
      std::size_t columns = 1;
      while (columns < cell.columns && column + columns < kMostPlaced && (column + columns >= occupied.size() || occupied[column + columns] == 0)) {
        ++columns;
      }
      cell.columns = columns;
      cell.rows = std::min(cell.rows, group.rows.size() - r);
      if (next.size() < column + columns) next.resize(column + columns, 0);
      for (std::size_t i = 0; i < columns; ++i) next[column + i] = cell.rows - 1;
      column += columns;
    }
    occupied = std::move(next);
  }
}

std::vector<Group> collect(Element& table) {
  std::vector<Group> groups;
  for (const auto& child : table.children()) {
    Element* part = dom::asElement(*child);
    if (!part || (part->name != "thead" && part->name != "tbody" && part->name != "tfoot")) continue;
    Group& group = groups.emplace_back(Group{part, {}});
    for (const auto& line : part->children()) {
      Element* row = dom::asElement(*line);
      if (!row || row->name != "tr") continue;
      Row& made = group.rows.emplace_back(Row{row, {}});
      for (const auto& node : row->children()) {
        Element* cell = dom::asElement(*node);
        if (!cell) continue;
        made.cells.push_back({cell, 0, spanOf(*cell, "colspan", kMostColumns), spanOf(*cell, "rowspan", kMostRows)});
      }
    }
    place(group);
  }
  return groups;
}

/// Rows in which no cell begins: the cells that run through them become shorter.
void dropCoveredRows(Group& group) {
  for (std::size_t r = group.rows.size(); r-- > 0;) {
    if (!group.rows[r].cells.empty()) continue;
    for (std::size_t above = 0; above < r; ++above) {
      for (Cell& cell : group.rows[above].cells) {
        if (above + cell.rows > r) --cell.rows;
      }
    }
    const auto& children = group.element->children();
    for (std::size_t i = 0; i < children.size(); ++i) {
      if (children[i].get() == group.rows[r].element) {
        group.element->remove(i);
        break;
      }
    }
    group.rows.erase(group.rows.begin() + static_cast<std::ptrdiff_t>(r));
  }
}

/// The class of an element that says how text in it stands; empty: none does.
std::string_view alignmentOf(const Element* element, std::string_view prefix) {
  if (!element) return {};
  std::string_view words = element->attributeOr("class");
  while (!words.empty()) {
    const std::size_t end = std::min(words.find(' '), words.size());
    if (words.substr(0, end).starts_with(prefix)) return words.substr(0, end);
    words.remove_prefix(std::min(end + 1, words.size()));
  }
  return {};
}

std::vector<const Element*> columnsOf(const Element& table) {
  std::vector<const Element*> columns;
  const Element* group = dom::firstChild(table, "colgroup");
  if (!group) return columns;
  for (const auto& child : group->children()) columns.push_back(dom::asElement(*child));
  return columns;
}

void alignCells(const Element& table, const std::vector<Group>& groups) {
  const std::vector<const Element*> columns = columnsOf(table);
  for (const Group& group : groups) {
    for (const Row& row : group.rows) {
      for (const Cell& cell : row.cells) {
        const Element* column = cell.column < columns.size() ? columns[cell.column] : nullptr;
        const std::array<const Element*, 3> across{column, row.element, group.element};
        const std::array<const Element*, 3> down{row.element, group.element, column};
        for (const auto& [prefix, outer] : {std::pair{"align-", across}, std::pair{"valign-", down}}) {
          if (!alignmentOf(cell.element, prefix).empty()) continue;
          const auto says = [&](const Element* each) { return !alignmentOf(each, prefix).empty(); };
          const auto found = std::ranges::find_if(outer, says);
          if (found != outer.end()) addClass(*cell.element, alignmentOf(*found, prefix));
        }
      }
    }
  }
}

std::size_t widthOf(const std::vector<Group>& groups) {
  std::size_t width = 0;
  for (const Group& group : groups) {
    for (const Row& row : group.rows) {
      for (const Cell& cell : row.cells) width = std::max(width, cell.column + cell.columns);
    }
  }
  return width;
}

/// Columns in which no cell begins; returns which columns are left.
std::vector<bool> dropCoveredColumns(std::vector<Group>& groups, std::size_t width) {
  std::vector<bool> begun(width, false);
  for (const Group& group : groups) {
    for (const Row& row : group.rows) {
      for (const Cell& cell : row.cells) begun[cell.column] = true;
    }
  }
  std::vector<std::size_t> leftBefore(width + 1, 0);
  for (std::size_t i = 0; i < width; ++i) leftBefore[i + 1] = leftBefore[i] + (begun[i] ? 1 : 0);
  for (Group& group : groups) {
    for (Row& row : group.rows) {
      for (Cell& cell : row.cells) {
        cell.columns = leftBefore[cell.column + cell.columns] - leftBefore[cell.column];
        cell.column = leftBefore[cell.column];
      }
    }
  }
  return begun;
}

/// A stair of spans asks for a grid that is the square of its cells: two thousand short rows for millions of slots.
bool isOutOfProportion(const std::vector<Group>& groups) {
  constexpr std::size_t kFewSlots = 100'000, kMostSlotsPerCell = 16;
  std::size_t rows = 0, cells = 0;
  for (const Group& group : groups) {
    rows += group.rows.size();
    for (const Row& row : group.rows) cells += row.cells.size();
  }
  const std::size_t slots = rows * widthOf(groups);
  return slots > kFewSlots && slots > kMostSlotsPerCell * cells;
}

void dropSpans(std::vector<Group>& groups) {
  for (Group& group : groups) {
    for (Row& row : group.rows) {
      for (Cell& cell : row.cells) cell.columns = cell.rows = 1;
    }
    place(group);
  }
}

/// Empty cells where a row ends early.
void fillRows(Group& group, std::size_t width) {
  std::vector<std::size_t> taken(group.rows.size(), 0);
  for (std::size_t r = 0; r < group.rows.size(); ++r) {
    for (const Cell& cell : group.rows[r].cells) {
      for (std::size_t below = r; below < std::min(r + cell.rows, group.rows.size()); ++below) {
        taken[below] += cell.columns;
      }
    }
  }
  for (std::size_t r = 0; r < group.rows.size(); ++r) {
    Element& row = *group.rows[r].element;
    for (std::size_t i = taken[r]; i < width; ++i) row.appendElement(dom::Namespace::Xhtml, "td", row.position());
  }
}

void writeSpans(const Cell& cell) {
  cell.element->removeAttribute("colspan");
  cell.element->removeAttribute("rowspan");
  if (cell.columns > 1) cell.element->setAttribute("colspan", std::to_string(cell.columns));
  if (cell.rows > 1) cell.element->setAttribute("rowspan", std::to_string(cell.rows));
}

/// Keeps the col of each column that is left; a colgroup that does not fit the table says nothing and goes.
void fitColumns(Element& table, const std::vector<bool>& begun) {
  for (std::size_t i = table.children().size(); i-- > 0;) {
    Element* group = dom::asElement(*table.children()[i]);
    if (!group || group->name != "colgroup") continue;
    if (group->children().size() != begun.size()) {
      table.remove(i);
      continue;
    }
    for (std::size_t column = begun.size(); column-- > 0;) {
      if (!begun[column]) group->remove(column);
    }
  }
}

}  // namespace

void normalizeTableGrid(Element& table, const Conversion& conversion) {
  std::vector<Group> groups = collect(table);
  if (isOutOfProportion(groups)) {
    conversion.warn("table-span-clamped", table.position(),
                    "the spans of the table ask for far more rows and columns than it has cells; they are left out");
    dropSpans(groups);
  }
  for (Group& group : groups) {
    dropCoveredRows(group);
    place(group);
  }
  alignCells(table, groups);
  const std::size_t width = widthOf(groups);
  const std::vector<bool> begun = dropCoveredColumns(groups, width);
  const auto left = static_cast<std::size_t>(std::ranges::count(begun, true));
  for (Group& group : groups) {
    fillRows(group, left);
    for (const Row& row : group.rows) {
      for (const Cell& cell : row.cells) writeSpans(cell);
    }
  }
  fitColumns(table, begun);
  for (std::size_t i = table.children().size(); i-- > 0;) {
    const Element* part = dom::asElement(*table.children()[i]);
    const bool rows = part && (part->name == "thead" || part->name == "tbody" || part->name == "tfoot");
    if (rows && part->children().empty()) table.remove(i);
  }
}

void reportSpan(const dom::Element& cell, std::string_view attribute, const Conversion& conversion) {
  conversion.warn("table-span-invalid", cell.position(),
                  std::string(attribute) + "=\"" + std::string(cell.attributeOr(attribute)) + "\" is no span; the cell takes 1");
}

void reportCharAlignment(const dom::Element& source, const Conversion& conversion) {
  conversion.warn("table-not-done", source.position(), "align=\"char\" is not done; the numbers stand at the right", "align");
}

}  // namespace octavo::vocabulary

// pdf: tables as regular grids of cells.
#include <algorithm>
#include <charconv>

#include "pdf/structure_builder.h"

namespace octavo::pdf {

namespace {

using dom::Element;
using dom::Namespace;

constexpr int kMostColumns = 1000;  // as HTML limits colspan

int spanOf(const Element& cell, std::string_view attribute) {
  const std::string_view text = cell.attributeOr(attribute, "1");
  int span = 1;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), span);
  return error == std::errc() && span >= 0 ? std::min(span, kMostColumns) : 1;
}

Scope scopeOf(const Element& cell, bool isInHead, bool isFirst) {
  const std::string_view scope = cell.attributeOr("scope");
  if (scope == "col" || scope == "colgroup") return Scope::Column;
  if (scope == "row" || scope == "rowgroup") return Scope::Row;
  if (isInHead) return Scope::Column;
  return isFirst ? Scope::Row : Scope::Column;
}

struct Group {
  Tag tag = Tag::TBody;
  const Element* element = nullptr;  // null for rows that stand in the table itself
  std::vector<const Element*> rows;
};

std::vector<const Element*> childrenNamed(const Element& parent,
                                          std::initializer_list<std::string_view> names) {
  std::vector<const Element*> found;
  for (const auto& child : parent.children()) {
    const Element* element = dom::asElement(*child);
    if (element && element->namespaceName == Namespace::Xhtml &&
        std::ranges::find(names, element->name) != names.end()) {
      found.push_back(element);
    }
  }
  return found;
}

/// The groups in reading order: one head first, one foot last; what there is more of both are bodies.
std::vector<Group> groupsOf(const Element& table) {
  std::vector<Group> groups;
  Group foot, head;
  for (const Element* child : childrenNamed(table, {"thead", "tbody", "tfoot", "tr"})) {
    if (child->name == "tr") {
      if (groups.empty() || groups.back().element) groups.push_back({});
      groups.back().rows.push_back(child);
      continue;
    }
    Group group{Tag::TBody, child, childrenNamed(*child, {"tr"})};
    if (group.rows.empty()) continue;
    if (child->name == "thead" && !head.element) {
      head = std::move(group);
    } else if (child->name == "tfoot" && !foot.element) {
      foot = std::move(group);
    } else {
      groups.push_back(std::move(group));
    }
  }
  const bool hasBody = !groups.empty();
  if (head.element) {
    head.tag = hasBody ? Tag::THead : Tag::TBody;  // a head needs a body to be the head of
    groups.insert(groups.begin(), std::move(head));
  }
  if (foot.element) {
    foot.tag = hasBody ? Tag::TFoot : Tag::TBody;
    groups.push_back(std::move(foot));
  }
  return groups;
}

class TableBuilder {
 public:
  TableBuilder(StructureTree& tree, std::unordered_map<const Element*, NodeIndex>& nodes)
      : tree_(tree), nodes_(nodes) {}

  void build(NodeIndex table) {
    const Element& element = *tree_.nodes[table].element;
    for (const Element* caption : childrenNamed(element, {"caption"})) {
      if (!nodes_.contains(caption) && !dom::textContent(*caption).empty() &&
          tree_.nodes[table].kids.empty()) {
        add(Tag::Caption, table, caption);
      }
    }
    const std::vector<Group> groups = groupsOf(element);
    const bool isBare = groups.size() == 1 && !groups.front().element;
    for (const Group& group : groups) {
      const NodeIndex parent = isBare ? table : add(group.tag, table, group.element);
      buildGroup(group, parent);
    }
    fillRows();
  }

 private:
  struct Row {
    NodeIndex node;
    std::vector<bool> taken;
  };

  NodeIndex add(Tag tag, NodeIndex parent, const Element* element) {
    Node made;
    made.tag = tag;
    made.parent = parent;
    made.element = element;
    made.language = element ? dom::languageOf(*element) : std::string_view();
    if (made.language.empty()) made.language = tree_.nodes[parent].language;
    tree_.nodes.push_back(std::move(made));
    const NodeIndex index = tree_.nodes.size() - 1;
    tree_.nodes[parent].kids.emplace_back(index);
    if (element) nodes_.emplace(element, index);
    return index;
  }

  void buildGroup(const Group& group, NodeIndex parent) {
    const std::size_t first = rows_.size();
    for (const Element* row : group.rows) rows_.push_back({add(Tag::TR, parent, row), {}});
    for (std::size_t i = 0; i < group.rows.size(); ++i) {
      int column = 0;
      for (const Element* cell : childrenNamed(*group.rows[i], {"td", "th"})) {
        column = placeCell(*cell, first + i, column, group.tag == Tag::THead);
      }
    }
  }

  bool isTaken(std::size_t row, int column) const {
    const auto& taken = rows_[row].taken;
    return static_cast<std::size_t>(column) < taken.size() && taken[static_cast<std::size_t>(column)];
  }

  /// Returns the column after the cell. The table model of HTML, except that no two cells may share a place.
  int placeCell(const Element& element, std::size_t row, int column, bool isInHead) {
    while (isTaken(row, column)) ++column;
    const int rowsLeft = static_cast<int>(rows_.size() - row);
    const int wanted = spanOf(element, "rowspan");
    const int down = wanted == 0 ? rowsLeft : std::min(wanted, rowsLeft);
    int across = 1;
    while (across < std::max(1, spanOf(element, "colspan")) && !isTaken(row, column + across)) ++across;
    for (std::size_t r = row; r < row + static_cast<std::size_t>(down); ++r) {
      auto& taken = rows_[r].taken;
      const auto end = static_cast<std::size_t>(column + across);
      if (taken.size() < end) taken.resize(end);
      std::fill(taken.begin() + column, taken.begin() + column + across, true);
    }
    const bool isHead = element.name == "th";
    const NodeIndex cell = add(isHead ? Tag::TH : Tag::TD, rows_[row].node, &element);
    tree_.nodes[cell].columnSpan = across;
    tree_.nodes[cell].rowSpan = down;
    if (isHead) tree_.nodes[cell].scope = scopeOf(element, isInHead, column == 0);
    return column + across;
  }

  /// Cells that the document left out: at the end of short rows, and where a span left a hole.
  void fillRows() {
    std::size_t width = 0;
    for (const Row& row : rows_) width = std::max(width, row.taken.size());
    for (Row& row : rows_) {
      const auto free =
          std::ranges::count(row.taken, false) + static_cast<std::ptrdiff_t>(width - row.taken.size());
      for (std::ptrdiff_t i = 0; i < free; ++i) add(Tag::TD, row.node, nullptr);
    }
  }

  StructureTree& tree_;
  std::unordered_map<const Element*, NodeIndex>& nodes_;
  std::vector<Row> rows_;
};

}  // namespace

void buildTable(StructureTree& tree, NodeIndex table, std::unordered_map<const Element*, NodeIndex>& nodes) {
  TableBuilder(tree, nodes).build(table);
}

}  // namespace octavo::pdf

// layout/table: a table too wide for any page, one below another in parts of some of its columns each.
#include "layout/table/divided.h"

#include <algorithm>
#include <set>

#include "box/copy.h"
#include "layout/recast.h"

namespace octavo::layout {

namespace {

/// Columns [begin, end), behind the first one where that is repeated.
struct Part {
  std::size_t begin = 0, end = 0;
};

/// By column: whether no cell reaches over its start side.
std::vector<bool> freeStarts(const Grid& grid) {
  std::vector<bool> isFree(grid.columns.size() + 1, true);
  for (const GridCell& cell : grid.cells) {
    for (std::size_t column = cell.column + 1; column < cell.column + cell.columnSpan; ++column) isFree[column] = false;
  }
  return isFree;
}

class Divider {
 public:
  Divider(const Plan& plan, Length room) : plan_(plan), room_(room), isFree_(freeStarts(plan.grid)) {
    const auto& demands = plan.demands;
    repeatsFirst = demands.size() > 2 && isFree_[1] && widthOf(0, 1).scaled(2.0) <= room;
  }

  /// As many columns in each part as fit; empty where one part would not.
  std::vector<Part> parts() const {
    std::vector<Part> parts{{0, 0}};
    const std::size_t count = plan_.demands.size();
    for (std::size_t end = 1; end <= count; ++end) {
      if (end < count && !isFree_[end]) continue;
      Part& last = parts.back();
      if (fits({last.begin, end})) {
        last.end = end;
      } else if (last.end > last.begin && fits({last.end, end})) {
        parts.push_back({last.end, end});
      } else {
        return {};
      }
    }
    return parts;
  }

  bool repeatsFirst = false;

 private:
  Length widthOf(std::size_t begin, std::size_t end) const {
    Length width;
    for (std::size_t column = begin; column < end; ++column) {
      width += plan_.demands[column].least + plan_.borders.spacingInline;
    }
    return width;
  }
  bool fits(Part part) const {
    const LogicalEdges<Length>& inner = plan_.borders.tableInner;
    Length width = inner.inlineStart + inner.inlineEnd + plan_.borders.spacingInline + widthOf(part.begin, part.end);
    if (repeatsFirst && part.begin > 0) width += widthOf(0, 1);
    return width <= room_;
  }

  const Plan& plan_;
  Length room_;
  std::vector<bool> isFree_;
};

void forgetIds(box::Box& box) {
  box.anchors.clear();
  box.strings.clear();
  for (const auto& child : box.children) {
    if (child->kind == box::Kind::TableRowGroup || child->kind == box::Kind::TableRow) forgetIds(*child);
  }
}

std::unique_ptr<box::Box> copyOf(const Plan& plan, Part part, bool repeatsFirst) {
  auto copy = box::restyled(*plan.box, [](const box::Box& box) { return box.style; });
  const Grid grid = buildGrid(*copy);
  const bool isFirst = part.begin == 0, isLast = part.end == grid.columns.size();
  std::set<const box::Box*> left;
  for (const GridCell& cell : grid.cells) {
    const bool isHere = cell.column >= part.begin && cell.column < part.end;
    if (!isHere && !(repeatsFirst && cell.column == 0)) left.insert(cell.box);
  }
  std::erase_if(copy->children, [&](const auto& child) {
    const bool isAbove = child->style->captionSide == css::CaptionSide::BlockStart;
    const bool isElsewhere = isAbove ? !isFirst : !isLast;
    return child->kind == box::Kind::TableColumn || (child->kind == box::Kind::TableCaption && isElsewhere);
  });
  for (const auto& group : copy->children) {
    for (const auto& row : group->children) {
      std::erase_if(row->children, [&](const auto& cell) { return left.contains(cell.get()); });
    }
  }
  if (!isFirst) forgetIds(*copy);
  return copy;
}

LogicalFragmentPtr withCellsRecast(const LogicalFragment& fragment, const std::set<const dom::Element*>& cells) {
  auto copy = std::make_shared<LogicalFragment>(fragment);
  for (PlacedLogical& child : copy->children) {
    const bool isRepeated = cells.contains(child.fragment->source);
    child.fragment = isRepeated ? recast(*child.fragment, fragment::Role::RepeatedHead)
                                : withCellsRecast(*child.fragment, cells);
  }
  return copy;
}

}  // namespace

std::vector<const box::Box*> divideByColumns(const Plan& plan, Length room, ReducedTables& keeper) {
  const Divider divider(plan, room);
  std::vector<Part> parts = divider.parts();
  // No wider than so many parts need: the last one is not left with a single column.
  constexpr double kStep = 0.96;
  for (Length narrower = room.scaled(kStep);; narrower = narrower.scaled(kStep)) {
    Divider balanced(plan, narrower);
    balanced.repeatsFirst = divider.repeatsFirst;
    std::vector<Part> next = balanced.parts();
    if (next.empty() || next.size() > parts.size()) break;
    parts = std::move(next);
  }
  std::vector<const box::Box*> boxes;
  for (const Part part : parts) boxes.push_back(&keeper.keep(copyOf(plan, part, divider.repeatsFirst)));
  return boxes;
}

LogicalFragmentPtr laterPart(const LogicalFragment& part, const Plan& whole) {
  std::set<const dom::Element*> first;
  for (const GridCell& cell : whole.grid.cells) {
    if (cell.column == 0 && cell.columnSpan == 1) first.insert(cell.box->element);
  }
  return withCellsRecast(part, first);
}

}  // namespace octavo::layout

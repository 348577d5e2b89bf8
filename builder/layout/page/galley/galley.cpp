// layout/page: the flow in one endless column, with the places where a page may end.
#include "layout/page/galley/galley.h"

#include <algorithm>

#include "layout/page/search/costs.h"

namespace octavo::layout::page {

namespace {

constexpr Length kDefaultLine = Length::points(12);

/// The block size of a line of the first paragraph that has more than one; zero where there is none.
Length lineSizeIn(const LogicalFragment& fragment) {
  const auto lines =
      std::ranges::count_if(fragment.children, [](const PlacedLogical& c) { return c.fragment->isLine; });
  if (lines > 1) {
    for (const PlacedLogical& child : fragment.children) {
      if (child.fragment->isLine) return child.fragment->size.blockSize;
    }
  }
  for (const PlacedLogical& child : fragment.children) {
    if (child.fragment->isLine) continue;
    if (const Length size = lineSizeIn(*child.fragment); size > Length{}) return size;
  }
  return {};
}

}  // namespace

Galley makeGalley(LogicalFragmentPtr column, Length pageBlockSize, bool mayMoveFigures) {
  Flow flow = findPlaces(*column, {{}, pageBlockSize, !mayMoveFigures});
  Galley galley;
  galley.column = std::move(column);
  galley.before = flow.before;
  galley.startPage = flow.startPage;
  const Length line = lineSizeIn(*galley.column);
  galley.lineSize = line > Length{} ? line : kDefaultLine;

  galley.ends.reserve(flow.places.size() + 1);
  for (Place& place : flow.places) {
    galley.notes.insert(galley.notes.end(), place.notes.begin(), place.notes.end());
    std::ranges::move(place.floats, std::back_inserter(galley.floats));
    const int penalty = place.penalty + (place.isBesideNothing ? cost::kBesideNothing : 0);
    galley.ends.push_back({place.end, place.resume - place.end, place.repeated, penalty, place.turnPenalty,
                           place.forced, std::move(place.page), galley.notes.size(), galley.floats.size(),
                           place.isAfterFloat, place.isBeforeFloat, std::move(place.cut)});
  }
  galley.notes.insert(galley.notes.end(), flow.notes.begin(), flow.notes.end());
  std::ranges::move(flow.floats, std::back_inserter(galley.floats));
  PageEnd last;
  last.filled = flow.extent;
  last.forced = isForced(flow.after) ? flow.after : css::Break::Page;
  last.page = flow.endPage;
  last.notesBefore = galley.notes.size();
  last.floatsBefore = galley.floats.size();
  last.isAfterFloat = flow.endsWithFloat;
  galley.ends.push_back(std::move(last));
  return galley;
}

LogicalFragmentPtr columnOf(const Result& result, Length inlineSize, Direction direction) {
  auto column = std::make_shared<LogicalFragment>();
  column->direction = direction;
  column->size.inlineSize = inlineSize;
  if (!result.fragment) return column;
  column->size.blockSize = result.margin.blockStart + result.fragment->size.blockSize;
  column->children.push_back({{result.margin.inlineStart, result.margin.blockStart}, result.fragment});
  return column;
}

Length gapAfterFloat(const Galley& galley, std::size_t index) {
  const Length before = index + 1 < galley.floats.size() ? galley.floats[index + 1].marginBefore : Length{};
  return std::max(galley.floats[index].marginAfter, before);
}

Length floatsBlockSize(const Galley& galley, std::size_t begin, std::size_t end, bool isFollowed) {
  Length size;
  for (std::size_t index = begin; index < end; ++index) {
    size += galley.floats[index].fragment->size.blockSize;
    if (index + 1 < end)
      size += gapAfterFloat(galley, index);
    else if (isFollowed)
      size += galley.floats[index].marginAfter;
  }
  return size;
}

}  // namespace octavo::layout::page

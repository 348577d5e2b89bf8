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

void addFloats(std::vector<PageFloat>& found, ByTarget<std::vector<PageFloat>>& queues) {
  for (PageFloat& figure : found) queues[static_cast<std::size_t>(figure.target)].push_back(std::move(figure));
}

/// All notes stand at the foot.
void addNotes(const std::vector<const box::Box*>& found, ByStream<std::vector<const box::Box*>>& streams) {
  auto& stream = streams[static_cast<std::size_t>(NoteStream::Foot)];
  stream.insert(stream.end(), found.begin(), found.end());
}

template <class Counts, class Lists>
Counts sizesOf(const Lists& lists) {
  Counts counts{};
  std::ranges::transform(lists, counts.begin(), [](const auto& list) { return list.size(); });
  return counts;
}

}  // namespace

void Galley::add(PageEnd end, Segment segment) {
  ends.push_back(std::move(end));
  Extent sum = sums_.back();
  sum += segment.glue;
  sum += segment.content;
  sums_.push_back(sum);
  segments_.push_back(std::move(segment));
}

void Galley::joinSegments() {
  ends.erase(ends.begin(), ends.end() - 1);
  segments_ = {Segment{{}, sums_.back(), {}}};
  sums_ = {Extent{}, sums_.back()};
}

Galley makeGalley(LogicalFragmentPtr column, Length pageBlockSize, bool mayMoveFigures) {
  Flow flow = findPlaces(*column, {{}, pageBlockSize, !mayMoveFigures});
  Galley galley;
  galley.column = std::move(column);
  galley.before = flow.before;
  galley.startPage = flow.startPage;
  const Length line = lineSizeIn(*galley.column);
  galley.lineSize = line > Length{} ? line : kDefaultLine;

  galley.ends.reserve(flow.places.size() + 1);
  Length end, resume;  // of the place before
  const auto segmentTo = [&](Length next) {
    Segment segment;
    segment.glue.size = resume - end;
    segment.content.size = next - resume;
    return segment;
  };
  for (Place& place : flow.places) {
    addNotes(place.notes, galley.notes);
    addFloats(place.floats, galley.floats);
    const int penalty = place.penalty + (place.isBesideNothing ? cost::kBesideNothing : 0);
    galley.add({place.repeated, penalty, place.turnPenalty, place.forced, std::move(place.page),
                sizesOf<NoteCounts>(galley.notes), sizesOf<FloatCounts>(galley.floats), place.isAfterFloat,
                place.isBeforeFloat, std::move(place.cut)},
               segmentTo(place.end));
    end = place.end;
    resume = place.resume;
  }
  addNotes(flow.notes, galley.notes);
  addFloats(flow.floats, galley.floats);
  PageEnd last;
  last.forced = isForced(flow.after) ? flow.after : css::Break::Page;
  last.page = flow.endPage;
  last.notesBefore = sizesOf<NoteCounts>(galley.notes);
  last.floatsBefore = sizesOf<FloatCounts>(galley.floats);
  last.isAfterFloat = flow.endsWithFloat;
  galley.add(std::move(last), segmentTo(flow.extent));
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

Length gapAfterFloat(const std::vector<PageFloat>& floats, std::size_t index) {
  const Length before = index + 1 < floats.size() ? floats[index + 1].marginBefore : Length{};
  return std::max(floats[index].marginAfter, before);
}

Length floatsBlockSize(const std::vector<PageFloat>& floats, std::size_t begin, std::size_t end, bool isFollowed) {
  Length size;
  for (std::size_t index = begin; index < end; ++index) {
    size += floats[index].fragment->size.blockSize;
    if (index + 1 < end)
      size += gapAfterFloat(floats, index);
    else if (isFollowed)
      size += floats[index].marginAfter;
  }
  return size;
}

}  // namespace octavo::layout::page

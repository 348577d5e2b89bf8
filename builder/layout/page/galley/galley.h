// layout/page: the flow in one endless column, as segments between the places where a page may end.
#pragma once

#include <string>
#include <vector>

#include "layout/page/galley/places.h"

namespace octavo::layout::page {

/// A block size that may give way: blanks that may become wider or narrower. Whoever lets one give way also lets cut
/// spread what the search has counted on.
struct Extent {
  Length size;  // as laid out
  Length stretch, shrink;

  Extent& operator+=(const Extent& other) {
    size += other.size;
    stretch += other.stretch;
    shrink += other.shrink;
    return *this;
  }
  Extent& operator-=(const Extent& other) {
    size -= other.size;
    stretch -= other.stretch;
    shrink -= other.shrink;
    return *this;
  }
};

/// A paragraph that ends with a segment, set in some other number of lines.
struct Variant {
  Length added;  // to the galley; negative for fewer lines
  int cost = 0;
  const LogicalFragment* whole = nullptr;  // in the galley's tree, in the place of which it stands
  LogicalFragmentPtr fragment;
};

/// What stands between two places next to each other.
struct Segment {
  Extent glue;     // margins above, which vanish where a page begins here; negative where cells begin again higher up
  Extent content;
  std::vector<Variant> variants;
};

/// A place where a page may end, in the order of the flow.
struct PageEnd {
  Length repeated;  // what the next page must have in addition: table heads, cells that begin again higher up
  int penalty = 0;  // widow, orphan, kept together, heading above
  int turnPenalty = 0;  // in addition, where the reader turns the leaf
  css::Break forced = css::Break::Auto;              // no page goes on beyond a forced end
  std::string page;                                  // named page of what follows
  NoteCounts notesBefore{};                          // of Galley::notes, those called before here
  FloatCounts floatsBefore{};                        // of Galley::floats, those that stand before here
  bool isAfterFloat = false, isBeforeFloat = false;  // the figure stands next to this place
  NestedCut cut;  // where in the fragment tree; only page/cut looks inside. Empty: the end of the galley
};

/// A chapter before it is cut into pages. Positions count page ends: 0 is the start of the galley, `n` is
/// ends[n - 1].
class Galley {
 public:
  LogicalFragmentPtr column;  // holds the chapter's root, its margins around it
  std::vector<PageEnd> ends;  // rising; the last is the end of the galley; never empty
  ByStream<std::vector<const box::Box*>> notes;  // called in the galley, in order
  ByTarget<std::vector<PageFloat>> floats;
  css::Break before = css::Break::Auto;  // what the first content asks for
  std::string startPage;
  Length lineSize;      // of an ordinary line
  bool goesOn = false;  // more of the chapter follows in another measure: the last end is not the chapter's

  /// The place after all others, and what stands above it.
  void add(PageEnd end, Segment segment);
  /// From now on no page ends inside.
  void joinSegments();

  const PageEnd& at(std::size_t position) const { return ends[position - 1]; }
  std::size_t last() const { return ends.size(); }
  /// What leads from the place before to this one.
  const Segment& segmentTo(std::size_t position) const { return segments_[position - 1]; }
  /// What a page shows that begins and ends at these positions, `from` before `to`.
  Extent extent(std::size_t from, std::size_t to) const {
    Extent extent = sums_[to];
    extent -= sums_[from];
    extent -= segments_[from].glue;
    if (from > 0) extent.size += at(from).repeated;
    return extent;
  }
  /// What vanishes where a page ends here.
  const Extent& glueBehind(std::size_t position) const { return segments_[position].glue; }
  /// Block size from the galley's start to here.
  Length filled(std::size_t position) const { return sums_[position].size; }
  NoteCounts notesBefore(std::size_t position) const { return position == 0 ? NoteCounts{} : at(position).notesBefore; }
  FloatCounts floatsBefore(std::size_t position) const {
    return position == 0 ? FloatCounts{} : at(position).floatsBefore;
  }
  const std::string& pageAfter(std::size_t position) const {
    return position == 0 ? startPage : at(position).page;
  }
  css::Break forcedAt(std::size_t position) const { return position == 0 ? before : at(position).forced; }

 private:
  std::vector<Segment> segments_;            // one above each end
  std::vector<Extent> sums_ = {Extent{}};    // of the segments before each position
};

/// `column` is what stands in the galley: one child for a chapter, one for each note. Figures and table heads
/// that do not fit on a page of `pageBlockSize` are not moved or repeated; no figure is without
/// `mayMoveFigures`.
Galley makeGalley(LogicalFragmentPtr column, Length pageBlockSize, bool mayMoveFigures = true);
/// A column that holds one laid out box with its margins.
LogicalFragmentPtr columnOf(const Result& result, Length inlineSize, Direction direction);

/// Block size of the figures [begin, end) at a page's start, with the gap to what follows where `isFollowed`.
Length floatsBlockSize(const std::vector<PageFloat>& floats, std::size_t begin, std::size_t end, bool isFollowed);
/// The gap between two figures that follow each other at a page's start.
Length gapAfterFloat(const std::vector<PageFloat>& floats, std::size_t index);

}  // namespace octavo::layout::page

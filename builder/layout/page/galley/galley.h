// layout/page: the flow in one endless column, with the places where a page may end.
#pragma once

#include <string>
#include <vector>

#include "layout/page/galley/places.h"

namespace octavo::layout::page {

/// A place where a page may end, in the order of the flow.
struct PageEnd {
  Length filled;    // block size from the galley's start to here
  Length dropped;   // margins and glue that vanish when the page ends here
  Length repeated;  // what the next page must have in addition: table heads, cells that begin again higher up
  int penalty = 0;  // widow, orphan, kept together, heading above
  int turnPenalty = 0;  // in addition, where the reader turns the leaf
  css::Break forced = css::Break::Auto;              // no page goes on beyond a forced end
  std::string page;                                  // named page of what follows
  std::size_t notesBefore = 0;                       // of Galley::notes, those called before here
  std::size_t floatsBefore = 0;                      // of Galley::floats, those that stand before here
  bool isAfterFloat = false, isBeforeFloat = false;  // the figure stands next to this place
  NestedCut cut;  // where in the fragment tree; only page/cut looks inside. Empty: the end of the galley
};

/// A chapter before it is cut into pages. Positions count page ends: 0 is the start of the galley, `n` is
/// ends[n - 1].
struct Galley {
  LogicalFragmentPtr column;           // holds the chapter's root, its margins around it
  std::vector<PageEnd> ends;           // rising; the last is the end of the galley; never empty
  std::vector<const box::Box*> notes;  // called in the galley, in order
  std::vector<PageFloat> floats;
  css::Break before = css::Break::Auto;  // what the first content asks for
  std::string startPage;
  Length lineSize;      // of an ordinary line
  bool goesOn = false;  // more of the chapter follows in another measure: the last end is not the chapter's

  const PageEnd& at(std::size_t position) const { return ends[position - 1]; }
  std::size_t last() const { return ends.size(); }
  /// From the galley's start to where the page after this position begins.
  Length resumed(std::size_t position) const {
    return position == 0 ? Length{} : at(position).filled + at(position).dropped;
  }
  Length repeated(std::size_t position) const { return position == 0 ? Length{} : at(position).repeated; }
  Length filled(std::size_t position) const { return position == 0 ? Length{} : at(position).filled; }
  std::size_t notesBefore(std::size_t position) const { return position == 0 ? 0 : at(position).notesBefore; }
  std::size_t floatsBefore(std::size_t position) const {
    return position == 0 ? 0 : at(position).floatsBefore;
  }
  const std::string& pageAfter(std::size_t position) const {
    return position == 0 ? startPage : at(position).page;
  }
  css::Break forcedAt(std::size_t position) const { return position == 0 ? before : at(position).forced; }
};

/// `column` is what stands in the galley: one child for a chapter, one for each note. Figures and table heads
/// that do not fit on a page of `pageBlockSize` are not moved or repeated; no figure is without
/// `mayMoveFigures`.
Galley makeGalley(LogicalFragmentPtr column, Length pageBlockSize, bool mayMoveFigures = true);
/// A column that holds one laid out box with its margins.
LogicalFragmentPtr columnOf(const Result& result, Length inlineSize, Direction direction);

/// Block size of the figures [begin, end) at a page's start, with the gap to what follows where `isFollowed`.
Length floatsBlockSize(const Galley& galley, std::size_t begin, std::size_t end, bool isFollowed);
/// The gap between two figures that follow each other at a page's start.
Length gapAfterFloat(const Galley& galley, std::size_t index);

}  // namespace octavo::layout::page

// layout/page: the notes of a chapter, laid out once each, as one column.
#pragma once

#include "layout/page/galley/galley.h"

namespace octavo::layout::page {

/// The notes of one stream as one column, and where each note ends in it.
struct NoteColumn {
  Galley galley;
  std::vector<std::size_t> firstPosition;  // after the first line of each note
  std::vector<std::size_t> lastPosition;   // after the whole of it
  std::size_t carried = 0;                 // notes at its start that were called before the galley's start

  /// Positions when all notes are set of which the first `called` calls have been seen.
  std::size_t done(std::size_t called) const { return called + carried == 0 ? 0 : lastPosition[called + carried - 1]; }
};

/// A chapter, or what of it is laid out in one measure.
struct LaidFlow {
  Galley galley;
  ByStream<NoteColumn> notes;
};

/// A column of finished notes, one child each, in order.
NoteColumn makeNoteColumn(std::vector<Result> notes, Length inlineSize, Direction direction,
                          Length pageBlockSize);

/// Lays the notes out in their measure; notes that a note calls follow it at once and count as part of it.
/// `carried`, where it is not null, is what is left of earlier notes and comes first.
NoteColumn layoutNotes(const std::vector<const box::Box*>& calls, const LogicalFragmentPtr& carried,
                       const Space& space, Direction direction, Context& context);

}  // namespace octavo::layout::page

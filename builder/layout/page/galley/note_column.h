// layout/page: the notes of a chapter, laid out once each, as one column.
#pragma once

#include "layout/page/search/choose_page_ends.h"

namespace octavo::layout::page {

/// A column of finished notes, one child each, in order.
NoteColumn makeNoteColumn(std::vector<Result> notes, Length inlineSize, Direction direction,
                          Length pageBlockSize);

/// Lays the notes out in their measure; notes that a note calls follow it at once and count as part of it.
/// `carried`, where it is not null, is what is left of earlier notes and comes first.
NoteColumn layoutNotes(const std::vector<const box::Box*>& calls, const LogicalFragmentPtr& carried,
                       const Space& space, Direction direction, Context& context);

}  // namespace octavo::layout::page

// layout/page: which of the places become page ends: a search for the least cost over the whole chapter.
#pragma once

#include <span>
#include <vector>

#include "layout/page/galley/galley.h"
#include "layout/page/frame/fragmentainers.h"

namespace octavo::layout::page {

/// One page of a chapter. Positions are those of Galley; floats and notes are counted likewise.
struct ChosenPage {
  std::size_t page = 0;                        // of the book, from 0
  std::size_t from = 0, to = 0;                // the part of the galley; equal: only figures or notes
  std::size_t namedAt = 0;                     // the position whose named page this is
  std::size_t floatsFrom = 0, floatsTo = 0;    // figures at the page's start that come from earlier pages
  std::size_t omittedFrom = 0, omittedTo = 0;  // figures in the part that go to a later page
  std::size_t notesFrom = 0, notesTo = 0;      // positions in the column of notes
  Length blockSize;                            // of the page
  Length used;                                 // figures and text
  Length noteArea;                             // with its overhead; 0 without notes
  bool operator==(const ChosenPage&) const = default;
};

/// The notes of a chapter as one column, and where each note ends in it.
struct NoteColumn {
  Galley galley;
  std::vector<std::size_t> firstPosition;  // after the first line of each note
  std::vector<std::size_t> lastPosition;   // after the whole of it
  std::size_t carried = 0;                 // notes at its start that were called before the galley's start
};

/// The least cost by dynamic programming over (page end, notes set, figures set), as Plass (1981) and
/// Mittelbach (2019) describe it. Each page has a cost (costs.h): for what of it stays empty, unless a forced end follows;
/// for the place of its end, and that of a page turn where it is a recto page; for a note that goes on overleaf; for a
/// figure away from its place. An overfull page, or a call without its note, is chosen only where no page end that fits
/// can be reached.
/// From each place the cost::kMostStates cheapest ways go on: fewer than there can be only where many figures or notes
/// wait at once.
/// Each page has more text, notes or figures than none, so the search ends.
std::vector<ChosenPage> choosePageEnds(const Galley& galley, const NoteColumn& notes, const PageSizes& sizes,
                                       std::size_t firstPage);

}  // namespace octavo::layout::page

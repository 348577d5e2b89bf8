// layout/page: which of the places become page ends: a search for the least cost over the whole chapter.
#pragma once

#include <vector>

#include "layout/page/frame/fragmentainers.h"
#include "layout/page/galley/note_column.h"

namespace octavo::layout::page {

/// One fragmentainer of a chapter and what fills it. Positions are those of Galley; floats and notes are counted likewise.
struct ChosenPart {
  Slot slot;
  std::size_t from = 0, to = 0;          // the part of the galley; equal: only figures or notes
  std::size_t namedAt = 0;               // the position whose named page this is
  FloatCounts floatsFrom{}, floatsTo{};  // figures at its start that come from earlier ones
  FloatCounts omittedFrom{}, omittedTo{};  // figures in the part that go to a later one
  NoteCounts notesFrom{}, notesTo{};     // positions in the columns of notes
  Length blockSize;                      // of the fragmentainer
  Length used;                           // figures and text
  ByStream<Length> noteAreas{};          // with their overheads; 0 without notes
  double cost = 0;                       // of this part alone
  bool operator==(const ChosenPart&) const = default;
};

/// The least cost by dynamic programming over (page end, notes set, figures set), as Plass (1981) and
/// Mittelbach (2019) describe it. Each part has a cost (costs.h): for what of its page stays empty, unless a forced end
/// follows; for the place of its end, and that of a page turn where it ends a recto page; for a note that goes on
/// overleaf; for a figure away from its place. An overfull page, or a call without its note, is chosen only where no
/// page end that fits can be reached.
/// From each place the cost::kMostStates cheapest ways go on: fewer than there can be only where many figures or notes
/// wait at once.
/// Each part has more text, notes or figures than none, or takes none of those that wait, so the search ends.
std::vector<ChosenPart> choosePageEnds(const LaidFlow& laid, const Fragmentainers& fragmentainers, Slot first);

/// All ways to fill the first fragmentainer, the cheapest first: for whoever knows more of what follows than `laid` says.
std::vector<ChosenPart> firstParts(const LaidFlow& laid, const Fragmentainers& fragmentainers, Slot first);

}  // namespace octavo::layout::page

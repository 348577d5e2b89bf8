// layout/page: what pages cost: every number of the page search, with its reason.
#pragma once

#include <cstddef>

namespace octavo::layout::page::cost {

// The unit is the hole at a page's foot: a page of which a share stays empty costs kEmptyPage times the square of that
// share. A hole of half a page costs 2500, of a tenth 100, of one line in forty 6. Each cost below was chosen by the
// largest hole that one would rather see, which is the square root of a ten-thousandth of it.

/// Squared, so that several small holes are better than a large one.
inline constexpr double kEmptyPage = 10000;

// What a place costs as a page end.

/// A paragraph's first or last line alone: rather 0.45 of a page empty. A larger hole looks like the end of a chapter.
inline constexpr int kOrphan = 2000;
inline constexpr int kWidow = 2000;
/// One row of a table alone under the head or before the table goes on: it says as little as a lone line.
inline constexpr int kLoneRow = 2000;
/// break-before, break-after: avoid. A heading at the foot misleads where a widow only looks bad: 0.63 of a page.
inline constexpr int kKeep = 4000;
/// break-inside: avoid. Less than a widow, because it is asked of long things too (0.39 of a page); inside a box kept
/// whole a widow is still worse than another end.
inline constexpr int kAvoidInside = 1500;
/// Inside a table's row: a row is seldom taller than a quarter of a page (0.28).
inline constexpr int kBeside = 800;
/// What should stand beside the lines moves away from them: worse than any hole, better than an overfull page.
inline constexpr int kTorn = 20000;
/// A caption or a table's head alone at the foot says nothing: likewise.
inline constexpr int kParted = 20000;
/// A line made narrow for a float opens the next page beside nothing: it looks as odd as a widow.
inline constexpr int kBesideNothing = 2000;
/// A word goes on on the next page: 0.11 of a page, some four lines.
inline constexpr int kHyphen = 120;
/// The reader must turn the leaf for it: 0.22 of a page, so that both pages before the turn give way together.
inline constexpr int kHyphenTurn = 500;
/// Between something without size (a mark for an index) and what it marks. One line is worth as much: it only decides
/// between places at the same height.
inline constexpr int kEmpty = 10;

// What a page costs for what is on it.

/// Only figures or notes, before more text: 0.14 of a page.
inline constexpr double kTextless = 200;
/// The last page before a forced end has one line. The page is short by right, so a share of it says nothing; the
/// pages before give way up to 0.17 of one of them.
inline constexpr double kLonelyLine = 300;
/// A note goes on on the next page: 0.09 of a page.
inline constexpr double kSplitNote = 80;
/// In addition, times the share of a page that goes on there: half a page of it is worth 0.14 of a page.
inline constexpr double kNoteOverleaf = 400;
/// A figure away from its place: 0.08 of a page, three lines in forty. Nearly every figure that does not fit moves.
inline constexpr double kMovedFloat = 60;
/// Each page on which a figure from an earlier one still waits: the reader looks for it, 0.24 of a page.
inline constexpr double kWaitingFloat = 600;
/// An overfull page, or a call without its note: more than all else in a long chapter together, so that it is chosen
/// only where no page end that fits can be reached.
inline constexpr double kLastResort = 1e7;

/// Not a cost, but what bounds the search: how many ways go on from one place. Books with notes and some figures have a
/// dozen at most.
inline constexpr std::size_t kMostStates = 64;

}  // namespace octavo::layout::page::cost

// layout/inline/search: total-fit line breaking, with glue in ranks.
//
// Knuth and Plass, "Breaking paragraphs into lines" (1981): the list of active places a line could have begun at,
// demerits, fitness classes, up to three passes. What differs: glue has ranks that are used up in order, and the
// badness of a line follows from the ranks it touches; a closing mark may end a line with or without its blank,
// which are two ways to end there. Sums of all ranks run along the items, so a line costs the same whatever its
// length, and places too near for a line are never looked at: time is linear in practice.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "layout/inline/items.h"

namespace octavo::layout {

/// Sizes of the lines in order; the last one holds for all that follow.
struct LineSizes {
  std::vector<Length> widths;
  Length operator[](std::size_t line) const { return widths[std::min(line, widths.size() - 1)]; }
};

struct BreakRules {
  bool justifies = true;        // lines are brought to the full measure
  bool justifiesLast = false;   // the last line and those before forced breaks too
  bool keepsFirstBlank = false; // the first line stands behind an indent: its opening mark keeps its blank
  bool keepsForcedBlank = false;  // so do lines behind a forced break
  std::int64_t afterBreak = 0;  // what a line behind a forced break has less than others (text-indent: each-line)
  std::int64_t shortLast = 0;   // a last line narrower than this looks lost
  int hyphenLines = 0;          // lines in a row that may end with a hyphen; 0: any number
  std::int64_t hyphenZone = 0;  // white space at the end of a line for which no word is parted
  bool keepsLastWhole = true;   // no hyphen before the last line, where it can be helped
};

/// Without the blank of the mark at its end, with it, or with the whole mark outside.
enum class LineEnding : std::uint8_t { Trimmed, Full, Hanging };

/// What the opening mark at a line's head keeps of its blank; less than nothing where the mark stands outside.
std::int64_t startBlank(const Items& items, std::uint32_t firstItem, const BreakRules& rules);
/// What the mark at a line's end adds to the width without blanks; less than nothing where it stands outside.
std::int64_t endBlank(const Gap& gap, LineEnding ending);

struct ChosenLine {
  std::uint32_t lastItem = 0;
  LineEnding ending = LineEnding::Trimmed;
};

/// Lines of the items from `firstItem` on. With `isFinal` lines always come back: overfull and torn ones where
/// nothing better exists; otherwise nothing, where some line would be badly set.
struct BreakRequest {
  const Items& items;
  const LineSizes& sizes;
  BreakRules rules;
  std::uint32_t firstItem = 0;
  double tolerance = 100;  // greatest badness of a line
  bool isFinal = false;
};
std::vector<ChosenLine> chooseBreaks(const BreakRequest& request);

}  // namespace octavo::layout

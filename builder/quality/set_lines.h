// quality: the lines of finished pages, character by character, as anybody could read them off the paper.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "fragment/fragment.h"
#include "text/character_class.h"

namespace octavo::quality {

/// What stands in a line at one place: the glyphs of one cluster, or a box without text. Points from the page's
/// corner, along the line, from its start.
struct Cell {
  char32_t character = 0;  // the cluster's first; 0 for a box without text
  text::CharacterClass kind = text::CharacterClass::Other;
  text::Region region = text::Region::Elsewhere;
  double inkStart = 0, inkEnd = 0;    // without the blanks that a full-width mark may lose
  double fullStart = 0, fullEnd = 0;  // of the glyph's whole advance
  double setEnd = 0;                  // of the advance it was set with: proportional kana, room left for what follows
  double em = 0;                      // font size
  double spaceBefore = 0;             // natural width of the typed space before it; 0 without one
  bool isNoteCall = false;
  bool isLineHyphen = false;  // made by the line's end
};

struct SetLine {
  std::size_t page = 0;
  fragment::LineSetting setting;
  double start = 0, end = 0;  // between which the line was to be set
  const dom::Element* paragraph = nullptr;
  std::vector<Cell> cells;    // from left to right, spaces left out
  double readingsEnd = 0;     // the rightmost edge of its readings; 0 without any
  std::string text;           // UTF-8, for messages
  bool isRightToLeft = false;
};

/// All lines of the book but running heads and feet, page by page, in reading order within each flow. Readings of
/// ruby are not lines.
std::vector<SetLine> collectLines(const fragment::PrintedBook& book);

}  // namespace octavo::quality

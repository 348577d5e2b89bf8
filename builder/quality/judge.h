// quality: how well a book's lines are set, told from the finished pages alone.
//
// An independent judge: it asks neither the line search nor its spacing policy, but measures what stands on paper by the
// limits of clreq, JLREQ and JIS X 4051.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "fragment/fragment.h"

namespace octavo::quality {

/// Of the gaps of one kind in justified lines; em.
struct Spread {
  std::size_t count = 0;
  double mean = 0, percentile95 = 0, most = 0;
};

/// The kinds of gap, each a step of justification.
enum class Step : std::size_t { WordSpace, Mark, HanLatin, InterCharacter };
inline constexpr std::size_t kSteps = 4;
inline constexpr std::array<std::string_view, kSteps> kStepNames{"word space", "mark", "Han to Latin", "inter-character"};

struct Fault {
  std::size_t page = 0;  // index
  std::string text;      // the line
  std::string what;
};

struct Figures {
  std::size_t pages = 0, lines = 0, justifiedLines = 0;
  std::vector<Fault> kinsoku;  // at line starts and ends that the program chose
  std::array<Spread, kSteps> gaps;
  std::array<std::vector<Fault>, kSteps> outsideLimits;  // a line counts once in each step
  std::size_t hyphens = 0, mostHyphensInARow = 0;
  std::vector<Fault> hyphensAtPageTurns, hyphensAtOtherPageEnds;  // the first line of the next page
  std::vector<Fault> loneLastCharacters;  // of paragraphs with several lines
  std::vector<Fault> widows, orphans;     // one line of a paragraph alone at a page's head or foot
  std::vector<Fault> ragged;              // justified lines that end further than 0.01 pt from the edge
  double farthestEdge = 0;                // of justified lines, in points
};

Figures judge(const fragment::PrintedBook& book);

/// A table to read, with up to `examples` places for each fault.
std::string report(const Figures& figures, std::size_t examples);

}  // namespace octavo::quality

// quality: the figures as a table to read.
#include <fmt/format.h>

#include "quality/judge.h"

namespace octavo::quality {

namespace {

void addFaults(std::string& text, std::string_view name, const std::vector<Fault>& faults, std::size_t examples) {
  text += fmt::format("{:<44}{:>8}\n", name, faults.size());
  for (std::size_t i = 0; i < faults.size() && i < examples; ++i) {
    text += fmt::format("    page {}: {} | {}\n", faults[i].page + 1, faults[i].what, faults[i].text);
  }
}

}  // namespace

std::string report(const Figures& figures, std::size_t examples) {
  std::string text;
  const auto count = [&](std::string_view name, std::size_t value) { text += fmt::format("{:<44}{:>8}\n", name, value); };
  count("pages", figures.pages);
  count("lines", figures.lines);
  count("justified lines", figures.justifiedLines);
  addFaults(text, "kinsoku faults", figures.kinsoku, examples);
  addFaults(text, "justified lines off the edge by over 0.01 pt", figures.ragged, examples);
  text += fmt::format("{:<44}{:>8.4f}\n", "farthest from the edge, pt", figures.farthestEdge);
  for (std::size_t step = 0; step < kSteps; ++step) {
    const Spread& gaps = figures.gaps[step];
    text += fmt::format("gaps, {:<16} count {:>8}   mean {:.4f}   95 % {:.4f}   most {:.4f} em\n", kStepNames[step], gaps.count,
                        gaps.mean, gaps.percentile95, gaps.most);
    addFaults(text, fmt::format("  lines outside the limits"), figures.outsideLimits[step], examples);
  }
  count("lines that end with a hyphen", figures.hyphens);
  count("  most in a row", figures.mostHyphensInARow);
  addFaults(text, "  at page turns", figures.hyphensAtPageTurns, examples);
  addFaults(text, "  at other page ends", figures.hyphensAtOtherPageEnds, examples);
  addFaults(text, "last lines of one character", figures.loneLastCharacters, examples);
  addFaults(text, "widows", figures.widows, examples);
  addFaults(text, "orphans", figures.orphans, examples);
  return text;
}

}  // namespace octavo::quality

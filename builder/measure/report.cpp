// measure: the measurement as a table to read.
#include <fmt/format.h>

#include "measure/measure.h"

namespace octavo::measure {

namespace {

void addFaults(std::string& text, std::string_view name, const std::vector<Fault>& faults, std::size_t examples) {
  text += fmt::format("{:<44}{:>8}\n", name, faults.size());
  for (std::size_t i = 0; i < faults.size() && i < examples; ++i) {
    text += fmt::format("    page {}: {} | {}\n", faults[i].page + 1, faults[i].what, faults[i].text);
  }
}

}  // namespace

std::string report(const Measurement& measurement, std::size_t examples) {
  std::string text;
  const auto count = [&](std::string_view name, std::size_t value) { text += fmt::format("{:<44}{:>8}\n", name, value); };
  count("pages", measurement.pages);
  count("lines", measurement.lines);
  count("justified lines", measurement.justifiedLines);
  addFaults(text, "kinsoku faults", measurement.kinsoku, examples);
  addFaults(text, "justified lines off the edge by over 0.01 pt", measurement.ragged, examples);
  text += fmt::format("{:<44}{:>8.4f}\n", "farthest from the edge, pt", measurement.farthestEdge);
  for (std::size_t step = 0; step < kSteps; ++step) {
    const Spread& gaps = measurement.gaps[step];
    text += fmt::format("gaps, {:<16} count {:>8}   mean {:.4f}   95 % {:.4f}   most {:.4f} em\n", kStepNames[step], gaps.count,
                        gaps.mean, gaps.percentile95, gaps.most);
    addFaults(text, fmt::format("  lines outside the limits"), measurement.outsideLimits[step], examples);
  }
  count("lines that end with a hyphen", measurement.hyphens);
  count("  most in a row", measurement.mostHyphensInARow);
  addFaults(text, "  at page turns", measurement.hyphensAtPageTurns, examples);
  addFaults(text, "  at other page ends", measurement.hyphensAtOtherPageEnds, examples);
  addFaults(text, "last lines of one character", measurement.loneLastCharacters, examples);
  addFaults(text, "widows", measurement.widows, examples);
  addFaults(text, "orphans", measurement.orphans, examples);
  return text;
}

}  // namespace octavo::measure

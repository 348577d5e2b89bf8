// layout/inline/glue: gaps of a line in their final widths.
#include "layout/inline/glue/justify.h"

#include <algorithm>

namespace octavo::layout {

namespace {

constexpr double cubed(double value) { return value * value * value; }

/// The badness of using up ranks in order, each weighted by its part in all that the line has to give: a single
/// word space wide open is a flaw of a Chinese line, not its ruin.
template <std::size_t kRanks>
double rankedBadness(const std::array<std::int64_t, kRanks>& ranks, double amount, double total,
                     const std::array<double, kRanks>& costs) {
  double badness = 0;
  for (std::size_t rank = 0; rank < kRanks && amount > 0; ++rank) {
    if (ranks[rank] <= 0) continue;
    const double capacity = static_cast<double>(ranks[rank]);
    const double used = std::min(1.0, amount / capacity);
    badness += 100 * costs[rank] * cubed(used) * capacity / total;
    amount -= capacity;
  }
  return badness;
}

/// Gaps between letters may by rule open further than looks well: their part in what is comfortable is less.
Badness stretchBadness(const LineGlue& glue, std::int64_t change, const SpacingPolicy& policy) {
  if (glue.hasLeader || change == 0) return {};
  double limit = 0;
  for (const std::int64_t capacity : glue.stretch) limit += static_cast<double>(capacity);
  const double amount = static_cast<double>(change);
  if (limit <= 0 || (amount > limit && glue.openGaps == 0)) return {false, 0, 10};
  std::array<std::int64_t, kStretchRanks> comfortable = glue.stretch;
  const double letters = static_cast<double>(glue.stretch.back()) * policy.comfort / policy.interCharacter;
  comfortable.back() = static_cast<std::int64_t>(letters);
  const double total = std::max(1.0, limit - static_cast<double>(glue.stretch.back()) + letters);
  const double ratio = amount / total;
  // Beyond comfort all gaps open alike, as in the original's single ratio.
  if (ratio > 1) return {true, 100 * cubed(ratio), ratio};
  return {true, rankedBadness(comfortable, amount, total, {1, 1, 1}), ratio};
}

/// Hands out `amount` over the gaps by weight; the running sum is rounded, so that nothing is lost.
template <class Weight>
void share(std::span<const Item> gaps, std::int64_t amount, std::int64_t total, Weight weight, std::vector<std::int64_t>& widths) {
  if (total <= 0 || amount == 0) return;
  std::int64_t seen = 0, given = 0;
  for (std::size_t i = 0; i < gaps.size(); ++i) {
    const std::int64_t own = weight(gaps[i].gap);
    if (own <= 0) continue;
    seen += own;
    const std::int64_t due = static_cast<std::int64_t>(static_cast<__int128_t>(amount) * seen / total);
    widths[i] += static_cast<std::int64_t>(due - given);
    given = due;
  }
}

}  // namespace

Badness badnessOf(const LineGlue& glue, std::int64_t change, const SpacingPolicy& policy) {
  if (change >= 0) return stretchBadness(glue, change, policy);
  double total = 0;
  for (const std::int64_t capacity : glue.shrink) total += static_cast<double>(capacity);
  const double amount = -static_cast<double>(change);
  if (amount > total) return {false, 0, -10};
  return {true, rankedBadness(glue.shrink, amount, total, policy.shrinkCost), -amount / total};
}

std::vector<std::int64_t> distribute(std::span<const Item> line, std::int64_t change) {
  std::vector<std::int64_t> widths(line.size());
  for (std::size_t i = 0; i < line.size(); ++i) widths[i] = line[i].gap.natural;
  if (line.empty()) return widths;
  widths.back() = 0;
  const std::span<const Item> gaps = line.first(line.size() - 1);
  const bool shrinks = change < 0;
  std::int64_t left = shrinks ? -change : change;
  for (std::size_t rank = 0; rank < (shrinks ? kShrinkRanks : kStretchRanks) && left > 0; ++rank) {
    const auto weight = [&](const Gap& gap) -> std::int64_t {
      if (shrinks) return gap.shrinkRank == rank ? gap.shrink : 0;
      return gap.stretchRank == rank ? gap.stretch : 0;
    };
    std::int64_t total = 0;
    for (const Item& item : gaps) total += weight(item.gap);
    const std::int64_t amount = std::min(left, total);
    share(gaps, shrinks ? -amount : amount, total, weight, widths);
    left -= amount;
  }
  if (!shrinks && left > 0) {
    const auto weight = [](const Gap& gap) -> std::int64_t { return gap.stretchesWithoutLimit ? 1 : 0; };
    std::int64_t total = 0;
    for (const Item& item : gaps) total += weight(item.gap);
    share(gaps, left, total, weight, widths);
  }
  return widths;
}

}  // namespace octavo::layout

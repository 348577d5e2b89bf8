// layout/inline/search: total-fit line breaking, with glue in ranks.
#include "layout/inline/search/choose_breaks.h"

#include <algorithm>
#include <cmath>
#include <deque>
#include <limits>

#include "layout/inline/glue/justify.h"

namespace octavo::layout {

namespace {

constexpr double kHyphenPenalty = 100;
constexpr double kEmergencyPenalty = 2000;
constexpr double kConsecutiveHyphens = 3000;  // times the square of how many there already were
constexpr double kHyphenBeforeLast = 1e5;  // a paragraph should not end with a piece of a word
constexpr double kFitnessJump = 3000;
constexpr double kShortLast = 8000;
constexpr double kLoneCharacter = 5e8;  // more than any torn line: the line above gives a character first (clreq)
// Badness, for the way of ending a line that the region likes less: a blank at the edge where marks should be half
// wide, and half a mark where the whole fits.
constexpr double kBlankAtEdge = 30, kHalfThoughWhole = 4;
constexpr double kTornLine = 1e4;     // badness
constexpr double kOverfullLine = 1e9;
constexpr double kHyphenBeyondLimit = 9e8;  // only where a line would go over the edge
constexpr std::uint32_t kNoNode = 0xFFFFFFFF;
constexpr double kNever = std::numeric_limits<double>::infinity();

/// Sums over the items before a place. Differences of the 32-bit sums are right although the sums wrap around.
struct Sums {
  std::int64_t natural = 0;
  std::array<std::uint32_t, kShrinkRanks> shrink{};
  std::array<std::uint32_t, kStretchRanks> stretch{};
  std::uint32_t openGaps = 0;
  std::uint32_t leaders = 0;
};

/// A place where a line may begin, reached in the best way known for its fitness class.
struct Node {
  std::uint32_t item = 0;  // the first of the line that begins here
  std::uint32_t line = 0;  // number of that line
  std::uint32_t from = kNoNode;
  std::uint8_t fitness = 1;
  std::uint8_t hyphens = 0;  // lines in a row that end with one, up to here
  LineEnding ending = LineEnding::Trimmed;  // of the line that ends here
  double demerits = 0;
};

/// A line that could be set, between an active node and the place at hand.
struct Candidate {
  double demerits = kNever;
  std::uint32_t node = kNoNode;
  LineEnding ending = LineEnding::Trimmed;
};
/// The best one of each fitness class.
using Candidates = std::array<Candidate, 4>;
double leastOf(const Candidates& best) {
  return std::min({best[0].demerits, best[1].demerits, best[2].demerits, best[3].demerits});
}

/// The way to end a line here that takes least room.
LineEnding narrowestEnding(const Gap& gap) {
  if (gap.hang > 0) return LineEnding::Hanging;
  return gap.endBlank > 0 && gap.ends == LineEnds::Full ? LineEnding::Full : LineEnding::Trimmed;
}
std::int64_t leastEnd(const Gap& gap) { return endBlank(gap, narrowestEnding(gap)); }

std::uint8_t fitnessOf(double ratio) {
  if (ratio < -0.5) return 0;
  if (ratio <= 0.5) return 1;
  return ratio <= 1 ? 2 : 3;
}

/// A bound from a quick search of very good lines, before the exact one, does not pay: with badness 12 at most it makes
/// paragraphs of 250 characters 25% slower and those of 1000 6% faster in the pass that sets nearly all of them (badness
/// 30 at most), which looks at few lines by itself.
class LineSearch {
 public:
  explicit LineSearch(const BreakRequest& request) : request_(request), items_(request.items.items) {}

  std::vector<ChosenLine> run() {
    addUp();
    nodes_.push_back({request_.firstItem, 0, kNoNode, 1, 0, LineEnding::Trimmed, 0});
    active_.push_back(0);
    leasts_.push_back(0);
    for (std::uint32_t item = request_.firstItem; item < items_.size(); ++item) {
      if (items_[item].gap.kind == BreakKind::Forbidden) continue;
      tryBreak(item);
      if (active_.empty()) return {};
    }
    return trace();
  }

 private:
  void addUp() {
    sums_.resize(items_.size() + 1);
    Sums sum;
    for (std::size_t i = request_.firstItem; i < items_.size(); ++i) {
      const Item& item = items_[i];
      sum.leaders += item.isLeader ? 1 : 0;
      sums_[i] = sum;
      sum.natural += item.width + item.gap.natural;
      sum.shrink[item.gap.shrinkRank] += static_cast<std::uint32_t>(item.gap.shrink);
      sum.stretch[item.gap.stretchRank] += static_cast<std::uint32_t>(item.gap.stretch);
      sum.openGaps += item.gap.stretchesWithoutLimit ? 1 : 0;
    }
    sums_.back() = sum;
  }

  bool isAfterForced(const Node& node) const {
    return node.item > request_.firstItem && items_[node.item - 1].gap.kind == BreakKind::Forced;
  }
  std::int64_t widthOf(const Node& node) const {
    return request_.sizes[node.line].toUnits() - (isAfterForced(node) ? request_.rules.afterBreak : 0);
  }

  /// The natural width of the line from `node` to `item`, its end trimmed.
  std::int64_t naturalWidth(const Node& node, std::uint32_t item) const {
    const Item& last = items_[item];
    return sums_[item].natural - sums_[node.item].natural + last.width + last.gap.hyphen +
           startBlank(request_.items, node.item, request_.rules) + edgeWidth(items_, node.item, item);
  }

  /// Only what a line with this room can need: what its gaps give, what they take, or both if its end decides.
  LineGlue glueOf(const Node& node, std::uint32_t item, std::int64_t room) const {
    LineGlue glue;
    const Sums &from = sums_[node.item], &to = sums_[item];
    const Gap& end = items_[item].gap;
    if (room < end.endBlank) {
      for (std::size_t i = 0; i < kShrinkRanks; ++i) glue.shrink[i] = to.shrink[i] - from.shrink[i];
    }
    if (room + end.hang > 0) {
      for (std::size_t i = 0; i < kStretchRanks; ++i) glue.stretch[i] = to.stretch[i] - from.stretch[i];
    }
    glue.openGaps = to.openGaps - from.openGaps;
    glue.hasLeader = to.leaders != from.leaders || items_[node.item].isLeader;
    return glue;
  }

  /// Looks at every line that could end after `item`.
  void tryBreak(std::uint32_t item) {
    Candidates best;
    const bool isForced = items_[item].gap.kind == BreakKind::Forced;
    std::size_t kept = 0;
    std::size_t next = 0;
    bool anyFits = false;
    while (leasts_.front() < active_.front()) leasts_.pop_front();
    for (; next < active_.size(); ++next) {
      const std::uint32_t number = active_[next];
      const Node& node = nodes_[number];
      const std::int64_t room = widthOf(node) - naturalWidth(node, item);
      const LineGlue glue = glueOf(node, item, room);
      const std::int64_t mostRoom = room - leastEnd(items_[item].gap);
      const bool isTooLong = mostRoom < 0 && !canShrink(glue, -mostRoom);
      if (isTooLong) {
        overfull_ = number;
      } else {
        anyFits = true;
        const double worse = consider(node, number, item, room, glue, best);
        const bool isUniform = node.line + 1 >= request_.sizes.widths.size();
        if (!isForced && isUniform && next + 1 < active_.size() && isBeaten(active_[next + 1], worse, best)) break;
      }
      if (!isTooLong && !isForced) active_[kept++] = number;
    }
    if (kept != next) active_.erase(active_.begin() + static_cast<std::ptrdiff_t>(kept), active_.begin() + static_cast<std::ptrdiff_t>(next));
    if (isForced) active_.clear();
    if (!anyFits && request_.isFinal) acceptOverfull(item, best);
    addNodes(item, best);
  }

  /// Whether none of the lines from place `number` on can become a node, if each is at least as bad as `badness`. In the
  /// last pass, where any short line may be set, this spares nineteen of twenty.
  bool isBeaten(std::uint32_t number, double badness, const Candidates& best) const {
    if (badness == kNever) return true;
    const auto least = std::ranges::lower_bound(leasts_, number);
    return nodes_[*least].demerits + (1 + badness) * (1 + badness) > leastOf(best) + kFitnessJump;
  }

  bool canShrink(const LineGlue& glue, std::int64_t amount) const {
    if (!request_.rules.justifies) return false;
    std::int64_t total = 0;
    for (const std::int64_t capacity : glue.shrink) total += capacity;
    return total >= amount;
  }

  /// Returns the least badness of the lines from later places, which are shorter; kNever where they cannot be set.
  double consider(const Node& node, std::uint32_t number, std::uint32_t item, std::int64_t room, const LineGlue& glue,
                  Candidates& best) {
    const Gap& gap = items_[item].gap;
    const auto end = [&](LineEnding ending, double reluctance) {
      return considerEnding({node, number, item, ending, room - endBlank(gap, ending), reluctance}, glue, best);
    };
    if (gap.hang > 0 && (gap.mustHang || room < 0)) return end(LineEnding::Hanging, 0);
    const bool fitsFull = room >= gap.endBlank;
    if (gap.endBlank == 0 || gap.ends == LineEnds::Half) return end(LineEnding::Trimmed, 0);
    if (gap.ends == LineEnds::Full) return end(LineEnding::Full, 0);
    if (gap.ends == LineEnds::FullIfFits) return end(fitsFull ? LineEnding::Full : LineEnding::Trimmed, 0);
    const bool prefersTrimmed = request_.items.policy.prefersTrimmedEnd;
    const double worse = end(LineEnding::Trimmed, prefersTrimmed || !fitsFull ? 0 : kHalfThoughWhole);
    // In full width only where it fits as it stands.
    return fitsFull ? std::min(worse, end(LineEnding::Full, prefersTrimmed ? kBlankAtEdge : 0)) : worse;
  }

  struct Way {
    const Node& node;
    std::uint32_t number, item;
    LineEnding ending;
    std::int64_t room;
    double reluctance;
  };

  /// As `consider`.
  double considerEnding(const Way& way, const LineGlue& glue, Candidates& best) {
    const bool isForced = items_[way.item].gap.kind == BreakKind::Forced;
    const bool breaksLimit = items_[way.item].gap.kind == BreakKind::Hyphen && !mayHyphenate(way);
    if (breaksLimit && !request_.isFinal) return 0;
    Badness badness = badnessAt(way, glue, isForced);
    double worse = request_.rules.justifies ? 0 : badness.value;
    if (!badness.isPossible || badness.value > request_.tolerance) {
      if (way.room < 0) return 0;  // too full: those from later places may be better
      if (!request_.isFinal) return kNever;
      // Among torn lines the one that lacks least is the least evil.
      const double torn = kTornLine * (1 + partOfLine(way));
      badness.value = badness.isPossible ? std::min(badness.value, torn) : torn;
      worse = badness.value;
    }
    // Another pass may find better than a lone character.
    if (isForced && !request_.isFinal && way.node.line > 0 && endsLonely(way)) return 0;
    const std::uint8_t fitness = fitnessOf(badness.ratio);
    double demerits = way.node.demerits + demeritsOf(way, badness.value + way.reluctance, fitness);
    if (breaksLimit) demerits += kHyphenBeyondLimit;
    if (demerits < best[fitness].demerits) best[fitness] = {demerits, way.number, way.ending};
    return worse;
  }

  /// hyphenate-limit-lines and hyphenate-limit-zone (CSS Text 4, section 6.3).
  bool mayHyphenate(const Way& way) const {
    if (request_.rules.hyphenLines > 0 && way.node.hyphens >= request_.rules.hyphenLines) return false;
    if (request_.rules.hyphenZone == 0) return true;
    for (std::uint32_t item = way.item; item-- > way.node.item;) {
      const BreakKind kind = items_[item].gap.kind;
      if (kind != BreakKind::Allowed) continue;
      return widthOf(way.node) - naturalWidth(way.node, item) > request_.rules.hyphenZone;
    }
    return true;
  }

  double partOfLine(const Way& way) const {
    return static_cast<double>(way.room) / static_cast<double>(std::max<std::int64_t>(1, widthOf(way.node)));
  }

  Badness badnessAt(const Way& way, const LineGlue& glue, bool isForced) const {
    const bool justified = request_.rules.justifies && (!isForced || request_.rules.justifiesLast);
    if (justified || (way.room < 0 && request_.rules.justifies)) return badnessOf(glue, way.room, request_.items.policy);
    if (isForced || glue.hasLeader) return {};
    // A ragged edge: what is left over counts by its part of the measure.
    const double part = partOfLine(way);
    return {true, 100 * part * part * part, 0};
  }

  double demeritsOf(const Way& way, double badness, std::uint8_t fitness) const {
    const Gap& gap = items_[way.item].gap;
    double penalty = 0;
    if (gap.kind == BreakKind::Hyphen) penalty = kHyphenPenalty;
    if (gap.kind == BreakKind::Emergency) penalty = kEmergencyPenalty;
    const double line = 1 + badness + penalty;
    double demerits = line * line;
    if (gap.kind == BreakKind::Hyphen) demerits += kConsecutiveHyphens * way.node.hyphens * way.node.hyphens;
    if (std::abs(static_cast<int>(fitness) - way.node.fitness) > 1) demerits += kFitnessJump;
    if (gap.kind == BreakKind::Forced && way.node.line > 0) demerits += lastLineDemerits(way);
    return demerits;
  }

  /// 孤字: no paragraph ends with one character, with or without its mark (clreq).
  bool endsLonely(const Way& way) const {
    if (isAfterForced(way.node)) return false;
    int letters = 0;
    for (std::uint32_t i = way.node.item; i <= way.item; ++i) {
      if (!items_[i].isLetter && !items_[i].isMark) return false;
      if (items_[i].isLetter && ++letters > 1) return false;
    }
    return true;
  }

  double lastLineDemerits(const Way& way) const {
    double demerits = way.node.hyphens > 0 && request_.rules.keepsLastWhole ? kHyphenBeforeLast : 0;
    if (endsLonely(way)) demerits += kLoneCharacter;
    const std::int64_t width = widthOf(way.node) - way.room;
    if (width < request_.rules.shortLast && !isAfterForced(way.node)) demerits += kShortLast;
    return demerits;
  }

  /// Nothing fits: the shortest line there is goes over the edge.
  void acceptOverfull(std::uint32_t item, Candidates& best) {
    const Node& node = nodes_[overfull_];
    best[1] = {node.demerits + kOverfullLine, overfull_, narrowestEnding(items_[item].gap)};
  }

  void addNodes(std::uint32_t item, const Candidates& best) {
    const double least = leastOf(best);
    for (std::uint8_t fitness = 0; fitness < best.size(); ++fitness) {
      const Candidate& candidate = best[fitness];
      if (candidate.node == kNoNode || candidate.demerits > least + kFitnessJump) continue;
      const Node& from = nodes_[candidate.node];
      const bool isHyphen = items_[item].gap.kind == BreakKind::Hyphen;
      Node node{item + 1, from.line + 1, candidate.node, fitness, 0, candidate.ending, candidate.demerits};
      if (isHyphen) node.hyphens = static_cast<std::uint8_t>(std::min(from.hyphens + 1, 100));
      nodes_.push_back(node);
      active_.push_back(static_cast<std::uint32_t>(nodes_.size() - 1));
      while (!leasts_.empty() && nodes_[leasts_.back()].demerits >= node.demerits) leasts_.pop_back();
      leasts_.push_back(active_.back());
    }
  }

  std::vector<ChosenLine> trace() const {
    std::uint32_t best = active_.front();
    for (const std::uint32_t number : active_) {
      if (nodes_[number].demerits < nodes_[best].demerits) best = number;
    }
    std::vector<ChosenLine> lines;
    for (std::uint32_t number = best; nodes_[number].from != kNoNode; number = nodes_[number].from) {
      lines.push_back({nodes_[number].item - 1, nodes_[number].ending});
    }
    std::ranges::reverse(lines);
    return lines;
  }

  const BreakRequest& request_;
  const std::vector<Item>& items_;
  std::vector<Sums> sums_;
  std::vector<Node> nodes_;
  std::vector<std::uint32_t> active_;  // rising places
  std::deque<std::uint32_t> leasts_;   // of them, those with less demerits than all behind them
  std::uint32_t overfull_ = 0;
};

}  // namespace

std::int64_t startBlank(const Items& items, std::uint32_t firstItem, const BreakRules& rules) {
  if (firstItem == 0) return items.firstHang > 0 ? -items.firstHang : rules.keepsFirstBlank ? items.firstBlank : 0;
  const Gap& before = items.items[firstItem - 1].gap;
  const bool isKept = !items.policy.trimsLineStart || (before.kind == BreakKind::Forced && rules.keepsForcedBlank);
  return isKept ? before.startBlank : 0;
}

std::int64_t endBlank(const Gap& gap, LineEnding ending) {
  switch (ending) {
    case LineEnding::Trimmed: return 0;
    case LineEnding::Full: return gap.endBlank;
    case LineEnding::Hanging: return -gap.hang;
  }
  return 0;
}

std::vector<ChosenLine> chooseBreaks(const BreakRequest& request) {
  if (request.firstItem >= request.items.items.size()) return {};
  return LineSearch(request).run();
}

}  // namespace octavo::layout

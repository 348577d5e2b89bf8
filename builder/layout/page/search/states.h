// layout/page: the ways that the page search has found to each place.
#pragma once

#include <array>
#include <limits>
#include <optional>
#include <unordered_map>
#include <vector>

#include "layout/page/search/choose_page_ends.h"

namespace octavo::layout::page {

/// A point of the chapter: what is settled before it.
struct Point {
  std::size_t place = 0;
  NoteCounts notes{};
  FloatCounts floats{};
  Slot slot;  // the next one
};

/// A reached point.
struct State : Point {
  static constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();

  double cost = 0;
  std::size_t parent = kNone;
  bool isExpanded = false;
  ChosenPart chosen;  // the part that led here
};

/// All states, by place; of those from which the same could follow only the cheapest.
class States {
 public:
  /// `sidesMatter`: what is possible on a left page may not be on a right one.
  States(std::size_t places, bool sidesMatter) : reached_(places), sidesMatter_(sidesMatter) {}

  const State& at(std::size_t index) const { return states_[index]; }
  const std::vector<std::size_t>& reachedAt(std::size_t place) const { return reached_[place]; }

  void start(Slot slot);
  /// Null where there is a cheaper way to the same; else the state, to which the caller adds how it was reached. Of equal
  /// costs the later one stays: it has the fuller first pages. Valid until the next call.
  State* reach(const Point& point, double cost);
  /// Figures and notes that wait make many ways to one place. Where there are more than an honest page needs, the
  /// cheapest go on: from each of them the end is reached, so nothing is lost but a slightly better book.
  void keepBest(std::size_t place);
  /// Parts of figures or notes only lead to states at the same place with more of them: fewest first, so that a state is
  /// final before others grow from it.
  std::optional<std::size_t> nextToExpand(std::size_t place);
  std::vector<ChosenPart> partsTo(std::size_t index) const;

 private:
  /// So few at one place are looked through; more are found by their keys.
  static constexpr std::size_t kFew = 8;

  /// What makes two ways to a place the same: place, column and side of the next fragmentainer, notes and figures set.
  using Key = std::array<std::size_t, 2 + kNoteStreams + kFloatTargets>;
  struct KeyHash {
    std::size_t operator()(const Key& key) const {
      std::size_t hash = 0;
      for (const std::size_t part : key) hash = (hash ^ part) * 0x9E3779B97F4A7C15ULL;
      return hash ^ (hash >> 32);
    }
  };
  Key keyOf(const Point& point) const;
  bool isSame(const Point& a, const Point& b) const;
  std::size_t find(const Point& point) const;
  void remember(const Point& point, std::size_t index);

  std::vector<State> states_;
  std::unordered_map<Key, std::size_t, KeyHash> known_;  // asked, never walked: its order reaches no output
  std::vector<std::vector<std::size_t>> reached_;        // by place, indices of states
  bool sidesMatter_;
};

}  // namespace octavo::layout::page

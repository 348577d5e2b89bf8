// layout/page: the ways that the page search has found to each place.
#include "layout/page/search/states.h"

#include <algorithm>
#include <tuple>

#include "layout/page/search/costs.h"

namespace octavo::layout::page {

States::Key States::keyOf(const Point& point) const {
  Key key{point.place, 2 * point.slot.column + (sidesMatter_ ? point.slot.page % 2 : 0)};
  const auto counts = std::ranges::copy(point.notes, key.begin() + 2).out;
  std::ranges::copy(point.floats, counts);
  return key;
}

void States::start(Slot slot) {
  State start;
  start.slot = slot;
  reached_.front().push_back(states_.size());
  states_.push_back(start);
}

bool States::isSame(const Point& a, const Point& b) const {
  // Compared one by one: std::array would call memcmp, which shows.
  for (std::size_t stream = 0; stream < kNoteStreams; ++stream) {
    if (a.notes[stream] != b.notes[stream]) return false;
  }
  for (std::size_t target = 0; target < kFloatTargets; ++target) {
    if (a.floats[target] != b.floats[target]) return false;
  }
  return a.slot.column == b.slot.column && (!sidesMatter_ || a.slot.page % 2 == b.slot.page % 2);
}

std::size_t States::find(const Point& point) const {
  const std::vector<std::size_t>& reached = reached_[point.place];
  if (reached.size() <= kFew) {
    const auto same = std::ranges::find_if(reached, [&](std::size_t index) { return isSame(states_[index], point); });
    return same == reached.end() ? State::kNone : *same;
  }
  const auto known = known_.find(keyOf(point));
  return known == known_.end() ? State::kNone : known->second;
}

void States::remember(const Point& point, std::size_t index) {
  std::vector<std::size_t>& reached = reached_[point.place];
  reached.push_back(index);
  if (reached.size() == kFew + 1) {
    for (const std::size_t few : reached) known_.emplace(few == index ? keyOf(point) : keyOf(states_[few]), few);
  } else if (reached.size() > kFew) {
    known_.emplace(keyOf(point), index);
  }
}

State* States::reach(const Point& point, double cost) {
  std::size_t index = find(point);
  if (index == State::kNone) {
    index = states_.size();
    remember(point, index);
    states_.emplace_back();
  } else if (cost > states_[index].cost) {
    return nullptr;
  }
  State& state = states_[index];
  static_cast<Point&>(state) = point;
  state.cost = cost;
  state.isExpanded = false;
  return &state;
}

void States::keepBest(std::size_t place) {
  std::vector<std::size_t>& reached = reached_[place];
  if (reached.size() <= cost::kMostStates) return;
  const auto isBetter = [&](std::size_t a, std::size_t b) {
    return std::pair(states_[a].cost, a) < std::pair(states_[b].cost, b);
  };
  std::ranges::nth_element(reached, reached.begin() + cost::kMostStates, isBetter);
  reached.resize(cost::kMostStates);
  std::ranges::sort(reached);
}

std::optional<std::size_t> States::nextToExpand(std::size_t place) {
  std::optional<std::size_t> next;
  for (const std::size_t index : reached_[place]) {
    const State& state = states_[index];
    if (state.isExpanded) continue;
    if (!next || std::tie(state.floats, state.notes) < std::tie(states_[*next].floats, states_[*next].notes)) {
      next = index;
    }
  }
  if (next) states_[*next].isExpanded = true;
  return next;
}

std::vector<ChosenPart> States::partsTo(std::size_t index) const {
  std::vector<ChosenPart> parts;
  for (; index != State::kNone && states_[index].parent != State::kNone; index = states_[index].parent) {
    parts.push_back(states_[index].chosen);
  }
  std::ranges::reverse(parts);
  return parts;
}

}  // namespace octavo::layout::page

// layout/page: the ways that the page search has found to each place.
#include "layout/page/search/states.h"

#include <algorithm>
#include <tuple>

#include "layout/page/search/costs.h"

namespace octavo::layout::page {

States::Key States::keyOf(const State& state) const {
  Key key{state.chosen.to, 2 * state.slot.column + (sidesMatter_ ? state.slot.page % 2 : 0)};
  const auto counts = std::ranges::copy(state.notes, key.begin() + 2).out;
  std::ranges::copy(state.floats, counts);
  return key;
}

void States::start(Slot slot) {
  State start;
  start.slot = slot;
  reached_.front().push_back(states_.size());
  states_.push_back(start);
}

void States::reach(State next) {
  const auto [entry, isNew] = known_.try_emplace(keyOf(next), states_.size());
  if (!isNew) {
    State& known = states_[entry->second];
    if (next.cost <= known.cost) known = next;
    return;
  }
  reached_[next.chosen.to].push_back(states_.size());
  states_.push_back(next);
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

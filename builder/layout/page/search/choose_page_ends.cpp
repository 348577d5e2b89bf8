// layout/page: which of the places become page ends: a search for the least cost over the whole chapter.
#include "layout/page/search/choose_page_ends.h"

#include <algorithm>
#include <array>
#include <limits>
#include <optional>
#include <unordered_map>

#include "layout/page/search/costs.h"

namespace octavo::layout::page {

namespace {

constexpr Length kTolerance = Length::units(64);  // sums of rounded lengths

constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();

/// A reached point: the pages before it are settled.
struct State {
  std::size_t notes = 0, floats = 0;
  std::size_t page = 0;  // the next page
  double cost = 0;
  std::size_t parent = kNone;
  bool isExpanded = false;
  ChosenPage chosen;  // the page that led here
};

struct NoteChoice {
  std::size_t to = 0;
  Length blockSize;
  double cost = 0;
};

class Search {
 public:
  Search(const Galley& galley, const NoteColumn& notes, const PageSizes& sizes)
      : galley_(galley), notes_(notes), sizes_(sizes), reached_(galley.last() + 1) {
    sidesMatter_ = sizes.dependsOnSide() ||
                   std::ranges::any_of(galley.ends, [](const PageEnd& end) { return end.turnPenalty != 0; });
  }

  std::vector<ChosenPage> run(std::size_t firstPage) {
    State start;
    start.page = firstPage;
    states_.push_back(start);
    reached_[0].push_back(0);
    for (std::size_t position = 0; position < reached_.size(); ++position) {
      keepBest(reached_[position]);
      while (const std::optional<std::size_t> next = nextToExpand(position)) expand(position, *next);
    }
    return pagesTo(best());
  }

 private:
  /// Figures and notes that wait make many ways to one place. Where there are more than an honest page needs, the
  /// cheapest go on: from each of them the end is reached, so nothing is lost but a slightly better book.
  void keepBest(std::vector<std::size_t>& reached) const {
    if (reached.size() <= cost::kMostStates) return;
    const auto isBetter = [&](std::size_t a, std::size_t b) {
      return std::pair(states_[a].cost, a) < std::pair(states_[b].cost, b);
    };
    std::ranges::nth_element(reached, reached.begin() + cost::kMostStates, isBetter);
    reached.resize(cost::kMostStates);
    std::ranges::sort(reached);
  }

  /// Pages of figures or notes only lead to states at the same position with more of them: fewest first, so
  /// that a state is final before pages grow from it.
  std::optional<std::size_t> nextToExpand(std::size_t position) {
    std::optional<std::size_t> next;
    for (const std::size_t index : reached_[position]) {
      const State& state = states_[index];
      if (state.isExpanded) continue;
      if (!next ||
          std::pair(state.floats, state.notes) < std::pair(states_[*next].floats, states_[*next].notes)) {
        next = index;
      }
    }
    if (next) states_[*next].isExpanded = true;
    return next;
  }

  double share(Length part, Length whole) const { return whole > Length{} ? part / whole : 1.0; }

  std::size_t calledBefore(std::size_t position) const {
    return galley_.notesBefore(position) + notes_.carried;
  }
  /// The note position when all notes called before `position` are set.
  std::size_t notesDone(std::size_t position) const {
    const std::size_t called = calledBefore(position);
    return called == 0 ? 0 : notes_.lastPosition[called - 1];
  }
  Length noteAreaSize(std::size_t from, std::size_t to, const PageRoom& room) const {
    if (from >= to) return {};
    const Galley& column = notes_.galley;
    return room.noteOverhead + column.filled(to) - column.resumed(from) + column.repeated(from);
  }

  /// How many notes go on the page; nothing when a call would stand without the first line of its note.
  std::optional<NoteChoice> chooseNotes(std::size_t from, std::size_t textFrom, std::size_t textTo,
                                        Length available, const PageRoom& room) const {
    const std::size_t all = notesDone(textTo);
    if (all <= from) return NoteChoice{from, {}, 0};
    std::size_t least = from + 1;
    if (calledBefore(textTo) > calledBefore(textFrom)) {
      least = std::max(least, notes_.firstPosition[calledBefore(textTo) - 1]);
    }
    const Length whole = noteAreaSize(from, all, room);
    if (whole <= available + kTolerance) return NoteChoice{all, whole, 0};
    std::optional<NoteChoice> chosen;
    for (std::size_t to = least; to < all; ++to) {
      const Length size = noteAreaSize(from, to, room);
      if (size > available + kTolerance) break;
      const double cost = cost::kSplitNote + notes_.galley.at(to).penalty + notes_.galley.at(to).turnPenalty +
                          cost::kNoteOverleaf * share(whole - size, room.blockSize);
      if (!chosen || cost <= chosen->cost) chosen = NoteChoice{to, size, cost};
    }
    return chosen;
  }

  /// As many notes as fit, one step at least where `mustMove`.
  NoteChoice forceNotes(std::size_t from, std::size_t textTo, Length available, const PageRoom& room,
                        bool mustMove) const {
    NoteChoice chosen{from, {}, cost::kLastResort};
    for (std::size_t to = from + 1; to <= notesDone(textTo); ++to) {
      const Length size = noteAreaSize(from, to, room);
      if (size > available + kTolerance && !(mustMove && to == from + 1)) break;
      chosen = {to, size, cost::kLastResort};
    }
    return chosen;
  }

  bool isLast(std::size_t position) const { return position == galley_.last(); }
  bool isForcedAt(std::size_t position) const { return position > 0 && isForced(galley_.forcedAt(position)); }

  /// The page being filled, from one state.
  struct Filling {
    std::size_t state = 0, position = 0;
    std::size_t page = 0;
    std::size_t namedAt = 0;  // the position whose named page it is
    std::size_t waiting = 0;  // figures from earlier pages
    PageRoom room;
    bool hasFitting = false;
  };

  void expand(std::size_t position, std::size_t stateIndex) {
    const State& state = states_[stateIndex];
    Filling filling;
    filling.state = stateIndex;
    filling.position = filling.namedAt = position;
    filling.page = state.page;
    filling.waiting = galley_.floatsBefore(position) - state.floats;
    const bool hasNotesLeft = state.notes < notesDone(position);
    if (isLast(position) && filling.waiting == 0 && (!hasNotesLeft || galley_.goesOn)) return;
    // Figures go before what a forced break asks for, the break's side and name are those of the text.
    const bool isFlushing = filling.waiting > 0 || isLast(position);
    if (isFlushing && isForcedAt(position)) {
      filling.namedAt = state.chosen.namedAt;
    } else {
      filling.page = sizes_.pageFor(galley_.forcedAt(position), state.page);
    }
    filling.room = sizes_.room(filling.page, galley_.pageAfter(filling.namedAt));
    const std::size_t waiting = filling.waiting;
    for (std::size_t count = 0; count <= waiting; ++count) {
      if (count > 0 && floatsSize(filling, count, false) > filling.room.blockSize + kTolerance && count > 1)
        break;
      if (count > 0 || hasNotesLeft) addTextless(filling, count);
      const bool mustFlush = isLast(position) || (isForcedAt(position) && waiting > count);
      if (!mustFlush) addTexts(filling, count);
    }
    if (!filling.hasFitting) addLastResort(filling);
  }

  Length floatsSize(const Filling& filling, std::size_t count, bool isFollowed) const {
    const std::size_t first = states_[filling.state].floats;
    return floatsBlockSize(galley_, first, first + count, isFollowed);
  }

  /// A page of figures, or of the rest of the notes, without text.
  void addTextless(Filling& filling, std::size_t count) {
    const State& state = states_[filling.state];
    const Length used = floatsSize(filling, count, false);
    const Length free = filling.room.blockSize - used;
    std::optional<NoteChoice> notes =
        chooseNotes(state.notes, filling.position, filling.position, free, filling.room);
    if (!notes && count > 0) notes = NoteChoice{state.notes, {}, 2 * cost::kSplitNote};
    if (!notes) notes = forceNotes(state.notes, filling.position, free, filling.room, true);
    if (used > filling.room.blockSize + kTolerance) notes->cost += cost::kLastResort;
    const bool isEnd = isLast(filling.position) || isForcedAt(filling.position);
    double cost = notes->cost + cost::kWaitingFloat * static_cast<double>(filling.waiting - count);
    if (!isEnd)
      cost += cost::kTextless + emptyCost(filling.room.blockSize - used - notes->blockSize, filling.room);
    ChosenPage chosen = newPage(filling, count);
    chosen.to = filling.position;
    chosen.used = used;
    chosen.notesTo = notes->to;
    chosen.noteArea = notes->blockSize;
    filling.hasFitting = true;
    relax(filling, chosen, cost, state.floats + count);
  }

  double emptyCost(Length empty, const PageRoom& room) const {
    const double ratio = std::clamp(share(empty, room.blockSize), 0.0, 1.0);
    return cost::kEmptyPage * ratio * ratio;
  }

  ChosenPage newPage(const Filling& filling, std::size_t count) const {
    const State& state = states_[filling.state];
    ChosenPage chosen;
    chosen.page = filling.page;
    chosen.from = filling.position;
    chosen.namedAt = filling.namedAt;
    chosen.floatsFrom = state.floats;
    chosen.floatsTo = state.floats + count;
    chosen.notesFrom = state.notes;
    chosen.blockSize = filling.room.blockSize;
    return chosen;
  }

  Length textSize(std::size_t from, std::size_t to) const {
    return galley_.filled(to) - galley_.resumed(from) + galley_.repeated(from);
  }

  /// All page ends that can be reached with `count` figures first.
  void addTexts(Filling& filling, std::size_t count) {
    const std::size_t from = filling.position;
    const Length top = floatsSize(filling, count, true);
    const std::size_t firstFloat = galley_.floatsBefore(from);
    Length removable;
    std::size_t counted = firstFloat;
    for (std::size_t to = from + 1; to <= galley_.last(); ++to) {
      for (; counted < galley_.floatsBefore(to); ++counted) removable += galley_.floats[counted].removed;
      if (top + textSize(from, to) - removable > filling.room.blockSize + kTolerance) break;
      addEndings(filling, count, to, top);
      if (isForcedAt(to)) break;
    }
  }

  /// One page end, with each number of figures in it left in their places.
  void addEndings(Filling& filling, std::size_t count, std::size_t to, Length top) {
    const std::size_t from = filling.position;
    const std::size_t first = galley_.floatsBefore(from);
    const std::size_t inside = galley_.floatsBefore(to) - first;
    const bool startsWithFloat = from > 0 && galley_.at(from).isBeforeFloat;
    Length removed;
    for (std::size_t moved = 0; moved <= inside; ++moved) {
      const std::size_t kept = inside - moved;
      if (moved > 0) removed += galley_.floats[first + kept].removed;
      // Figures keep their order; one next to a page end is not moved over it, that end lies before it as
      // well.
      if (kept > 0 && count < filling.waiting) continue;
      if (moved > 0 && galley_.at(to).isAfterFloat) return;
      if (kept == 0 && inside > 0 && startsWithFloat) return;
      addEnding(filling, count, to, {top + textSize(from, to) - removed, first + kept, first + inside});
    }
  }

  struct Ending {
    Length used;
    std::size_t omittedFrom = 0, omittedTo = 0;
  };

  void addEnding(Filling& filling, std::size_t count, std::size_t to, const Ending& ending) {
    const State& state = states_[filling.state];
    const Length free = filling.room.blockSize - ending.used;
    if (free < -kTolerance) return;
    const std::optional<NoteChoice> notes =
        chooseNotes(state.notes, filling.position, to, free, filling.room);
    if (!notes) return;
    const auto moved = static_cast<double>(ending.omittedTo - ending.omittedFrom);
    double cost = notes->cost + cost::kMovedFloat * moved +
                  cost::kWaitingFloat * static_cast<double>(filling.waiting - count);
    cost += endCost(filling, to, free - notes->blockSize);
    filling.hasFitting = true;
    relaxText(filling, count, to, ending, *notes, cost);
  }

  /// The reader turns the leaf behind a recto page.
  int turnCost(std::size_t page, std::size_t to) const { return page % 2 == 0 ? galley_.at(to).turnPenalty : 0; }

  double endCost(const Filling& filling, std::size_t to, Length empty) const {
    if (!isForcedAt(to) || (isLast(to) && galley_.goesOn))
      return emptyCost(empty, filling.room) + galley_.at(to).penalty + turnCost(filling.page, to);
    const bool goesOn = filling.position > 0 && !isForcedAt(filling.position);
    const bool isLonely = textSize(filling.position, to) < galley_.lineSize.scaled(1.5);
    return goesOn && isLonely ? cost::kLonelyLine : 0;
  }

  void relaxText(const Filling& filling, std::size_t count, std::size_t to, const Ending& ending,
                 const NoteChoice& notes, double cost) {
    ChosenPage chosen = newPage(filling, count);
    chosen.to = to;
    chosen.omittedFrom = ending.omittedFrom;
    chosen.omittedTo = ending.omittedTo;
    chosen.used = ending.used;
    chosen.notesTo = notes.to;
    chosen.noteArea = notes.blockSize;
    const std::size_t kept = ending.omittedFrom - galley_.floatsBefore(filling.position);
    relax(filling, chosen, cost, chosen.floatsTo + kept);
  }

  /// Nothing fits: the least piece of text, overfull, or without room for its notes.
  void addLastResort(Filling& filling) {
    const std::size_t to = filling.position + 1;
    if (filling.waiting > 0 || to > galley_.last()) return;
    const State& state = states_[filling.state];
    const std::size_t floats = galley_.floatsBefore(to);
    const Ending ending{textSize(filling.position, to), floats, floats};
    const Length free = filling.room.blockSize - ending.used;
    const NoteChoice notes = forceNotes(state.notes, to, free, filling.room, false);
    relaxText(filling, 0, to, ending, notes, notes.cost);
  }

  void relax(const Filling& filling, const ChosenPage& chosen, double pageCost, std::size_t floats) {
    State next;
    next.notes = chosen.notesTo;
    next.floats = floats;
    next.page = chosen.page + 1;
    next.cost = states_[filling.state].cost + pageCost;
    next.parent = filling.state;
    next.chosen = chosen;
    const Key key{chosen.to, next.notes, next.floats, sidesMatter_ ? next.page % 2 : 0};
    const auto [entry, isNew] = known_.try_emplace(key, states_.size());
    if (!isNew) {
      State& known = states_[entry->second];
      if (next.cost <= known.cost) known = next;  // of equal costs the one with the fuller first pages
      return;
    }
    reached_[chosen.to].push_back(states_.size());
    states_.push_back(next);
  }

  /// What makes two ways to a place the same: position, notes and figures set, side of the next page.
  using Key = std::array<std::size_t, 4>;
  struct KeyHash {
    std::size_t operator()(const Key& key) const {
      std::size_t hash = 0;
      for (const std::size_t part : key) hash = (hash ^ part) * 0x9E3779B97F4A7C15ULL;
      return hash ^ (hash >> 32);
    }
  };

  std::size_t best() const {
    std::size_t best = kNone;
    for (const std::size_t index : reached_.back()) {
      const State& state = states_[index];
      if ((state.notes < notesDone(galley_.last()) && !galley_.goesOn) ||
          state.floats < galley_.floats.size())
        continue;
      if (best == kNone || state.cost < states_[best].cost) best = index;
    }
    return best;
  }

  std::vector<ChosenPage> pagesTo(std::size_t index) const {
    std::vector<ChosenPage> pages;
    for (; index != kNone && states_[index].parent != kNone; index = states_[index].parent) {
      pages.push_back(states_[index].chosen);
    }
    std::ranges::reverse(pages);
    return pages;
  }

  const Galley& galley_;
  const NoteColumn& notes_;
  const PageSizes& sizes_;
  bool sidesMatter_;
  std::vector<State> states_;
  std::unordered_map<Key, std::size_t, KeyHash> known_;  // asked, never walked: its order reaches no output
  std::vector<std::vector<std::size_t>> reached_;  // by position, indices of states
};

}  // namespace

std::vector<ChosenPage> choosePageEnds(const Galley& galley, const NoteColumn& notes, const PageSizes& sizes,
                                       std::size_t firstPage) {
  return Search(galley, notes, sizes).run(firstPage);
}

}  // namespace octavo::layout::page

// layout/page: which of the places become page ends: a search for the least cost over the whole chapter.
#include "layout/page/search/choose_page_ends.h"

#include <algorithm>

#include "layout/page/search/costs.h"
#include "layout/page/search/note_search.h"
#include "layout/page/search/states.h"

namespace octavo::layout::page {

namespace {

/// The fragmentainer being filled, from one state.
struct Filling {
  std::size_t state = 0, position = 0;
  Slot slot;
  std::size_t namedAt = 0;  // the position whose named page it is
  FloatCounts waiting{};    // figures from earlier ones
  const Fragmentainer* room = nullptr;
  std::size_t columns = 1;  // of its page
  bool endsPage = true;
  bool takesAll = true;     // whatever waits
  bool hasNotesLeft = false, hasFitting = false;

  Length blockSize() const { return room->size.blockSize; }
};

/// A piece of text for it: how much room the figures and it take, and which of its figures go elsewhere.
struct Ending {
  Extent used;
  FloatCounts omittedFrom{}, omittedTo{};
};

class PageSearch {
 public:
  PageSearch(const LaidFlow& laid, const Fragmentainers& fragmentainers)
      : galley_(laid.galley), noteSearch_(laid), fragmentainers_(fragmentainers),
        states_(laid.galley.last() + 1, fragmentainers.dependsOnSide() || hasTurnPenalties(laid.galley)) {}

  std::vector<ChosenPart> run(Slot first) {
    states_.start(first);
    for (std::size_t position = 0; position <= galley_.last(); ++position) {
      states_.keepBest(position);
      while (const std::optional<std::size_t> next = states_.nextToExpand(position)) expand(position, *next);
    }
    return states_.partsTo(best());
  }

  std::vector<ChosenPart> firstParts(Slot first) {
    states_.start(first);
    if (const std::optional<std::size_t> start = states_.nextToExpand(0)) expand(0, *start);
    std::vector<ChosenPart> parts;
    for (std::size_t place = 0; place <= galley_.last(); ++place) {
      for (const std::size_t index : states_.reachedAt(place)) {
        if (states_.at(index).parent != State::kNone) parts.push_back(states_.at(index).chosen);
      }
    }
    std::ranges::stable_sort(parts, {}, &ChosenPart::cost);
    return parts;
  }

 private:
  static bool hasTurnPenalties(const Galley& galley) {
    return std::ranges::any_of(galley.ends, [](const PageEnd& end) { return end.turnPenalty != 0; });
  }

  bool isLast(std::size_t position) const { return position == galley_.last(); }
  bool isForcedAt(std::size_t position) const { return position > 0 && isForced(galley_.forcedAt(position)); }

  void expand(std::size_t position, std::size_t stateIndex) {
    const State& state = states_.at(stateIndex);
    Filling filling;
    filling.state = stateIndex;
    filling.position = position;
    filling.waiting = difference(galley_.floatsBefore(position), state.floats);
    filling.hasNotesLeft = noteSearch_.hasLeft(state.notes, position);
    const std::size_t waiting = total(filling.waiting);
    if (isLast(position) && waiting == 0 && (!filling.hasNotesLeft || galley_.goesOn)) return;
    findRoom(filling, state);
    FloatCounts counts{};
    chooseFloats(filling, counts, 0);
    if (!filling.hasFitting) addLastResort(filling);
  }

  void findRoom(Filling& filling, const State& state) const {
    const std::size_t position = filling.position;
    // Figures go before what a forced break asks for, the break's side and name are those of the text.
    const bool isFlushing = total(filling.waiting) > 0 || isLast(position);
    if (isFlushing && isForcedAt(position)) {
      filling.slot = state.slot;
      filling.namedAt = state.chosen.namedAt;
    } else {
      filling.slot = fragmentainers_.slotFor(galley_.forcedAt(position), state.slot);
      filling.namedAt = filling.slot.column == 0 ? position : state.chosen.namedAt;
    }
    const PageRoom& page = fragmentainers_.room(filling.slot.page, galley_.pageAfter(filling.namedAt));
    filling.room = &page[filling.slot.column];
    filling.columns = page.size();
    filling.endsPage = filling.slot.column + 1 == page.size();
    filling.takesAll = std::ranges::all_of(filling.room->takes, [](bool isTaken) { return isTaken; });
  }

  /// Each number of waiting figures, of one queue after another.
  void chooseFloats(Filling& filling, FloatCounts& counts, std::size_t target) {
    if (target == kFloatTargets) return addWith(filling, counts);
    const std::size_t most = filling.room->takes[target] ? filling.waiting[target] : 0;
    for (std::size_t count = 0; count <= most; ++count) {
      counts[target] = count;
      if (count > 1 && floatsSize(filling, counts, false) > filling.blockSize() + kTolerance) break;
      chooseFloats(filling, counts, target + 1);
    }
    counts[target] = 0;
  }

  void addWith(Filling& filling, const FloatCounts& counts) {
    const bool isWaiting = total(filling.waiting) > total(counts);
    const bool mustFlush = isLast(filling.position) || (isForcedAt(filling.position) && isWaiting);
    // Where figures must come before more text and this one takes none, it stays empty.
    const bool staysEmpty = mustFlush && isWaiting && !filling.takesAll;
    if (total(counts) > 0 || filling.hasNotesLeft || staysEmpty) addTextless(filling, counts);
    if (!mustFlush) addTexts(filling, counts);
  }

  Length floatsSize(const Filling& filling, const FloatCounts& counts, bool isFollowed) const {
    const FloatCounts& first = states_.at(filling.state).floats;
    Length size;
    for (std::size_t target = 0; target < kFloatTargets; ++target) {
      size += floatsBlockSize(galley_.floats[target], first[target], first[target] + counts[target], isFollowed);
    }
    return size;
  }

  double waitingCost(const Filling& filling, const FloatCounts& counts) const {
    return cost::kWaitingFloat * static_cast<double>(total(filling.waiting) - total(counts));
  }

  /// Figures, or the rest of the notes, without text.
  void addTextless(Filling& filling, const FloatCounts& counts) {
    const State& state = states_.at(filling.state);
    const Length used = floatsSize(filling, counts, false);
    const Length free = filling.blockSize() - used;
    const std::size_t position = filling.position;
    std::optional<NoteChoice> notes = noteSearch_.choose(state.notes, position, position, free, *filling.room);
    if (!notes && total(counts) > 0) notes = NoteChoice{state.notes, {}, {}, 2 * cost::kSplitNote};
    if (!notes) notes = noteSearch_.force(state.notes, position, free, *filling.room, true);
    if (used > filling.blockSize() + kTolerance) notes->cost += cost::kLastResort;
    double cost = notes->cost + waitingCost(filling, counts);
    const bool isEnd = isLast(position) || isForcedAt(position);
    if (!isEnd) cost += cost::kTextless + emptyCost(filling, free - notes->blockSize);
    filling.hasFitting = true;
    State* next = reach(filling, {position, notes->to, sum(state.floats, counts), {}}, cost);
    if (next) describe(*next, filling, counts, {{used, {}, {}}, {}, {}}, *notes).cost = cost;
  }

  double emptyCost(const Filling& filling, Length empty) const {
    const double ratio = std::clamp(share(empty, filling.blockSize()), 0.0, 1.0);
    return cost::kEmptyPage * ratio * ratio / static_cast<double>(filling.columns);
  }

  /// All page ends that can be reached with these figures first.
  void addTexts(Filling& filling, const FloatCounts& counts) {
    const std::size_t from = filling.position;
    const Length top = floatsSize(filling, counts, true);
    FloatCounts counted = galley_.floatsBefore(from);
    Length removable;
    for (std::size_t to = from + 1; to <= galley_.last(); ++to) {
      for (std::size_t target = 0; target < kFloatTargets; ++target) {
        for (; counted[target] < galley_.at(to).floatsBefore[target]; ++counted[target]) {
          removable += galley_.floats[target][counted[target]].removed;
        }
      }
      Ending ending;
      ending.used = galley_.extent(from, to);
      ending.used.size += top;
      if (ending.used.size - ending.used.shrink - removable > filling.blockSize() + kTolerance) break;
      ending.omittedFrom = ending.omittedTo = galley_.at(to).floatsBefore;
      leaveFloats(filling, counts, to, ending, 0);
      if (isForcedAt(to)) break;
    }
  }

  /// One page end, with each number of figures in it left in their places, of one queue after another.
  void leaveFloats(Filling& filling, const FloatCounts& counts, std::size_t to, Ending ending, std::size_t target) {
    if (target == kFloatTargets) return addEnding(filling, counts, to, ending);
    const std::size_t from = filling.position;
    const std::size_t first = galley_.floatsBefore(from)[target];
    const std::size_t inside = galley_.at(to).floatsBefore[target] - first;
    const bool startsWithFloat = from > 0 && galley_.at(from).isBeforeFloat;
    for (std::size_t moved = 0; moved <= inside; ++moved) {
      const std::size_t kept = inside - moved;
      if (moved > 0) ending.used.size -= galley_.floats[target][first + kept].removed;
      ending.omittedFrom[target] = first + kept;
      // Figures keep their order; one next to a page end is not moved over it, that end lies before it as well.
      if (kept > 0 && counts[target] < filling.waiting[target]) continue;
      if (moved > 0 && galley_.at(to).isAfterFloat) return;
      if (kept == 0 && inside > 0 && startsWithFloat) return;
      leaveFloats(filling, counts, to, ending, target + 1);
    }
  }

  void addEnding(Filling& filling, const FloatCounts& counts, std::size_t to, const Ending& ending) {
    const State& state = states_.at(filling.state);
    const Length free = filling.blockSize() - (ending.used.size - ending.used.shrink);
    if (free < -kTolerance) return;
    const auto notes = noteSearch_.choose(state.notes, filling.position, to, free, *filling.room);
    if (!notes) return;
    const auto moved = static_cast<double>(total(difference(ending.omittedTo, ending.omittedFrom)));
    double cost = notes->cost + cost::kMovedFloat * moved + waitingCost(filling, counts);
    const Length empty = filling.blockSize() - ending.used.size - ending.used.stretch - notes->blockSize;
    cost += endCost(filling, to, empty);
    filling.hasFitting = true;
    reachText(filling, counts, to, ending, *notes, cost);
  }

  /// The reader turns the leaf behind a recto page.
  int turnCost(const Filling& filling, std::size_t to) const {
    const bool isTurn = filling.endsPage && Fragmentainers::isRecto(filling.slot.page);
    return isTurn ? galley_.at(to).turnPenalty : 0;
  }

  double endCost(const Filling& filling, std::size_t to, Length empty) const {
    if (!isForcedAt(to) || (isLast(to) && galley_.goesOn)) {
      return emptyCost(filling, empty) + galley_.at(to).penalty + turnCost(filling, to);
    }
    const bool goesOn = filling.position > 0 && !isForcedAt(filling.position);
    const bool isLonely = galley_.extent(filling.position, to).size < galley_.lineSize.scaled(1.5);
    return goesOn && isLonely ? cost::kLonelyLine : 0;
  }

  void reachText(const Filling& filling, const FloatCounts& counts, std::size_t to, const Ending& ending,
                 const NoteChoice& notes, double cost) {
    const FloatCounts kept = difference(ending.omittedFrom, galley_.floatsBefore(filling.position));
    const FloatCounts settled = sum(sum(states_.at(filling.state).floats, counts), kept);
    State* next = reach(filling, {to, notes.to, settled, {}}, cost);
    if (next) describe(*next, filling, counts, ending, notes).cost = cost;
  }

  /// Nothing fits: the least piece of text, overfull, or without room for its notes.
  void addLastResort(Filling& filling) {
    const std::size_t to = filling.position + 1;
    if (total(filling.waiting) > 0 || to > galley_.last()) return;
    const FloatCounts floats = galley_.floatsBefore(to);
    const Ending ending{galley_.extent(filling.position, to), floats, floats};
    const Length free = filling.blockSize() - ending.used.size;
    const NoteChoice notes = noteSearch_.force(states_.at(filling.state).notes, to, free, *filling.room, false);
    reachText(filling, {}, to, ending, notes, notes.cost);
  }

  /// `point` in the fragmentainer behind the one that is filled.
  State* reach(const Filling& filling, Point point, double cost) {
    point.slot = filling.endsPage ? Slot{filling.slot.page + 1, 0} : Slot{filling.slot.page, filling.slot.column + 1};
    return states_.reach(point, states_.at(filling.state).cost + cost);
  }

  /// How the state was reached.
  ChosenPart& describe(State& next, const Filling& filling, const FloatCounts& counts, const Ending& ending,
                const NoteChoice& notes) const {
    const State& state = states_.at(filling.state);
    next.parent = filling.state;
    ChosenPart& chosen = next.chosen;
    chosen.slot = filling.slot;
    chosen.from = filling.position;
    chosen.to = next.place;
    chosen.namedAt = filling.namedAt;
    chosen.floatsFrom = state.floats;
    chosen.floatsTo = sum(state.floats, counts);
    chosen.omittedFrom = ending.omittedFrom;
    chosen.omittedTo = ending.omittedTo;
    chosen.notesFrom = state.notes;
    chosen.notesTo = notes.to;
    chosen.blockSize = filling.blockSize();
    chosen.used = ending.used.size;
    chosen.noteAreas = notes.areas;
    return chosen;
  }

  std::size_t best() const {
    std::size_t best = State::kNone;
    for (const std::size_t index : states_.reachedAt(galley_.last())) {
      const State& state = states_.at(index);
      if (noteSearch_.hasLeft(state.notes, galley_.last()) && !galley_.goesOn) continue;
      if (state.floats != galley_.floatsBefore(galley_.last())) continue;
      if (best == State::kNone || state.cost < states_.at(best).cost) best = index;
    }
    return best;
  }

  const Galley& galley_;
  NoteSearch noteSearch_;
  const Fragmentainers& fragmentainers_;
  States states_;
};

}  // namespace

std::vector<ChosenPart> choosePageEnds(const LaidFlow& laid, const Fragmentainers& fragmentainers, Slot first) {
  return PageSearch(laid, fragmentainers).run(first);
}

std::vector<ChosenPart> firstParts(const LaidFlow& laid, const Fragmentainers& fragmentainers, Slot first) {
  return PageSearch(laid, fragmentainers).firstParts(first);
}

}  // namespace octavo::layout::page

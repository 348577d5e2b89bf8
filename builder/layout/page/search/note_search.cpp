// layout/page: how much of the waiting notes goes with a piece of text.
#include "layout/page/search/note_search.h"

#include <algorithm>

#include "layout/page/search/costs.h"

namespace octavo::layout::page {

namespace {

void take(NoteChoice& choice, std::size_t stream, std::size_t to, Length blockSize, double cost) {
  choice.to[stream] = to;
  choice.areas[stream] = blockSize;
  choice.blockSize += blockSize;
  choice.cost += cost;
}

}  // namespace

NoteCounts NoteSearch::done(std::size_t position) const {
  NoteCounts done{};
  const NoteCounts called = laid_.galley.notesBefore(position);
  for (std::size_t stream = 0; stream < kNoteStreams; ++stream) done[stream] = laid_.notes[stream].done(called[stream]);
  return done;
}

bool NoteSearch::hasLeft(const NoteCounts& set, std::size_t position) const {
  const NoteCounts all = done(position);
  for (std::size_t stream = 0; stream < kNoteStreams; ++stream) {
    if (set[stream] < all[stream]) return true;
  }
  return false;
}

std::optional<NoteChoice> NoteSearch::choose(const NoteCounts& from, std::size_t textFrom, std::size_t textTo,
                                             Length available, const Fragmentainer& room) const {
  NoteChoice all;
  for (std::size_t stream = 0; stream < kNoteStreams; ++stream) {
    const auto chosen = chooseOf({stream, from[stream], textFrom, textTo, available - all.blockSize, room});
    if (!chosen) return std::nullopt;
    take(all, stream, chosen->to, chosen->blockSize, chosen->cost);
  }
  return all;
}

NoteChoice NoteSearch::force(const NoteCounts& from, std::size_t textTo, Length available, const Fragmentainer& room,
                             bool mustMove) const {
  NoteChoice all;
  all.cost = cost::kLastResort;
  for (std::size_t stream = 0; stream < kNoteStreams; ++stream) {
    const auto chosen = forceOf({stream, from[stream], textTo, textTo, available - all.blockSize, room}, mustMove);
    take(all, stream, chosen.to, chosen.blockSize, chosen.cost);
    mustMove = mustMove && chosen.to == from[stream];
  }
  return all;
}

Length NoteSearch::areaSize(const Demand& demand, std::size_t to) const {
  if (demand.from >= to) return {};
  return demand.room.noteOverhead[demand.stream] + laid_.notes[demand.stream].galley.extent(demand.from, to).size;
}

std::optional<NoteSearch::StreamChoice> NoteSearch::chooseOf(const Demand& demand) const {
  const NoteColumn& notes = laid_.notes[demand.stream];
  const std::size_t called = laid_.galley.notesBefore(demand.textTo)[demand.stream];
  const std::size_t all = notes.done(called);
  if (all <= demand.from) return StreamChoice{demand.from, {}, 0};
  std::size_t least = demand.from + 1;
  if (called > laid_.galley.notesBefore(demand.textFrom)[demand.stream]) {
    least = std::max(least, notes.firstPosition[called + notes.carried - 1]);
  }
  const Length whole = areaSize(demand, all);
  if (whole <= demand.available + kTolerance) return StreamChoice{all, whole, 0};
  std::optional<StreamChoice> chosen;
  for (std::size_t to = least; to < all; ++to) {
    const Length size = areaSize(demand, to);
    if (size > demand.available + kTolerance) break;
    const PageEnd& end = notes.galley.at(to);
    const double cost = cost::kSplitNote + end.penalty + end.turnPenalty +
                        cost::kNoteOverleaf * share(whole - size, demand.room.size.blockSize);
    if (!chosen || cost <= chosen->cost) chosen = StreamChoice{to, size, cost};
  }
  return chosen;
}

NoteSearch::StreamChoice NoteSearch::forceOf(const Demand& demand, bool mustMove) const {
  StreamChoice chosen{demand.from, {}, 0};
  const std::size_t all = done(demand.textTo)[demand.stream];
  for (std::size_t to = demand.from + 1; to <= all; ++to) {
    const Length size = areaSize(demand, to);
    if (size > demand.available + kTolerance && !(mustMove && to == demand.from + 1)) break;
    chosen = {to, size, 0};
  }
  return chosen;
}

}  // namespace octavo::layout::page

// layout/page: how much of the waiting notes goes with a piece of text.
#pragma once

#include <optional>

#include "layout/page/frame/fragmentainers.h"
#include "layout/page/galley/note_column.h"

namespace octavo::layout::page {

struct NoteChoice {
  NoteCounts to{};             // positions in the columns
  ByStream<Length> areas{};
  Length blockSize;            // of all areas
  double cost = 0;
};

class NoteSearch {
 public:
  explicit NoteSearch(const LaidFlow& laid) : laid_(laid) {}

  /// Positions when all notes called before `position` are set.
  NoteCounts done(std::size_t position) const;
  bool hasLeft(const NoteCounts& set, std::size_t position) const;

  /// How many notes go with the text; nothing when a call would stand without the first line of its note.
  std::optional<NoteChoice> choose(const NoteCounts& from, std::size_t textFrom, std::size_t textTo, Length available,
                                   const Fragmentainer& room) const;
  /// As many notes as fit, one step at least where `mustMove`.
  NoteChoice force(const NoteCounts& from, std::size_t textTo, Length available, const Fragmentainer& room,
                   bool mustMove) const;

 private:
  struct StreamChoice {
    std::size_t to = 0;
    Length blockSize;
    double cost = 0;
  };
  /// What is asked of one stream.
  struct Demand {
    std::size_t stream = 0, from = 0, textFrom = 0, textTo = 0;
    Length available;
    const Fragmentainer& room;
  };
  std::optional<StreamChoice> chooseOf(const Demand& demand) const;
  StreamChoice forceOf(const Demand& demand, bool mustMove) const;
  Length areaSize(const Demand& demand, std::size_t to) const;

  const LaidFlow& laid_;
};

/// The part of a whole that counts in costs; all of a whole without size.
inline double share(Length part, Length whole) { return whole > Length{} ? part / whole : 1.0; }

}  // namespace octavo::layout::page

// layout/inline: the room of each cluster on a line, and how extra room is spread over some of them.
#pragma once

#include <cstdint>
#include <span>

#include "css/style.h"

namespace octavo::layout {

/// What a cluster takes along the line, in logical order: space before, the box with its ink, space after.
struct Slot {
  std::int64_t before = 0, box = 0, after = 0;
};

/// How a base or a reading is spread; flush ends stand at the line's edge (JLREQ 3.3.8, c and d).
struct Spreading {
  css::RubyAlign align = css::RubyAlign::SpaceAround;
  bool isFlushAtStart = false, isFlushAtEnd = false;
};

/// Puts `extra` around and between the slots; by itself one share at the two ends and two between (JLREQ 3.3.6).
void spread(std::span<Slot> slots, std::int64_t extra, const Spreading& how);

}  // namespace octavo::layout

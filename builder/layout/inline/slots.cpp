// layout/inline: the room of each cluster on a line, and how extra room is spread over some of them.
#include "layout/inline/slots.h"

namespace octavo::layout {

namespace {

struct Shares {
  std::int64_t first = 1, between = 2, last = 1;
};

Shares sharesOf(const Spreading& how, std::size_t count) {
  if (how.isFlushAtStart && how.isFlushAtEnd) return count > 1 ? Shares{0, 2, 0} : Shares{1, 0, 1};
  const bool isAround = how.align == css::RubyAlign::SpaceAround;
  if (how.isFlushAtStart) return isAround ? Shares{0, 1, 1} : Shares{0, 0, 1};
  if (how.isFlushAtEnd) return isAround ? Shares{1, 1, 0} : Shares{1, 0, 0};
  switch (how.align) {
    case css::RubyAlign::Start: return {0, 0, 1};
    case css::RubyAlign::Center: return {1, 0, 1};
    case css::RubyAlign::SpaceBetween: return count > 1 ? Shares{0, 2, 0} : Shares{1, 0, 1};
    case css::RubyAlign::SpaceAround: break;
  }
  return {};
}

}  // namespace

void spread(std::span<Slot> slots, std::int64_t extra, const Spreading& how) {
  if (slots.empty() || extra == 0) return;
  const Shares shares = sharesOf(how, slots.size());
  const std::int64_t all = shares.first + shares.last + shares.between * static_cast<std::int64_t>(slots.size() - 1);
  std::int64_t seen = 0, given = 0;
  // The running sum is rounded, so that nothing is lost.
  const auto give = [&](std::int64_t& to, std::int64_t parts) {
    seen += parts;
    const std::int64_t due = extra * seen / all;
    to += due - given;
    given = due;
  };
  give(slots.front().before, shares.first);
  for (std::size_t i = 0; i + 1 < slots.size(); ++i) give(slots[i].after, shares.between);
  give(slots.back().after, shares.last);
}

}  // namespace octavo::layout

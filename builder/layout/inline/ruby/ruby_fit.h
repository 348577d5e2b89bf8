// layout/inline/ruby: how wide a word with readings is, and where its bases and readings stand.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace octavo::layout {

/// One base of a word; units of Length. A reading of 0 is none.
struct RubyBaseSize {
  std::int64_t base = 0;
  std::int64_t reading = 0;
};

/// A word, or the part of it that stands on one line. JLREQ 3.3.5 to 3.3.8.
struct RubyFitRequest {
  std::span<const RubyBaseSize> bases;
  std::int64_t spanning = 0;   // the widest reading over all of them
  std::int64_t limit = 0;      // how far a reading may reach over the next base of the same word
  std::int64_t before = 0, after = 0;  // how far readings may reach over what stands beside the word
  bool atStart = false, atEnd = false; // of a line: base and reading are flush with its edge
};

/// Offsets are counted from where the word's room on the line begins; a reading that reaches over the text before
/// is negative there.
struct RubyFit {
  std::int64_t width = 0;
  std::vector<std::int64_t> bases;     // where each base's room begins,
  std::vector<std::int64_t> rooms;     // and its width: the base is spread over it
  std::vector<std::int64_t> readings;  // where each reading begins
  std::int64_t spanning = 0;           // where the reading over all of them may begin (0 or less)
  std::int64_t reachBefore = 0, reachAfter = 0;  // how far readings reach over the neighbours
};

/// The narrowest word in which no two readings touch and none reaches further than it may; in that width every
/// reading stands as near the middle of its own base as the others leave it.
RubyFit fitRuby(const RubyFitRequest& request);

}  // namespace octavo::layout

// layout/page: what does not stand in the flow: queues of figures and streams of notes.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <numeric>

namespace octavo::layout::page {

/// Where a figure goes that leaves its place, as its style asks. Those of one target wait in one queue, in their order.
enum class FloatTarget : std::uint8_t { Head };  // the head of a later fragmentainer
inline constexpr std::size_t kFloatTargets = 1;
template <class T>
using ByTarget = std::array<T, kFloatTargets>;

/// Where a note stands. Those of one stream follow each other, over page ends as well.
enum class NoteStream : std::uint8_t { Foot };  // of the fragmentainer that calls it
inline constexpr std::size_t kNoteStreams = 1;
template <class T>
using ByStream = std::array<T, kNoteStreams>;

/// How many figures of each queue, and how far into the notes of each stream.
using FloatCounts = ByTarget<std::size_t>;
using NoteCounts = ByStream<std::size_t>;

inline std::size_t total(const FloatCounts& counts) {
  return std::accumulate(counts.begin(), counts.end(), std::size_t{0});
}
inline FloatCounts sum(FloatCounts counts, const FloatCounts& more) {
  for (std::size_t target = 0; target < kFloatTargets; ++target) counts[target] += more[target];
  return counts;
}
inline FloatCounts difference(FloatCounts whole, const FloatCounts& part) {
  for (std::size_t target = 0; target < kFloatTargets; ++target) whole[target] -= part[target];
  return whole;
}

}  // namespace octavo::layout::page

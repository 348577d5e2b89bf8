// base: the two families of positions. Layout speaks of inline and block, paper has left and top.
#pragma once

#include <cstdint>

#include "base/length.h"

namespace octavo {

/// By 90 degrees, as seen on paper.
enum class Turn : std::uint8_t { None, Right, Left };

enum class WritingMode { HorizontalTb, VerticalRl, VerticalLr };
enum class Direction { LeftToRight, RightToLeft };

struct LogicalPoint {
  Length inlineStart, blockStart;
  constexpr bool operator==(const LogicalPoint&) const = default;
};
struct LogicalSize {
  Length inlineSize, blockSize;
  constexpr bool operator==(const LogicalSize&) const = default;
};
struct PhysicalPoint {
  Length left, top;
  constexpr bool operator==(const PhysicalPoint&) const = default;
};
struct PhysicalSize {
  Length width, height;
  constexpr bool operator==(const PhysicalSize&) const = default;
};

/// One value for each side of a box, in the flow's own terms.
template <class T>
struct LogicalEdges {
  T blockStart{}, inlineEnd{}, blockEnd{}, inlineStart{};
  bool operator==(const LogicalEdges&) const = default;
};
/// One value for each side of a box, as on paper.
template <class T>
struct PhysicalEdges {
  T top{}, right{}, bottom{}, left{};
  bool operator==(const PhysicalEdges&) const = default;
};

constexpr PhysicalSize toPhysical(LogicalSize size, WritingMode mode) {
  return mode == WritingMode::HorizontalTb ? PhysicalSize{size.inlineSize, size.blockSize}
                                           : PhysicalSize{size.blockSize, size.inlineSize};
}

constexpr LogicalSize toLogical(PhysicalSize size, WritingMode mode) {
  return mode == WritingMode::HorizontalTb ? LogicalSize{size.width, size.height}
                                           : LogicalSize{size.height, size.width};
}

/// Where a child of the given size lands; the only place that knows what "start" means on paper.
constexpr PhysicalPoint toPhysical(LogicalPoint at, LogicalSize child, PhysicalSize container, WritingMode mode,
                                   Direction direction) {
  const LogicalSize around = toLogical(container, mode);
  const Length alongLine = direction == Direction::LeftToRight
                               ? at.inlineStart
                               : around.inlineSize - at.inlineStart - child.inlineSize;
  switch (mode) {
    case WritingMode::HorizontalTb: return {alongLine, at.blockStart};
    case WritingMode::VerticalLr: return {at.blockStart, alongLine};
    case WritingMode::VerticalRl: return {around.blockSize - at.blockStart - child.blockSize, alongLine};
  }
  return {};
}

}  // namespace octavo

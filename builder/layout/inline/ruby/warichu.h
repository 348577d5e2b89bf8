// layout/inline/ruby: notes set in two rows inside the line (割注, 双行夹注).
#pragma once

#include <span>

#include "layout/inline/build_line.h"

namespace octavo::layout {

/// Gives the items of each warichu half the room their text asks for, and forbids line ends that would leave less
/// than two letters in a row. JLREQ 3.4.3; clreq 4.3.
void fitWarichus(Paragraph& paragraph);

/// The two rows of items `first` up to `end`: the second begins with item `split`, `end` where there is none.
struct WarichuRows {
  std::uint32_t split = 0;
  std::int64_t firstWidth = 0, secondWidth = 0;
  std::int64_t width() const { return firstWidth; }
};
/// The shortest first row that is at least as long as the second and ends where a line may.
WarichuRows rowsOf(const FittedWarichu& warichu, std::uint32_t first, std::uint32_t end);

/// The parts of warichus on a line; the line's items get their widths there.
std::vector<WarichuPart> fitLineWarichus(const Paragraph& paragraph, const LineRequest& request, std::span<Item> line);

}  // namespace octavo::layout

// layout/inline: words that no-break spaces and their kind tie together to more than a line.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "layout/inline/items.h"

namespace octavo::layout {

/// How willingly a line may end in the gap behind an item where nothing else is left.
enum class LastResort : std::uint8_t { Never, Reluctant, Willing };

/// CSS Text 3, section 5.5: where a row of items without a place to break between them is wider than `narrowest`, lines may
/// end in it: in the willing gaps, and where that is not enough in the reluctant ones too. Gives the items whose gaps have
/// become such places.
std::vector<std::size_t> breakOverlongRuns(std::vector<Item>& items, std::int64_t narrowest,
                                           const std::function<LastResort(std::size_t item)>& resortBehind);

}  // namespace octavo::layout

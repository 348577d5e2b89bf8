// css: how long the lists and signs of a style may be. Each element that a rule is for keeps or makes them anew: a sheet of
// a few kilobytes could ask for gigabytes. Values beyond are reported as not understood.
#pragma once

#include <cstddef>

namespace octavo::css {

/// Pieces of generated content, counters, families, quotation marks: far more than any book names in one place.
inline constexpr std::size_t kMostListed = 500;
/// Bytes of a quotation mark, a hyphen, a mark of emphasis, a list's sign, a leader's pattern.
inline constexpr std::size_t kLongestSign = 100;

}  // namespace octavo::css

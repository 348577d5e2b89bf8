// base: how far two words are from each other, for "did you mean".
#pragma once

#include <cstddef>
#include <string_view>

namespace octavo {

/// Damerau-Levenshtein (optimal string alignment): letters added, dropped, changed or swapped with their neighbours.
std::size_t editDistance(std::string_view a, std::string_view b);

}  // namespace octavo

// app: what a mistyped word may have meant.
#pragma once

#include <string_view>
#include <vector>

namespace octavo::app {

/// The words most like one that does not exist, the nearest first; at most `most`.
std::vector<std::string_view> nearestWords(std::string_view word, std::vector<std::string_view> known, std::size_t most);

/// The one that was meant, where one is near enough to say so; else empty.
std::string_view meantWord(std::string_view word, const std::vector<std::string_view>& known);

}  // namespace octavo::app

#include "app/near_words.h"

#include <algorithm>

#include "base/edit_distance.h"

namespace octavo::app {
namespace {

constexpr std::size_t kLongestWord = 64;  // nothing known is longer, and the search takes the square of it

}  // namespace

std::vector<std::string_view> nearestWords(std::string_view word, std::vector<std::string_view> known, std::size_t most) {
  word = word.substr(0, kLongestWord);
  std::ranges::stable_sort(known, {}, [&](std::string_view each) { return editDistance(word, each); });
  known.resize(std::min(most, known.size()));
  return known;
}

std::string_view meantWord(std::string_view word, const std::vector<std::string_view>& known) {
  const auto nearest = nearestWords(word, known, 1);
  if (nearest.empty() || word.size() > kLongestWord) return {};
  const bool isNear = editDistance(word, nearest.front()) <= std::max<std::size_t>(1, nearest.front().size() / 3);
  const bool isBeginning = word.size() >= 2 && nearest.front().starts_with(word);
  return isNear || isBeginning ? nearest.front() : std::string_view();
}

}  // namespace octavo::app

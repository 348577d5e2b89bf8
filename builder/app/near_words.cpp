#include "app/near_words.h"

#include <algorithm>

namespace octavo::app {
namespace {

/// Letters to change, add, take away or exchange with the next to make one word of the other (F. J. Damerau, 1964).
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::vector<std::size_t>> rows(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t j = 0; j <= b.size(); ++j) rows[0][j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    rows[i][0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t changed = rows[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U);
      rows[i][j] = std::min({rows[i - 1][j] + 1, rows[i][j - 1] + 1, changed});
      const bool isExchanged = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (isExchanged) rows[i][j] = std::min(rows[i][j], rows[i - 2][j - 2] + 1);
    }
  }
  return rows.back().back();
}

constexpr std::size_t kLongestWord = 64;  // nothing known is longer, and the search takes the square of it

}  // namespace

std::vector<std::string_view> nearestWords(std::string_view word, std::vector<std::string_view> known, std::size_t most) {
  word = word.substr(0, kLongestWord);
  std::ranges::stable_sort(known, {}, [&](std::string_view each) { return distance(word, each); });
  known.resize(std::min(most, known.size()));
  return known;
}

std::string_view meantWord(std::string_view word, const std::vector<std::string_view>& known) {
  const auto nearest = nearestWords(word, known, 1);
  if (nearest.empty() || word.size() > kLongestWord) return {};
  const bool isNear = distance(word, nearest.front()) <= std::max<std::size_t>(1, nearest.front().size() / 3);
  const bool isBeginning = word.size() >= 2 && nearest.front().starts_with(word);
  return isNear || isBeginning ? nearest.front() : std::string_view();
}

}  // namespace octavo::app

// css: the formulas of :nth-child() and its like.
#include <algorithm>
#include <charconv>

#include "css/selector.h"

namespace octavo::css {

std::optional<std::pair<int, int>> parseNth(std::string text) {
  text = toLower(text);
  const auto isBlank = [](char c) { return c == ' '; };
  while (!text.empty() && isBlank(text.back())) text.pop_back();
  text.erase(text.begin(), std::ranges::find_if_not(text, isBlank));
  if (text == "odd") return std::pair{2, 1};
  if (text == "even") return std::pair{2, 0};
  const auto number = [](std::string_view digits) -> std::optional<int> {
    if (digits.starts_with('+')) digits.remove_prefix(1);
    int value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
    return std::clamp(value, -1'000'000, 1'000'000);
  };
  const std::size_t n = text.find('n');
  if (n == std::string::npos) {
    const auto offset = number(text);
    return offset ? std::optional(std::pair{0, *offset}) : std::nullopt;
  }
  const std::string step = text.substr(0, n);
  std::string rest = text.substr(n + 1);
  std::erase(rest, ' ');
  const auto a = step.empty() || step == "+" ? std::optional(1)
                 : step == "-"               ? std::optional(-1)
                                             : number(step);
  const bool hasSign = rest.starts_with('+') || rest.starts_with('-');
  const auto b = rest.empty() ? std::optional(0) : hasSign ? number(rest) : std::nullopt;
  if (!a || !b) return std::nullopt;
  return std::pair{*a, *b};
}

}  // namespace octavo::css

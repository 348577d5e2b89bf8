// vocabulary: lengths as the attributes of sources write them.
#include "vocabulary/source_lengths.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace octavo::vocabulary {

namespace {

struct Unit {
  std::string_view written, css;
  double pixels;  // 0: of no fixed size
};

constexpr std::array kUnits{Unit{"px", "px", 1},         Unit{"pt", "pt", 96.0 / 72},     Unit{"pc", "pc", 16},
                            Unit{"pi", "pc", 16},        Unit{"mm", "mm", 96 / 25.4},     Unit{"cm", "cm", 96 / 2.54},
                            Unit{"in", "in", 96},        Unit{"em", "em", 0},             Unit{"%", "%", 0}};

struct Measure {
  double number = 0;
  const Unit* unit = nullptr;
};

std::optional<Measure> measureWithUnit(std::string_view written, std::string_view bareUnit) {
  const auto trim = [](std::string_view text) {
    const std::size_t begin = text.find_first_not_of(" \t\n");
    return begin == text.npos ? std::string_view() : text.substr(begin, text.find_last_not_of(" \t\n") - begin + 1);
  };
  written = trim(written);
  const std::size_t digits = std::min(written.find_first_not_of("0123456789."), written.size());
  const std::string_view name = trim(written.substr(digits));
  const auto number = measureOf(written.substr(0, digits));
  const auto* unit = std::ranges::find(kUnits, name.empty() ? bareUnit : name, &Unit::written);
  if (!number || unit == kUnits.end()) return std::nullopt;
  return Measure{*number, unit};
}

}  // namespace

std::optional<double> measureOf(std::string_view digits) {
  constexpr double kMost = 10'000;
  double value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, std::chars_format::fixed);
  const bool isNumber = error == std::errc() && end == digits.data() + digits.size() && value > 0 && value <= kMost;
  return isNumber ? std::optional(value) : std::nullopt;
}

std::optional<std::string> cssLength(std::string_view written, std::string_view bareUnit) {
  const auto measure = measureWithUnit(written, bareUnit);
  if (!measure) return std::nullopt;
  return fmt::format("{:g}{}", measure->number, measure->unit->css);
}

std::optional<int> pixelsOf(std::string_view written, std::string_view bareUnit) {
  const auto measure = measureWithUnit(written, bareUnit);
  if (!measure || measure->unit->pixels == 0) return std::nullopt;
  return std::max(1, static_cast<int>(std::lround(measure->number * measure->unit->pixels)));
}

}  // namespace octavo::vocabulary

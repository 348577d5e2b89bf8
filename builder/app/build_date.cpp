#include "app/build_date.h"

#include <charconv>
#include <chrono>
#include <cstdint>

#include <fmt/format.h>

namespace octavo::app {
namespace {

/// Reads exactly `digits` digits and moves past them.
std::optional<int> takeNumber(std::string_view& text, std::size_t digits) {
  if (text.size() < digits) return std::nullopt;
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + digits, value);
  if (error != std::errc{} || end != text.data() + digits) return std::nullopt;
  text.remove_prefix(digits);
  return value;
}

bool take(std::string_view& text, char expected) {
  if (!text.starts_with(expected)) return false;
  text.remove_prefix(1);
  return true;
}

std::string formatted(std::chrono::sys_days day, std::int64_t secondOfDay) {
  const std::chrono::year_month_day date{day};
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()), secondOfDay / 3600,
                     secondOfDay / 60 % 60, secondOfDay % 60);
}

}  // namespace

std::optional<std::string> fullDate(std::string_view text) {
  const auto year = takeNumber(text, 4);
  if (!year) return std::nullopt;
  int month = 1;
  int day = 1;
  if (take(text, '-')) {
    const auto given = takeNumber(text, 2);
    if (!given) return std::nullopt;
    month = *given;
    if (take(text, '-')) {
      const auto givenDay = takeNumber(text, 2);
      if (!givenDay) return std::nullopt;
      day = *givenDay;
    }
  }
  const std::chrono::year_month_day date{std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(month)},
                                         std::chrono::day{static_cast<unsigned>(day)}};
  if (!date.ok()) return std::nullopt;
  std::int64_t seconds = 0;
  if (take(text, 'T')) {
    const auto hour = takeNumber(text, 2);
    const bool minuteFollows = take(text, ':');
    const auto minute = takeNumber(text, 2);
    const bool secondFollows = take(text, ':');
    const auto second = takeNumber(text, 2);
    if (!hour || !minute || !second || !minuteFollows || !secondFollows || !take(text, 'Z')) return std::nullopt;
    if (*hour > 23 || *minute > 59 || *second > 59) return std::nullopt;
    seconds = *hour * 3600 + *minute * 60 + *second;
  }
  if (!text.empty()) return std::nullopt;
  return formatted(std::chrono::sys_days{date}, seconds);
}

std::optional<std::string> dateOfEpoch(std::string_view text) {
  std::int64_t seconds = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
  constexpr std::int64_t kEndOfYear9999 = 253402300799;
  if (error != std::errc{} || end != text.data() + text.size() || seconds < 0 || seconds > kEndOfYear9999) {
    return std::nullopt;
  }
  constexpr std::int64_t kDay = 86400;
  return formatted(std::chrono::sys_days{std::chrono::days{seconds / kDay}}, seconds % kDay);
}

std::string buildDate(std::string_view option, const char* sourceDateEpoch, std::string_view published) {
  if (const auto date = fullDate(option)) return *date;
  if (sourceDateEpoch) {
    if (const auto date = dateOfEpoch(sourceDateEpoch)) return *date;
  }
  return fullDate(published).value_or("2000-01-01T00:00:00Z");
}

}  // namespace octavo::app

#include "vocabulary/jats/dates.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>

#include "vocabulary/jats/reading.h"

namespace octavo::vocabulary::jats {
namespace {

using dom::Element;

constexpr std::array<std::string_view, 12> kMonths{"January", "February", "March",     "April",   "May",      "June",
                                                   "July",    "August",   "September", "October", "November", "December"};

/// The whole text as a number in range; 0 otherwise.
int numberIn(std::string_view text, int least, int most) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool whole = error == std::errc{} && end == text.data() + text.size();
  return whole && value >= least && value <= most ? value : 0;
}

/// 6, 06, June, Jun, jun.
int monthOf(std::string_view text) {
  if (const int number = numberIn(text, 1, 12)) return number;
  if (text.size() < 3) return 0;
  for (std::size_t i = 0; i < kMonths.size(); ++i) {
    const std::string_view month = kMonths[i];
    const std::string_view written = text.ends_with('.') ? text.substr(0, text.size() - 1) : text;
    const bool same = written.size() <= month.size() &&
                      std::equal(written.begin(), written.end(), month.begin(), [](char a, char b) {
                        return std::tolower(static_cast<unsigned char>(a)) == std::tolower(static_cast<unsigned char>(b));
                      });
    if (same) return static_cast<int>(i) + 1;
  }
  return 0;
}

struct Numbers {
  int year = 0, month = 0, day = 0;
};

Numbers fromIso(std::string_view iso) {
  Numbers numbers;
  numbers.year = iso.size() >= 4 ? numberIn(iso.substr(0, 4), 1, 9999) : 0;
  if (numbers.year && iso.size() >= 7 && iso[4] == '-') numbers.month = numberIn(iso.substr(5, 2), 1, 12);
  if (numbers.month && iso.size() >= 10 && iso[7] == '-') numbers.day = numberIn(iso.substr(8, 2), 1, 31);
  return numbers;
}

std::string twoDigits(int value) { return (value < 10 ? "0" : "") + std::to_string(value); }

std::string isoOf(const Numbers& numbers) {
  if (!numbers.year) return {};
  std::string year = std::to_string(numbers.year);
  year.insert(0, 4 - year.size(), '0');
  if (!numbers.month) return year;
  if (!numbers.day) return year + "-" + twoDigits(numbers.month);
  return year + "-" + twoDigits(numbers.month) + "-" + twoDigits(numbers.day);
}

std::string shownIn(const Numbers& numbers, std::string_view language) {
  const std::string primary = primaryLanguage(language);
  const bool korean = primary == "ko";
  if (isCjkLanguage(language) || korean) {
    std::string shown = std::to_string(numbers.year) + (korean ? "년" : "年");
    if (numbers.month) shown += (korean ? " " : "") + std::to_string(numbers.month) + (korean ? "월" : "月");
    if (numbers.day) shown += (korean ? " " : "") + std::to_string(numbers.day) + (korean ? "일" : "日");
    return shown;
  }
  if (primary != "en" || !numbers.month) return isoOf(numbers);
  const std::string month(kMonths[static_cast<std::size_t>(numbers.month - 1)]);
  return (numbers.day ? std::to_string(numbers.day) + " " : "") + month + " " + std::to_string(numbers.year);
}

std::string childText(const Element& date, std::string_view name) {
  const Element* child = dom::firstChild(date, name);
  return child ? plainText(*child) : std::string();
}

}  // namespace

Date readDate(const Element& date, std::string_view language) {
  const Element* string = dom::firstChild(date, "string-date");
  const Element& parts = string && !dom::firstChild(date, "year") ? *string : date;
  const std::string year = childText(parts, "year"), month = childText(parts, "month"), day = childText(parts, "day");
  const std::string season = childText(parts, "season"), era = childText(parts, "era");
  Numbers numbers{numberIn(year, 1, 9999), monthOf(month), numberIn(day, 1, 31)};
  if (!numbers.month) numbers.day = 0;
  if (!numbers.year) numbers = fromIso(date.attributeOr("iso-8601-date"));
  const bool understood = numbers.year && (month.empty() || numbers.month) && (day.empty() || numbers.day);
  const bool plain = understood && season.empty() && era.empty() && !string &&
                     (year.empty() || numberIn(year, 1, 9999) == numbers.year);
  if (plain) return {isoOf(numbers), shownIn(numbers, language)};
  std::string words = string ? plainText(*string) : std::string();
  if (!string) {
    for (const Element* child : childrenOf(date)) words += (words.empty() ? "" : " ") + plainText(*child);
  }
  if (words.empty()) words = plainText(date);
  return {isoOf(numbers), words};
}

}  // namespace octavo::vocabulary::jats

// vocabulary: dates as metadata have them.
#include "vocabulary/calendar_date.h"

#include <algorithm>
#include <chrono>
#include <vector>

#include "dom/dom.h"

namespace octavo::vocabulary {
namespace {

bool isDigit(char c) { return c >= '0' && c <= '9'; }

/// The groups of digits in the words.
std::vector<std::string> numbersIn(std::string_view words) {
  std::vector<std::string> numbers;
  bool inNumber = false;
  for (const char c : words) {
    if (isDigit(c) && !inNumber) numbers.emplace_back();
    inNumber = isDigit(c);
    if (inNumber) numbers.back() += c;
  }
  return numbers;
}

bool isYear(std::string_view number) { return number.size() == 4 && (number.front() == '1' || number.front() == '2'); }

/// Without a time of the day behind it.
std::string_view dayIn(std::string_view words) {
  constexpr std::size_t kDay = 10;
  const bool hasTime = words.size() > kDay && (words[kDay] == 'T' || words[kDay] == ' ');
  return hasTime ? words.substr(0, kDay) : words;
}

/// 2024, 2024-06, 2024-06-03.
bool hasForm(std::string_view words) {
  constexpr std::string_view kForm = "0000-00-00";
  const std::size_t length = words.size();
  if (length != 4 && length != 7 && length != 10) return false;
  for (std::size_t i = 0; i < length; ++i) {
    if (kForm[i] == '0' ? !isDigit(words[i]) : words[i] != kForm[i]) return false;
  }
  return true;
}

}  // namespace

std::string isoDate(std::string_view words) {
  const std::string said = dom::collapseWhiteSpace(words);
  const std::string date(dayIn(said));
  if (!hasForm(date)) return {};
  const std::vector<std::string> numbers = numbersIn(date);
  if (!isYear(numbers[0])) return {};
  const auto number = [&](std::size_t at) { return at < numbers.size() ? std::stoi(numbers[at]) : 1; };
  const std::chrono::year_month_day day{std::chrono::year{number(0)}, std::chrono::month{static_cast<unsigned>(number(1))},
                                        std::chrono::day{static_cast<unsigned>(number(2))}};
  return day.ok() ? date : std::string();
}

std::string calendarDate(std::string_view words) {
  const std::string said = dom::collapseWhiteSpace(words);
  if (hasForm(dayIn(said))) return isoDate(said);
  const std::vector<std::string> numbers = numbersIn(said);
  return std::ranges::count_if(numbers, isYear) == 1 ? *std::ranges::find_if(numbers, isYear) : std::string();
}

std::string dateOrWords(const std::string& words) {
  const std::string date = calendarDate(words);
  return date.empty() ? words : date;
}

}  // namespace octavo::vocabulary

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

std::string calendarDate(std::string_view words) {
  const std::string said = dom::collapseWhiteSpace(words);
  const std::vector<std::string> numbers = numbersIn(said);
  if (const std::string date(dayIn(said)); hasForm(date)) {
    if (!isYear(numbers[0])) return {};
    const unsigned month = date.size() > 4 ? static_cast<unsigned>(std::stoi(numbers[1])) : 1;
    const unsigned day = date.size() > 7 ? static_cast<unsigned>(std::stoi(numbers[2])) : 1;
    const std::chrono::year_month_day whole{std::chrono::year{std::stoi(numbers[0])}, std::chrono::month{month}, std::chrono::day{day}};
    return whole.ok() ? date : std::string();
  }
  return std::ranges::count_if(numbers, isYear) == 1 ? *std::ranges::find_if(numbers, isYear) : std::string();
}

}  // namespace octavo::vocabulary

// vocabulary: dates as metadata have them.
#include "vocabulary/calendar_date.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <vector>

#include "dom/dom.h"
#include "words/dates.h"

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

}  // namespace

std::string isoDate(std::string_view words) {
  const std::optional<words::CalendarDate> date = words::fromIso(dom::collapseWhiteSpace(words));
  return date && isYear(fmt::format("{:04}", date->year)) ? words::isoDate(*date) : std::string();
}

std::string calendarDate(std::string_view words) {
  const std::string said = dom::collapseWhiteSpace(words);
  if (words::hasIsoForm(said)) return isoDate(said);
  const std::vector<std::string> numbers = numbersIn(said);
  return std::ranges::count_if(numbers, isYear) == 1 ? *std::ranges::find_if(numbers, isYear) : std::string();
}

std::string dateOrWords(const std::string& words) {
  const std::string date = calendarDate(words);
  return date.empty() ? words : date;
}

}  // namespace octavo::vocabulary

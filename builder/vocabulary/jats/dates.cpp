// vocabulary/jats: dates that the source gives in parts.
#include "vocabulary/jats/dates.h"

#include <charconv>

#include "vocabulary/jats/reading.h"
#include "words/dates.h"

namespace octavo::vocabulary::jats {
namespace {

using dom::Element;
using words::CalendarDate;

/// The whole text as a number in range; 0 otherwise.
int numberIn(std::string_view text, int least, int most) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool whole = error == std::errc{} && end == text.data() + text.size();
  return whole && value >= least && value <= most ? value : 0;
}

/// 6, 06, June, Jun, jun.
int monthOf(std::string_view text) {
  const int number = numberIn(text, 1, 12);
  return number ? number : words::monthNamed(text);
}

CalendarDate fromIso(std::string_view iso) {
  CalendarDate numbers;
  numbers.year = iso.size() >= 4 ? numberIn(iso.substr(0, 4), 1, 9999) : 0;
  if (numbers.year && iso.size() >= 7 && iso[4] == '-') numbers.month = numberIn(iso.substr(5, 2), 1, 12);
  if (numbers.month && iso.size() >= 10 && iso[7] == '-') numbers.day = numberIn(iso.substr(8, 2), 1, 31);
  return numbers;
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
  CalendarDate numbers{numberIn(year, 1, 9999), monthOf(month), numberIn(day, 1, 31)};
  if (!numbers.month) numbers.day = 0;
  if (!numbers.year) numbers = fromIso(date.attributeOr("iso-8601-date"));
  const bool understood = numbers.year && (month.empty() || numbers.month) && (day.empty() || numbers.day);
  const bool plain = understood && season.empty() && era.empty() && !string &&
                     (year.empty() || numberIn(year, 1, 9999) == numbers.year);
  if (plain) return {words::isoDate(numbers), words::dateIn(numbers, language)};
  std::string said = string ? plainText(*string) : std::string();
  if (!string) {
    for (const Element* child : childrenOf(date)) said += (said.empty() ? "" : " ") + plainText(*child);
  }
  if (said.empty()) said = plainText(date);
  return {words::isoDate(numbers), said};
}

}  // namespace octavo::vocabulary::jats

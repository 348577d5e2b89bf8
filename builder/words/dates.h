// words: dates as each language writes them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace octavo::words {

/// A year, a month or a day of the Gregorian calendar; 0 for what is not said. A day without a month is none.
struct CalendarDate {
  int year = 0, month = 0, day = 0;
  bool operator==(const CalendarDate&) const = default;
};

/// Whether words look like a date of ISO 8601: 2024, 2024-06 or 2024-06-03, a time of the day behind a day apart.
bool hasIsoForm(std::string_view words);
/// The date of such words; nothing where the calendar has no such day.
std::optional<CalendarDate> fromIso(std::string_view words);

/// 2024, 2024-06 or 2024-06-03 (ISO 8601); empty without a year.
std::string isoDate(const CalendarDate& date);

/// 3 June 2024, 3. Juni 2024, 2024年6月3日: as readers of the language write it; as ISO 8601 has it in languages without words.
std::string dateIn(const CalendarDate& date, std::string_view tag);

/// The same of a date as ISO 8601 writes it; other words as they are.
std::string dateIn(std::string_view date, std::string_view tag);

/// The month that an English name or its beginning means ("June", "jun", "Jun."), 1 to 12; 0 for other words.
int monthNamed(std::string_view name);

}  // namespace octavo::words

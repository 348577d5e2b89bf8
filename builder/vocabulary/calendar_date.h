// vocabulary: dates as metadata have them.
#pragma once

#include <string>
#include <string_view>

namespace octavo::vocabulary {

/// The words where they are a date of ISO 8601 (2024, 2024-06 or 2024-06-03) and there is such a day, without a time of the day
/// behind it; empty for any other form.
std::string isoDate(std::string_view words);

/// The date that the words are, as EPUB 3.3 (5.5.3.2.4, dc:date) and ISO 8601 write it: 2024, 2024-06 or 2024-06-03. Of
/// words that are none the only year that they name; empty where there is none or no such day.
std::string calendarDate(std::string_view words);

/// The date that the words are; words that are none as they are, since those are told of when all is read.
std::string dateOrWords(const std::string& words);

}  // namespace octavo::vocabulary

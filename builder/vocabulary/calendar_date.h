// vocabulary: dates as metadata have them.
#pragma once

#include <string>
#include <string_view>

namespace octavo::vocabulary {

/// The date that the words are, as EPUB 3.3 (5.5.3.2.4, dc:date) and ISO 8601 write it: 2024, 2024-06 or 2024-06-03. Of
/// words that are none the only year that they name; empty where there is none or no such day.
std::string calendarDate(std::string_view words);

}  // namespace octavo::vocabulary

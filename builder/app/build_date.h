// app: the one date that outputs carry. The clock is never asked.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace octavo::app {

/// "2024", "2024-06", "2024-06-03" or "2024-06-03T12:00:00Z" as the full form; nothing for anything else.
std::optional<std::string> fullDate(std::string_view date);
/// Seconds since 1970 (SOURCE_DATE_EPOCH) as a full date; nothing when it is no such number.
std::optional<std::string> dateOfEpoch(std::string_view seconds);
/// The date of a build, in this order: the option, SOURCE_DATE_EPOCH, the publication's own date, 2000-01-01. The
/// first two must be valid (see above).
std::string buildDate(std::string_view option, const char* sourceDateEpoch, std::string_view published);

}  // namespace octavo::app

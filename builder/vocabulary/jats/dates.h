// vocabulary/jats: dates as metadata and as readers see them.
#pragma once

#include <string>
#include <string_view>

#include "dom/dom.h"

namespace octavo::vocabulary::jats {

struct Date {
  std::string iso;    // 2024, 2024-06 or 2024-06-03; empty when the source's words are no such date
  std::string shown;  // 3 June 2024, 2024年6月3日: as the language has it; words that are no date as they are
};

/// Any element with year, month, season, day, string-date or iso-8601-date.
Date readDate(const dom::Element& date, std::string_view language);

}  // namespace octavo::vocabulary::jats

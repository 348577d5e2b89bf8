// app: names of trim sizes.
#pragma once

#include <optional>
#include <string_view>

#include "base/geometry.h"

namespace octavo::app {

/// "A5", "JIS-B6", "32K", "letter", "148x210mm" or "6x9in", letters of either case; nothing for anything else.
std::optional<PhysicalSize> trimSize(std::string_view name);

}  // namespace octavo::app

// vocabulary: lengths as the attributes of sources write them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace octavo::vocabulary {

/// A number, whole or with a fraction, over zero and of a size that makes sense on paper (up to 10,000); nothing else.
std::optional<double> measureOf(std::string_view digits);

/// `3.5cm`, `20 mm`, `12pi`, `40%` or a bare number of `bareUnit` as a CSS length; nothing where it is none.
std::optional<std::string> cssLength(std::string_view written, std::string_view bareUnit);

/// The same in pixels (CSS: 96 to an inch), rounded, 1 at least; nothing for percentages and em.
std::optional<int> pixelsOf(std::string_view written, std::string_view bareUnit);

}  // namespace octavo::vocabulary

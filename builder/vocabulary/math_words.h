// vocabulary: a formula in one line, for those who cannot see it.
#pragma once

#include <string>

#include "dom/dom.h"

namespace octavo::vocabulary {

/// The formula as it would be typed in a line of plain text: (a + b)/c, √(x), x_1^2, ∑_(i = 1)^n, [a, b; c, d]. In signs, not
/// in words, so that it is right in every language. Empty where the formula shows nothing.
std::string mathWords(const dom::Element& math);

}  // namespace octavo::vocabulary

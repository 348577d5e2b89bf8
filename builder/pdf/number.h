// pdf: numbers as a PDF file writes them: short, the same on every machine.
#pragma once

#include <cstdint>
#include <string>

#include "base/length.h"

namespace octavo::pdf {

/// A distance on the page in 1/1000 pt: what content streams are precise to. Sums stay exact.
using MilliPoints = std::int64_t;

constexpr MilliPoints toMilliPoints(Length length) { return (length.toUnits() * 1000 + 32768) >> 16; }

void appendInteger(std::string& to, std::int64_t value);
/// `value` thousandths as a decimal number without needless digits: 12, 0.5, -.25 is -0.25.
void appendThousandths(std::string& to, std::int64_t value);
inline void appendLength(std::string& to, Length length) { appendThousandths(to, toMilliPoints(length)); }

}  // namespace octavo::pdf

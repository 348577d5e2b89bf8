// vocabulary: formulas in one line, as paper and alternative texts have them: what stands between their parts there.
#pragma once

#include <string_view>

#include "dom/dom.h"

namespace octavo::vocabulary {

/// Whether a part must stand in brackets where it is set beside a slash (a numerator or denominator): it is more than one
/// number, letter, root or script.
bool needsBracketsInFraction(const dom::Element& part);
/// The same for what has scripts: (a/b)², (x²)³, but 10², (a + b)² as it is written.
bool needsBracketsAsBase(const dom::Element& base);
/// The same for what stands under a root.
bool needsBracketsUnderRoot(const dom::Element& part);
/// A fraction in a row, by its neighbours: (a/b)c, c ÷ (a/b), sin(a/b).
bool needsBracketsInRow(const dom::Element& fraction, const dom::Element* before, const dom::Element* after);
/// A fraction without a line: a binomial coefficient, numbers one above the other.
bool isStack(const dom::Element& fraction);
/// Between a number and a fraction: 1 1/2 is not 11/2.
bool isMixedNumber(const dom::Element& fraction, const dom::Element* before);

inline constexpr std::string_view kStackSign = "¦";  // Unicode Technical Note 28, section 3.1: one above the other

/// Notes on the parts of a finished formula what paper sets before and behind them (kBeforeAttribute, kAfterAttribute), and
/// gives scripts that stand before their base a form of their own there.
void layOnOneLine(dom::Element& math);

}  // namespace octavo::vocabulary

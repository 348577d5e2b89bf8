// layout/inline/search: other ways to choose lines than the total fit: first fit, and lines as equal as can be.
#pragma once

#include <vector>

#include "layout/inline/search/choose_breaks.h"

namespace octavo::layout {

/// What a line measures as it stands, its ends as chosen, and how far its gaps can give way. Units of Length.
struct LineExtent {
  std::int64_t natural = 0, shrink = 0;
};
LineExtent extentOf(const Items& items, std::uint32_t firstItem, const ChosenLine& line, const BreakRules& rules);

/// text-wrap-style: stable (CSS Text 4, section 6.3.1). Each line takes what fits without shrinking, so that nothing
/// behind it moves it. A word is parted only where the line would be torn otherwise.
std::vector<ChosenLine> fillLines(const BreakRequest& request);

/// text-wrap-style: balance. As many lines as fillLines needs, in the narrowest measure that holds them; longer
/// paragraphs than kMostBalancedLines come back empty.
inline constexpr std::size_t kMostBalancedLines = 10;
std::vector<ChosenLine> balanceLines(const BreakRequest& request);
/// The same, but no line ends inside a word of Han or kana where as many lines can do without: so a title reads well.
std::vector<ChosenLine> balanceWords(const BreakRequest& request, const InlineText& text, const ShapedText& shaped);

}  // namespace octavo::layout

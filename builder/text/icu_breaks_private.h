// text: ICU's iterators, asked for no more of a text than they are needed for.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "text/line_breaks.h"

namespace octavo::text {

/// Adds the line breaks of UAX 14 by ICU's rules of this locale ("zh@lb=strict") to `breaks`, one entry for each unit
/// of the text and one for its end. Exactly what ICU says of the whole text, which it is shown in part only.
void addIcuLineBreaks(std::u16string_view text, const std::string& locale, std::span<BreakOpportunity> breaks);

}  // namespace octavo::text

// fragment: the words of the text dumps, shared with the layout room's own dump.
#pragma once

#include <string>

#include "fragment/fragment.h"

namespace octavo::fragment {

/// Points with at most two decimals, rounded half away from zero: "12", "-0.5", "419.53".
std::string pointsText(Length length);
/// "#rrggbb", with two more digits where it is not opaque.
std::string colorText(Color color);
/// "0.5 solid #000000"; "none" where nothing is painted.
std::string borderText(const BorderLine& line);
/// `"aaa bb"` with quotes, backslashes and control characters escaped.
std::string quoted(std::string_view utf8);
/// "marker"; empty for content.
std::string_view roleText(Role role);
/// `<p>`; empty for null.
std::string sourceText(const dom::Element* source);
/// `Half 10` and what sets the run apart: "rtl", "vertical", "sideways", "turned", its colour where it is not black.
std::string runText(const GlyphRun& run);

}  // namespace octavo::fragment

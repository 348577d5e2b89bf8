// text: line feeds of the source between letters of scripts that write no spaces.
#pragma once

namespace octavo::text {

/// East Asian wide, and not Hangul: a line feed between two such characters is no space (CSS Text 3, section 4.1.3).
bool swallowsSegmentBreak(char32_t character);

}  // namespace octavo::text

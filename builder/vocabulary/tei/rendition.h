// vocabulary/tei: how the source looked (rend, rendition, style), told by elements, classes and safe styles.
#pragma once

#include <vector>

#include "vocabulary/tei/reading.h"

namespace octavo::vocabulary::tei {

/// The tokens of @rend that say what a face or place is: "bold" for b, bf, bold; unknown ones as written.
std::vector<std::string> renditionOf(const dom::Element& source);

/// Classes "rend-…" for @rend, and a style attribute from @style and the rendition elements that @rendition names, of
/// the properties that may stand in the text.
void takeRendition(dom::Element& made, const dom::Element& source, Reading& reading);

}  // namespace octavo::vocabulary::tei

// vocabulary: which elements of XHTML may stand in a line of text, and which may not.
#pragma once

#include <string_view>

#include "dom/dom.h"
#include "publication/content_model.h"

namespace octavo::vocabulary {

using publication::isPhrasing;

/// True for text of white space only.
bool isBlank(const dom::Node& node);

/// Puts each run of phrasing content that stands directly in the container, beside or without blocks, into a
/// `p`; white space between blocks goes.
void wrapLoosePhrasing(dom::Element& container);

/// "h1" to "h6": 1 to 6, 0 for any other element.
int headingLevel(const dom::Element& element);

}  // namespace octavo::vocabulary

// epub: what figures and tables are called.
#pragma once

#include <string>

#include "dom/dom.h"

namespace octavo::epub {

/// The caption of a figure or a table with words in it; else null.
const dom::Element* captionOf(const dom::Element& element);
/// Its title, or its first paragraph, in one line without readings; cut at a word where it is long.
std::string captionText(const dom::Element& caption);

}  // namespace octavo::epub

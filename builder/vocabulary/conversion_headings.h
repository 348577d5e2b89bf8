// vocabulary: the contents that a chapter's headings make.
#pragma once

#include <string>

#include "vocabulary/conversion.h"

namespace octavo::vocabulary {

/// One entry for the chapter, below it those of its headings after the first; headings or their sections get
/// ids.
publication::NavigationEntry navigationOf(dom::Element& root, const std::string& title,
                                          Conversion& conversion);

}  // namespace octavo::vocabulary

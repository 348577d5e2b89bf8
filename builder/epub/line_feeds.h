// epub: line feeds of the source in scripts that write no spaces.
#pragma once

#include "dom/dom.h"

namespace octavo::epub {

/// Takes out line feeds, with the blanks around them, between two Chinese or Japanese characters, but where white space is
/// kept (pre): our pages do so by CSS Text 3, section 4.1.3, and readers would show a space.
void dropLineFeeds(dom::Element& root);

}  // namespace octavo::epub

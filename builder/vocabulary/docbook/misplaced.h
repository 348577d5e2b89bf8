// vocabulary/docbook: words where DocBook has none.
#pragma once

#include "vocabulary/docbook/reading.h"

namespace octavo::vocabulary::docbook {

/// Adds the element to reading.misplaced where it has text that its rule does not look for, or is a second title.
void findMisplaced(const dom::Element& element, Reading& reading);

}  // namespace octavo::vocabulary::docbook

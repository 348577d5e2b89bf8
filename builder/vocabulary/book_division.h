// vocabulary: the chapters that a reader makes of a whole book.
#pragma once

#include <string_view>
#include <vector>

#include "vocabulary/conversion.h"

namespace octavo::vocabulary {

/// What a division is and where it stands in the contents.
struct DivisionPlace {
  publication::ChapterKind kind = publication::ChapterKind::Chapter;
  int depth = 0;
  bool takesId = true;  // false where an element inside the root has the source's id
};

/// Appends a division with a root from the source: its language, its id as an alias of the root's, class, role and
/// epub:type of its kind. Roots stay where they are when more divisions follow.
dom::Element& appendDivision(std::vector<Division>& divisions, const dom::Element& source, std::string_view language,
                             DivisionPlace place, Conversion& conversion);

}  // namespace octavo::vocabulary

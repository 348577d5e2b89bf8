// vocabulary: the index that is made of the marks in the text.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "dom/dom.h"

namespace octavo::vocabulary {

/// On the mark where a range of pages begins: the id of the element where it ends.
inline constexpr std::string_view kRangeEnd = "data-range-end";

/// Below `into`, lists of the terms of the marks, with links to their places; from twelve terms up in groups with
/// headings. A mark is an element with data-term="first level : second : → see this : ⇒ see also that", and
/// data-sort-as (levels parted in the same way) where it is not sorted by its words; kRangeEnd where it begins a range of
/// pages. `idOf` gives a mark its id.
void appendIndex(dom::Element& into, const std::vector<dom::Element*>& marks, const std::string& language,
                 const std::function<std::string(dom::Element&)>& idOf);

/// What is said where the marks of a document make no index.
std::string indexTermsHidden(std::size_t count);

}  // namespace octavo::vocabulary

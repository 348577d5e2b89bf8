// layout/page: the sixteen boxes in the margins of a page: running heads, page numbers.
#pragma once

#include <vector>

#include "layout/page/frame/page_frame.h"
#include "layout/page/frame/page_values.h"

namespace octavo::layout::page {

/// The margin boxes of one page, placed from its top left corner, top side first, then clockwise. `element`
/// is any element of the book: boxes have one, these fragments have none. CSS Paged Media 3, section 5.
std::vector<fragment::PlacedFragment> layoutMarginBoxes(const css::PageStyle& style, const PageValues& values,
                                                        const dom::Element* element, Context& context);

}  // namespace octavo::layout::page

// layout/block: a list item's outside marker.
#pragma once

#include "layout/block/block.h"

namespace octavo::layout {

/// Puts the marker first among the item's children: at the start side, its end a fixed gap before the border box, so
/// that numbers are flush at their end; on the baseline of the first line. An item without a line gets the marker's
/// block size.
void placeMarker(const box::Box& item, const BoxGeometry& geometry, const Space& space, Contents& contents,
                 Context& context);

}  // namespace octavo::layout

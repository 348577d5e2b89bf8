// layout/block: the used size of a picture, block- or inline-level. CSS 2.2, 10.3.2, 10.4 and 10.6.2.
#pragma once

#include "layout/contract.h"

namespace octavo::layout {

/// The content box of an Image box. `available` is the room for its margin box; the picture keeps its proportions
/// unless both sizes are given, is never wider than that room, and never taller than `pageBlockSize` (less its own
/// edges): what does not fit a page could not be shown at all. Unknown natural size: zero, reported once
/// (picture-size-unknown).
LogicalSize pictureSize(const box::Box& box, const Space& space, Context& context);

}  // namespace octavo::layout

// box: places without text of their own.
#pragma once

#include "box/box.h"

namespace octavo::box {

/// Anchors and named strings in blocks that show nothing go to the text or picture that follows, or, at the end of the
/// chapter, to the one before: a mark between blocks has the page of the next line.
void settleHollowAnchors(Box& chapter);

}  // namespace octavo::box

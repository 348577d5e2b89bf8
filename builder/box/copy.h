// box: copies of finished boxes in another style.
#pragma once

#include <functional>
#include <memory>

#include "box/box.h"

namespace octavo::box {

/// The style of a copy; null: the box and all below it keep theirs.
using Restyle = std::function<css::StylePtr(const Box&)>;

/// A copy of the box and all below it. Notes keep their styles: they stand apart from their calls.
std::unique_ptr<Box> restyled(const Box& box, Restyle restyle);

}  // namespace octavo::box

// layout/page: the words of a margin box, shortened to its room.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "layout/page/frame/page_values.h"

namespace octavo::layout::page {

using FitsRoom = std::function<bool(const std::string&)>;

/// The pieces as one text. Where it does not fit, named strings are cut, the longest first: behind a word, or between
/// ideographs, with an ellipsis. The text that comes nearest where nothing fits.
std::string shortenedText(std::vector<MarginPiece> pieces, const FitsRoom& fits);

}  // namespace octavo::layout::page

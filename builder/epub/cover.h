// epub: the cover, drawn where the publication brings none.
#pragma once

#include <string>

#include "font/font.h"
#include "publication/publication.h"

namespace octavo::epub {

/// Pixels; stores ask for a height of 1.6 widths and at least 2500.
inline constexpr int kCoverWidth = 1600, kCoverHeight = 2560;

/// A PNG with title, subtitle, contributors, publisher and date on a coloured ground that follows the title.
std::string drawCover(const publication::Metadata& metadata, const font::Collection& fonts);

}  // namespace octavo::epub

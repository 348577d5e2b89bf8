// epub: the cover, drawn where the publication brings none.
#pragma once

#include <string>

#include "font/font.h"
#include "publication/publication.h"

namespace octavo::epub {

/// Pixels; stores ask for at least 1400 in height.
inline constexpr int kCoverWidth = 1600, kCoverHeight = 2400;

/// A PNG with title, subtitle, contributors, publisher and date on a coloured ground that follows the title.
std::string drawCover(const publication::Metadata& metadata, const font::Collection& fonts);

}  // namespace octavo::epub

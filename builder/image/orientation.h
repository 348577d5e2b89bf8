// image: which side of a photograph is up.
#pragma once

#include <cstdint>
#include <string_view>

namespace octavo::image {

/// From Exif data (a TIFF header and its first directory): 1 to 8; 1 where nothing sensible is said. Exif 2.32, tag 0x0112.
std::uint8_t exifOrientation(std::string_view tiff);

}  // namespace octavo::image

// epub: pictures as readers get them.
#pragma once

#include <cstdint>
#include <string>

#include "publication/publication.h"

namespace octavo::epub {

/// The picture's bytes, made smaller where it has more pixels than asked; 0 asks for nothing. A file that cannot be decoded
/// here (a printer's JPEG of four inks) stays as it is, with a warning (image-not-reduced).
std::string fittedPicture(const publication::Resource& picture, std::uint64_t mostPixels, Diagnostics& diagnostics);

}  // namespace octavo::epub

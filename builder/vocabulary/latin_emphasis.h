// vocabulary: Western words inside East Asian emphasis.
#pragma once

#include "publication/publication.h"

namespace octavo::vocabulary {

/// Puts the Western words of emphasis in Chinese, Japanese and Korean into `<span class="latin-words">`, so that a style can
/// set them in italics where it gives the ideographs dots or another face (clreq 3.3): CSS has no selector for scripts.
void markLatinEmphasis(publication::Publication& publication);

}  // namespace octavo::vocabulary

// app: whether pictures have dots enough for the size they are printed at.
#pragma once

#include "base/diagnostics.h"
#include "fragment/fragment.h"
#include "publication/publication.h"

namespace octavo::app {

/// Warns (resolution-low) of pictures with fewer than 150 dots to the inch where they stand largest on the pages, notes
/// (resolution-modest) those with fewer than 300, which print shops ask for in photographs.
void reportResolution(const fragment::PrintedBook& book, const publication::Publication& publication, Diagnostics& diagnostics);

}  // namespace octavo::app

// pdf: the contents at the reader's side.
#pragma once

#include <vector>

#include "fragment/fragment.h"
#include "pdf/sink.h"
#include "publication/publication.h"

namespace octavo::pdf {

/// Pages by index: what destinations are made of.
struct PageRefs {
  std::vector<Ref> refs;
  std::vector<Length> heights;
};

/// `[page /XYZ left top null]`: to the place, at the magnification the reader has.
Value destinationValue(const fragment::Destination& destination, const PageRefs& pages);

/// The outline dictionary: entries whose target is nowhere in the book are left out, their children move up.
/// Null where nothing is left. The first level shows, deeper ones are folded.
Ref putOutline(const std::vector<publication::NavigationEntry>& navigation,
               const std::map<std::string, fragment::Destination>& destinations, const PageRefs& pages,
               PdfSink& sink);

}  // namespace octavo::pdf

// pdf: links that can be clicked.
#pragma once

#include <vector>

#include "pdf/links.h"
#include "pdf/outline.h"
#include "pdf/sink.h"

namespace octavo::pdf {

/// A link annotation for each area, in their order: one for each link and page, with a quadrilateral for each
/// line where there are several. The StructParent of the first is `firstKey`.
std::vector<Ref> putAnnotations(const std::vector<LinkArea>& areas, const PageRefs& pages,
                                std::size_t firstKey, PdfSink& sink);

}  // namespace octavo::pdf

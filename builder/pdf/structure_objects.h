// pdf: the structure tree as objects.
#pragma once

#include <vector>

#include "pdf/sink.h"
#include "pdf/structure_tree.h"

namespace octavo::pdf {

struct StructureRefs {
  const std::vector<Ref>& pages;
  const std::vector<Length>& pageHeights;
  const std::vector<Ref>& annotations;
};

/// The StructTreeRoot. Pages are keyed in the parent tree by their index, annotations by page count + index.
Ref putStructure(const StructureTree& tree, const StructureRefs& refs, PdfSink& sink);

/// A number tree (ISO 32000-1, 7.9.7) of the values 0, 1, 2…, in leaves of 64.
Dictionary numberTree(const std::vector<Value>& values, PdfSink& sink);

}  // namespace octavo::pdf

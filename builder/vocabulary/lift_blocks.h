// vocabulary: makes the converted tree valid where the source nests blocks in running text.
#pragma once

#include "dom/dom.h"

namespace octavo::vocabulary {

/// Below `root`: a paragraph with a block in it, however deep in inline elements, becomes paragraph, block,
/// paragraph; the later pieces have class "continued". Where only running text may stand (headings, ruby, code) a
/// block becomes a span. Elements are moved, never copied, so that pointers to links stay good; a split inline
/// element is repeated without its id.
void liftBlocks(dom::Element& root);

/// White space as the output wants it: runs become one blank (one line end where the run has one), none at the
/// edges of blocks and around blocks. `pre` keeps its own. Paragraphs that nothing is left of go.
void tidyWhiteSpace(dom::Element& root);

}  // namespace octavo::vocabulary

// vocabulary: indents that were typed as blanks.
#pragma once

#include "base/diagnostics.h"
#include "dom/dom.h"

namespace octavo::vocabulary {

/// Takes away the ideographic, no-break, em and en spaces at the start of paragraphs, with a note: the style indents them
/// (clreq 5.1.1, JLREQ 3.5.1), and both together would be twice as deep. Verse, listings, cells, items of lists, paragraphs
/// of typed lines and those of blanks alone stay as they are.
void dropTypedIndents(dom::Element& root, Diagnostics& diagnostics);

}  // namespace octavo::vocabulary

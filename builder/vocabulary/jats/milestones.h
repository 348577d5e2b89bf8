// vocabulary/jats: lines under and over text that begin and end anywhere: underline-start, underline-end, overline-start, overline-end.
#pragma once

#include "vocabulary/jats/reading.h"

namespace octavo::vocabulary::jats {

/// A mark without words in the tree, for drawLines to find.
void convertLineMark(const dom::Element& source, dom::Element& into, Reading& reading);

/// Puts `u`, or a span of class overline, round all text between a start and the end that names it (JATS 1.3, underline-end,
/// attribute rid), whatever elements lie between. A start that no end names, and the other way round, is reported.
void drawLines(dom::Element& root, Reading& reading);

}  // namespace octavo::vocabulary::jats

// vocabulary/jats: which of the data about an article stand on its first page, and which after its end.
#pragma once

#include "vocabulary/jats/reading.h"

namespace octavo::vocabulary::jats {

/// Takes definitions without words out of a `dl`, and terms without definitions.
void dropEmptyRows(dom::Element& list);

/// Moves what readers look for on a first page out of the `dl` into at most three lines (`span`) of `facts`: DOI and dates,
/// correspondence, rights. What cannot stand in a line stays.
void moveFacts(const dom::Element& article, dom::Element& list, dom::Element& facts, Reading& reading);

}  // namespace octavo::vocabulary::jats

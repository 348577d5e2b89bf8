// vocabulary/docbook: reads DocBook 5.x and 4.x: articles, books, sets, and every smaller part that may stand alone.
#pragma once

#include "vocabulary/reader.h"

namespace octavo::vocabulary {

/// A book or set becomes a title page and one chapter for each of its parts, chapters, prefaces and their like; any
/// other root becomes one chapter. Every word of the source is in the chapters, or in an attribute of theirs (alt,
/// data-term, data-short-title); what has no rule is reported (unknown-element) and keeps its words.
Article readDocBook(const ReaderInputs& inputs);

}  // namespace octavo::vocabulary

// vocabulary/tei: reads a TEI P5 text.
#pragma once

#include "vocabulary/reader.h"

namespace octavo::vocabulary {

/// The text as one chapter with its title block, or, where it is a book (a title page, divisions named chapter or
/// act, several texts), as title page, parts, chapters and appendices. The header's other statements are listed
/// behind it. TEI P5 names; what has no rule keeps its words and is reported once per name.
Article readTei(const ReaderInputs& inputs);

}  // namespace octavo::vocabulary

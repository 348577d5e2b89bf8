// vocabulary/bits: reads a BITS book, or a part of one in a file of its own.
#pragma once

#include "vocabulary/reader.h"

namespace octavo::vocabulary {

/// A book as title page, front matter, parts, chapters, appendices and index; a book-part-wrapper, a book-part or another
/// part alone as one chapter. BITS 2.1 names; bodies, tables, references and metadata are read by the rules of JATS,
/// whose names BITS shares. A source's own table of contents gives way to the generated one (toc-replaced).
Article readBits(const ReaderInputs& inputs);

}  // namespace octavo::vocabulary

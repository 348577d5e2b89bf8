// pdf: the door of the room: pages and reading order in, the bytes of a tagged PDF out.
#pragma once

#include <string>

#include "base/diagnostics.h"
#include "fragment/fragment.h"
#include "publication/publication.h"

namespace octavo::pdf {

struct PdfOptions {
  std::string date;  // creation and change: ISO 8601 in UTC, "2024-06-03T12:15:00Z"; empty: the file has none
  std::string producer = "Octavo";
  std::string language;  // BCP 47 of the document; empty: the publication's first
  unsigned threads = 1;  // how many may work; the bytes are the same on any number
};

/// PDF 1.7 that keeps to PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2) at once. Equal input gives equal
/// bytes. The fragments' source elements must be those of the publication's chapters. Throws BuildError
/// (font-subset, font-not-embeddable, pdf-write).
std::string writePdf(const fragment::PrintedBook& book, const publication::Publication& publication,
                     const PdfOptions& options, Diagnostics& diagnostics);

}  // namespace octavo::pdf

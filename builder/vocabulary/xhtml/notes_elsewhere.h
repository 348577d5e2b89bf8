// vocabulary/xhtml: notes that stand in a file of their own, beside the pages that call them.
#pragma once

#include <filesystem>
#include <vector>

#include "base/files.h"
#include "dom/dom.h"

namespace octavo::vocabulary {

/// A page of the publication, before it is read.
struct PageOfBuild {
  std::filesystem::path file;  // canonical
  InputFolder folder;
  dom::Document* document;
  bool isEmptied = false;  // filled: nothing but headings is left, for its notes stand with their calls
};

/// Gives each page the notes that it calls in another (epub:type noteref and endnote, DPUB-ARIA doc-noteref and
/// doc-endnote), so that they are notes as any others; what was called leaves the page that it stood in.
void bringNotesToTheirCalls(std::vector<PageOfBuild>& pages);

}  // namespace octavo::vocabulary

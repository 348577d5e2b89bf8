// vocabulary: the stylesheets that an input names for itself.
#pragma once

#include <filesystem>

#include "base/files.h"
#include "publication/publication.h"

namespace octavo::vocabulary {

/// Adds the CSS files of the document's `<?xml-stylesheet?>` instructions (W3C, Associating Style Sheets with
/// XML 1.0), as absolute paths. A file outside the folder or missing is reported (style-missing); other
/// languages are passed over.
void addStyleReferences(const dom::Document& document, const std::filesystem::path& file,
                        const InputFolder& folder, publication::Publication& publication,
                        Diagnostics& diagnostics);

}  // namespace octavo::vocabulary

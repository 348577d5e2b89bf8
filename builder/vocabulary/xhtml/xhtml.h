// vocabulary/xhtml: reads XHTML5 articles and whole XHTML pages.
#pragma once

#include "vocabulary/reader.h"

namespace octavo::vocabulary {

/// The page as one chapter: its `main`, else its only `article`, else its body. Semantic elements stay,
/// scripts, forms and looks go with a warning, notes are gathered. What has no rule keeps its words and is
/// reported once per name.
Article readXhtml(const ReaderInputs& inputs);

}  // namespace octavo::vocabulary

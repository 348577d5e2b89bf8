// vocabulary/jats: reads a JATS or NLM article.
#pragma once

#include "vocabulary/reader.h"

namespace octavo::vocabulary {

/// The article as one chapter. JATS 1.3 Publishing and Archiving names, those of NLM 2 and 3 with them. What has no
/// rule keeps its words and is reported once per name.
Article readJats(const ReaderInputs& inputs);

}  // namespace octavo::vocabulary

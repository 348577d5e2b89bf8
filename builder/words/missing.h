// words: a note for a document whose language the program has no words in.
#pragma once

#include <string_view>

#include "base/diagnostics.h"

namespace octavo::words {

/// Says, once for each language, that what the program writes into a document in it is English (words-missing). Silent for a tag
/// that names no language: und, mul, zxx, mis, none.
void reportMissing(std::string_view tag, SourcePosition where, Diagnostics& diagnostics);

}  // namespace octavo::words

// vocabulary/jats: which of the program's words stand for JATS's elements and types, in the language of the text.
#pragma once

#include <string>
#include <string_view>

#include "words/words.h"

namespace octavo::vocabulary::jats {

using words::colon;
using words::listSeparator;

/// The word for a key ("abstract", "references") in that language; English where there is none in it. A key without
/// a row is shown as it is, its hyphens as blanks, the first letter large.
std::string term(std::string_view key, std::string_view language);

}  // namespace octavo::vocabulary::jats

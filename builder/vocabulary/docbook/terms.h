// vocabulary/docbook: the words that DocBook leaves to its readers, in the language of the text.
#pragma once

#include <string>
#include <string_view>

#include "words/words.h"

namespace octavo::vocabulary::docbook {

using words::listSeparator;

/// The word for a key ("note", "see", "question") in that language; English where there is none in it, the key itself
/// where it has no row.
std::string term(std::string_view key, std::string_view language);
/// "Chapter 2", 第2章: the name of a numbered thing (part, chapter, appendix, figure, table, example, equation,
/// procedure, step) with its number; the number alone for any other key.
std::string numbered(std::string_view key, std::string_view number, std::string_view language);

}  // namespace octavo::vocabulary::docbook

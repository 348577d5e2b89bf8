// vocabulary/tei: the words that the program itself writes between the source's.
#pragma once

#include <string>
#include <string_view>

namespace octavo::vocabulary::tei {

/// What an element is called for readers, in the language of the tag: "birth" → "Birth", in Japanese 生年. An
/// element without an entry gives its own name, spaced: "origPlace" → "Orig place".
std::string term(std::string_view element, std::string_view language);

}  // namespace octavo::vocabulary::tei

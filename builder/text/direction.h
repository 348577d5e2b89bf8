// text: which way a language is written.
#pragma once

#include <string_view>

namespace octavo::text {

/// By the script that the tag names, else by the one that the language is usually written in (BCP 47; CLDR).
bool isRightToLeft(std::string_view language);

}  // namespace octavo::text

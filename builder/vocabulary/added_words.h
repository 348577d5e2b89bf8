// vocabulary: words that the program adds to a text (headings, labels), in more languages than each vocabulary's own table.
#pragma once

#include <string_view>

namespace octavo::vocabulary {

/// The word for an English one of the readers' tables, in Spanish, French, German, Portuguese, Russian or Arabic; empty where
/// there is none. WCAG 2.2, 3.1.2: a word in another language than the text around it would be read wrongly.
std::string_view addedWord(std::string_view english, std::string_view language);

}  // namespace octavo::vocabulary

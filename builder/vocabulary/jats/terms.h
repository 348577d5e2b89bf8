// vocabulary/jats: the few words the reader itself adds, in the language of the text.
#pragma once

#include <string>
#include <string_view>

namespace octavo::vocabulary::jats {

/// The word for a key ("abstract", "references") in that language; English where there is none in it. A key without
/// a row is shown as it is, its hyphens as blanks, the first letter large.
std::string term(std::string_view key, std::string_view language);
/// What stands between items of a list in running text: ", " or "、".
std::string_view listSeparator(std::string_view language);
/// What stands between a name and what belongs to it: ": " or "：".
std::string_view colon(std::string_view language);

}  // namespace octavo::vocabulary::jats

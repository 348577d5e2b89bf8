// text: codes of languages, as they are registered.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace octavo::text {

/// The code that tags are to use for a language, lower case in and out: the shortest of ISO 639 (BCP 47, section 2.2.1), today's
/// where it was changed: "deu" and "ger" → "de", "iw" → "he". Three letters that stand for nothing shorter stay. Nothing for
/// two letters that are no language ("jp") and for what is longer than codes are ("english").
std::optional<std::string> shortestLanguageCode(std::string_view code);

/// What the registry has in place of a tag that was registered whole (RFC 5646, section 2.2.8, "grandfathered", and the sign
/// languages of parts of a country): "en-gb-oed" → "en-GB-oxendict", "i-klingon" → "tlh"; itself where it has nothing. Nothing for any
/// other tag. `tag` in lower case with hyphens.
std::optional<std::string> languageRegisteredWhole(std::string_view tag);

}  // namespace octavo::text

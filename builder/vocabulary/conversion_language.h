// vocabulary: language tags.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace octavo::vocabulary {

/// The tag with the customary capitals (BCP 47, section 2.1.1), `_` read as `-`: "ZH_hant-hk" → "zh-Hant-HK".
/// The language by its shortest code, tags that were registered whole by today's: "deu" → "de", "en-GB-oed" →
/// "en-GB-oxendict". Nothing where its form is not that of a language tag, for a language of two letters that there is not
/// ("jp"), and for names of languages. Whether the other subtags are registered is not asked.
std::optional<std::string> canonicalLanguage(std::string_view tag);

}  // namespace octavo::vocabulary

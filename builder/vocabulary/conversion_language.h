// vocabulary: language tags.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace octavo::vocabulary {

/// The tag with the customary capitals (BCP 47, section 2.1.1), `_` read as `-`: "ZH_hant-hk" → "zh-Hant-HK".
/// Nothing where its form is not that of a language tag. Whether the subtags are registered is not asked.
std::optional<std::string> canonicalLanguage(std::string_view tag);

}  // namespace octavo::vocabulary

// text: the language of a text that does not say it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace octavo::text {

/// The language that the words are likely in, as BCP 47 has it: "ja", "ko", "zh-Hans", "zh-Hant", "en". Nothing for a
/// text too short or too mixed to tell. UTF-8; a few thousand characters are enough.
std::optional<std::string> likelyLanguage(std::string_view utf8);

/// How a Chinese text is written: "Hant" or "Hans", by the characters that only one of the two has. Nothing where it has
/// too few of them, or both kinds.
std::optional<std::string> chineseScript(std::string_view utf8);

}  // namespace octavo::text

// text: letters and their marks as one character, where Unicode has one.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace octavo::text {

/// The text in Normalization Form C (UAX 15), with two exceptions: compatibility ideographs stay, since names are spelt with
/// them, and U+2329 and U+232A become U+27E8 and U+27E9, what mathematics means by them, and no marks of Chinese titles.
/// Nothing where that is no change.
std::optional<std::string> composed(std::string_view utf8);
/// Whether composed() would change nothing; makes no copy.
bool isComposed(std::string_view utf8);

}  // namespace octavo::text

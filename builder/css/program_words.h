// css: the names that the built-in sheets know parts by, where a page of somebody else may have the same by chance.
#pragma once

#include <string>
#include <string_view>

#include "css/selector.h"

namespace octavo::css {

/// True for a class of the built-in sheets that names a kind of part in one ordinary word (speech, abstract, contents…).
/// Names of looks (center, overline) and those with a hyphen are none: nobody has these by chance with another meaning.
bool isProgramWord(std::string_view name);

/// How the class of a page is called where it is such a word by chance: page-speech. Built-in sheets do not know it;
/// `.speech` of any other sheet means both.
std::string pageClass(std::string_view name);

/// `:is(.speech, .page-speech)`.
SimpleSelector classOfPagesToo(const std::string& name);

/// Built-in sheets are known by this beginning of their name; no file of a user can have it.
constexpr std::string_view kBuiltInSheet = "octavo:";

}  // namespace octavo::css

// words: the table's door, for this room alone.
#pragma once

#include <cstddef>
#include <string_view>

#include "words/words.h"

namespace octavo::words {

inline constexpr std::size_t kLanguages = static_cast<std::size_t>(Language::Arabic) + 1;
inline constexpr std::size_t kTerms = static_cast<std::size_t>(Term::AccessibleButForPictures) + 1;

std::string_view inTable(Language language, Term term);

}  // namespace octavo::words

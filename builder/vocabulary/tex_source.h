// vocabulary: formulas in TeX, which no output can set.
#pragma once

#include <string_view>

#include "vocabulary/conversion.h"

namespace octavo::vocabulary {

/// A command (\frac), or a formula between dollars.
bool looksLikeTeX(std::string_view words);
/// That a formula stands there as its TeX source, each with its place.
void reportTeX(const Conversion& conversion, SourcePosition where);

}  // namespace octavo::vocabulary

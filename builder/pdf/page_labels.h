// pdf: the page numbers that a viewer shows, equal to the printed ones.
#pragma once

#include <string>
#include <vector>

#include "pdf/value.h"

namespace octavo::pdf {

/// The number tree of PageLabels (ISO 32000-1, 12.4.2): ranges of decimal or roman numbers with a prefix; a
/// label that is no number is a prefix alone.
Dictionary pageLabels(const std::vector<std::string>& labels);

}  // namespace octavo::pdf

// vocabulary: numbers that a reader writes itself.
#pragma once

#include <string>
#include <string_view>

namespace octavo::vocabulary {

/// 1, a, i, A, I by kind ("arabic", "loweralpha", "lowerroman", "upperalpha", "upperroman"); in digits what a kind cannot
/// write.
std::string formatNumber(int value, std::string_view numeration);

}  // namespace octavo::vocabulary

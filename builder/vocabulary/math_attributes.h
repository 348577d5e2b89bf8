// vocabulary: which attributes the elements of MathML have, and what may stand in them. MathML 3, chapter 3 and appendix A.
#pragma once

#include <string_view>

namespace octavo::vocabulary {

enum class MathAttribute { Good, Unknown, WrongValue };

/// Of presentation markup; ids, classes, styles and links are nobody's here.
MathAttribute judgeMathAttribute(std::string_view element, std::string_view name, std::string_view value);

}  // namespace octavo::vocabulary

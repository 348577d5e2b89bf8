// xml: the characters that the public entity sets name.
#pragma once

#include <optional>
#include <string_view>

namespace octavo::xml {

/// The UTF-8 text of a name from the HTML, ISO and MathML sets: "rsquor" is a right quotation mark. The five
/// names of XML itself are not among them.
std::optional<std::string_view> publicEntity(std::string_view name);

}  // namespace octavo::xml

// text: marks that stand over, under or around the letter before them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace octavo::text {

/// Where a combining mark stands, by its canonical combining class; None for what is no nonspacing or enclosing mark.
enum class MarkPlace : std::uint8_t { None, Above, Below, Around };
MarkPlace markPlace(std::u16string_view text, std::size_t at);

/// Marks, joiners and variation selectors: what goes on with the character before it, in any number.
bool extendsCharacter(char32_t character);

}  // namespace octavo::text

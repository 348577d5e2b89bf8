// base: bytes of an address written as %41 (RFC 3986, section 2.1).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace octavo {

/// True where text[at] is followed by two hexadecimal digits; the caller has seen the percent sign.
bool isPercentEscape(std::string_view text, std::size_t at);
/// Escapes become their bytes; a stray percent sign stays.
std::string percentDecoded(std::string_view text);

}  // namespace octavo

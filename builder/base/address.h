// base: what an address says of where it leads (RFC 3986).
#pragma once

#include <string>
#include <string_view>

namespace octavo {

/// As browsers read it: without white space around, and without line ends and tabs inside.
std::string trimmedAddress(std::string_view address);

/// The scheme in small letters (section 3.1: a letter, then letters, digits, "+", "-" and "."), of the address as browsers read
/// it; empty where there is none. One letter alone is a drive, and figure/1:2.png is a path.
std::string schemeOf(std::string_view address);
bool hasScheme(std::string_view address);

/// Whether the address says where on the web it leads: by a scheme, or by a host behind two slashes (section 4.2).
bool hasSchemeOrHost(std::string_view address);

}  // namespace octavo

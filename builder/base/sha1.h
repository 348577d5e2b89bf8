// base: SHA-1, which a format asks for by name.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace octavo {

/// FIPS 180-4, section 6.1. Broken as a protection; here it only spreads bytes as EPUB's font obfuscation wants them.
std::array<std::uint8_t, 20> sha1(std::string_view bytes);

}  // namespace octavo

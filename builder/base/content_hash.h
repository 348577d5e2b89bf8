// base: a fingerprint of bytes, for identifiers that follow the content.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace octavo {

/// 128 bits that are equal for equal bytes on every machine (XXH3). Not for secrets.
std::array<std::uint8_t, 16> contentHash(std::string_view bytes);

}  // namespace octavo

#include "base/content_hash.h"

#include <xxhash.h>

#include <algorithm>
#include <iterator>

namespace octavo {

std::array<std::uint8_t, 16> contentHash(std::string_view bytes) {
  XXH128_canonical_t canonical;
  XXH128_canonicalFromHash(&canonical, XXH3_128bits(bytes.data(), bytes.size()));
  std::array<std::uint8_t, 16> result{};
  std::copy(std::begin(canonical.digest), std::end(canonical.digest), result.begin());
  return result;
}

}  // namespace octavo

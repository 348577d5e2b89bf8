// pdf: a fingerprint of bytes, for the file's ID and the fonts' tags. Not meant against forgery.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace octavo::pdf {

/// FNV-1a of 128 bits: hash = (hash xor byte) * (2^88 + 315), in two 64-bit halves.
class ContentHash {
 public:
  void add(std::string_view bytes) {
    for (const char c : bytes) {
      low_ ^= static_cast<unsigned char>(c);
      // 128-bit product with 2^88 + 315, modulo 2^128.
      const std::uint64_t carry = ((low_ >> 32) * 315 + (((low_ & 0xFFFFFFFF) * 315) >> 32)) >> 32;
      high_ = high_ * 315 + (low_ << 24) + carry;
      low_ *= 315;
    }
  }
  std::uint64_t low() const { return low_; }
  /// Sixteen bytes.
  std::string bytes() const {
    std::string out;
    for (const std::uint64_t half : {high_, low_}) {
      for (int shift = 56; shift >= 0; shift -= 8) out.push_back(static_cast<char>(half >> shift));
    }
    return out;
  }

 private:
  std::uint64_t high_ = 0x6C62272E07BB0142U, low_ = 0x62B821756295C58DU;
};

}  // namespace octavo::pdf

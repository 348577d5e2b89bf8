#include "base/sha1.h"

#include <bit>
#include <string>

namespace octavo {
namespace {

constexpr std::size_t kBlock = 64;
using State = std::array<std::uint32_t, 5>;

/// FIPS 180-4, section 5.1.1: a one, zeros, and the length in bits.
std::string padded(std::string_view bytes) {
  std::string message(bytes);
  message += '\x80';
  while (message.size() % kBlock != kBlock - 8) message += '\0';
  const std::uint64_t bits = std::uint64_t{bytes.size()} * 8;
  for (int shift = 56; shift >= 0; shift -= 8) message += static_cast<char>(bits >> shift & 0xFFU);
  return message;
}

struct Round {
  std::uint32_t mix, constant;
};
/// FIPS 180-4, sections 4.1.1 and 4.2.1.
Round roundOf(std::size_t step, const State& s) {
  const std::uint32_t b = s[1], c = s[2], d = s[3];
  switch (step / 20) {
    case 0: return {(b & c) ^ (~b & d), 0x5A827999};
    case 1: return {b ^ c ^ d, 0x6ED9EBA1};
    case 2: return {(b & c) ^ (b & d) ^ (c & d), 0x8F1BBCDC};
    default: return {b ^ c ^ d, 0xCA62C1D6};
  }
}

void addBlock(std::string_view block, State& state) {
  std::array<std::uint32_t, 80> words{};
  for (std::size_t i = 0; i < kBlock; ++i) words[i / 4] = words[i / 4] << 8 | static_cast<unsigned char>(block[i]);
  for (std::size_t i = 16; i < words.size(); ++i) {
    words[i] = std::rotl(words[i - 3] ^ words[i - 8] ^ words[i - 14] ^ words[i - 16], 1);
  }
  State s = state;
  for (std::size_t step = 0; step < words.size(); ++step) {
    const Round round = roundOf(step, s);
    s = {std::rotl(s[0], 5) + round.mix + s[4] + round.constant + words[step], s[0], std::rotl(s[1], 30), s[2], s[3]};
  }
  for (std::size_t i = 0; i < s.size(); ++i) state[i] += s[i];
}

}  // namespace

std::array<std::uint8_t, 20> sha1(std::string_view bytes) {
  State state{0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476, 0xC3D2E1F0};
  const std::string message = padded(bytes);
  for (std::size_t at = 0; at < message.size(); at += kBlock) addBlock(std::string_view(message).substr(at, kBlock), state);
  std::array<std::uint8_t, 20> digest{};
  for (std::size_t i = 0; i < digest.size(); ++i) digest[i] = static_cast<std::uint8_t>(state[i / 4] >> (24 - i % 4 * 8));
  return digest;
}

}  // namespace octavo

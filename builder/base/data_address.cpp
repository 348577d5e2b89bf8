#include "base/data_address.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "base/percent_encoding.h"
#include "base/utf8.h"

namespace octavo {
namespace {

constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

std::string lowerBeginning(std::string_view text, std::size_t length) {
  std::string lower(text.substr(0, length));
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  }
  return lower;
}

bool isBlankCharacter(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

constexpr std::array<std::int8_t, 256> valuesOfDigits() {
  std::array<std::int8_t, 256> values{};
  values.fill(-1);
  for (std::size_t i = 0; i < kDigits.size(); ++i) values[static_cast<unsigned char>(kDigits[i])] = static_cast<std::int8_t>(i);
  values[static_cast<unsigned char>('-')] = 62;  // the digits of RFC 4648, section 5
  values[static_cast<unsigned char>('_')] = 63;
  return values;
}

/// Infra, "forgiving-base64 decode": blanks count for nothing, the signs that fill up may be missing.
std::optional<std::string> base64Decoded(std::string_view text) {
  constexpr auto kValues = valuesOfDigits();
  std::string bytes;
  bytes.reserve(text.size() / 4 * 3);
  std::uint32_t bits = 0;
  int count = 0;
  std::size_t digits = 0;
  bool isFilled = false;
  for (const char c : text) {
    if (isBlankCharacter(c)) continue;
    isFilled = isFilled || c == '=';
    if (c == '=') continue;
    const std::int8_t value = kValues[static_cast<unsigned char>(c)];
    if (value < 0 || isFilled) return std::nullopt;
    bits = (bits << 6U) | static_cast<std::uint32_t>(value);
    ++digits;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    bytes += static_cast<char>((bits >> static_cast<unsigned>(count)) & 0xFFU);
  }
  return digits % 4 == 1 ? std::nullopt : std::optional(std::move(bytes));
}

}  // namespace

bool isDataAddress(std::string_view address) {
  address.remove_prefix(std::min(address.find_first_not_of(" \t\r\n\f"), address.size()));
  return lowerBeginning(address, 5) == "data:";
}

std::optional<std::string> bytesOfDataAddress(std::string_view address) {
  const std::size_t comma = address.find(',');
  if (!isDataAddress(address) || comma == std::string_view::npos) return std::nullopt;
  std::string_view type = address.substr(0, comma);
  while (!type.empty() && isBlankCharacter(type.back())) type.remove_suffix(1);
  const std::string ending = lowerBeginning(type.substr(type.size() - std::min<std::size_t>(type.size(), 6)), 6);
  const std::string written = percentDecoded(address.substr(comma + 1));
  return ending == "base64" ? base64Decoded(written) : std::optional(written);
}

std::string dataAddressOf(std::string_view mediaType, std::string_view bytes) {
  std::string address = "data:" + std::string(mediaType) + ";base64,";
  address.reserve(address.size() + bytes.size() / 3 * 4 + 4);
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    std::uint32_t bits = 0;
    const std::size_t count = std::min<std::size_t>(3, bytes.size() - i);
    for (std::size_t k = 0; k < 3; ++k) {
      bits = (bits << 8U) | (k < count ? static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[i + k])) : 0U);
    }
    for (std::size_t k = 0; k < 4; ++k) address += k <= count ? kDigits[(bits >> (18U - 6U * static_cast<unsigned>(k))) & 63U] : '=';
  }
  return address;
}

std::string shownAddress(std::string_view address) {
  const std::size_t most = isDataAddress(address) ? 30 : 100;
  std::size_t end = 0;
  for (std::size_t count = 0; count < most && end < address.size(); ++count) decodeUtf8(address, end);
  return std::string(address.substr(0, end)) + (end < address.size() ? "…" : "");
}

}  // namespace octavo

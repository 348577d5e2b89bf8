#include "base/percent_encoding.h"

#include <optional>

namespace octavo {
namespace {

std::optional<int> hexValue(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return std::nullopt;
}

}  // namespace

bool isPercentEscape(std::string_view text, std::size_t at) {
  return at + 2 < text.size() && hexValue(text[at + 1]) && hexValue(text[at + 2]);
}

std::string percentDecoded(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%' && isPercentEscape(text, i)) {
      result += static_cast<char>(*hexValue(text[i + 1]) * 16 + *hexValue(text[i + 2]));
      i += 2;
    } else {
      result += text[i];
    }
  }
  return result;
}

}  // namespace octavo

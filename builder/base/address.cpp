// base: what an address says of where it leads.
#include "base/address.h"

#include <algorithm>

namespace octavo {

std::string trimmedAddress(std::string_view address) {
  std::string result;
  for (const char c : address) {
    if (c != '\n' && c != '\t' && c != '\r') result += c;
  }
  const std::size_t begin = result.find_first_not_of(' ');
  if (begin == std::string::npos) return {};
  return result.substr(begin, result.find_last_not_of(' ') - begin + 1);
}

std::string schemeOf(std::string_view address) {
  const auto isLetter = [](char c) { return c >= 'a' && c <= 'z'; };
  std::string scheme = trimmedAddress(address.substr(0, address.find(':')));
  if (scheme.size() < 2 || address.find(':') == std::string_view::npos) return {};
  for (char& c : scheme) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  const bool isOne = isLetter(scheme.front()) && std::ranges::all_of(scheme, [&](char c) {
    return isLetter(c) || (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
  });
  return isOne ? scheme : std::string();
}

bool hasScheme(std::string_view address) { return !schemeOf(address).empty(); }

bool hasSchemeOrHost(std::string_view address) { return trimmedAddress(address).starts_with("//") || hasScheme(address); }

}  // namespace octavo

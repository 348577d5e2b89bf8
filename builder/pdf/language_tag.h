// pdf: which language tags a file may carry.
#pragma once

#include <cctype>
#include <string_view>

namespace octavo::pdf {

/// The shape of BCP 47 (RFC 5646, 2.1): subtags of one to eight letters or digits, the first of two to eight
/// letters (or "x"). PDF/UA-1, 7.2, wants no other Lang.
inline bool isLanguageTag(std::string_view tag) {
  bool isFirst = true;
  for (bool more = true; more; isFirst = false) {
    const std::size_t end = tag.find('-');
    const std::string_view subtag = tag.substr(0, end);
    if (subtag.empty() || subtag.size() > 8) return false;
    for (const char c : subtag) {
      const auto byte = static_cast<unsigned char>(c);
      if (byte > 127 || !(isFirst ? std::isalpha(byte) : std::isalnum(byte))) return false;
    }
    if (isFirst && subtag.size() == 1 && (subtag != "x" || end == std::string_view::npos)) return false;
    more = end != std::string_view::npos;
    if (more) tag.remove_prefix(end + 1);
  }
  return true;
}

}  // namespace octavo::pdf

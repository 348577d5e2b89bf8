#include "text/normalization.h"

#include <unicode/normalizer2.h>
#include <unicode/uniset.h>

#include <cassert>

namespace octavo::text {
namespace {

/// NFC for all but what stays.
const icu::FilteredNormalizer2& normalizer() {
  static const icu::FilteredNormalizer2 filtered = [] {
    UErrorCode status = U_ZERO_ERROR;
    static icu::UnicodeSet changed(0, 0x10FFFF);
    changed.remove(0x2329, 0x232A).remove(0xF900, 0xFAFF).remove(0x2F800, 0x2FA1F).freeze();
    const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
    assert(U_SUCCESS(status) && "ICU has its data inside");
    return icu::FilteredNormalizer2(*nfc, changed);
  }();
  return filtered;
}

/// The place of the next U+2329 or U+232A.
std::size_t findAngle(std::string_view text, std::size_t from) {
  for (std::size_t at = text.find("\xE2\x8C", from); at != std::string_view::npos; at = text.find("\xE2\x8C", at + 3)) {
    if (at + 2 < text.size() && (text[at + 2] == '\xA9' || text[at + 2] == '\xAA')) return at;
  }
  return std::string_view::npos;
}

}  // namespace

bool isComposed(std::string_view utf8) {
  UErrorCode status = U_ZERO_ERROR;
  const bool isNormalized = normalizer().isNormalizedUTF8(icu::StringPiece(utf8.data(), static_cast<int32_t>(utf8.size())), status);
  return (isNormalized || U_FAILURE(status)) && findAngle(utf8, 0) == std::string_view::npos;
}

std::optional<std::string> composed(std::string_view utf8) {
  if (isComposed(utf8)) return std::nullopt;
  std::string result(utf8);
  for (std::size_t at = findAngle(result, 0); at != std::string::npos; at = findAngle(result, at)) {
    result.replace(at, 3, result[at + 2] == '\xA9' ? "\xE2\x9F\xA8" : "\xE2\x9F\xA9");
  }
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString text;
  normalizer().normalize(icu::UnicodeString::fromUTF8(result), text, status);
  if (U_FAILURE(status)) return std::nullopt;
  result.clear();
  text.toUTF8String(result);
  return result;
}

}  // namespace octavo::text

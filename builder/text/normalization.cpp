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

bool replaceAngles(std::string& text) {
  bool found = false;
  for (std::size_t at = text.find("\xE2\x8C"); at != std::string::npos; at = text.find("\xE2\x8C", at + 3)) {
    if (at + 2 >= text.size() || (text[at + 2] != '\xA9' && text[at + 2] != '\xAA')) continue;
    text.replace(at, 3, text[at + 2] == '\xA9' ? "\xE2\x9F\xA8" : "\xE2\x9F\xA9");
    found = true;
  }
  return found;
}

}  // namespace

std::optional<std::string> composed(std::string_view utf8) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::StringPiece piece(utf8.data(), static_cast<int32_t>(utf8.size()));
  std::string result(utf8);
  bool isChanged = replaceAngles(result);
  if (!normalizer().isNormalizedUTF8(piece, status) && U_SUCCESS(status)) {
    icu::UnicodeString text;
    normalizer().normalize(icu::UnicodeString::fromUTF8(result), text, status);
    result.clear();
    text.toUTF8String(result);
    isChanged = true;
  }
  if (!isChanged || U_FAILURE(status)) return std::nullopt;
  return result;
}

}  // namespace octavo::text

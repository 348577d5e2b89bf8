// text: other encodings than UTF-8, from a fixed list; host names in ASCII.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace octavo::text {

struct ConvertedText {
  std::string text;                        // UTF-8; up to the first malformed byte where there is one
  std::optional<std::size_t> malformedAt;  // offset in the source bytes
};

/// True for a name that convertToUtf8 knows.
bool isKnownEncoding(std::string_view name);

/// Converts bytes in the named encoding (IANA and WHATWG names, any case). Nothing for a name that is not on
/// the list. UTF-7 and ISO 2022 but for Japanese are never on it: hardly a text is in them, and their bytes can hide
/// markup behind ASCII.
std::optional<ConvertedText> convertToUtf8(std::string_view bytes, std::string_view encodingName);

/// The encoding that the bytes look like, by the statistics of their characters; empty when nothing is
/// likely.
std::string likelyEncoding(std::string_view bytes);

/// The host of a web address in ASCII (UTS 46): "例.jp" → "xn--fsq.jp"; nothing where it is no host name.
std::optional<std::string> asciiHostName(std::string_view host);

}  // namespace octavo::text

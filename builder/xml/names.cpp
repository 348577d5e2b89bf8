#include "xml/names.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/utf8.h"

namespace octavo::xml {
namespace {

using Range = std::pair<char32_t, char32_t>;

/// NameStartChar but the colon.
constexpr std::array kStarts{
    Range{U'A', U'Z'},       Range{U'_', U'_'},       Range{U'a', U'z'},       Range{0xC0, 0xD6},       Range{0xD8, 0xF6},
    Range{0xF8, 0x2FF},      Range{0x370, 0x37D},     Range{0x37F, 0x1FFF},    Range{0x200C, 0x200D},   Range{0x2070, 0x218F},
    Range{0x2C00, 0x2FEF},   Range{0x3001, 0xD7FF},   Range{0xF900, 0xFDCF},   Range{0xFDF0, 0xFFFC},   Range{0x10000, 0xEFFFF},
};
/// What NameChar has besides.
constexpr std::array kParts{
    Range{U'-', U'.'}, Range{U'0', U'9'}, Range{0xB7, 0xB7}, Range{0x300, 0x36F}, Range{0x203F, 0x2040},
};

template <std::size_t N>
bool isIn(const std::array<Range, N>& ranges, char32_t c) {
  return std::ranges::any_of(ranges, [c](const Range& range) { return c >= range.first && c <= range.second; });
}

}  // namespace

bool isNcName(std::string_view text) {
  if (text.empty() || findMalformedUtf8(text) != std::string_view::npos) return false;
  for (std::size_t at = 0; at < text.size();) {
    const bool isFirst = at == 0;
    const char32_t c = decodeUtf8(text, at);
    if (!isIn(kStarts, c) && (isFirst || !isIn(kParts, c))) return false;
  }
  return true;
}

}  // namespace octavo::xml

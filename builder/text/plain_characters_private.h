// text: characters that no set of line-breaking rules treats differently.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace octavo::text {

/// Of classes ID, OP and CL of UAX 14, under every locale and strictness. The commonest of them only.
enum class Plain : std::uint8_t { No, Ideograph, Opening, Closing };

/// U+3000 to U+30FF: marks, and kana but for the small ones and ー, which some rules let begin a line.
inline constexpr std::array<Plain, 256> kPlainMarksAndKana = [] {
  std::array<Plain, 256> kinds{};
  const auto set = [&](std::u16string_view units, Plain kind) {
    for (const char16_t unit : units) kinds[static_cast<std::size_t>(unit - u'\x3000')] = kind;
  };
  for (std::size_t kana = 0x42; kana <= 0x94; ++kana) kinds[kana] = kinds[kana + 0x60] = Plain::Ideograph;
  set(u"ぃぅぇぉっゃゅょゎィゥェォッャュョヮ", Plain::No);
  set(u"〈《「『【〔", Plain::Opening);
  set(u"、。〉》」』】〕", Plain::Closing);
  return kinds;
}();

constexpr Plain plainKind(char16_t unit) {
  if ((unit >= 0x4E00 && unit <= 0x9FFF) || (unit >= 0x3400 && unit <= 0x4DBF)) return Plain::Ideograph;
  if (unit < 0x3000) return Plain::No;
  if (unit <= 0x30FF) return kPlainMarksAndKana[static_cast<std::size_t>(unit - 0x3000)];
  if (unit == u'，' || unit == u'）') return Plain::Closing;
  return unit == u'（' ? Plain::Opening : Plain::No;
}

/// LB13, LB14 and LB31: whether a line may end between two of them, whatever stands further away.
constexpr bool mayPart(Plain before, Plain after) {
  return before != Plain::No && before != Plain::Opening && after != Plain::No && after != Plain::Closing;
}

}  // namespace octavo::text

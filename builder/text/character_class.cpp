#include "text/character_class.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <span>

#include "text/break_context_private.h"

namespace octavo::text {
namespace {

using enum CharacterClass;

/// In which texts a row holds. Wide: Chinese and Japanese, where the marks that Latin faces have too fill an
/// em.
enum class Where : std::uint8_t { Everywhere, Wide, Japan };

struct ClassRow {
  char32_t first, last;
  CharacterClass kind;
  Where where = Where::Everywhere;
};

/// JLREQ appendix A with clreq 3.1, by code point. Full-width forms stand for the ASCII ones that JLREQ
/// lists. What has no row is told by its general category.
constexpr ClassRow kRows[] = {
    {0x00A7, 0x00A7, Ideograph, Where::Japan},
    {0x00B0, 0x00B0, Suffix, Where::Japan},
    {0x00B6, 0x00B6, Ideograph, Where::Japan},
    {0x00B7, 0x00B7, MiddleDot, Where::Wide},
    {0x1100, 0x11FF, Hangul},
    {0x2010, 0x2010, Hyphen, Where::Wide},
    {0x2013, 0x2013, Hyphen, Where::Wide},
    {0x2014, 0x2015, Inseparable, Where::Wide},
    {0x2016, 0x2016, Ideograph, Where::Wide},
    {0x2018, 0x2018, Opening, Where::Wide},
    {0x2019, 0x2019, Closing, Where::Wide},
    {0x201C, 0x201C, Opening, Where::Wide},
    {0x201D, 0x201D, Closing, Where::Wide},
    {0x2020, 0x2022, Ideograph, Where::Japan},
    {0x2025, 0x2026, Inseparable, Where::Wide},
    {0x2027, 0x2027, MiddleDot, Where::Wide},
    {0x2030, 0x2030, Suffix, Where::Wide},
    {0x2032, 0x2033, Suffix, Where::Japan},
    {0x203B, 0x203B, Ideograph},
    {0x203C, 0x203C, Dividing},
    {0x2042, 0x2042, Ideograph, Where::Wide},
    {0x2047, 0x2049, Dividing},
    {0x2051, 0x2051, Ideograph, Where::Wide},
    {0x20AC, 0x20AC, Prefix, Where::Japan},
    {0x2103, 0x2103, Suffix},
    {0x2109, 0x2109, Suffix},
    {0x2113, 0x2113, Suffix, Where::Wide},
    {0x2116, 0x2116, Prefix, Where::Wide},
    {0x2121, 0x2121, Ideograph, Where::Wide},
    {0x2153, 0x217F, Ideograph, Where::Wide},
    {0x2190, 0x21D1, Ideograph, Where::Wide},
    {0x21D3, 0x21D3, Ideograph, Where::Wide},
    {0x21D5, 0x21FF, Ideograph, Where::Wide},
    {0x221A, 0x221A, Ideograph, Where::Japan},
    {0x221E, 0x221F, Ideograph, Where::Japan},
    {0x222B, 0x222C, Ideograph, Where::Japan},
    {0x2234, 0x2235, Ideograph, Where::Japan},
    {0x2296, 0x2296, Ideograph, Where::Japan},
    {0x22BF, 0x22BF, Ideograph, Where::Japan},
    {0x22EF, 0x22EF, Inseparable, Where::Wide},
    {0x2300, 0x23FF, Ideograph, Where::Wide},
    {0x2423, 0x2423, Ideograph, Where::Japan},
    {0x2460, 0x27BF, Ideograph, Where::Wide},
    {0x2934, 0x2935, Ideograph, Where::Wide},
    {0x29BF, 0x29BF, Ideograph, Where::Wide},
    {0x29FA, 0x29FB, Ideograph, Where::Wide},
    {0x2E3A, 0x2E3B, Inseparable, Where::Wide},
    {0x2E80, 0x2FFF, Ideograph},
    {0x3000, 0x3000, IdeographicSpace},
    {0x3001, 0x3001, Comma},
    {0x3002, 0x3002, FullStop},
    {0x3003, 0x3004, Ideograph},
    {0x3005, 0x3005, Iteration},
    {0x3006, 0x3007, Ideograph},
    {0x3008, 0x3008, Opening},
    {0x3009, 0x3009, Closing},
    {0x300A, 0x300A, Opening},
    {0x300B, 0x300B, Closing},
    {0x300C, 0x300C, Opening},
    {0x300D, 0x300D, Closing},
    {0x300E, 0x300E, Opening},
    {0x300F, 0x300F, Closing},
    {0x3010, 0x3010, Opening},
    {0x3011, 0x3011, Closing},
    {0x3012, 0x3013, Ideograph},
    {0x3014, 0x3014, Opening},
    {0x3015, 0x3015, Closing},
    {0x3016, 0x3016, Opening},
    {0x3017, 0x3017, Closing},
    {0x3018, 0x3018, Opening},
    {0x3019, 0x3019, Closing},
    {0x301A, 0x301A, Opening},
    {0x301B, 0x301B, Closing},
    {0x301C, 0x301C, Hyphen},
    {0x301D, 0x301D, Opening},
    {0x301E, 0x301F, Closing},
    {0x3020, 0x3029, Ideograph},
    {0x3030, 0x3030, Hyphen},
    {0x3031, 0x3032, Iteration},
    {0x3033, 0x3035, Inseparable},
    {0x3036, 0x303A, Ideograph},
    {0x303B, 0x303B, Iteration},
    {0x303C, 0x303F, Ideograph},
    {0x3041, 0x3041, SmallKana},
    {0x3042, 0x3042, Hiragana},
    {0x3043, 0x3043, SmallKana},
    {0x3044, 0x3044, Hiragana},
    {0x3045, 0x3045, SmallKana},
    {0x3046, 0x3046, Hiragana},
    {0x3047, 0x3047, SmallKana},
    {0x3048, 0x3048, Hiragana},
    {0x3049, 0x3049, SmallKana},
    {0x304A, 0x3062, Hiragana},
    {0x3063, 0x3063, SmallKana},
    {0x3064, 0x3082, Hiragana},
    {0x3083, 0x3083, SmallKana},
    {0x3084, 0x3084, Hiragana},
    {0x3085, 0x3085, SmallKana},
    {0x3086, 0x3086, Hiragana},
    {0x3087, 0x3087, SmallKana},
    {0x3088, 0x308D, Hiragana},
    {0x308E, 0x308E, SmallKana},
    {0x308F, 0x3094, Hiragana},
    {0x3095, 0x3096, SmallKana},
    {0x3099, 0x309C, Hiragana},
    {0x309D, 0x309E, Iteration},
    {0x309F, 0x309F, Ideograph},
    {0x30A0, 0x30A0, Hyphen},
    {0x30A1, 0x30A1, SmallKana},
    {0x30A2, 0x30A2, Katakana},
    {0x30A3, 0x30A3, SmallKana},
    {0x30A4, 0x30A4, Katakana},
    {0x30A5, 0x30A5, SmallKana},
    {0x30A6, 0x30A6, Katakana},
    {0x30A7, 0x30A7, SmallKana},
    {0x30A8, 0x30A8, Katakana},
    {0x30A9, 0x30A9, SmallKana},
    {0x30AA, 0x30C2, Katakana},
    {0x30C3, 0x30C3, SmallKana},
    {0x30C4, 0x30E2, Katakana},
    {0x30E3, 0x30E3, SmallKana},
    {0x30E4, 0x30E4, Katakana},
    {0x30E5, 0x30E5, SmallKana},
    {0x30E6, 0x30E6, Katakana},
    {0x30E7, 0x30E7, SmallKana},
    {0x30E8, 0x30ED, Katakana},
    {0x30EE, 0x30EE, SmallKana},
    {0x30EF, 0x30F4, Katakana},
    {0x30F5, 0x30F6, SmallKana},
    {0x30F7, 0x30FA, Katakana},
    {0x30FB, 0x30FB, MiddleDot},
    {0x30FC, 0x30FC, LongVowel},
    {0x30FD, 0x30FE, Iteration},
    {0x30FF, 0x30FF, Ideograph},
    {0x3105, 0x312F, Ideograph},
    {0x3131, 0x318E, Hangul},
    {0x3190, 0x31EF, Ideograph},
    {0x31F0, 0x31FF, SmallKana},
    {0x3200, 0x32FF, Ideograph},
    {0x3300, 0x3357, Suffix},
    {0x3358, 0x3370, Ideograph},
    {0x3371, 0x337A, Suffix},
    {0x337B, 0x337F, Ideograph},
    {0x3380, 0x33CC, Suffix},
    {0x33CD, 0x33CD, Ideograph},
    {0x33CE, 0x33DF, Suffix},
    {0x33E0, 0x33FF, Ideograph},
    {0x3400, 0x9FFF, Ideograph},
    {0xA960, 0xA97C, Hangul},
    {0xAC00, 0xD7FB, Hangul},
    {0xF900, 0xFAFF, Ideograph},
    {0xFF01, 0xFF01, Dividing},
    {0xFF02, 0xFF02, Ideograph},
    {0xFF03, 0xFF04, Prefix},
    {0xFF05, 0xFF05, Suffix},
    {0xFF06, 0xFF07, Ideograph},
    {0xFF08, 0xFF08, Opening},
    {0xFF09, 0xFF09, Closing},
    {0xFF0A, 0xFF0B, Ideograph},
    {0xFF0C, 0xFF0C, Comma},
    {0xFF0D, 0xFF0D, Hyphen},
    {0xFF0E, 0xFF0E, FullStop},
    {0xFF0F, 0xFF19, Ideograph},
    {0xFF1A, 0xFF1B, MiddleDot},
    {0xFF1C, 0xFF1E, Ideograph},
    {0xFF1F, 0xFF1F, Dividing},
    {0xFF20, 0xFF3A, Ideograph},
    {0xFF3B, 0xFF3B, Opening},
    {0xFF3C, 0xFF3C, Ideograph},
    {0xFF3D, 0xFF3D, Closing},
    {0xFF3E, 0xFF5A, Ideograph},
    {0xFF5B, 0xFF5B, Opening},
    {0xFF5C, 0xFF5C, Ideograph},
    {0xFF5D, 0xFF5D, Closing},
    {0xFF5E, 0xFF5E, Hyphen},
    {0xFF5F, 0xFF5F, Opening},
    {0xFF60, 0xFF60, Closing},
    {0xFF61, 0xFF61, FullStop},
    {0xFF62, 0xFF62, Opening},
    {0xFF63, 0xFF63, Closing},
    {0xFF64, 0xFF64, Comma},
    {0xFF65, 0xFF65, MiddleDot},
    {0xFF66, 0xFF66, Katakana},
    {0xFF67, 0xFF6F, SmallKana},
    {0xFF70, 0xFF70, LongVowel},
    {0xFF71, 0xFF9F, Katakana},
    {0xFFA0, 0xFFDC, Hangul},
    {0xFFE0, 0xFFE0, Suffix},
    {0xFFE1, 0xFFE1, Prefix},
    {0xFFE2, 0xFFE4, Ideograph},
    {0xFFE5, 0xFFE6, Prefix},
    {0x16FE0, 0x16FE4, Iteration},
    {0x1B000, 0x1B000, Katakana},
    {0x1B001, 0x1B11F, Hiragana},
    {0x1B120, 0x1B122, Katakana},
    {0x1B132, 0x1B132, SmallKana},
    {0x1B150, 0x1B152, SmallKana},
    {0x1B155, 0x1B155, SmallKana},
    {0x1B164, 0x1B167, SmallKana},
    {0x1F200, 0x1F2FF, Ideograph},
    {0x20000, 0x3FFFF, Ideograph},
};

constexpr bool isRising(std::span<const ClassRow> rows) {
  for (std::size_t i = 1; i < rows.size(); ++i) {
    if (rows[i].first <= rows[i - 1].last) return false;
  }
  return true;
}
static_assert(isRising(kRows), "binary search needs rows in order that do not overlap");

CharacterClass classByCategory(char32_t character) {
  const auto mask = U_GET_GC_MASK(static_cast<UChar32>(character));
  if ((mask & U_GC_ZS_MASK) != 0) return WesternSpace;
  if ((mask & (U_GC_L_MASK | U_GC_N_MASK | U_GC_M_MASK)) != 0) return Western;
  if ((mask & (U_GC_P_MASK | U_GC_S_MASK)) != 0) return WesternMark;
  return Other;
}

bool holds(Where where, Region region) {
  switch (where) {
    case Where::Everywhere:
      return true;
    case Where::Wide:
      return region != Region::Korea && region != Region::Elsewhere;
    case Where::Japan:
      return region == Region::Japan;
  }
  return false;
}

/// The region of a Chinese text: the region subtag wins over the script, and that over the language.
Region chineseRegion(std::string_view language, std::string_view primary) {
  Region byScript = primary == "yue"   ? Region::HongKong
                    : primary == "lzh" ? Region::Taiwan
                                       : Region::MainlandChina;
  while (true) {
    const auto dash = language.find_first_of("-_");
    std::string subtag(language.substr(0, dash));
    std::ranges::transform(subtag, subtag.begin(), [](char c) {
      return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    if (subtag == "cn" || subtag == "sg" || subtag == "my") return Region::MainlandChina;
    if (subtag == "tw") return Region::Taiwan;
    if (subtag == "hk" || subtag == "mo") return Region::HongKong;
    if (subtag == "hant" && primary != "yue") byScript = Region::Taiwan;
    if (subtag == "hans") byScript = Region::MainlandChina;
    if (dash == std::string_view::npos) return byScript;
    language.remove_prefix(dash + 1);
  }
}

}  // namespace

Region regionOf(std::string_view language) {
  const std::string primary = primaryLanguage(language);
  if (isChinese(primary)) return chineseRegion(language, primary);
  if (primary == "ja") return Region::Japan;
  if (primary == "ko") return Region::Korea;
  return Region::Elsewhere;
}

CharacterClass classOf(char32_t character, Region region) {
  if (isCommonIdeograph(character)) return Ideograph;
  const auto* row = std::ranges::upper_bound(kRows, character, {}, &ClassRow::first);
  if (row != std::begin(kRows)) {
    --row;
    if (character <= row->last && holds(row->where, region)) return row->kind;
  }
  return classByCategory(character);
}

}  // namespace octavo::text

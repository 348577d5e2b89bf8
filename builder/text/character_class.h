// text: what kind of character it is for spacing and squeezing: the classes of JLREQ, cut to what lines need.
#pragma once

#include <cstdint>
#include <string_view>

namespace octavo::text {

/// JLREQ 3.9.2 and appendix A, clreq 3.1.
enum class CharacterClass : std::uint8_t {
  Opening,       // cl-01 （「『《“ full width
  Closing,       // cl-02 ）」』》” full width
  Hyphen,        // cl-03 ‐ 〜 ゠ –
  Dividing,      // cl-04 ？！
  MiddleDot,     // cl-05 ・ ： ；
  FullStop,      // cl-06 。．
  Comma,         // cl-07 、，
  Inseparable,   // cl-08 — … ‥
  Iteration,     // cl-09 ヽ々
  LongVowel,     // cl-10 ー
  SmallKana,     // cl-11
  Prefix,        // cl-12 ￥＄
  Suffix,        // cl-13 ％℃
  IdeographicSpace,  // cl-14 U+3000
  Hiragana, Katakana,
  Ideograph,     // cl-19, and full-width letters
  Hangul,
  WesternSpace,  // cl-26
  Western,       // cl-27 letters and digits of scripts with spaces
  WesternMark,   // half-width punctuation
  Other
};

/// Where a text is set: marks are placed and squeezed by region, told from the language tag, region before script.
enum class Region : std::uint8_t { MainlandChina, Taiwan, HongKong, Japan, Korea, Elsewhere };
Region regionOf(std::string_view language);

/// In `Elsewhere`, “ ” ‘ ’ … — are Western; in Chinese and Japanese text they are full width.
CharacterClass classOf(char32_t character, Region region);
/// Most of what East Asian text consists of, and an ideograph in every region.
constexpr bool isCommonIdeograph(char32_t character) { return character >= 0x4E00 && character <= 0x9FFF; }

/// Han, kana, bopomofo and the full-width letters: what takes a gap beside Western letters and digits.
constexpr bool isCjk(CharacterClass kind) {
  switch (kind) {
    case CharacterClass::Iteration:
    case CharacterClass::LongVowel:
    case CharacterClass::SmallKana:
    case CharacterClass::Hiragana:
    case CharacterClass::Katakana:
    case CharacterClass::Ideograph:
      return true;
    default:
      return false;
  }
}

}  // namespace octavo::text

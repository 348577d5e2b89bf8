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

/// Han, kana, bopomofo and the full-width letters: what takes a gap beside Western letters and digits.
bool isCjk(CharacterClass kind);

}  // namespace octavo::text

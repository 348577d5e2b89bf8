#include "vocabulary/math_alphabets.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace octavo::vocabulary {
namespace {

struct Alphabet {
  std::string_view variant;
  char32_t capitals, smalls, digits;  // of A, a, 0; 0: none
};
constexpr std::array kAlphabets{
    Alphabet{"double-struck", 0x1D538, 0x1D552, 0x1D7D8}, Alphabet{"script", 0x1D49C, 0x1D4B6, 0},  Alphabet{"bold-script", 0x1D4D0, 0x1D4EA, 0},
    Alphabet{"fraktur", 0x1D504, 0x1D51E, 0},             Alphabet{"bold-fraktur", 0x1D56C, 0x1D586, 0}};

struct Exception {
  char32_t regular, actual;  // letters that Unicode had before
};
constexpr std::array kExceptions{
    Exception{0x1D53A, U'ℂ'}, Exception{0x1D53F, U'ℍ'}, Exception{0x1D545, U'ℕ'}, Exception{0x1D547, U'ℙ'}, Exception{0x1D548, U'ℚ'},
    Exception{0x1D549, U'ℝ'}, Exception{0x1D551, U'ℤ'}, Exception{0x1D49D, U'ℬ'}, Exception{0x1D4A0, U'ℰ'}, Exception{0x1D4A1, U'ℱ'},
    Exception{0x1D4A3, U'ℋ'}, Exception{0x1D4A4, U'ℐ'}, Exception{0x1D4A7, U'ℒ'}, Exception{0x1D4A8, U'ℳ'}, Exception{0x1D4AD, U'ℛ'},
    Exception{0x1D4BA, U'ℯ'}, Exception{0x1D4BC, U'ℊ'}, Exception{0x1D4C4, U'ℴ'}, Exception{0x1D506, U'ℭ'}, Exception{0x1D50B, U'ℌ'},
    Exception{0x1D50C, U'ℑ'}, Exception{0x1D515, U'ℜ'}, Exception{0x1D51D, U'ℨ'}};

char32_t lettered(char32_t c, const Alphabet& alphabet) {
  char32_t made = c;
  if (c >= 'A' && c <= 'Z') made = alphabet.capitals + (c - 'A');
  if (c >= 'a' && c <= 'z') made = alphabet.smalls + (c - 'a');
  if (c >= '0' && c <= '9' && alphabet.digits != 0) made = alphabet.digits + (c - '0');
  const auto exception = std::ranges::find(kExceptions, made, &Exception::regular);
  return exception == kExceptions.end() ? made : exception->actual;
}

}  // namespace

bool hasMathAlphabet(std::string_view variant) { return std::ranges::find(kAlphabets, variant, &Alphabet::variant) != kAlphabets.end(); }

std::string inMathAlphabet(std::string_view words, std::string_view variant) {
  const auto alphabet = std::ranges::find(kAlphabets, variant, &Alphabet::variant);
  if (alphabet == kAlphabets.end()) return std::string(words);
  std::string made;
  for (const char32_t c : toUtf32(words)) appendUtf8(made, lettered(c, *alphabet));
  return made;
}

}  // namespace octavo::vocabulary

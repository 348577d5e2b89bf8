// vocabulary: numbers that a reader writes itself.
#include "vocabulary/numerals.h"

#include <array>

namespace octavo::vocabulary {
namespace {

std::string roman(int value) {
  struct Digit {
    int value;
    std::string_view letters;
  };
  constexpr std::array kDigits{Digit{1000, "m"}, Digit{900, "cm"}, Digit{500, "d"}, Digit{400, "cd"}, Digit{100, "c"},
                               Digit{90, "xc"},  Digit{50, "l"},   Digit{40, "xl"}, Digit{10, "x"},   Digit{9, "ix"},
                               Digit{5, "v"},    Digit{4, "iv"},   Digit{1, "i"}};
  std::string result;
  for (const Digit& digit : kDigits) {
    for (; value >= digit.value; value -= digit.value) result += digit.letters;
  }
  return result;
}

std::string letters(int value) {
  std::string result;
  for (; value > 0; value = (value - 1) / 26) result.insert(0, 1, static_cast<char>('a' + (value - 1) % 26));
  return result;
}

std::string upper(std::string text) {
  for (char& c : text) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return text;
}

}  // namespace

std::string formatNumber(int value, std::string_view numeration) {
  if (value < 1 || value > 100000) return std::to_string(value);
  if (numeration == "loweralpha") return letters(value);
  if (numeration == "upperalpha") return upper(letters(value));
  if (numeration == "lowerroman" && value < 4000) return roman(value);
  if (numeration == "upperroman" && value < 4000) return upper(roman(value));
  return std::to_string(value);
}

}  // namespace octavo::vocabulary

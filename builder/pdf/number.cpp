// pdf: numbers as a PDF file writes them.
#include "pdf/number.h"

#include <charconv>

namespace octavo::pdf {

void appendInteger(std::string& to, std::int64_t value) {
  char digits[24];
  const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
  to.append(digits, end);
}

void appendThousandths(std::string& to, std::int64_t value) {
  if (value < 0) {
    to.push_back('-');
    value = -value;
  }
  appendInteger(to, value / 1000);
  int rest = static_cast<int>(value % 1000);
  if (rest == 0) return;
  to.push_back('.');
  for (int unit = 100; rest != 0; unit /= 10) {
    to.push_back(static_cast<char>('0' + rest / unit));
    rest %= unit;
  }
}

}  // namespace octavo::pdf

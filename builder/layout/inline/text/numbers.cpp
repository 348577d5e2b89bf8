// layout/inline/text: numbers, which no line end divides.
#include "layout/inline/text/numbers.h"

#include <algorithm>

namespace octavo::layout {

namespace {

bool isDigit(char16_t unit) {
  const auto isFrom = [unit](char16_t zero) { return unit >= zero && unit < zero + 10; };
  return isFrom(u'0') || isFrom(u'\x0660') || isFrom(u'\x06F0') || isFrom(u'\x0966') || isFrom(u'\xFF10');
}

/// What stands in, before or behind a number: LB25's IS, SY, PR, PO and HY, as tables have them.
bool isNumberMark(char16_t unit) {
  constexpr std::u16string_view kMarks = u".,:/%+-$\x2030\x00B1\x00B0\x00B5\x2212\x00A3\x00A5\x20AC\x00D7\x066B\x066C\xFF0E\xFF05";
  return kMarks.find(unit) != kMarks.npos;
}

bool isPart(char16_t unit) { return isDigit(unit) || isNumberMark(unit); }

/// "85,86,90": more than one comma, not between groups of three digits.
bool isList(std::u16string_view run) {
  std::size_t commas = 0;
  bool areGroups = true;
  for (std::size_t at = run.find(u','); at != run.npos; at = run.find(u',', at + 1)) {
    ++commas;
    std::size_t digits = 0;
    while (at + 1 + digits < run.size() && isDigit(run[at + 1 + digits])) ++digits;
    areGroups = areGroups && digits == 3;
  }
  return commas > 1 && !areGroups;
}

}  // namespace

bool dividesNumber(std::u16string_view text, std::size_t at) {
  constexpr std::size_t kLongest = 24;
  if (at == 0 || at >= text.size() || !isPart(text[at - 1]) || !isPart(text[at])) return false;
  std::size_t begin = at, end = at;
  while (begin > 0 && at - begin <= kLongest && isPart(text[begin - 1])) --begin;
  while (end < text.size() && end - at <= kLongest && isPart(text[end])) ++end;
  const std::u16string_view run = text.substr(begin, end - begin);
  return run.size() <= kLongest && std::ranges::any_of(run, isDigit) && !isList(run);
}

}  // namespace octavo::layout

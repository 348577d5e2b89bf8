// pdf: the page numbers that a viewer shows.
#include "pdf/page_labels.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <optional>
#include <string_view>

namespace octavo::pdf {

namespace {

enum class Style { None, Decimal, LowerRoman, UpperRoman };

std::string roman(int number) {
  constexpr std::array<std::pair<int, std::string_view>, 13> kParts{{{1000, "m"},
                                                                     {900, "cm"},
                                                                     {500, "d"},
                                                                     {400, "cd"},
                                                                     {100, "c"},
                                                                     {90, "xc"},
                                                                     {50, "l"},
                                                                     {40, "xl"},
                                                                     {10, "x"},
                                                                     {9, "ix"},
                                                                     {5, "v"},
                                                                     {4, "iv"},
                                                                     {1, "i"}}};
  std::string text;
  for (const auto& [value, letters] : kParts) {
    for (; number >= value; number -= value) text += letters;
  }
  return text;
}

std::string upper(std::string text) {
  for (char& c : text) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  return text;
}

std::string numberText(Style style, int number) {
  switch (style) {
    case Style::None:
      return {};
    case Style::Decimal:
      return std::to_string(number);
    case Style::LowerRoman:
      return roman(number);
    case Style::UpperRoman:
      return upper(roman(number));
  }
  return {};
}

std::optional<int> romanNumber(std::string_view text) {
  if (text.empty() || text.size() > 15) return std::nullopt;
  for (int number = 1; number < 4000; ++number) {
    if (roman(number) == text) return number;
  }
  return std::nullopt;
}

struct Label {
  Style style = Style::None;
  std::string prefix;
  int number = 1;
};

Label parse(const std::string& text) {
  std::size_t digits = text.size();
  while (digits > 0 && text[digits - 1] >= '0' && text[digits - 1] <= '9') --digits;
  while (digits < text.size() && text[digits] == '0')
    ++digits;  // a number does not begin with 0: that is prefix
  int number = 0;
  const auto parsed = std::from_chars(text.data() + digits, text.data() + text.size(), number);
  if (digits < text.size() && parsed.ec == std::errc())
    return {Style::Decimal, text.substr(0, digits), number};
  if (const auto lower = romanNumber(text)) return {Style::LowerRoman, {}, *lower};
  std::string folded = text;
  std::ranges::transform(folded, folded.begin(), [](char c) {
    return static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  });
  const auto capitals = romanNumber(folded);
  if (capitals && numberText(Style::UpperRoman, *capitals) == text) return {Style::UpperRoman, {}, *capitals};
  return {Style::None, text, 1};
}

Dictionary rangeOf(const Label& label) {
  Dictionary range;
  if (label.style == Style::Decimal) range.set("S", Value::name("D"));
  if (label.style == Style::LowerRoman) range.set("S", Value::name("r"));
  if (label.style == Style::UpperRoman) range.set("S", Value::name("R"));
  if (!label.prefix.empty()) range.set("P", Value::text(label.prefix));
  if (label.style != Style::None && label.number != 1) range.set("St", label.number);
  return range;
}

}  // namespace

Dictionary pageLabels(const std::vector<std::string>& labels) {
  std::vector<Value> ranges;
  Label expected;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    if (i > 0) {
      ++expected.number;
      if (expected.prefix + numberText(expected.style, expected.number) == labels[i]) continue;
    }
    expected = parse(labels[i]);
    ranges.emplace_back(i);
    ranges.push_back(rangeOf(expected));
  }
  return {{"Nums", Value::array(ranges)}};
}

}  // namespace octavo::pdf

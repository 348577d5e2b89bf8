#include "app/trim_size.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <string>

#include "base/paper_sizes.h"

namespace octavo::app {
namespace {

struct NamedSize {
  std::string_view name;
  double width, height;  // millimetres
};
/// Those of books, besides the papers of base/paper_sizes.h: GB/T 788 for the K sizes; US trade sizes.
constexpr std::array kBookSizes{
    NamedSize{"16k", 185, 260},         NamedSize{"32k", 130, 184},
    NamedSize{"large-32k", 140, 203},   NamedSize{"shinsho", 103, 182},
    NamedSize{"half-letter", 139.7, 215.9}, NamedSize{"digest", 139.7, 215.9}, NamedSize{"us-trade", 152.4, 228.6},
};

constexpr double kSmallest = 40, kLargest = 2000;  // millimetres: what a press, and a PDF viewer, can take

std::optional<double> number(std::string_view& text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{}) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return value;
}

std::optional<PhysicalSize> measured(std::string_view text) {
  const auto width = number(text);
  if (!width || !text.starts_with('x')) return std::nullopt;
  text.remove_prefix(1);
  const auto height = number(text);
  if (!height || (text != "mm" && text != "in" && text != "cm")) return std::nullopt;
  const double unit = text == "in" ? 25.4 : text == "cm" ? 10.0 : 1.0;
  const double w = *width * unit;
  const double h = *height * unit;
  const auto isPossible = [](double side) { return side >= kSmallest && side <= kLargest; };  // what is no number is not
  if (!isPossible(w) || !isPossible(h)) return std::nullopt;
  return PhysicalSize{Length::millimetres(w), Length::millimetres(h)};
}

}  // namespace

std::optional<PhysicalSize> trimSize(std::string_view name) {
  std::string lower(name);
  std::ranges::transform(lower, lower.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  if (const auto paper = paperSize(lower)) return paper;
  const auto found = std::ranges::find(kBookSizes, std::string_view(lower), &NamedSize::name);
  if (found == kBookSizes.end()) return measured(lower);
  return PhysicalSize{Length::millimetres(found->width), Length::millimetres(found->height)};
}

}  // namespace octavo::app

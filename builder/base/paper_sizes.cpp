#include "base/paper_sizes.h"

#include <algorithm>
#include <array>

namespace octavo {
namespace {

struct NamedSize {
  std::string_view name;
  double width, height;  // millimetres
};
constexpr std::array kSizes{
    NamedSize{"a3", 297, 420},         NamedSize{"a4", 210, 297},         NamedSize{"a5", 148, 210},
    NamedSize{"a6", 105, 148},         NamedSize{"b4", 250, 353},         NamedSize{"b5", 176, 250},
    NamedSize{"b6", 125, 176},         NamedSize{"jis-b4", 257, 364},     NamedSize{"jis-b5", 182, 257},
    NamedSize{"jis-b6", 128, 182},     NamedSize{"letter", 215.9, 279.4}, NamedSize{"legal", 215.9, 355.6},
    NamedSize{"ledger", 279.4, 431.8},
};

bool isName(std::string_view written, std::string_view small) {
  return std::ranges::equal(written, small, {}, [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
}

}  // namespace

std::optional<PhysicalSize> paperSize(std::string_view name) {
  const auto found = std::ranges::find_if(kSizes, [&](const NamedSize& each) { return isName(name, each.name); });
  if (found == kSizes.end()) return std::nullopt;
  return PhysicalSize{Length::millimetres(found->width), Length::millimetres(found->height)};
}

}  // namespace octavo

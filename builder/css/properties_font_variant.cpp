// css: font-variant-… and font-kerning: keywords that stand for OpenType features. CSS Fonts 4, section 6.
#include <algorithm>

#include "css/property_row.h"

namespace octavo::css {
namespace {

enum class Variant : std::uint8_t { Numeric, Ligatures, EastAsian, Position, Kerning };

/// A keyword and the features it stands for. Its place in the table is its bit in InheritedStyle::fontVariants.
struct VariantRow {
  Variant property;
  std::uint8_t choice;  // keywords of one choice exclude each other
  std::string_view keyword;
  std::string_view features;  // "tag=value" between blanks
};
constexpr std::array kVariants{
    VariantRow{Variant::Numeric, 1, "lining-nums", "lnum=1"},
    VariantRow{Variant::Numeric, 1, "oldstyle-nums", "onum=1"},
    VariantRow{Variant::Numeric, 2, "proportional-nums", "pnum=1"},
    VariantRow{Variant::Numeric, 2, "tabular-nums", "tnum=1"},
    VariantRow{Variant::Numeric, 3, "diagonal-fractions", "frac=1"},
    VariantRow{Variant::Numeric, 3, "stacked-fractions", "afrc=1"},
    VariantRow{Variant::Numeric, 4, "ordinal", "ordn=1"},
    VariantRow{Variant::Numeric, 5, "slashed-zero", "zero=1"},
    VariantRow{Variant::Ligatures, 1, "common-ligatures", "clig=1 liga=1"},
    VariantRow{Variant::Ligatures, 1, "no-common-ligatures", "clig=0 liga=0"},
    VariantRow{Variant::Ligatures, 2, "discretionary-ligatures", "dlig=1"},
    VariantRow{Variant::Ligatures, 2, "no-discretionary-ligatures", "dlig=0"},
    VariantRow{Variant::Ligatures, 3, "historical-ligatures", "hlig=1"},
    VariantRow{Variant::Ligatures, 3, "no-historical-ligatures", "hlig=0"},
    VariantRow{Variant::Ligatures, 4, "contextual", "calt=1"},
    VariantRow{Variant::Ligatures, 4, "no-contextual", "calt=0"},
    VariantRow{Variant::Ligatures, 5, "none", "calt=0 clig=0 dlig=0 hlig=0 liga=0"},
    VariantRow{Variant::EastAsian, 1, "jis78", "jp78=1"},
    VariantRow{Variant::EastAsian, 1, "jis83", "jp83=1"},
    VariantRow{Variant::EastAsian, 1, "jis90", "jp90=1"},
    VariantRow{Variant::EastAsian, 1, "jis04", "jp04=1"},
    VariantRow{Variant::EastAsian, 1, "simplified", "smpl=1"},
    VariantRow{Variant::EastAsian, 1, "traditional", "trad=1"},
    VariantRow{Variant::EastAsian, 2, "full-width", "fwid=1"},
    VariantRow{Variant::EastAsian, 2, "proportional-width", "pwid=1"},
    VariantRow{Variant::EastAsian, 3, "ruby", "ruby=1"},
    VariantRow{Variant::Position, 1, "sub", "subs=1"},
    VariantRow{Variant::Position, 1, "super", "sups=1"},
    VariantRow{Variant::Kerning, 1, "normal", "kern=1"},
    VariantRow{Variant::Kerning, 1, "none", "kern=0"},
};
static_assert(kVariants.size() <= 32);

constexpr std::uint32_t bitsOf(Variant property) {
  std::uint32_t bits = 0;
  for (std::size_t i = 0; i < kVariants.size(); ++i) {
    if (kVariants[i].property == property) bits |= 1U << i;
  }
  return bits;
}

/// The bits of a value of one property; nothing where a word is unknown, repeated or excluded by another.
std::optional<std::uint32_t> bitsOfValue(Variant property, const Value& value) {
  const std::string_view initial = property == Variant::Kerning ? "auto" : "normal";
  if (value.keyword() == initial) return 0;
  std::uint32_t bits = 0, choices = 0;
  for (const ComponentValue& part : value.parts()) {
    const auto found = std::ranges::find_if(
        kVariants, [&](const VariantRow& row) { return row.property == property && part.isKeyword(row.keyword); });
    if (found == kVariants.end()) return std::nullopt;
    const std::uint32_t choice = 1U << found->choice;
    const bool standsAlone = found->keyword == "none";
    if ((choices & choice) != 0 || (standsAlone && value.size() > 1)) return std::nullopt;
    choices |= choice;
    bits |= 1U << (found - kVariants.begin());
  }
  return bits;
}

template <Variant kProperty>
constexpr Property variantRow(std::string_view name, std::string_view values) {
  Property property;
  property.name = name;
  property.values = values;
  property.isInherited = true;
  property.set = [](ComputedStyle& style, const Value& value, const UnitContext&) {
    const auto bits = bitsOfValue(kProperty, value);
    if (bits) style.fontVariants = (style.fontVariants & ~bitsOf(kProperty)) | *bits;
    return bits.has_value();
  };
  property.copy = [](ComputedStyle& to, const ComputedStyle& from) {
    to.fontVariants = (to.fontVariants & ~bitsOf(kProperty)) | (from.fontVariants & bitsOf(kProperty));
  };
  return property;
}

constexpr std::array kRows{
    variantRow<Variant::Numeric>("font-variant-numeric", "normal, lining-nums, oldstyle-nums, tabular-nums, …"),
    variantRow<Variant::Ligatures>("font-variant-ligatures", "normal, none, common-ligatures, no-common-ligatures, …"),
    variantRow<Variant::EastAsian>(
        "font-variant-east-asian",
        "normal, jis78 … jis04, simplified, traditional, full-width, proportional-width, ruby"),
    variantRow<Variant::Position>("font-variant-position", "normal, sub, super"),
    variantRow<Variant::Kerning>("font-kerning", "auto, normal, none"),
};

}  // namespace

std::span<const Property> fontVariantProperties() { return kRows; }

std::vector<FontFeature> variantFeatures(std::uint32_t variants) {
  constexpr std::size_t kStep = 7;  // "tag=v " is seven letters wide
  std::vector<FontFeature> features;
  for (std::size_t i = 0; i < kVariants.size(); ++i) {
    if ((variants >> i & 1U) == 0) continue;
    const std::string_view written = kVariants[i].features;
    for (std::size_t at = 0; at + 6 <= written.size(); at += kStep) {
      features.push_back({std::string(written.substr(at, 4)), written[at + 5] - '0'});
    }
  }
  return features;
}

std::string variantNames(std::uint32_t variants) {
  std::string names;
  for (std::size_t i = 0; i < kVariants.size(); ++i) {
    if ((variants >> i & 1U) != 0) names += (names.empty() ? "" : " ") + std::string(kVariants[i].keyword);
  }
  return names;
}

}  // namespace octavo::css

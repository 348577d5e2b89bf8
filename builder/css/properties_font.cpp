// css: fonts. CSS Fonts Module Level 4.
#include <algorithm>

#include "css/property_row.h"

namespace octavo::css {
namespace {

std::optional<std::vector<std::string>> parseFamilies(const Value& value, const UnitContext&) {
  std::vector<std::string> families;
  for (const ValueSpan part : splitAtCommas(value.parts())) {
    if (part.size() == 1 && part[0].is(TokenType::String)) {
      families.push_back(part[0].token.text);
      continue;
    }
    std::string name;
    for (const ComponentValue& word : part) {
      if (!word.is(TokenType::Ident)) return std::nullopt;
      name += (name.empty() ? "" : " ") + word.token.text;
    }
    if (name.empty()) return std::nullopt;
    families.push_back(std::move(name));
  }
  return families;
}

constexpr std::array kFontSizes{
    Keyword<double>{"xx-small", 0.6}, Keyword<double>{"x-small", 0.75}, Keyword<double>{"small", 8.0 / 9},
    Keyword<double>{"medium", 1},     Keyword<double>{"large", 1.2},    Keyword<double>{"x-large", 1.5},
    Keyword<double>{"xx-large", 2},   Keyword<double>{"xxx-large", 3},
};

std::optional<Length> parseFontSize(const Value& value, const UnitContext& context) {
  if (value.size() != 1) return std::nullopt;
  const double parentPoints = context.fontSize.toPoints();
  if (const auto factor = findKeyword(kFontSizes, value.keyword()))
    return InheritedStyle{}.fontSize.scaled(*factor);
  if (value.keyword() == "larger") return pointsWithin(parentPoints * 1.2);
  if (value.keyword() == "smaller") return pointsWithin(parentPoints / 1.2);
  const auto size = toLengthPercentage(value[0], context);
  if (!size || isNegative(*size)) return std::nullopt;
  if (const Length* length = std::get_if<Length>(&*size)) return *length;
  return pointsWithin(parentPoints * std::get<Percentage>(*size).ratio);
}

/// CSS Fonts 4, section 2.2.1: the chart of bolder and lighter.
std::optional<int> parseWeight(const Value& value, const UnitContext& context) {
  const int parent = context.parent->fontWeight;
  if (value.keyword() == "normal") return 400;
  if (value.keyword() == "bold") return 700;
  if (value.keyword() == "bolder") return parent < 350 ? 400 : parent < 550 ? 700 : std::max(parent, 900);
  if (value.keyword() == "lighter")
    return parent < 100 ? parent : parent < 550 ? 100 : parent < 750 ? 400 : 700;
  const auto number = value.size() == 1 ? toNumber(value[0], context) : std::nullopt;
  if (!number || *number < 1 || *number > 1000) return std::nullopt;
  return static_cast<int>(*number);
}

std::optional<FontStyle> parseFontStyle(const Value& value, const UnitContext&) {
  constexpr static std::array kStyles{Keyword<FontStyle>{"normal", FontStyle::Normal},
                                      Keyword<FontStyle>{"italic", FontStyle::Italic},
                                      Keyword<FontStyle>{"oblique", FontStyle::Oblique}};
  if (value.size() == 2 && value[0].isKeyword("oblique") && value[1].is(TokenType::Dimension))
    return FontStyle::Oblique;
  return findKeyword(kStyles, value.keyword());
}

constexpr std::array kCaps{Keyword<FontCaps>{"normal", FontCaps::Normal},
                           Keyword<FontCaps>{"small-caps", FontCaps::SmallCaps},
                           Keyword<FontCaps>{"all-small-caps", FontCaps::AllSmallCaps}};

std::optional<LineHeight> parseLineHeight(const Value& value, const UnitContext& context) {
  if (value.size() != 1) return std::nullopt;
  if (value.keyword() == "normal") return NormalLineHeight{};
  if (const auto factor = toNumber(value[0], context)) {
    return *factor >= 0 ? std::optional<LineHeight>(std::min(*factor, 1e6)) : std::nullopt;
  }
  const auto size = toLengthPercentage(value[0], context);
  if (!size || isNegative(*size)) return std::nullopt;
  if (const Length* length = std::get_if<Length>(&*size)) return *length;
  return pointsWithin(context.fontSize.toPoints() * std::get<Percentage>(*size).ratio);
}

/// A keyword of a font-variant property and the features it stands for.
struct VariantRow {
  std::string_view keyword;
  std::string_view tags;  // "tag=value" between blanks
};
constexpr std::array kNumeric{
    VariantRow{"lining-nums", "lnum=1"},
    VariantRow{"oldstyle-nums", "onum=1"},
    VariantRow{"proportional-nums", "pnum=1"},
    VariantRow{"tabular-nums", "tnum=1"},
    VariantRow{"diagonal-fractions", "frac=1"},
    VariantRow{"stacked-fractions", "afrc=1"},
    VariantRow{"ordinal", "ordn=1"},
    VariantRow{"slashed-zero", "zero=1"},
};
constexpr std::array kLigatures{
    VariantRow{"common-ligatures", "clig=1 liga=1"},
    VariantRow{"no-common-ligatures", "clig=0 liga=0"},
    VariantRow{"discretionary-ligatures", "dlig=1"},
    VariantRow{"no-discretionary-ligatures", "dlig=0"},
    VariantRow{"historical-ligatures", "hlig=1"},
    VariantRow{"no-historical-ligatures", "hlig=0"},
    VariantRow{"contextual", "calt=1"},
    VariantRow{"no-contextual", "calt=0"},
    VariantRow{"none", "calt=0 clig=0 dlig=0 hlig=0 liga=0"},
};
constexpr std::array kEastAsian{
    VariantRow{"jis78", "jp78=1"},      VariantRow{"jis83", "jp83=1"},
    VariantRow{"jis90", "jp90=1"},      VariantRow{"jis04", "jp04=1"},
    VariantRow{"simplified", "smpl=1"}, VariantRow{"traditional", "trad=1"},
    VariantRow{"full-width", "fwid=1"}, VariantRow{"proportional-width", "pwid=1"},
    VariantRow{"ruby", "ruby=1"},
};
constexpr std::array kPosition{VariantRow{"sub", "subs=1"}, VariantRow{"super", "sups=1"}};
constexpr std::array kKerning{VariantRow{"auto", ""}, VariantRow{"normal", "kern=1"},
                              VariantRow{"none", "kern=0"}};

bool mentions(std::span<const VariantRow> table, std::string_view tag) {
  return std::ranges::any_of(table, [&](const VariantRow& variant) {
    const std::size_t at = variant.tags.find(tag);
    return at != std::string_view::npos && at % 7 == 0;  // "tag=v " is seven letters wide
  });
}

bool belongsToAVariant(std::string_view tag) {
  return mentions(kNumeric, tag) || mentions(kLigatures, tag) || mentions(kEastAsian, tag) ||
         mentions(kPosition, tag) || mentions(kKerning, tag);
}

/// Sorted by tag, so that equal sets are equal.
void setFeature(std::vector<FontFeature>& features, std::string_view tag, int featureValue) {
  auto at = std::ranges::lower_bound(features, tag, {}, &FontFeature::tag);
  if (at == features.end() || at->tag != tag) at = features.insert(at, FontFeature{std::string(tag), 1});
  at->value = featureValue;
}

/// The properties below share one field. Each owns the tags of its table; font-feature-settings owns all
/// others and may override theirs.
template <const auto& Table>
constexpr Property variantRow(std::string_view name, std::string_view values) {
  Property property;
  property.name = name;
  property.values = values;
  property.isInherited = true;
  property.set = [](ComputedStyle& style, const Value& value, const UnitContext&) {
    std::vector<FontFeature> features = style.fontFeatures;
    std::erase_if(features, [](const FontFeature& feature) { return mentions(Table, feature.tag); });
    for (const ComponentValue& part : value.parts()) {
      const auto found =
          std::ranges::find_if(Table, [&](const VariantRow& r) { return part.isKeyword(r.keyword); });
      if (found == Table.end() && !(part.isKeyword("normal") && value.size() == 1)) return false;
      if (found == Table.end()) continue;
      for (std::size_t at = 0; at + 6 <= found->tags.size(); at += 7) {
        setFeature(features, found->tags.substr(at, 4), found->tags[at + 5] - '0');
      }
    }
    style.fontFeatures = std::move(features);
    return true;
  };
  property.copy = [](ComputedStyle& to, const ComputedStyle& from) {
    std::erase_if(to.fontFeatures, [](const FontFeature& feature) { return mentions(Table, feature.tag); });
    for (const FontFeature& feature : from.fontFeatures) {
      if (mentions(Table, feature.tag)) setFeature(to.fontFeatures, feature.tag, feature.value);
    }
  };
  return property;
}

bool setFeatureSettings(ComputedStyle& style, const Value& value, const UnitContext& context) {
  std::vector<FontFeature> features = style.fontFeatures;
  std::erase_if(features, [](const FontFeature& feature) { return !belongsToAVariant(feature.tag); });
  if (value.keyword() != "normal") {
    for (const ValueSpan part : splitAtCommas(value.parts())) {
      if (part.empty() || part.size() > 2 || !part[0].is(TokenType::String)) return false;
      if (part[0].token.text.size() != 4) return false;
      auto featureValue = std::optional(1);
      if (part.size() == 2 && part[1].isKeyword("off")) {
        featureValue = 0;
      } else if (part.size() == 2 && !part[1].isKeyword("on")) {
        featureValue = toInteger(part[1], context);
      }
      if (!featureValue || *featureValue < 0) return false;
      setFeature(features, part[0].token.text, *featureValue);
    }
  }
  style.fontFeatures = std::move(features);
  return true;
}

constexpr Property featureSettingsRow() {
  Property property;
  property.name = "font-feature-settings";
  property.values = "normal or \"tag\" on/off/number, …";
  property.isInherited = true;
  property.set = setFeatureSettings;
  property.copy = [](ComputedStyle& to, const ComputedStyle& from) {
    std::erase_if(to.fontFeatures,
                  [](const FontFeature& feature) { return !belongsToAVariant(feature.tag); });
    for (const FontFeature& feature : from.fontFeatures) {
      if (!belongsToAVariant(feature.tag)) setFeature(to.fontFeatures, feature.tag, feature.value);
    }
  };
  return property;
}

constexpr std::array kRows{
    row<&ComputedStyle::fontSize, parseFontSize>("font-size",
                                                 "length, percentage, xx-small … xxx-large, larger, smaller"),
    row<&ComputedStyle::fontFamilies, parseFamilies>("font-family", "names, serif, sans-serif, monospace"),
    row<&ComputedStyle::fontWeight, parseWeight>("font-weight", "normal, bold, bolder, lighter, 1 … 1000"),
    row<&ComputedStyle::fontStyle, parseFontStyle>("font-style", "normal, italic, oblique"),
    row<&ComputedStyle::fontCaps, keyword<kCaps>>("font-variant-caps", "normal, small-caps, all-small-caps"),
    row<&ComputedStyle::lineHeight, parseLineHeight>("line-height", "normal, number, length, percentage"),
    variantRow<kNumeric>("font-variant-numeric", "normal, lining-nums, oldstyle-nums, tabular-nums, …"),
    variantRow<kLigatures>("font-variant-ligatures",
                           "normal, none, common-ligatures, no-common-ligatures, …"),
    variantRow<kEastAsian>(
        "font-variant-east-asian",
        "normal, jis78 … jis04, simplified, traditional, full-width, proportional-width, ruby"),
    variantRow<kPosition>("font-variant-position", "normal, sub, super"),
    variantRow<kKerning>("font-kerning", "auto, normal, none"),
    featureSettingsRow(),
};

}  // namespace

std::span<const Property> fontProperties() { return kRows; }

}  // namespace octavo::css

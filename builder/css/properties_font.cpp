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
  return families.size() <= kMostListed ? std::optional(families) : std::nullopt;
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

/// Sorted by tag, so that equal sets are equal.
void setFeature(std::vector<FontFeature>& features, std::string_view tag, int featureValue) {
  auto at = std::ranges::lower_bound(features, tag, {}, &FontFeature::tag);
  if (at == features.end() || at->tag != tag) at = features.insert(at, FontFeature{std::string(tag), 1});
  at->value = featureValue;
}

std::optional<std::vector<FontFeature>> parseFeatureSettings(const Value& value, const UnitContext& context) {
  std::vector<FontFeature> features;
  if (value.keyword() == "normal") return features;
  for (const ValueSpan part : splitAtCommas(value.parts())) {
    if (part.empty() || part.size() > 2 || !part[0].is(TokenType::String)) return std::nullopt;
    if (part[0].token.text.size() != 4) return std::nullopt;
    auto featureValue = std::optional(1);
    if (part.size() == 2 && part[1].isKeyword("off")) {
      featureValue = 0;
    } else if (part.size() == 2 && !part[1].isKeyword("on")) {
      featureValue = toInteger(part[1], context);
    }
    if (!featureValue || *featureValue < 0) return std::nullopt;
    setFeature(features, part[0].token.text, *featureValue);
  }
  return features;
}

constexpr std::array kMeasures{
    Keyword<FontMeasure>{"ex-height", FontMeasure::ExHeight}, Keyword<FontMeasure>{"cap-height", FontMeasure::CapHeight},
    Keyword<FontMeasure>{"ch-width", FontMeasure::ChWidth}, Keyword<FontMeasure>{"ic-width", FontMeasure::IcWidth}};

/// CSS Fonts 5, section 4.2.
std::optional<FontSizeAdjust> parseSizeAdjust(const Value& value, const UnitContext& context) {
  FontSizeAdjust adjust;
  if (value.keyword() == "none") return adjust;
  if (value.size() < 1 || value.size() > 2) return std::nullopt;
  adjust.measure = FontMeasure::ExHeight;
  if (value.size() == 2) {
    const auto measure = value[0].is(TokenType::Ident) ? findKeyword(kMeasures, value[0].token.text) : std::nullopt;
    if (!measure) return std::nullopt;
    adjust.measure = *measure;
  }
  const ComponentValue& size = value[value.size() - 1];
  if (size.isKeyword("from-font")) return adjust;
  adjust.value = toNumber(size, context);
  return adjust.value && *adjust.value >= 0 ? std::optional(adjust) : std::nullopt;
}

constexpr std::array kSynthesis{Keyword<bool>{"auto", true}, Keyword<bool>{"none", false}};

std::optional<std::string> parseLanguageOverride(const Value& value, const UnitContext&) {
  if (value.keyword() == "normal") return std::string();
  const bool isTag = value.size() == 1 && value[0].is(TokenType::String) && !value[0].token.text.empty() &&
                     value[0].token.text.size() <= 4 && std::ranges::all_of(value[0].token.text, [](char c) {
                       return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == ' ';
                     });
  return isTag ? std::optional(value[0].token.text) : std::nullopt;
}

constexpr std::array kRows{
    row<&ComputedStyle::fontSize, parseFontSize>("font-size",
                                                 "length, percentage, xx-small … xxx-large, larger, smaller"),
    row<&ComputedStyle::fontFamilies, parseFamilies>("font-family", "names, serif, sans-serif, monospace"),
    row<&ComputedStyle::fontWeight, parseWeight>("font-weight", "normal, bold, bolder, lighter, 1 … 1000"),
    row<&ComputedStyle::fontStyle, parseFontStyle>("font-style", "normal, italic, oblique"),
    row<&ComputedStyle::fontCaps, keyword<kCaps>>("font-variant-caps", "normal, small-caps, all-small-caps"),
    row<&ComputedStyle::lineHeight, parseLineHeight>("line-height", "normal, number, length, percentage"),
    row<&ComputedStyle::fontFeatures, parseFeatureSettings>("font-feature-settings",
                                                            "normal or \"tag\" on/off/number, …"),
    row<&ComputedStyle::fontSizeAdjust, parseSizeAdjust>(
        "font-size-adjust", "none, number, from-font; after ex-height, cap-height, ch-width, ic-width"),
    row<&ComputedStyle::synthesizesSmallCaps, keyword<kSynthesis>>("font-synthesis-small-caps", "auto, none"),
    row<&ComputedStyle::fontLanguageOverride, parseLanguageOverride>("font-language-override",
                                                                     "normal, OpenType language tag"),
};

}  // namespace

std::span<const Property> fontProperties() { return kRows; }

}  // namespace octavo::css

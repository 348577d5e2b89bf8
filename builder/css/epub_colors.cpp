// css: colours that leave the reader's own ground and ink alone.
//
// A reading system has a white, a sepia and a black page, and it chooses the ink for each. So:
//  - A colour and a background in one rule are a pair that can be read anywhere: both stay.
//  - A colour alone is dropped where it is black, white or grey, or is for ordinary running text: it would vanish on one of
//    the pages. A colour that tells something (a warning, a word of the lesson) stays: its hue is kept, its lightness is
//    moved where needed so that it has at least 4.5:1 against white and against black (WCAG 2.2, 1.4.3).
//  - A background alone becomes a tint that the page shines through, and on which both white and black ink have 4.5:1.
//    On running text it is dropped: the whole page would be in the writer's colour.
//  - Black, white and grey lines and marks take the ink's colour; others are moved like a text's colour.
#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include <fmt/format.h>

#include "css/epub_rewriting_private.h"
#include "css/value.h"

namespace octavo::css {
namespace {

constexpr double kContrast = 4.5;
/// The relative luminance with the same contrast to white and to black: (1.05)/(L+0.05) = (L+0.05)/0.05.
constexpr double kMiddle = 0.1791;

struct Light {
  double red, green, blue;  // 0 to 1, linear
};

double toLinear(double value) { return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4); }
double fromLinear(double value) {
  return value <= 0.0031308 ? value * 12.92 : 1.055 * std::pow(value, 1 / 2.4) - 0.055;
}
Light lightOf(const Color& color) { return {toLinear(color.red / 255.0), toLinear(color.green / 255.0), toLinear(color.blue / 255.0)}; }
/// WCAG 2.2, "relative luminance".
double luminance(const Light& light) { return 0.2126 * light.red + 0.7152 * light.green + 0.0722 * light.blue; }
double luminance(const Color& color) { return luminance(lightOf(color)); }

bool isGrey(const Color& color) {
  const auto [least, most] = std::minmax({color.red, color.green, color.blue});
  return most - least < 16;
}

std::optional<Color> colorOf(const ComponentValue& part) {
  if (part.isKeyword("currentcolor") || part.isKeyword("transparent")) return std::nullopt;
  static const InheritedStyle kParent;
  UnitContext context;
  context.parent = &kParent;
  return toColor(part, context);
}

std::string toHex(const Light& light) {
  const auto byte = [](double value) { return static_cast<int>(std::lround(std::clamp(fromLinear(value), 0.0, 1.0) * 255)); };
  return fmt::format("#{:02x}{:02x}{:02x}", byte(light.red), byte(light.green), byte(light.blue));
}

/// The hue at the middle luminance: darker by less of all, lighter by more white. Empty: good as it is.
std::string readable(const Color& color) {
  Light light = lightOf(color);
  const double own = luminance(light);
  if (1.05 / (own + 0.05) >= kContrast && (own + 0.05) / 0.05 >= kContrast) return {};
  if (own > kMiddle) {
    const double part = kMiddle / own;
    return toHex({light.red * part, light.green * part, light.blue * part});
  }
  const double white = (kMiddle - own) / (1 - own);
  const auto mixed = [&](double value) { return value + (1 - value) * white; };
  return toHex({mixed(light.red), mixed(light.green), mixed(light.blue)});
}

Color over(const std::array<double, 3>& tint, double alpha, double ground) {
  const auto byte = [&](double value) { return static_cast<std::uint8_t>(std::lround(value * alpha + ground * (1 - alpha))); };
  return {byte(tint[0]), byte(tint[1]), byte(tint[2]), 255};
}

/// Over white it looks like `color`, as far as white ink over black stays readable on it.
std::string tintOf(const Color& color) {
  constexpr double kLeastChannel = 128;
  const std::array<double, 3> channels{double(color.red), double(color.green), double(color.blue)};
  const double darkest = *std::ranges::min_element(channels);
  double alpha = std::clamp((255 - darkest) / (255 - kLeastChannel), 0.05, 1.0);
  std::array<double, 3> tint{};
  for (std::size_t i = 0; i < 3; ++i) tint[i] = std::max(0.0, 255 - (255 - channels[i]) / alpha);
  const auto isReadable = [&] {
    const double onBlack = luminance(over(tint, alpha, 0)), onWhite = luminance(over(tint, alpha, 255));
    return 1.05 / (onBlack + 0.05) >= kContrast && (onWhite + 0.05) / 0.05 >= kContrast;
  };
  while (alpha > 0.05 && !isReadable()) alpha -= 0.05;
  return fmt::format("rgba({}, {}, {}, {:.2f})", std::lround(tint[0]), std::lround(tint[1]), std::lround(tint[2]), alpha);
}

/// The colour among a value's parts, and its place.
std::optional<std::pair<std::size_t, Color>> findColor(const Values& values) {
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (const auto color = colorOf(values[i])) return std::pair(i, *color);
  }
  return std::nullopt;
}

bool isBackground(std::string_view name) { return name == "background" || name == "background-color"; }

bool isLine(std::string_view name) {
  return (name.starts_with("border") && !name.ends_with("-radius") && !name.ends_with("-image")) || name.starts_with("outline") ||
         name.starts_with("column-rule") || name.starts_with("text-decoration") || name.starts_with("text-emphasis");
}

/// False: the declaration goes.
bool keepsBackground(EpubDeclaration& declaration, const RuleSubject& subject) {
  const auto found = findColor(declaration.value);
  if (!found || found->second.alpha < 255) return true;
  if (subject.isOrdinary || (isGrey(found->second) && luminance(found->second) > 0.98)) return false;
  declaration.value[found->first] = valuesOf(tintOf(found->second)).front();
  return true;
}

bool keepsColor(EpubDeclaration& declaration, const RuleSubject& subject) {
  const auto found = findColor(declaration.value);
  if (!found) return true;
  if (subject.isOrdinary || isGrey(found->second)) return false;
  const std::string other = readable(found->second);
  if (!other.empty()) declaration.value = valuesOf(other);
  return true;
}

void clearLine(EpubDeclaration& declaration) {
  for (ComponentValue& part : declaration.value) {
    const auto color = colorOf(part);
    if (!color) continue;
    const std::string other = isGrey(*color) ? "currentcolor" : readable(*color);
    if (!other.empty()) part = valuesOf(other).front();
  }
}

}  // namespace

void makeReadable(EpubDeclarations& declarations, const RuleSubject& subject, const EpubStyle& style) {
  if (style.hasNoBackgrounds) {
    std::erase_if(declarations, [](const EpubDeclaration& each) { return isBackground(each.name) && findColor(each.value); });
  }
  const bool hasColor = find(declarations, "color") && findColor(find(declarations, "color")->value);
  const bool hasBackground = std::ranges::any_of(declarations, [](const EpubDeclaration& each) {
    const auto found = isBackground(each.name) ? findColor(each.value) : std::nullopt;
    return found && found->second.alpha == 255;
  });
  const bool isPair = hasColor && hasBackground && !subject.isRoot;
  std::erase_if(declarations, [&](EpubDeclaration& each) {
    if (isLine(each.name)) clearLine(each);
    if (isPair) return false;
    if (isBackground(each.name)) return !keepsBackground(each, subject);
    return each.name == "color" && !keepsColor(each, subject);
  });
}

}  // namespace octavo::css

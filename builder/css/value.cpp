#include "css/value.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace octavo::css {
namespace {

/// What a calc() comes to: a number, or points, or a percentage.
struct Quantity {
  enum class Kind { Number, Length, Percentage };
  Kind kind = Kind::Number;
  double value = 0;  // Length: points; Percentage: 50 for 50%
};

struct Unit {
  std::string_view name;
  double points;
};
constexpr std::array kAbsoluteUnits{
    Unit{"pt", 1},         Unit{"px", 0.75},       Unit{"pc", 12},       Unit{"in", 72},
    Unit{"mm", 72 / 25.4}, Unit{"cm", 720 / 25.4}, Unit{"q", 18 / 25.4},
};

std::optional<double> unitInPoints(std::string_view name, const UnitContext& context) {
  const std::string unit = toLower(name);
  const auto absolute = std::ranges::find(kAbsoluteUnits, unit, &Unit::name);
  if (absolute != kAbsoluteUnits.end()) return absolute->points;
  const double em = context.fontSize.toPoints();
  if (unit == "em" || unit == "ic") return em;
  if (unit == "ch" || unit == "ex") return em / 2;
  if (unit == "rem") return context.rootFontSize.toPoints();
  if (unit == "lh") return context.lineHeight.toPoints();
  if (unit == "rlh") return context.rootLineHeight.toPoints();
  return std::nullopt;
}

std::optional<Quantity> evaluate(const ComponentValue& part, const UnitContext& context);

/// A sum of products: CSS Values 4, section 10.1. + and - need white space around them, as CSS wants.
class Calculation {
 public:
  Calculation(ValueSpan parts, const UnitContext& context) : parts_(trimmed(parts)), context_(context) {}

  std::optional<Quantity> run() {
    const auto result = sum();
    skipSpace();
    return at_ == parts_.size() ? result : std::nullopt;
  }

 private:
  void skipSpace() {
    while (at_ < parts_.size() && parts_[at_].is(TokenType::WhiteSpace)) ++at_;
  }

  /// The sign between two operands, if it is one of these; else stays where it was.
  char takeSign(std::string_view signs, bool needsSpace) {
    const std::size_t begin = at_;
    skipSpace();
    const bool hasSpace = at_ > begin;
    for (const char sign : signs) {
      if (at_ >= parts_.size() || !parts_[at_].isDelim(sign)) continue;
      const bool hasSpaceAfter = at_ + 1 < parts_.size() && parts_[at_ + 1].is(TokenType::WhiteSpace);
      if (needsSpace && !(hasSpace && hasSpaceAfter)) break;
      ++at_;
      return sign;
    }
    at_ = begin;
    return '\0';
  }

  std::optional<Quantity> sum() {
    auto total = product();
    while (total) {
      const char sign = takeSign("+-", true);
      if (sign == '\0') return total;
      const auto term = product();
      if (!term || term->kind != total->kind) return std::nullopt;
      total->value += sign == '+' ? term->value : -term->value;
    }
    return total;
  }

  std::optional<Quantity> product() {
    auto total = operand();
    while (total) {
      const char sign = takeSign("*/", false);
      if (sign == '\0') return total;
      const auto factor = operand();
      if (!factor) return std::nullopt;
      if (sign == '/') {
        if (factor->kind != Quantity::Kind::Number || factor->value == 0) return std::nullopt;
        total->value /= factor->value;
      } else if (factor->kind == Quantity::Kind::Number) {
        total->value *= factor->value;
      } else if (total->kind == Quantity::Kind::Number) {
        total = Quantity{factor->kind, factor->value * total->value};
      } else {
        return std::nullopt;
      }
    }
    return total;
  }

  std::optional<Quantity> operand() {
    skipSpace();
    if (at_ == parts_.size()) return std::nullopt;
    const ComponentValue& part = parts_[at_++];
    if (part.is(TokenType::OpenRound)) return Calculation(part.children, context_).run();
    return evaluate(part, context_);
  }

  ValueSpan parts_;
  const UnitContext& context_;
  std::size_t at_ = 0;
};

std::optional<Quantity> evaluateComparison(const ComponentValue& part, const UnitContext& context) {
  const bool isClamp = part.isFunction("clamp");
  std::vector<Quantity> terms;
  for (const ValueSpan argument : splitAtCommas(part.children)) {
    const auto term = Calculation(argument, context).run();
    if (!term || (!terms.empty() && terms[0].kind != term->kind)) return std::nullopt;
    terms.push_back(*term);
  }
  if (isClamp) {
    if (terms.size() != 3) return std::nullopt;
    return Quantity{terms[0].kind, std::max(terms[0].value, std::min(terms[1].value, terms[2].value))};
  }
  const bool isMinimum = part.isFunction("min");
  return isMinimum ? *std::ranges::min_element(terms, {}, &Quantity::value)
                   : *std::ranges::max_element(terms, {}, &Quantity::value);
}

std::optional<Quantity> evaluate(const ComponentValue& part, const UnitContext& context) {
  switch (part.token.type) {
    case TokenType::Number:
      return Quantity{Quantity::Kind::Number, part.token.number};
    case TokenType::Percentage:
      return Quantity{Quantity::Kind::Percentage, part.token.number};
    case TokenType::Dimension: {
      const auto points = unitInPoints(part.token.text, context);
      return points ? std::optional(Quantity{Quantity::Kind::Length, part.token.number * *points})
                    : std::nullopt;
    }
    case TokenType::Function:
      if (part.isFunction("calc") || part.isFunction("-webkit-calc"))
        return Calculation(part.children, context).run();
      if (part.isFunction("min") || part.isFunction("max") || part.isFunction("clamp")) {
        return evaluateComparison(part, context);
      }
      return std::nullopt;
    default:
      return std::nullopt;
  }
}

double finite(double value) { return std::isfinite(value) ? value : 0; }

std::uint8_t channel(double value) {
  return static_cast<std::uint8_t>(std::lround(std::clamp(finite(value), 0.0, 255.0)));
}

std::optional<Color> hexColor(std::string_view digits) {
  const auto digit = [&](std::size_t i) -> int {
    const char c = digits[i];
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
  };
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (digit(i) < 0) return std::nullopt;
  }
  const bool isShort = digits.size() == 3 || digits.size() == 4;
  if (!isShort && digits.size() != 6 && digits.size() != 8) return std::nullopt;
  const auto byte = [&](std::size_t i) {
    return static_cast<std::uint8_t>(isShort ? digit(i) * 17 : digit(2 * i) * 16 + digit(2 * i + 1));
  };
  const bool hasAlpha = digits.size() == 4 || digits.size() == 8;
  return Color{byte(0), byte(1), byte(2), hasAlpha ? byte(3) : std::uint8_t{255}};
}

/// CSS Color 4, section 7: hue in degrees, saturation and lightness 0 to 1.
Color fromHsl(double hue, double saturation, double lightness, double alpha) {
  hue = std::fmod(finite(hue), 360);
  if (hue < 0) hue += 360;
  const auto part = [&](double n) {
    const double k = std::fmod(n + hue / 30, 12);
    const double a = saturation * std::min(lightness, 1 - lightness);
    return 255 * (lightness - a * std::max(-1.0, std::min({k - 3, 9 - k, 1.0})));
  };
  return {channel(part(0)), channel(part(8)), channel(part(4)), channel(alpha * 255)};
}

Color fromHwb(double hue, double whiteness, double blackness, double alpha) {
  if (whiteness + blackness >= 1) {
    const std::uint8_t grey = channel(255 * whiteness / (whiteness + blackness));
    return {grey, grey, grey, channel(alpha * 255)};
  }
  const Color pure = fromHsl(hue, 1, 0.5, alpha);
  const auto mixed = [&](std::uint8_t value) {
    return channel(value * (1 - whiteness - blackness) + 255 * whiteness);
  };
  return {mixed(pure.red), mixed(pure.green), mixed(pure.blue), pure.alpha};
}

std::optional<double> toDegrees(const ComponentValue& part, const UnitContext& context) {
  if (!part.is(TokenType::Dimension)) return toNumber(part, context);
  if (equalsIgnoringCase(part.token.text, "deg")) return part.token.number;
  if (equalsIgnoringCase(part.token.text, "turn")) return part.token.number * 360;
  if (equalsIgnoringCase(part.token.text, "grad")) return part.token.number * 0.9;
  if (equalsIgnoringCase(part.token.text, "rad")) return part.token.number * 57.29577951308232;
  return std::nullopt;
}

/// The arguments of a colour function, commas, the slash and blanks being mere separators.
std::vector<const ComponentValue*> colorArguments(const ComponentValue& function) {
  std::vector<const ComponentValue*> arguments;
  for (const ComponentValue& part : function.children) {
    const bool isSeparator = part.is(TokenType::WhiteSpace) || part.is(TokenType::Comma) || part.isDelim('/');
    if (!isSeparator) arguments.push_back(&part);
  }
  return arguments;
}

/// A share: a percentage, or a number out of `full`. `none` is 0.
std::optional<double> toShare(const ComponentValue& part, double full, const UnitContext& context) {
  if (part.isKeyword("none")) return 0;
  const auto quantity = evaluate(part, context);
  if (!quantity || quantity->kind == Quantity::Kind::Length) return std::nullopt;
  return finite(quantity->kind == Quantity::Kind::Percentage ? quantity->value / 100
                                                             : quantity->value / full);
}

std::optional<Color> colorFunction(const ComponentValue& function, const UnitContext& context) {
  const std::string name = toLower(function.token.text);
  const auto arguments = colorArguments(function);
  const bool isCmyk = name == "device-cmyk";
  const std::size_t channels = isCmyk ? 4 : 3;
  const bool isHue = name == "hsl" || name == "hsla" || name == "hwb";
  if (!isCmyk && !isHue && name != "rgb" && name != "rgba") return std::nullopt;
  if (arguments.size() != channels && arguments.size() != channels + 1) return std::nullopt;
  std::array<double, 5> shares{0, 0, 0, 1, 1};
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const double full = i >= channels || isCmyk ? 1 : isHue ? 100 : 255;
    const auto share =
        isHue && i == 0 ? toDegrees(*arguments[i], context) : toShare(*arguments[i], full, context);
    if (!share) return std::nullopt;
    shares[i] = isHue && i == 0 ? *share : std::clamp(*share, 0.0, 1.0);
  }
  if (name == "hwb") return fromHwb(shares[0], shares[1], shares[2], shares[3]);
  if (isHue) return fromHsl(shares[0], shares[1], shares[2], shares[3]);
  if (!isCmyk)
    return Color{channel(shares[0] * 255), channel(shares[1] * 255), channel(shares[2] * 255),
                 channel(shares[3] * 255)};
  // CSS Color 5, section 9.1: the naive conversion.
  const auto ink = [&](std::size_t i) {
    return channel(255 * (1 - std::min(1.0, shares[i] * (1 - shares[3]) + shares[3])));
  };
  return Color{ink(0), ink(1), ink(2), channel(arguments.size() == 5 ? shares[4] * 255 : 255)};
}

}  // namespace

Value::Value(Values parts) : parts_(std::move(parts)) {
  std::erase_if(parts_, [](const ComponentValue& part) { return part.is(TokenType::WhiteSpace); });
  if (parts_.size() == 1 && parts_[0].is(TokenType::Ident)) keyword_ = toLower(parts_[0].token.text);
}

Length pointsWithin(double points) {
  constexpr double kMost = 1e9;  // a book of 300 km; sums of many stay far from overflow
  return Length::points(std::clamp(finite(points), -kMost, kMost));
}

std::optional<LengthPercentage> toLengthPercentage(const ComponentValue& part, const UnitContext& context) {
  const auto quantity = evaluate(part, context);
  if (!quantity) return std::nullopt;
  switch (quantity->kind) {
    case Quantity::Kind::Length:
      return pointsWithin(quantity->value);
    case Quantity::Kind::Percentage:
      return Percentage{std::clamp(finite(quantity->value / 100), -1e6, 1e6)};
    case Quantity::Kind::Number:
      // A bare 0 is a length; 0 from calc() is not (CSS Values 4, section 10.9).
      return quantity->value == 0 && part.is(TokenType::Number) ? std::optional<LengthPercentage>(Length{})
                                                                : std::nullopt;
  }
  return std::nullopt;
}

std::optional<Length> toLength(const ComponentValue& part, const UnitContext& context) {
  const auto value = toLengthPercentage(part, context);
  const Length* length = value ? std::get_if<Length>(&*value) : nullptr;
  return length ? std::optional(*length) : std::nullopt;
}

std::optional<double> toNumber(const ComponentValue& part, const UnitContext& context) {
  const auto quantity = evaluate(part, context);
  if (!quantity || quantity->kind != Quantity::Kind::Number) return std::nullopt;
  return finite(quantity->value);
}

std::optional<int> toInteger(const ComponentValue& part, const UnitContext& context) {
  if (part.is(TokenType::Number) && !part.token.isInteger) return std::nullopt;
  const auto number = toNumber(part, context);
  if (!number) return std::nullopt;
  return static_cast<int>(std::lround(std::clamp(*number, -2e9, 2e9)));
}

std::optional<Color> toColor(const ComponentValue& part, const UnitContext& context) {
  if (part.is(TokenType::Hash)) return hexColor(part.token.text);
  if (part.is(TokenType::Function)) return colorFunction(part, context);
  if (!part.is(TokenType::Ident)) return std::nullopt;
  if (part.isKeyword("currentcolor")) return context.currentColor;
  return namedColor(part.token.text);
}

Length usedLineHeight(const LineHeight& lineHeight, Length fontSize) {
  if (const Length* length = std::get_if<Length>(&lineHeight)) return *length;
  const double* factor = std::get_if<double>(&lineHeight);
  return pointsWithin(fontSize.toPoints() * (factor ? *factor : 1.2));
}

}  // namespace octavo::css

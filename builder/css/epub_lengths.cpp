// css: absolute lengths as parts of the reader's own size.
#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>

#include "css/epub_rewriting_private.h"

namespace octavo::css {
namespace {

struct Unit {
  std::string_view name;
  double points;
};
constexpr std::array kAbsolute{Unit{"pt", 1},         Unit{"px", 0.75},        Unit{"pc", 12},    Unit{"in", 72},
                               Unit{"cm", 72 / 2.54}, Unit{"mm", 7.2 / 2.54}, Unit{"q", 1.8 / 2.54}};

/// Lines and shadows are as thin as they are, whatever the text's size.
constexpr std::array<std::string_view, 10> kThin{"border",      "-webkit-border", "outline",          "box-shadow",
                                                 "text-shadow", "column-rule",    "text-decoration",  "-webkit-text-stroke",
                                                 "transform",   "-webkit-text-decoration"};

std::optional<double> absolutePoints(const ComponentValue& part) {
  if (!part.is(TokenType::Dimension)) return std::nullopt;
  for (const Unit& unit : kAbsolute) {
    if (equalsIgnoringCase(unit.name, part.token.text)) return part.token.number * unit.points;
  }
  return std::nullopt;
}

double rounded(double number) { return std::round(number * 10000) / 10000; }

/// A sum of lengths by unit: points for all absolute ones, "" for mere numbers.
using Sum = std::map<std::string, double, std::less<>>;

/// Works out calc(): sums, and products and quotients with a mere number.
class Calculation {
 public:
  explicit Calculation(ValueSpan values) {
    for (const ComponentValue& part : values) {
      if (!part.is(TokenType::WhiteSpace)) parts_.push_back(&part);
    }
  }
  std::optional<Sum> run() {
    auto sum = takeSum();
    if (at_ != parts_.size()) return std::nullopt;
    return sum;
  }

 private:
  bool skip(char delimiter) {
    if (at_ == parts_.size() || !parts_[at_]->isDelim(delimiter)) return false;
    ++at_;
    return true;
  }

  std::optional<Sum> takeSum() {
    auto left = takeProduct();
    while (left) {
      const bool isMinus = skip('-');
      if (!isMinus && !skip('+')) break;
      const auto right = takeProduct();
      if (!right) return std::nullopt;
      for (const auto& [unit, number] : *right) (*left)[unit] += isMinus ? -number : number;
    }
    return left;
  }

  static std::optional<double> mereNumber(const Sum& sum) {
    return sum.size() == 1 && sum.contains("") ? std::optional(sum.begin()->second) : std::nullopt;
  }

  std::optional<Sum> takeProduct() {
    auto left = takeOne();
    while (left) {
      const bool isQuotient = skip('/');
      if (!isQuotient && !skip('*')) break;
      const auto right = takeOne();
      if (!right) return std::nullopt;
      auto factor = mereNumber(*right);
      if (!factor && !isQuotient) {
        factor = mereNumber(*left);
        left = right;
      }
      if (!factor || (isQuotient && *factor == 0)) return std::nullopt;
      for (auto& [unit, number] : *left) number = isQuotient ? number / *factor : number * *factor;
    }
    return left;
  }

  std::optional<Sum> takeOne() {
    if (at_ == parts_.size()) return std::nullopt;
    const ComponentValue& part = *parts_[at_++];
    if (const auto points = absolutePoints(part)) return Sum{{"pt", *points}};
    if (part.is(TokenType::Number)) return Sum{{"", part.token.number}};
    if (part.is(TokenType::Percentage)) return Sum{{"%", part.token.number}};
    if (part.is(TokenType::Dimension)) return Sum{{toLower(part.token.text), part.token.number}};
    if (part.is(TokenType::OpenRound) || part.isFunction("calc")) return Calculation(part.children).run();
    return std::nullopt;
  }

  std::vector<const ComponentValue*> parts_;
  std::size_t at_ = 0;
};

/// calc() of one unit as a plain length.
void workOut(Values& values) {
  for (ComponentValue& part : values) {
    if (!part.isFunction("calc")) {
      workOut(part.children);
      continue;
    }
    const auto sum = Calculation(part.children).run();
    if (!sum || sum->size() != 1) continue;
    const auto& [unit, number] = *sum->begin();
    part = dimension(number, unit);
  }
}

/// What one em is in the rule: times the base size where the rule says so, else 1.
double ownSize(const EpubDeclarations& rule) {
  const EpubDeclaration* size = find(rule, "font-size");
  const ValueSpan value = size ? trimmed(size->value) : ValueSpan();
  if (value.size() != 1) return 1;
  const std::string unit = value[0].is(TokenType::Dimension) ? toLower(value[0].token.text) : "";
  const bool isKnown = (unit == "rem" || unit == "em") && value[0].token.number > 0;
  return isKnown ? value[0].token.number : 1;
}

void replaceAbsolute(Values& values, double pointsOfUnit, std::string_view unit) {
  for (ComponentValue& part : values) {
    if (const auto points = absolutePoints(part)) {
      part = dimension(*points / pointsOfUnit, unit);
    } else {
      replaceAbsolute(part.children, pointsOfUnit, unit);
    }
  }
}

bool isThin(std::string_view name) {
  return std::ranges::any_of(kThin, [&](std::string_view each) { return name.starts_with(each); }) ||
         name.ends_with("-radius");
}

bool isMeasure(std::string_view name) {
  return name.ends_with("width") || name.ends_with("height") || name.ends_with("-size");
}

/// 90% of a size is 0.9em: some engines lose the reader's size at percentages (kobolabs/epub-spec, README, "Setting Font
/// Sizes").
void makeSizeRelative(Values& values, double base) {
  replaceAbsolute(values, base, "rem");
  for (ComponentValue& part : values) {
    if (part.is(TokenType::Percentage)) part = dimension(part.token.number / 100, "em");
  }
}

bool replaceRem(Values& values, double own) {
  bool isFound = false;
  for (ComponentValue& part : values) {
    if (part.is(TokenType::Dimension) && equalsIgnoringCase(part.token.text, "rem")) {
      part = dimension(part.token.number / own, "em");
      isFound = true;
    } else {
      isFound |= replaceRem(part.children, own);
    }
  }
  return isFound;
}

}  // namespace

ComponentValue dimension(double number, std::string_view unit) {
  ComponentValue made;
  made.token.number = rounded(number);
  made.token.type = unit.empty() || made.token.number == 0 ? TokenType::Number : TokenType::Dimension;
  if (unit == "%" && made.token.number != 0) made.token.type = TokenType::Percentage;
  if (made.token.type == TokenType::Dimension) made.token.text = unit;
  return made;
}

void makeRelative(EpubDeclarations& declarations, const RuleSubject& subject, const EpubStyle& style) {
  for (EpubDeclaration& each : declarations) workOut(each.value);
  if (subject.isRoot) {
    std::erase_if(declarations, [](const EpubDeclaration& each) {
      const ValueSpan value = trimmed(each.value);
      return each.name == "font-size" && value.size() == 1 && absolutePoints(value[0]);
    });
  }
  for (EpubDeclaration& each : declarations) {
    if (each.name == "font-size") makeSizeRelative(each.value, style.baseSize);
  }
  const double em = ownSize(declarations) * style.baseSize;
  for (EpubDeclaration& each : declarations) {
    if (isThin(each.name) || (subject.isPicture && isMeasure(each.name))) continue;
    if (each.name == "line-height") {
      replaceAbsolute(each.value, em, "");
    } else if (each.name == "font") {
      replaceAbsolute(each.value, style.baseSize, "rem");
    } else {
      replaceAbsolute(each.value, em, "em");
    }
  }
}

Values withoutRem(const EpubDeclaration& declaration, const EpubDeclarations& rule) {
  Values values = declaration.value;
  const bool isSize = declaration.name == "font-size" || declaration.name == "font";
  return replaceRem(values, isSize ? 1 : ownSize(rule)) ? values : Values();
}

}  // namespace octavo::css

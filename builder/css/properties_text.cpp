// css: text: lines, spaces, breaks, marks. CSS Text 3 and 4, Text Decoration 4, Writing Modes 4, Ruby 1,
// Lists 3.
#include <algorithm>

#include "css/property_row.h"

namespace octavo::css {
namespace {

constexpr std::array kTextAlign{
    Keyword<TextAlign>{"start", TextAlign::Start},
    Keyword<TextAlign>{"end", TextAlign::End},
    Keyword<TextAlign>{"left", TextAlign::Left},
    Keyword<TextAlign>{"right", TextAlign::Right},
    Keyword<TextAlign>{"center", TextAlign::Center},
    Keyword<TextAlign>{"justify", TextAlign::Justify},
    Keyword<TextAlign>{"justify-all", TextAlign::JustifyAll},
};
constexpr std::array kTextAlignLast{
    Keyword<TextAlignLast>{"auto", TextAlignLast::Auto},
    Keyword<TextAlignLast>{"start", TextAlignLast::Start},
    Keyword<TextAlignLast>{"end", TextAlignLast::End},
    Keyword<TextAlignLast>{"left", TextAlignLast::Left},
    Keyword<TextAlignLast>{"right", TextAlignLast::Right},
    Keyword<TextAlignLast>{"center", TextAlignLast::Center},
    Keyword<TextAlignLast>{"justify", TextAlignLast::Justify},
};
constexpr std::array kTextTransform{
    Keyword<TextTransform>{"none", TextTransform::None},
    Keyword<TextTransform>{"uppercase", TextTransform::Uppercase},
    Keyword<TextTransform>{"lowercase", TextTransform::Lowercase},
    Keyword<TextTransform>{"capitalize", TextTransform::Capitalize},
    Keyword<TextTransform>{"full-width", TextTransform::FullWidth},
};
constexpr std::array kWhiteSpace{
    Keyword<WhiteSpace>{"normal", WhiteSpace::Normal},
    Keyword<WhiteSpace>{"nowrap", WhiteSpace::NoWrap},
    Keyword<WhiteSpace>{"pre", WhiteSpace::Pre},
    Keyword<WhiteSpace>{"pre-wrap", WhiteSpace::PreWrap},
    Keyword<WhiteSpace>{"pre-line", WhiteSpace::PreLine},
};
constexpr std::array kTextSpacingTrim{
    Keyword<TextSpacingTrim>{"normal", TextSpacingTrim::Normal},
    Keyword<TextSpacingTrim>{"auto", TextSpacingTrim::Normal},
    Keyword<TextSpacingTrim>{"space-all", TextSpacingTrim::SpaceAll},
    Keyword<TextSpacingTrim>{"space-first", TextSpacingTrim::SpaceFirst},
    Keyword<TextSpacingTrim>{"trim-start", TextSpacingTrim::TrimStart},
    Keyword<TextSpacingTrim>{"trim-both", TextSpacingTrim::TrimBoth},
    Keyword<TextSpacingTrim>{"trim-all", TextSpacingTrim::TrimAll},
};
constexpr std::array kTextAutospace{
    Keyword<TextAutospace>{"normal", TextAutospace::Normal},
    Keyword<TextAutospace>{"auto", TextAutospace::Normal},
    Keyword<TextAutospace>{"no-autospace", TextAutospace::NoAutospace},
};
constexpr std::array kRubyPosition{
    Keyword<RubyPosition>{"over", RubyPosition::Over},
    Keyword<RubyPosition>{"under", RubyPosition::Under},
    Keyword<RubyPosition>{"inter-character", RubyPosition::InterCharacter},
};
constexpr std::array kRubyAlign{
    Keyword<RubyAlign>{"space-around", RubyAlign::SpaceAround},
    Keyword<RubyAlign>{"center", RubyAlign::Center},
    Keyword<RubyAlign>{"start", RubyAlign::Start},
    Keyword<RubyAlign>{"space-between", RubyAlign::SpaceBetween},
};
constexpr std::array kListStylePosition{
    Keyword<ListStylePosition>{"outside", ListStylePosition::Outside},
    Keyword<ListStylePosition>{"inside", ListStylePosition::Inside},
};
constexpr std::array kWritingMode{
    Keyword<WritingMode>{"horizontal-tb", WritingMode::HorizontalTb},
    Keyword<WritingMode>{"vertical-rl", WritingMode::VerticalRl},
    Keyword<WritingMode>{"vertical-lr", WritingMode::VerticalLr},
};

std::optional<TextIndent> parseIndent(const Value& value, const UnitContext& context) {
  TextIndent indent;
  bool hasSize = false;
  for (const ComponentValue& part : value.parts()) {
    if (part.isKeyword("hanging") && !indent.hanging) {
      indent.hanging = true;
    } else if (part.isKeyword("each-line") && !indent.eachLine) {
      indent.eachLine = true;
    } else {
      const auto size = toLengthPercentage(part, context);
      if (!size || hasSize) return std::nullopt;
      indent.size = *size;
      hasSize = true;
    }
  }
  return hasSize ? std::optional(indent) : std::nullopt;
}

/// letter-spacing and word-spacing: a percentage is of the font size, as CSS Text 4 has it since 2023.
std::optional<Length> parseSpacing(const Value& value, const UnitContext& context) {
  if (value.keyword() == "normal") return Length{};
  const auto size = parseLengthPercentage(value, context);
  if (!size) return std::nullopt;
  if (const Length* length = std::get_if<Length>(&*size)) return *length;
  return pointsWithin(context.fontSize.toPoints() * std::get<Percentage>(*size).ratio);
}

std::optional<TextAutospace> parseAutospace(const Value& value, const UnitContext&) {
  const bool isBoth = value.size() == 2 &&
                      ((value[0].isKeyword("ideograph-alpha") && value[1].isKeyword("ideograph-numeric")) ||
                       (value[1].isKeyword("ideograph-alpha") && value[0].isKeyword("ideograph-numeric")));
  return isBoth ? std::optional(TextAutospace::Normal) : findKeyword(kTextAutospace, value.keyword());
}

std::optional<int> parseTabSize(const Value& value, const UnitContext& context) {
  const auto number = value.size() == 1 ? toInteger(value[0], context) : std::nullopt;
  return number && *number >= 0 ? std::optional(std::min(*number, 1000)) : std::nullopt;
}

struct EmphasisShape {
  std::string_view name, filled, open;
};
constexpr std::array kEmphasisShapes{
    EmphasisShape{"dot", "•", "◦"},           EmphasisShape{"circle", "●", "○"},
    EmphasisShape{"double-circle", "◉", "◎"}, EmphasisShape{"triangle", "▲", "△"},
    EmphasisShape{"sesame", "﹅", "﹆"},
};

/// Text Decoration 4, section 4.1. Without a shape: a circle in horizontal text, a sesame in vertical.
std::optional<std::string> parseEmphasis(const Value& value, const UnitContext& context) {
  if (value.keyword() == "none") return std::string();
  if (value.size() == 1 && value[0].is(TokenType::String)) return value[0].token.text;
  const EmphasisShape* shape = nullptr;
  std::optional<bool> isOpen;
  for (const ComponentValue& part : value.parts()) {
    const auto found = std::ranges::find_if(
        kEmphasisShapes, [&](const EmphasisShape& each) { return part.isKeyword(each.name); });
    if (found != kEmphasisShapes.end() && !shape) {
      shape = &*found;
    } else if ((part.isKeyword("open") || part.isKeyword("filled")) && !isOpen) {
      isOpen = part.isKeyword("open");
    } else {
      return std::nullopt;
    }
  }
  if (!shape)
    shape = context.writingMode == WritingMode::HorizontalTb ? &kEmphasisShapes[1] : &kEmphasisShapes[4];
  return std::string(isOpen.value_or(false) ? shape->open : shape->filled);
}

std::optional<EmphasisPosition> parseEmphasisPosition(const Value& value, const UnitContext&) {
  std::optional<EmphasisPosition> position;
  bool hasSide = false;
  for (const ComponentValue& part : value.parts()) {
    const bool isSide = part.isKeyword("right") || part.isKeyword("left");
    const bool isOver = part.isKeyword("over");
    if (isSide ? hasSide : position || (!isOver && !part.isKeyword("under"))) return std::nullopt;
    if (isSide) {
      hasSide = true;
    } else {
      position = isOver ? EmphasisPosition::Over : EmphasisPosition::Under;
    }
  }
  return position;
}

std::optional<std::string> parseListStyleType(const Value& value, const UnitContext&) {
  if (value.size() != 1) return std::nullopt;
  if (value[0].is(TokenType::String)) return "\"" + value[0].token.text + "\"";
  return value[0].is(TokenType::Ident) ? std::optional(std::string(value.keyword())) : std::nullopt;
}

std::optional<std::vector<std::string>> parseQuotes(const Value& value, const UnitContext&) {
  if (value.keyword() == "auto") return std::vector<std::string>{};
  if (value.keyword() == "none") return std::vector<std::string>{"", ""};
  std::vector<std::string> quotes;
  for (const ComponentValue& part : value.parts()) {
    if (!part.is(TokenType::String)) return std::nullopt;
    quotes.push_back(part.token.text);
  }
  return quotes.empty() || quotes.size() % 2 != 0 ? std::nullopt : std::optional(quotes);
}

bool setDecorationLine(ComputedStyle& style, const Value& value, const UnitContext&) {
  bool underline = false, overline = false, lineThrough = false;
  for (const ComponentValue& part : value.parts()) {
    if (part.isKeyword("underline")) {
      underline = true;
    } else if (part.isKeyword("overline")) {
      overline = true;
    } else if (part.isKeyword("line-through")) {
      lineThrough = true;
    } else if (!(part.isKeyword("none") && value.size() == 1)) {
      return false;
    }
  }
  style.textDecoration.underline = underline;
  style.textDecoration.overline = overline;
  style.textDecoration.lineThrough = lineThrough;
  return true;
}

constexpr Property decorationLineRow() {
  Property property;
  property.name = "text-decoration-line";
  property.values = "none, underline, overline, line-through";
  property.set = setDecorationLine;
  property.copy = [](ComputedStyle& to, const ComputedStyle& from) {
    to.textDecoration.underline = from.textDecoration.underline;
    to.textDecoration.overline = from.textDecoration.overline;
    to.textDecoration.lineThrough = from.textDecoration.lineThrough;
  };
  return property;
}

constexpr std::array kDecorationStyle{
    Keyword<LineStyle>{"solid", LineStyle::Solid},   Keyword<LineStyle>{"double", LineStyle::Double},
    Keyword<LineStyle>{"dotted", LineStyle::Dotted}, Keyword<LineStyle>{"dashed", LineStyle::Dashed},
    Keyword<LineStyle>{"wavy", LineStyle::Wavy},
};

/// The outer optional: understood; the inner one: not the line's own choice.
std::optional<std::optional<Length>> parseDecorationLength(const Value& value, const UnitContext& context) {
  if (value.keyword() == "auto" || value.keyword() == "from-font") return std::optional<Length>();
  const auto size = parseLengthPercentage(value, context);
  if (!size) return std::nullopt;
  if (const Length* length = std::get_if<Length>(&*size)) return std::optional(*length);
  return std::optional(pointsWithin(context.fontSize.toPoints() * std::get<Percentage>(*size).ratio));
}

std::optional<std::optional<Color>> parseDecorationColor(const Value& value, const UnitContext& context) {
  if (value.keyword() == "currentcolor") return std::optional<Color>();
  const auto color = parseColor(value, context);
  return color ? std::optional(color) : std::nullopt;
}

constexpr std::array kRows{
    row<&ComputedStyle::writingMode, keyword<kWritingMode>>("writing-mode",
                                                            "horizontal-tb, vertical-rl, vertical-lr"),
    row<&ComputedStyle::color, parseColor>("color", "colour"),
    row<&ComputedStyle::textAlign, keyword<kTextAlign>>(
        "text-align", "start, end, left, right, center, justify, justify-all"),
    row<&ComputedStyle::textAlignLast, keyword<kTextAlignLast>>(
        "text-align-last", "auto, start, end, left, right, center, justify"),
    row<&ComputedStyle::textIndent, parseIndent>("text-indent", "length, percentage; hanging, each-line"),
    row<&ComputedStyle::textTransform, keyword<kTextTransform>>(
        "text-transform", "none, uppercase, lowercase, capitalize, full-width"),
    row<&ComputedStyle::letterSpacing, parseSpacing>("letter-spacing", "normal, length, percentage"),
    row<&ComputedStyle::wordSpacing, parseSpacing>("word-spacing", "normal, length, percentage"),
    row<&ComputedStyle::whiteSpace, keyword<kWhiteSpace>>("white-space",
                                                          "normal, nowrap, pre, pre-wrap, pre-line"),
    row<&ComputedStyle::tabSize, parseTabSize>("tab-size", "whole number"),
    row<&ComputedStyle::textSpacingTrim, keyword<kTextSpacingTrim>>(
        "text-spacing-trim", "normal, auto, space-all, space-first, trim-start, trim-both, trim-all"),
    row<&ComputedStyle::textAutospace, parseAutospace>(
        "text-autospace", "normal, auto, no-autospace, ideograph-alpha ideograph-numeric"),
    row<&ComputedStyle::rubyPosition, keyword<kRubyPosition>>("ruby-position",
                                                              "over, under, inter-character"),
    row<&ComputedStyle::rubyAlign, keyword<kRubyAlign>>("ruby-align",
                                                        "space-around, center, start, space-between"),
    row<&ComputedStyle::textEmphasisMark, parseEmphasis>(
        "text-emphasis-style",
        "none, filled or open with dot, circle, double-circle, triangle, sesame; string"),
    row<&ComputedStyle::textEmphasisPosition, parseEmphasisPosition>("text-emphasis-position",
                                                                     "over, under; with right or left"),
    row<&ComputedStyle::listStyleType, parseListStyleType>("list-style-type", "counter style, none, string"),
    row<&ComputedStyle::listStylePosition, keyword<kListStylePosition>>("list-style-position",
                                                                        "outside, inside"),
    row<&ComputedStyle::quotes, parseQuotes>("quotes", "auto, none, pairs of strings"),
    decorationLineRow(), row < [](auto& style) -> auto& {return style.textDecoration.style;
}  // namespace
, keyword < kDecorationStyle >> ("text-decoration-style", "solid, double, dotted, dashed, wavy"), row < [
](auto& style) -> auto& {
  return style.textDecoration.color;
}
, parseDecorationColor > ("text-decoration-color", "colour"), row < [](auto& style) -> auto& {
  return style.textDecoration.thickness;
}
, parseDecorationLength > ("text-decoration-thickness", "auto, from-font, length, percentage"), row < [
](auto& style) -> auto& {
  return style.textDecoration.underlineOffset;
}
, parseDecorationLength > ("text-underline-offset", "auto, length, percentage"),
};  // namespace octavo::css

}  // namespace

std::span<const Property> textProperties() { return kRows; }

}  // namespace octavo::css

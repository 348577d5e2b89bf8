// css: text: lines, spaces, breaks, readings. CSS Text 3 and 4, Writing Modes 4, Ruby 1, Lists 3.
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
constexpr std::array kRubyPosition{
    Keyword<RubyPosition>{"over", RubyPosition::Over},
    Keyword<RubyPosition>{"under", RubyPosition::Under},
    Keyword<RubyPosition>{"inter-character", RubyPosition::InterCharacter},
    Keyword<RubyPosition>{"alternate", RubyPosition::Alternate},
};
constexpr std::array kRubyMerge{
    Keyword<RubyMerge>{"separate", RubyMerge::Separate},
    Keyword<RubyMerge>{"merge", RubyMerge::Merge},
    Keyword<RubyMerge>{"auto", RubyMerge::Auto},
};
constexpr std::array kRubyOverhang{
    Keyword<RubyOverhang>{"auto", RubyOverhang::Auto},
    Keyword<RubyOverhang>{"none", RubyOverhang::None},
};
constexpr std::array kWarichu{
    Keyword<Warichu>{"none", Warichu::None},
    Keyword<Warichu>{"auto", Warichu::Auto},
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

std::optional<int> parseTabSize(const Value& value, const UnitContext& context) {
  const auto number = value.size() == 1 ? toInteger(value[0], context) : std::nullopt;
  return number && *number >= 0 ? std::optional(std::min(*number, 1000)) : std::nullopt;
}

/// Ruby 1, section 4.1: [ alternate || [ over | under ] ] | inter-character.
std::optional<RubyPosition> parseRubyPosition(const Value& value, const UnitContext&) {
  if (value.size() == 1) return findKeyword(kRubyPosition, value.keyword());
  if (value.size() != 2) return std::nullopt;
  const bool isFirst = value[0].isKeyword("alternate");
  if (!isFirst && !value[1].isKeyword("alternate")) return std::nullopt;
  const ComponentValue& side = value[isFirst ? 1 : 0];
  if (side.isKeyword("over")) return RubyPosition::Alternate;
  return side.isKeyword("under") ? std::optional(RubyPosition::AlternateUnder) : std::nullopt;
}

std::optional<std::string> parseListStyleType(const Value& value, const UnitContext&) {
  if (value.size() != 1) return std::nullopt;
  if (value[0].is(TokenType::String)) {
    const std::string& sign = value[0].token.text;
    return sign.size() <= kLongestSign ? std::optional("\"" + sign + "\"") : std::nullopt;
  }
  return value[0].is(TokenType::Ident) ? std::optional(std::string(value.keyword())) : std::nullopt;
}

std::optional<std::vector<std::string>> parseQuotes(const Value& value, const UnitContext&) {
  if (value.keyword() == "auto") return std::vector<std::string>{};
  if (value.keyword() == "none") return std::vector<std::string>{"", ""};
  std::vector<std::string> quotes;
  for (const ComponentValue& part : value.parts()) {
    if (!part.is(TokenType::String) || part.token.text.size() > kLongestSign) return std::nullopt;
    quotes.push_back(part.token.text);
  }
  const bool isPairs = !quotes.empty() && quotes.size() % 2 == 0;
  return isPairs && quotes.size() <= kMostListed ? std::optional(quotes) : std::nullopt;
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
    row<&ComputedStyle::tabSize, parseTabSize>("tab-size", "whole number"),
    row<&ComputedStyle::rubyPosition, parseRubyPosition>("ruby-position",
                                                         "alternate with over or under, over, under, inter-character"),
    row<&ComputedStyle::rubyMerge, keyword<kRubyMerge>>("ruby-merge", "separate, merge, auto"),
    row<&ComputedStyle::warichu, keyword<kWarichu>>("-octavo-warichu", "none, auto"),
    row<&ComputedStyle::rubyOverhang, keyword<kRubyOverhang>>("ruby-overhang", "auto, none"),
    row<&ComputedStyle::rubyAlign, keyword<kRubyAlign>>("ruby-align",
                                                        "space-around, center, start, space-between"),
    row<&ComputedStyle::listStyleType, parseListStyleType>("list-style-type", "counter style, none, string"),
    row<&ComputedStyle::listStylePosition, keyword<kListStylePosition>>("list-style-position",
                                                                        "outside, inside"),
    row<&ComputedStyle::quotes, parseQuotes>("quotes", "auto, none, up to 250 pairs of strings"),
};

}  // namespace

std::span<const Property> textProperties() { return kRows; }

}  // namespace octavo::css

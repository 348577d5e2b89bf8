// css: properties that stand for others.
#include <algorithm>
#include <array>

#include "css/properties.h"

namespace octavo::css {
namespace {

using Names = std::span<const std::string_view>;
using Expanded = std::optional<std::vector<Value>>;

Value valueOf(ValueSpan parts) { return Value(Values(parts.begin(), parts.end())); }
Value valueOf(const ComponentValue& part) { return valueOf(ValueSpan(&part, 1)); }

Value keywordValue(std::string_view word) {
  ComponentValue part;
  part.token.type = TokenType::Ident;
  part.token.text = std::string(word);
  return valueOf(part);
}

/// One to four values for top, right, bottom and left.
Expanded expandFour(const Value& value) {
  if (value.size() < 1 || value.size() > 4) return std::nullopt;
  const std::size_t n = value.size();
  return std::vector{valueOf(value[0]), valueOf(value[n > 1 ? 1 : 0]), valueOf(value[n > 2 ? 2 : 0]),
                     valueOf(value[n > 3   ? 3
                                   : n > 1 ? 1
                                           : 0])};
}

Expanded expandTwo(const Value& value) {
  if (value.size() < 1 || value.size() > 2) return std::nullopt;
  return std::vector{valueOf(value[0]), valueOf(value[value.size() - 1])};
}

bool isAnyOf(const ComponentValue& part, std::initializer_list<std::string_view> words) {
  return std::ranges::any_of(words, [&](std::string_view word) { return part.isKeyword(word); });
}

bool isColor(const ComponentValue& part) {
  static const InheritedStyle kParent;
  UnitContext context;
  context.parent = &kParent;
  return toColor(part, context).has_value();
}

/// Width, style and colour in any order, for `kSides` sides.
template <std::size_t kSides>
Expanded expandBorder(const Value& value) {
  if (value.size() < 1 || value.size() > 3) return std::nullopt;
  std::array<Value, 3> found;
  for (const ComponentValue& part : value.parts()) {
    const bool isStyle = isAnyOf(part, {"none", "hidden", "solid", "dashed", "dotted", "double", "groove",
                                        "ridge", "inset", "outset"});
    Value& slot = found[isStyle ? 1 : isColor(part) ? 2 : 0];
    if (slot.size() > 0) return std::nullopt;
    slot = valueOf(part);
  }
  std::vector<Value> expanded;
  for (std::size_t side = 0; side < kSides; ++side)
    expanded.insert(expanded.end(), found.begin(), found.end());
  return expanded;
}

bool isFontSize(const ComponentValue& part) {
  return part.is(TokenType::Dimension) || part.is(TokenType::Percentage) || part.is(TokenType::Number) ||
         part.isFunction("calc") ||
         isAnyOf(part, {"xx-small", "x-small", "small", "medium", "large", "x-large", "xx-large", "xxx-large",
                        "larger", "smaller"});
}

/// CSS Fonts 4, section 2.7: style, variant, weight in any order, then size/line-height, then families.
Expanded expandFont(const Value& value) {
  std::vector<Value> expanded(14);  // style, caps, weight, size, line height, family, then eight that are reset
  std::size_t at = 0;
  for (; at < value.size(); ++at) {
    const ComponentValue& part = value[at];
    const bool isWeight = isAnyOf(part, {"bold", "bolder", "lighter"}) ||
                          (part.is(TokenType::Number) && part.token.number >= 100);
    if (isAnyOf(part, {"italic", "oblique"})) {
      expanded[0] = valueOf(part);
    } else if (part.isKeyword("small-caps")) {
      expanded[1] = valueOf(part);
    } else if (isWeight) {
      expanded[2] = valueOf(part);
    } else if (!part.isKeyword("normal")) {
      break;
    }
  }
  if (at == value.size() || !isFontSize(value[at])) return std::nullopt;
  expanded[3] = valueOf(value[at++]);
  if (at + 1 < value.size() && value[at].isDelim('/')) {
    expanded[4] = valueOf(value[at + 1]);
    at += 2;
  }
  if (at == value.size()) return std::nullopt;
  expanded[5] = valueOf(value.parts().subspan(at));
  return expanded;
}

Expanded expandFontVariant(const Value& value) {
  std::array<Values, 5> found;  // caps, numeric, ligatures, east asian, position
  if (value.keyword() == "none") return std::vector{Value(), Value(), value, Value(), Value()};
  for (const ComponentValue& part : value.parts()) {
    if (part.isKeyword("normal") && value.size() == 1) continue;
    const bool isCaps = isAnyOf(part, {"small-caps", "all-small-caps"});
    const bool isNumeric =
        isAnyOf(part, {"lining-nums", "oldstyle-nums", "proportional-nums", "tabular-nums",
                       "diagonal-fractions", "stacked-fractions", "ordinal", "slashed-zero"});
    const bool isEastAsian = isAnyOf(part, {"jis78", "jis83", "jis90", "jis04", "simplified", "traditional",
                                            "full-width", "proportional-width", "ruby"});
    const bool isPosition = isAnyOf(part, {"sub", "super"});
    found[isCaps ? 0 : isNumeric ? 1 : isEastAsian ? 3 : isPosition ? 4 : 2].push_back(part);
  }
  std::vector<Value> expanded;
  for (Values& parts : found) expanded.emplace_back(std::move(parts));
  return expanded;
}

/// Only small capitals are ever made of other letters; weight, style and position may be named and change nothing.
Expanded expandSynthesis(const Value& value) {
  bool makesSmallCaps = false;
  for (const ComponentValue& part : value.parts()) {
    if (!isAnyOf(part, {"weight", "style", "small-caps", "position"}) && !(part.isKeyword("none") && value.size() == 1)) {
      return std::nullopt;
    }
    makesSmallCaps = makesSmallCaps || part.isKeyword("small-caps");
  }
  return std::vector{keywordValue(makesSmallCaps ? "auto" : "none")};
}

/// Type and position; a picture is not supported, but `none` may stand for its absence.
Expanded expandListStyle(const Value& value) {
  Value type, position;
  std::size_t nones = 0;
  for (const ComponentValue& part : value.parts()) {
    if (isAnyOf(part, {"inside", "outside"}) && position.size() == 0) {
      position = valueOf(part);
    } else if (part.isKeyword("none")) {
      ++nones;
    } else if (type.size() == 0) {
      type = valueOf(part);
    } else {
      return std::nullopt;
    }
  }
  if (nones > 2 || value.size() == 0) return std::nullopt;
  if (nones > 0 && type.size() == 0) type = keywordValue("none");
  return std::vector{type, position};
}

Expanded expandBackground(const Value& value) {
  if (value.size() != 1) return std::nullopt;
  if (value.keyword() == "none") return std::vector{Value()};
  return std::vector{value};
}

Expanded expandDecoration(const Value& value) {
  Values line, style, color, thickness;
  for (const ComponentValue& part : value.parts()) {
    const bool isLine = isAnyOf(part, {"none", "underline", "overline", "line-through"});
    const bool isStyle = isAnyOf(part, {"solid", "double", "dotted", "dashed", "wavy"});
    (isLine ? line : isStyle ? style : isColor(part) ? color : thickness).push_back(part);
  }
  if (value.size() == 0) return std::nullopt;
  return std::vector{Value(std::move(line)), Value(std::move(style)), Value(std::move(color)),
                     Value(std::move(thickness))};
}

Expanded expandEmphasis(const Value& value) {
  Values style, color;
  for (const ComponentValue& part : value.parts()) (isColor(part) ? color : style).push_back(part);
  if (value.size() == 0 || color.size() > 1) return std::nullopt;
  return std::vector{Value(std::move(style)), Value(std::move(color))};
}

/// CSS Text 4, section 3: how white space collapses, and whether lines wrap; also the two longhands' own words.
Expanded expandWhiteSpace(const Value& value) {
  struct Meaning {
    std::string_view word, collapse, mode;
  };
  static constexpr std::array kMeanings{
      Meaning{"normal", "collapse", "wrap"},      Meaning{"nowrap", "collapse", "nowrap"},
      Meaning{"pre", "preserve", "nowrap"},       Meaning{"pre-wrap", "preserve", "wrap"},
      Meaning{"pre-line", "preserve-breaks", "wrap"}, Meaning{"break-spaces", "break-spaces", "wrap"}};
  const auto found = std::ranges::find(kMeanings, value.keyword(), &Meaning::word);
  if (found == kMeanings.end()) return std::nullopt;
  return std::vector{keywordValue(found->collapse), keywordValue(found->mode)};
}

Expanded expandTextWrap(const Value& value) {
  if (value.size() < 1 || value.size() > 2) return std::nullopt;
  std::vector<Value> values(2);
  std::array<bool, 2> isSet{};
  for (const ComponentValue& part : value.parts()) {
    const bool isMode = part.isKeyword("wrap") || part.isKeyword("nowrap");
    const bool isStyle = part.isKeyword("auto") || part.isKeyword("balance") || part.isKeyword("stable") || part.isKeyword("pretty");
    const std::size_t at = isMode ? 0 : 1;
    if ((!isMode && !isStyle) || isSet[at]) return std::nullopt;
    isSet[at] = true;
    values[at] = Value(Values{part});
  }
  return values;
}

Expanded expandTextSpacing(const Value& value) {
  if (value.keyword() == "none") return std::vector{keywordValue("space-all"), keywordValue("no-autospace")};
  if (value.keyword() == "normal") return std::vector{Value(), Value()};
  if (value.keyword() == "auto") return std::vector{keywordValue("auto"), Value()};
  return std::nullopt;
}

Expanded expandPageBreak(const Value& value) {
  const std::string_view word = value.keyword();
  if (word == "always") return std::vector{keywordValue("page")};
  if (word == "auto" || word == "avoid" || word == "left" || word == "right") return std::vector{value};
  return std::nullopt;
}

Expanded expandSame(const Value& value) { return std::vector{value}; }

constexpr Property shorthand(std::string_view name, Names longhands, Expanded (*expand)(const Value&),
                             std::string_view values) {
  Property property;
  property.name = name;
  property.kind = Property::Kind::Shorthand;
  property.longhands = longhands;
  property.expand = expand;
  property.values = values;
  return property;
}

constexpr Property alias(std::string_view name, Names longhand, Expanded (*expand)(const Value&),
                         std::string_view values) {
  Property property = shorthand(name, longhand, expand, values);
  property.kind = Property::Kind::Alias;
  return property;
}

template <std::size_t N>
using NameArray = std::array<std::string_view, N>;

constexpr NameArray<4> kMargin{"margin-top", "margin-right", "margin-bottom", "margin-left"};
constexpr NameArray<4> kPadding{"padding-top", "padding-right", "padding-bottom", "padding-left"};
constexpr NameArray<4> kWidths{"border-top-width", "border-right-width", "border-bottom-width",
                               "border-left-width"};
constexpr NameArray<4> kStyles{"border-top-style", "border-right-style", "border-bottom-style",
                               "border-left-style"};
constexpr NameArray<4> kColors{"border-top-color", "border-right-color", "border-bottom-color",
                               "border-left-color"};
constexpr NameArray<12> kBorder{"border-top-width",    "border-top-style",    "border-top-color",
                                "border-right-width",  "border-right-style",  "border-right-color",
                                "border-bottom-width", "border-bottom-style", "border-bottom-color",
                                "border-left-width",   "border-left-style",   "border-left-color"};
constexpr NameArray<2> kMarginBlock{"margin-block-start", "margin-block-end"};
constexpr NameArray<2> kMarginInline{"margin-inline-start", "margin-inline-end"};
constexpr NameArray<2> kPaddingBlock{"padding-block-start", "padding-block-end"};
constexpr NameArray<2> kPaddingInline{"padding-inline-start", "padding-inline-end"};
constexpr NameArray<2> kBlockWidth{"border-block-start-width", "border-block-end-width"};
constexpr NameArray<2> kBlockStyle{"border-block-start-style", "border-block-end-style"};
constexpr NameArray<2> kBlockColor{"border-block-start-color", "border-block-end-color"};
constexpr NameArray<2> kInlineWidth{"border-inline-start-width", "border-inline-end-width"};
constexpr NameArray<2> kInlineStyle{"border-inline-start-style", "border-inline-end-style"};
constexpr NameArray<2> kInlineColor{"border-inline-start-color", "border-inline-end-color"};
constexpr NameArray<6> kBorderBlock{"border-block-start-width", "border-block-start-style",
                                    "border-block-start-color", "border-block-end-width",
                                    "border-block-end-style",   "border-block-end-color"};
constexpr NameArray<6> kBorderInline{"border-inline-start-width", "border-inline-start-style",
                                     "border-inline-start-color", "border-inline-end-width",
                                     "border-inline-end-style",   "border-inline-end-color"};
constexpr Names side(std::size_t index) { return Names(kBorder).subspan(index * 3, 3); }
constexpr NameArray<14> kFont{"font-style",
                              "font-variant-caps",
                              "font-weight",
                              "font-size",
                              "line-height",
                              "font-family",
                              "font-variant-numeric",
                              "font-variant-ligatures",
                              "font-variant-east-asian",
                              "font-variant-position",
                              "font-kerning",
                              "font-feature-settings",
                              "font-size-adjust",
                              "font-language-override"};
constexpr NameArray<5> kVariant{"font-variant-caps", "font-variant-numeric", "font-variant-ligatures",
                                "font-variant-east-asian", "font-variant-position"};
constexpr NameArray<1> kSynthesis{"font-synthesis-small-caps"};
constexpr NameArray<2> kListStyle{"list-style-type", "list-style-position"};
constexpr NameArray<1> kBackground{"background-color"};
constexpr NameArray<4> kDecoration{"text-decoration-line", "text-decoration-style", "text-decoration-color",
                                   "text-decoration-thickness"};
constexpr NameArray<2> kEmphasis{"text-emphasis-style", "text-emphasis-color"};
constexpr NameArray<2> kWhiteSpace{"white-space-collapse", "text-wrap-mode"};
constexpr NameArray<2> kTextWrap{"text-wrap-mode", "text-wrap-style"};
constexpr NameArray<2> kSpacing{"text-spacing-trim", "text-autospace"};
constexpr NameArray<1> kBreakBefore{"break-before"};
constexpr NameArray<1> kBreakAfter{"break-after"};
constexpr NameArray<1> kBreakInside{"break-inside"};
constexpr NameArray<1> kOverflowWrap{"overflow-wrap"};

constexpr std::string_view kBorderValues = "width, style and colour";

constexpr std::array kRows{
    shorthand("margin", kMargin, expandFour, "one to four margins"),
    shorthand("margin-block", kMarginBlock, expandTwo, "one or two margins"),
    shorthand("margin-inline", kMarginInline, expandTwo, "one or two margins"),
    shorthand("padding", kPadding, expandFour, "one to four paddings"),
    shorthand("padding-block", kPaddingBlock, expandTwo, "one or two paddings"),
    shorthand("padding-inline", kPaddingInline, expandTwo, "one or two paddings"),
    shorthand("border", kBorder, expandBorder<4>, kBorderValues),
    shorthand("border-top", side(0), expandBorder<1>, kBorderValues),
    shorthand("border-right", side(1), expandBorder<1>, kBorderValues),
    shorthand("border-bottom", side(2), expandBorder<1>, kBorderValues),
    shorthand("border-left", side(3), expandBorder<1>, kBorderValues),
    shorthand("border-block", kBorderBlock, expandBorder<2>, kBorderValues),
    shorthand("border-inline", kBorderInline, expandBorder<2>, kBorderValues),
    shorthand("border-block-start", Names(kBorderBlock).first(3), expandBorder<1>, kBorderValues),
    shorthand("border-block-end", Names(kBorderBlock).last(3), expandBorder<1>, kBorderValues),
    shorthand("border-inline-start", Names(kBorderInline).first(3), expandBorder<1>, kBorderValues),
    shorthand("border-inline-end", Names(kBorderInline).last(3), expandBorder<1>, kBorderValues),
    shorthand("border-width", kWidths, expandFour, "one to four widths"),
    shorthand("border-style", kStyles, expandFour, "one to four styles"),
    shorthand("border-color", kColors, expandFour, "one to four colours"),
    shorthand("border-block-width", kBlockWidth, expandTwo, "one or two widths"),
    shorthand("border-block-style", kBlockStyle, expandTwo, "one or two styles"),
    shorthand("border-block-color", kBlockColor, expandTwo, "one or two colours"),
    shorthand("border-inline-width", kInlineWidth, expandTwo, "one or two widths"),
    shorthand("border-inline-style", kInlineStyle, expandTwo, "one or two styles"),
    shorthand("border-inline-color", kInlineColor, expandTwo, "one or two colours"),
    shorthand("font", kFont, expandFont, "style, small-caps and weight, size/line-height, families"),
    shorthand("font-variant", kVariant, expandFontVariant, "the keywords of the font-variant-… properties"),
    shorthand("font-synthesis", kSynthesis, expandSynthesis, "none, weight, style, small-caps, position"),
    shorthand("list-style", kListStyle, expandListStyle, "type and position"),
    shorthand("background", kBackground, expandBackground, "none, colour"),
    shorthand("text-decoration", kDecoration, expandDecoration, "line, style, colour and thickness"),
    shorthand("text-emphasis", kEmphasis, expandEmphasis, "style and colour"),
    shorthand("white-space", kWhiteSpace, expandWhiteSpace, "normal, nowrap, pre, pre-wrap, pre-line, break-spaces"),
    shorthand("text-wrap", kTextWrap, expandTextWrap, "wrap, nowrap; auto, balance, stable, pretty"),
    shorthand("text-spacing", kSpacing, expandTextSpacing, "none, normal, auto"),
    alias("page-break-before", kBreakBefore, expandPageBreak, "auto, always, avoid, left, right"),
    alias("page-break-after", kBreakAfter, expandPageBreak, "auto, always, avoid, left, right"),
    alias("page-break-inside", kBreakInside, expandPageBreak, "auto, avoid"),
    alias("word-wrap", kOverflowWrap, expandSame, "as overflow-wrap"),
};

}  // namespace

std::span<const Property> shorthandProperties() { return kRows; }

}  // namespace octavo::css

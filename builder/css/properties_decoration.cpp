// css: lines and marks at the text. CSS Text Decoration 4.
#include <algorithm>

#include "css/property_row.h"

namespace octavo::css {
namespace {

bool isChinese(std::string_view language) { return language.starts_with("zh"); }
bool isJapaneseOrKorean(std::string_view language) {
  return language.starts_with("ja") || language.starts_with("ko");
}

struct EmphasisShape {
  std::string_view name, filled, open;
};
constexpr std::array kEmphasisShapes{
    EmphasisShape{"dot", "•", "◦"},           EmphasisShape{"circle", "●", "○"},
    EmphasisShape{"double-circle", "◉", "◎"}, EmphasisShape{"triangle", "▲", "△"},
    EmphasisShape{"sesame", "﹅", "﹆"},
};

/// Text Decoration 4, section 4.1: without a shape a sesame in vertical text, in horizontal text a circle; the custom
/// of Chinese and Japanese is a dot there (clreq 3.3.1, JLREQ 3.3.9).
const EmphasisShape& customaryShape(std::string_view language, WritingMode mode) {
  if (mode != WritingMode::HorizontalTb) return kEmphasisShapes[4];
  return kEmphasisShapes[isChinese(language) || language.starts_with("ja") ? 0 : 1];
}

std::optional<std::string> parseEmphasis(const Value& value, std::string_view language, WritingMode mode) {
  if (value.keyword() == "none") return std::string();
  if (value.size() == 1 && value[0].is(TokenType::String)) {
    const std::string& sign = value[0].token.text;
    return sign.size() <= kLongestSign ? std::optional(sign) : std::nullopt;
  }
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
  if (!shape) shape = &customaryShape(language, mode);
  return std::string(isOpen.value_or(false) ? shape->open : shape->filled);
}

constexpr Property emphasisStyleRow() {
  Property property;
  property.name = "text-emphasis-style";
  property.values = "none, filled or open with dot, circle, double-circle, triangle, sesame; string";
  property.isInherited = true;
  property.set = [](ComputedStyle& style, const Value& value, const UnitContext& context) {
    auto mark = parseEmphasis(value, style.language, context.writingMode);
    if (mark) style.textEmphasisMark = *std::move(mark);
    return mark.has_value();
  };
  property.copy = [](ComputedStyle& to, const ComputedStyle& from) { to.textEmphasisMark = from.textEmphasisMark; };
  return property;
}

std::optional<EmphasisPosition> parseEmphasisPosition(const Value& value, const UnitContext&) {
  EmphasisPosition position;
  if (value.keyword() == "auto") return position;
  position.isAuto = false;
  bool hasSide = false, hasPlace = false;
  for (const ComponentValue& part : value.parts()) {
    const bool isSide = part.isKeyword("right") || part.isKeyword("left");
    const bool isPlace = part.isKeyword("over") || part.isKeyword("under");
    if (!(isSide && !hasSide) && !(isPlace && !hasPlace)) return std::nullopt;
    (isSide ? hasSide : hasPlace) = true;
    if (part.isKeyword("left")) position.isLeft = true;
    if (part.isKeyword("under")) position.isUnder = true;
  }
  return hasPlace ? std::optional(position) : std::nullopt;
}

std::optional<EmphasisSkip> parseEmphasisSkip(const Value& value, const UnitContext&) {
  EmphasisSkip skip{false, false, false, false};
  for (const ComponentValue& part : value.parts()) {
    bool* const flag = part.isKeyword("spaces")        ? &skip.spaces
                       : part.isKeyword("punctuation") ? &skip.punctuation
                       : part.isKeyword("symbols")     ? &skip.symbols
                       : part.isKeyword("narrow")      ? &skip.narrow
                                                       : nullptr;
    if (!flag || *flag) return std::nullopt;
    *flag = true;
  }
  return skip;
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
constexpr std::array kSkipInk{Keyword<SkipInk>{"auto", SkipInk::Auto}, Keyword<SkipInk>{"none", SkipInk::None},
                              Keyword<SkipInk>{"all", SkipInk::All}};

std::optional<Length> parseSize(const ComponentValue& part, const UnitContext& context) {
  const auto size = toLengthPercentage(part, context);
  if (!size) return std::nullopt;
  if (const Length* length = std::get_if<Length>(&*size)) return *length;
  return pointsWithin(context.fontSize.toPoints() * std::get<Percentage>(*size).ratio);
}

/// The outer optional: understood; the inner one: not the line's own choice.
std::optional<std::optional<Length>> parseOffset(const Value& value, const UnitContext& context) {
  if (value.keyword() == "auto") return std::optional<Length>();
  if (value.size() != 1) return std::nullopt;
  const auto size = parseSize(value[0], context);
  return size ? std::optional(size) : std::nullopt;
}

constexpr Property thicknessRow() {
  Property property;
  property.name = "text-decoration-thickness";
  property.values = "auto, from-font, length, percentage";
  property.set = [](ComputedStyle& style, const Value& value, const UnitContext& context) {
    const bool isFromFont = value.keyword() == "from-font";
    const auto size = isFromFont ? std::optional(std::optional<Length>()) : parseOffset(value, context);
    if (!size || (*size && **size < Length())) return false;
    style.textDecoration.thickness = *size;
    style.textDecoration.thicknessFromFont = isFromFont;
    return true;
  };
  property.copy = [](ComputedStyle& to, const ComputedStyle& from) {
    to.textDecoration.thickness = from.textDecoration.thickness;
    to.textDecoration.thicknessFromFont = from.textDecoration.thicknessFromFont;
  };
  return property;
}

/// Text Decoration 4, section 2.9.
std::optional<DecorationInset> parseInset(const Value& value, const UnitContext& context) {
  DecorationInset inset;
  if (value.keyword() == "auto") {
    inset.isAuto = true;
    return inset;
  }
  if (value.size() < 1 || value.size() > 2) return std::nullopt;
  const auto start = toLength(value[0], context), end = toLength(value[value.size() - 1], context);
  if (!start || !end) return std::nullopt;
  inset.start = *start;
  inset.end = *end;
  return inset;
}

/// auto | [ from-font | under ] || [ left | right ]
std::optional<UnderlinePosition> parseUnderlinePosition(const Value& value, const UnitContext&) {
  UnderlinePosition position;
  if (value.keyword() == "auto") return position;
  for (const ComponentValue& part : value.parts()) {
    const bool isSide = part.isKeyword("left") || part.isKeyword("right");
    const bool isPlace = part.isKeyword("under") || part.isKeyword("from-font");
    if (isSide && position.side == VerticalSide::Auto) {
      position.side = part.isKeyword("left") ? VerticalSide::Left : VerticalSide::Right;
    } else if (isPlace && position.place == UnderlinePlace::Auto) {
      position.place = part.isKeyword("under") ? UnderlinePlace::Under : UnderlinePlace::FromFont;
    } else {
      return std::nullopt;
    }
  }
  return position;
}

std::optional<std::optional<Color>> parseMarkColor(const Value& value, const UnitContext& context) {
  if (value.keyword() == "currentcolor") return std::optional<Color>();
  const auto color = parseColor(value, context);
  return color ? std::optional(color) : std::nullopt;
}

constexpr auto kDecorationStyleOf = [](auto& style) -> auto& { return style.textDecoration.style; };
constexpr auto kDecorationColorOf = [](auto& style) -> auto& { return style.textDecoration.color; };
constexpr auto kDecorationInsetOf = [](auto& style) -> auto& { return style.textDecoration.inset; };

constexpr std::array kRows{
    decorationLineRow(),
    row<kDecorationStyleOf, keyword<kDecorationStyle>>("text-decoration-style", "solid, double, dotted, dashed, wavy"),
    row<kDecorationColorOf, parseMarkColor>("text-decoration-color", "colour"),
    thicknessRow(),
    row<kDecorationInsetOf, parseInset>("text-decoration-inset", "auto, one or two lengths"),
    row<&ComputedStyle::textDecorationSkipInk, keyword<kSkipInk>>("text-decoration-skip-ink", "auto, none, all"),
    row<&ComputedStyle::textUnderlineOffset, parseOffset>("text-underline-offset", "auto, length, percentage"),
    row<&ComputedStyle::textUnderlinePosition, parseUnderlinePosition>("text-underline-position",
                                                                       "auto, from-font or under; with left or right"),
    emphasisStyleRow(),
    row<&ComputedStyle::textEmphasisColor, parseMarkColor>("text-emphasis-color", "colour"),
    row<&ComputedStyle::textEmphasisPosition, parseEmphasisPosition>("text-emphasis-position",
                                                                     "auto; over or under, with right or left"),
    row<&ComputedStyle::textEmphasisSkip, parseEmphasisSkip>("text-emphasis-skip",
                                                             "spaces, punctuation, symbols, narrow"),
};

}  // namespace

std::span<const Property> decorationProperties() { return kRows; }

bool isEmphasisUnder(const InheritedStyle& style) {
  const EmphasisPosition& position = style.textEmphasisPosition;
  if (style.writingMode != WritingMode::HorizontalTb) return !position.isAuto && position.isLeft;
  return position.isAuto ? isChinese(style.language) : position.isUnder;
}

bool isUnderlineOver(const InheritedStyle& style) {
  if (style.writingMode == WritingMode::HorizontalTb) return false;
  // Text Decoration 4, section 2.6: Japanese and Korean put it to the right, all others to the left.
  const VerticalSide side = style.textUnderlinePosition.side;
  return side == VerticalSide::Right || (side == VerticalSide::Auto && isJapaneseOrKorean(style.language));
}

}  // namespace octavo::css

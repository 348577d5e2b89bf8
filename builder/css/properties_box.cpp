// css: boxes, tables, breaks. CSS Display 3, Box 4, Backgrounds 3, Logical Properties 1, Tables 3,
// Fragmentation 4.
#include <algorithm>

#include "css/property_row.h"

namespace octavo::css {
namespace {

constexpr std::array kDisplay{
    Keyword<Display>{"none", Display::None},
    Keyword<Display>{"block", Display::Block},
    Keyword<Display>{"inline", Display::Inline},
    Keyword<Display>{"inline-block", Display::InlineBlock},
    Keyword<Display>{"list-item", Display::ListItem},
    Keyword<Display>{"table", Display::Table},
    Keyword<Display>{"table-row-group", Display::TableRowGroup},
    Keyword<Display>{"table-header-group", Display::TableHeaderGroup},
    Keyword<Display>{"table-footer-group", Display::TableFooterGroup},
    Keyword<Display>{"table-row", Display::TableRow},
    Keyword<Display>{"table-cell", Display::TableCell},
    Keyword<Display>{"table-column", Display::TableColumn},
    Keyword<Display>{"table-column-group", Display::TableColumnGroup},
    Keyword<Display>{"table-caption", Display::TableCaption},
    Keyword<Display>{"ruby", Display::Ruby},
    Keyword<Display>{"ruby-text", Display::RubyText},
    Keyword<Display>{"flow-root", Display::FlowRoot},
    Keyword<Display>{"contents", Display::Contents},
};
constexpr std::array kBreak{
    Keyword<Break>{"auto", Break::Auto},     Keyword<Break>{"avoid", Break::Avoid},
    Keyword<Break>{"page", Break::Page},     Keyword<Break>{"avoid-page", Break::AvoidPage},
    Keyword<Break>{"left", Break::Left},     Keyword<Break>{"right", Break::Right},
    Keyword<Break>{"recto", Break::Recto},   Keyword<Break>{"verso", Break::Verso},
    Keyword<Break>{"always", Break::Always},
};
constexpr std::array kBreakInside{
    Keyword<Break>{"auto", Break::Auto},
    Keyword<Break>{"avoid", Break::Avoid},
    Keyword<Break>{"avoid-page", Break::AvoidPage},
};
// The four styles that want a raised look are drawn solid: Backgrounds 3, section 4.2, lets them be so on one
// colour.
constexpr std::array kBorderStyle{
    Keyword<LineStyle>{"none", LineStyle::None},     Keyword<LineStyle>{"hidden", LineStyle::None},
    Keyword<LineStyle>{"solid", LineStyle::Solid},   Keyword<LineStyle>{"dashed", LineStyle::Dashed},
    Keyword<LineStyle>{"dotted", LineStyle::Dotted}, Keyword<LineStyle>{"double", LineStyle::Double},
    Keyword<LineStyle>{"groove", LineStyle::Solid},  Keyword<LineStyle>{"ridge", LineStyle::Solid},
    Keyword<LineStyle>{"inset", LineStyle::Solid},   Keyword<LineStyle>{"outset", LineStyle::Solid},
};
constexpr std::array kBorderWidth{
    Keyword<double>{"thin", 0.75},
    Keyword<double>{"medium", 2.25},
    Keyword<double>{"thick", 3.75},
};
constexpr std::array kShift{
    Keyword<BaselineShift>{"baseline", BaselineShift::Baseline},
    Keyword<BaselineShift>{"sub", BaselineShift::Sub},
    Keyword<BaselineShift>{"super", BaselineShift::Super},
    Keyword<BaselineShift>{"text-top", BaselineShift::TextTop},
    Keyword<BaselineShift>{"text-bottom", BaselineShift::TextBottom},
    Keyword<BaselineShift>{"middle", BaselineShift::Middle},
    Keyword<BaselineShift>{"top", BaselineShift::Top},
    Keyword<BaselineShift>{"bottom", BaselineShift::Bottom},
};
constexpr std::array kTurning{
    Keyword<Turning>{"none", Turning::None},
    Keyword<Turning>{"left", Turning::Left},
    Keyword<Turning>{"auto", Turning::Auto},
};
constexpr std::array kFloatPolicy{
    Keyword<FloatPolicy>{"none", FloatPolicy::None},
    Keyword<FloatPolicy>{"unless-fit", FloatPolicy::UnlessFit},
};
constexpr std::array kCaptionSide{
    Keyword<CaptionSide>{"top", CaptionSide::BlockStart},
    Keyword<CaptionSide>{"bottom", CaptionSide::BlockEnd},
    Keyword<CaptionSide>{"block-start", CaptionSide::BlockStart},
    Keyword<CaptionSide>{"block-end", CaptionSide::BlockEnd},
};
constexpr std::array kBorderCollapse{
    Keyword<BorderCollapse>{"separate", BorderCollapse::Separate},
    Keyword<BorderCollapse>{"collapse", BorderCollapse::Collapse},
};
constexpr std::array kTableLayout{
    Keyword<TableLayout>{"auto", TableLayout::Auto},
    Keyword<TableLayout>{"fixed", TableLayout::Fixed},
};
constexpr std::array kVisibility{
    Keyword<Visibility>{"visible", Visibility::Visible},
    Keyword<Visibility>{"hidden", Visibility::Hidden},
    Keyword<Visibility>{"collapse", Visibility::Collapse},
};

/// left and right are the line's own: Writing Modes 4, section 6.4.
bool isLineStart(std::string_view side, const UnitContext& context) {
  return (side == "left") == (context.direction == Direction::LeftToRight);
}

std::optional<Float> parseFloat(const Value& value, const UnitContext& context) {
  constexpr static std::array kFloat{
      Keyword<Float>{"none", Float::None},
      Keyword<Float>{"inline-start", Float::InlineStart},
      Keyword<Float>{"inline-end", Float::InlineEnd},
      Keyword<Float>{"footnote", Float::Footnote},
      Keyword<Float>{"block-start", Float::BlockStart},
      Keyword<Float>{"block-end", Float::BlockEnd},
      Keyword<Float>{"top", Float::BlockStart},
      Keyword<Float>{"bottom", Float::BlockEnd},
  };
  const std::string_view side = value.keyword();
  if (side == "left" || side == "right")
    return isLineStart(side, context) ? Float::InlineStart : Float::InlineEnd;
  return findKeyword(kFloat, side);
}

std::optional<Clear> parseClear(const Value& value, const UnitContext& context) {
  constexpr static std::array kClear{
      Keyword<Clear>{"none", Clear::None},
      Keyword<Clear>{"both", Clear::Both},
      Keyword<Clear>{"inline-start", Clear::InlineStart},
      Keyword<Clear>{"inline-end", Clear::InlineEnd},
  };
  const std::string_view side = value.keyword();
  if (side == "left" || side == "right")
    return isLineStart(side, context) ? Clear::InlineStart : Clear::InlineEnd;
  return findKeyword(kClear, side);
}

template <class Wide>
Wide widened(const LengthPercentage& value) {
  return std::visit([](const auto& each) -> Wide { return each; }, value);
}

std::optional<LengthPercentageAuto> parseMargin(const Value& value, const UnitContext& context) {
  if (value.keyword() == "auto") return Auto{};
  const auto size = parseLengthPercentage(value, context);
  return size ? std::optional(widened<LengthPercentageAuto>(*size)) : std::nullopt;
}

std::optional<LengthPercentageAuto> parseSize(const Value& value, const UnitContext& context) {
  if (value.keyword() == "auto") return Auto{};
  const auto size = parseNonNegative(value, context);
  return size ? std::optional(widened<LengthPercentageAuto>(*size)) : std::nullopt;
}

std::optional<LengthPercentageNone> parseMaximum(const Value& value, const UnitContext& context) {
  if (value.keyword() == "none") return None{};
  const auto size = parseNonNegative(value, context);
  return size ? std::optional(widened<LengthPercentageNone>(*size)) : std::nullopt;
}

std::optional<LengthPercentage> parseMinimum(const Value& value, const UnitContext& context) {
  if (value.keyword() == "auto") return Length{};
  return parseNonNegative(value, context);
}

std::optional<Length> parseBorderWidth(const Value& value, const UnitContext& context) {
  if (const auto points = findKeyword(kBorderWidth, value.keyword())) return Length::points(*points);
  const auto width = value.size() == 1 ? toLength(value[0], context) : std::nullopt;
  return width && *width >= Length{} ? width : std::nullopt;
}

std::optional<bool> parseBoxSizing(const Value& value, const UnitContext&) {
  if (value.keyword() == "border-box") return true;
  return value.keyword() == "content-box" ? std::optional(false) : std::nullopt;
}

std::optional<std::variant<BaselineShift, Length>> parseVerticalAlign(const Value& value,
                                                                      const UnitContext& context) {
  if (const auto shift = findKeyword(kShift, value.keyword())) return *shift;
  const auto size = parseLengthPercentage(value, context);
  if (!size) return std::nullopt;
  if (const Length* length = std::get_if<Length>(&*size)) return *length;
  return pointsWithin(context.lineHeight.toPoints() * std::get<Percentage>(*size).ratio);
}

bool setBorderSpacing(ComputedStyle& style, const Value& value, const UnitContext& context) {
  if (value.size() < 1 || value.size() > 2) return false;
  const auto first = toLength(value[0], context);
  const auto second = value.size() == 2 ? toLength(value[1], context) : first;
  if (!first || !second || *first < Length{} || *second < Length{}) return false;
  const bool isHorizontal = context.writingMode == WritingMode::HorizontalTb;
  style.borderSpacingInline = isHorizontal ? *first : *second;
  style.borderSpacingBlock = isHorizontal ? *second : *first;
  return true;
}

constexpr Property borderSpacingRow() {
  Property property;
  property.name = "border-spacing";
  property.values = "one or two lengths";
  property.isInherited = true;
  property.set = setBorderSpacing;
  property.copy = [](ComputedStyle& to, const ComputedStyle& from) {
    to.borderSpacingInline = from.borderSpacingInline;
    to.borderSpacingBlock = from.borderSpacingBlock;
  };
  return property;
}

std::optional<std::string> parsePage(const Value& value, const UnitContext&) {
  if (value.keyword() == "auto") return std::string();
  return value.size() == 1 && value[0].is(TokenType::Ident) ? std::optional(value[0].token.text)
                                                            : std::nullopt;
}

constexpr Property physical(std::string_view name, PhysicalSide side, std::string_view before,
                            std::string_view after, std::string_view values) {
  Property property;
  property.name = name;
  property.kind = Property::Kind::Physical;
  property.side = side;
  property.before = before;
  property.after = after;
  property.values = values;
  return property;
}

constexpr Property physicalSize(std::string_view name, PhysicalSide side, std::string_view before,
                                std::string_view values) {
  Property property = physical(name, side, before, {}, values);
  property.kind = Property::Kind::PhysicalSize;
  return property;
}

constexpr std::string_view kMarginValues = "auto, length, percentage";
constexpr std::string_view kPaddingValues = "length, percentage";
constexpr std::string_view kWidthValues = "thin, medium, thick, length";
constexpr std::string_view kStyleValues =
    "none, hidden, solid, dashed, dotted, double; groove, ridge, inset, outset as solid";
constexpr std::string_view kColorValues = "colour";
constexpr std::string_view kSizeValues = "auto, length, percentage";
/// none, or a share of the size asked for.
std::optional<double> parseLeastScale(const Value& value, const UnitContext& context) {
  if (value.keyword() == "none") return 1;
  const auto size = parseNonNegative(value, context);
  const Percentage* share = size ? std::get_if<Percentage>(&*size) : nullptr;
  return share && share->ratio > 0 && share->ratio <= 1 ? std::optional(share->ratio) : std::nullopt;
}

constexpr std::string_view kMinimumValues = "auto, length, percentage";
constexpr std::string_view kMaximumValues = "none, length, percentage";

constexpr auto kStartMargin = [](auto& style) -> auto& { return style.margin.blockStart; };
constexpr auto kEndMargin = [](auto& style) -> auto& { return style.margin.blockEnd; };
constexpr auto kLineStartMargin = [](auto& style) -> auto& { return style.margin.inlineStart; };
constexpr auto kLineEndMargin = [](auto& style) -> auto& { return style.margin.inlineEnd; };
constexpr auto kStartPadding = [](auto& style) -> auto& { return style.padding.blockStart; };
constexpr auto kEndPadding = [](auto& style) -> auto& { return style.padding.blockEnd; };
constexpr auto kLineStartPadding = [](auto& style) -> auto& { return style.padding.inlineStart; };
constexpr auto kLineEndPadding = [](auto& style) -> auto& { return style.padding.inlineEnd; };
constexpr auto kStartWidth = [](auto& style) -> auto& { return style.border.blockStart.width; };
constexpr auto kEndWidth = [](auto& style) -> auto& { return style.border.blockEnd.width; };
constexpr auto kLineStartWidth = [](auto& style) -> auto& { return style.border.inlineStart.width; };
constexpr auto kLineEndWidth = [](auto& style) -> auto& { return style.border.inlineEnd.width; };
constexpr auto kStartStyle = [](auto& style) -> auto& { return style.border.blockStart.style; };
constexpr auto kEndStyle = [](auto& style) -> auto& { return style.border.blockEnd.style; };
constexpr auto kLineStartStyle = [](auto& style) -> auto& { return style.border.inlineStart.style; };
constexpr auto kLineEndStyle = [](auto& style) -> auto& { return style.border.inlineEnd.style; };
constexpr auto kStartColor = [](auto& style) -> auto& { return style.border.blockStart.color; };
constexpr auto kEndColor = [](auto& style) -> auto& { return style.border.blockEnd.color; };
constexpr auto kLineStartColor = [](auto& style) -> auto& { return style.border.inlineStart.color; };
constexpr auto kLineEndColor = [](auto& style) -> auto& { return style.border.inlineEnd.color; };

constexpr std::array kRows{
    row<&ComputedStyle::display, keyword<kDisplay>>(
        "display",
        "none, block, inline, inline-block, list-item, flow-root, contents, table and its parts, ruby, "
        "ruby-text"),
    row<&ComputedStyle::floating, parseFloat>(
        "float",
        "none, left, right, inline-start, inline-end, footnote, block-start, block-end, top, bottom"),
    row<&ComputedStyle::clear, parseClear>("clear", "none, left, right, inline-start, inline-end, both"),
    row<kStartMargin, parseMargin>("margin-block-start", kMarginValues),
    row<kEndMargin, parseMargin>("margin-block-end", kMarginValues),
    row<kLineStartMargin, parseMargin>("margin-inline-start", kMarginValues),
    row<kLineEndMargin, parseMargin>("margin-inline-end", kMarginValues),
    row<kStartPadding, parseNonNegative>("padding-block-start", kPaddingValues),
    row<kEndPadding, parseNonNegative>("padding-block-end", kPaddingValues),
    row<kLineStartPadding, parseNonNegative>("padding-inline-start", kPaddingValues),
    row<kLineEndPadding, parseNonNegative>("padding-inline-end", kPaddingValues),
    row<kStartWidth, parseBorderWidth>("border-block-start-width", kWidthValues),
    row<kEndWidth, parseBorderWidth>("border-block-end-width", kWidthValues),
    row<kLineStartWidth, parseBorderWidth>("border-inline-start-width", kWidthValues),
    row<kLineEndWidth, parseBorderWidth>("border-inline-end-width", kWidthValues),
    row<kStartStyle, keyword<kBorderStyle>>("border-block-start-style", kStyleValues),
    row<kEndStyle, keyword<kBorderStyle>>("border-block-end-style", kStyleValues),
    row<kLineStartStyle, keyword<kBorderStyle>>("border-inline-start-style", kStyleValues),
    row<kLineEndStyle, keyword<kBorderStyle>>("border-inline-end-style", kStyleValues),
    row<kStartColor, parseColor>("border-block-start-color", kColorValues),
    row<kEndColor, parseColor>("border-block-end-color", kColorValues),
    row<kLineStartColor, parseColor>("border-inline-start-color", kColorValues),
    row<kLineEndColor, parseColor>("border-inline-end-color", kColorValues),
    row<&ComputedStyle::inlineSize, parseSize>("inline-size", kSizeValues),
    row<&ComputedStyle::blockSize, parseSize>("block-size", kSizeValues),
    row<&ComputedStyle::minInlineSize, parseMinimum>("min-inline-size", kMinimumValues),
    row<&ComputedStyle::minBlockSize, parseMinimum>("min-block-size", kMinimumValues),
    row<&ComputedStyle::maxInlineSize, parseMaximum>("max-inline-size", kMaximumValues),
    row<&ComputedStyle::maxBlockSize, parseMaximum>("max-block-size", kMaximumValues),
    row<&ComputedStyle::boxSizingBorder, parseBoxSizing>("box-sizing", "content-box, border-box"),
    row<&ComputedStyle::background, parseColor>("background-color", kColorValues),
    row<&ComputedStyle::verticalAlign, parseVerticalAlign>(
        "vertical-align",
        "baseline, sub, super, text-top, text-bottom, middle, top, bottom, length, percentage"),
    row<&ComputedStyle::breakBefore, keyword<kBreak>>(
        "break-before", "auto, avoid, avoid-page, page, left, right, recto, verso, always"),
    row<&ComputedStyle::breakAfter, keyword<kBreak>>(
        "break-after", "auto, avoid, avoid-page, page, left, right, recto, verso, always"),
    row<&ComputedStyle::breakInside, keyword<kBreakInside>>("break-inside", "auto, avoid, avoid-page"),
    row<&ComputedStyle::floatPolicy, keyword<kFloatPolicy>>("-octavo-float", "none, unless-fit"),
    row<&ComputedStyle::leastScale, parseLeastScale>("-octavo-least-scale", "none, percentage up to 100%"),
    row<&ComputedStyle::turning, keyword<kTurning>>("-octavo-turn", "none, left, auto"),
    row<&ComputedStyle::orphans, parseCount>("orphans", "whole number"),
    row<&ComputedStyle::widows, parseCount>("widows", "whole number"),
    row<&ComputedStyle::page, parsePage>("page", "auto, name of a page"),
    row<&ComputedStyle::tableLayout, keyword<kTableLayout>>("table-layout", "auto, fixed"),
    row<&ComputedStyle::borderCollapse, keyword<kBorderCollapse>>("border-collapse", "separate, collapse"),
    borderSpacingRow(),
    row<&ComputedStyle::captionSide, keyword<kCaptionSide>>("caption-side",
                                                            "top, bottom, block-start, block-end"),
    row<&ComputedStyle::visibility, keyword<kVisibility>>("visibility", "visible, hidden, collapse"),
    physical("margin-top", PhysicalSide::Top, "margin-", "", kMarginValues),
    physical("margin-right", PhysicalSide::Right, "margin-", "", kMarginValues),
    physical("margin-bottom", PhysicalSide::Bottom, "margin-", "", kMarginValues),
    physical("margin-left", PhysicalSide::Left, "margin-", "", kMarginValues),
    physical("padding-top", PhysicalSide::Top, "padding-", "", kPaddingValues),
    physical("padding-right", PhysicalSide::Right, "padding-", "", kPaddingValues),
    physical("padding-bottom", PhysicalSide::Bottom, "padding-", "", kPaddingValues),
    physical("padding-left", PhysicalSide::Left, "padding-", "", kPaddingValues),
    physical("border-top-width", PhysicalSide::Top, "border-", "-width", kWidthValues),
    physical("border-right-width", PhysicalSide::Right, "border-", "-width", kWidthValues),
    physical("border-bottom-width", PhysicalSide::Bottom, "border-", "-width", kWidthValues),
    physical("border-left-width", PhysicalSide::Left, "border-", "-width", kWidthValues),
    physical("border-top-style", PhysicalSide::Top, "border-", "-style", kStyleValues),
    physical("border-right-style", PhysicalSide::Right, "border-", "-style", kStyleValues),
    physical("border-bottom-style", PhysicalSide::Bottom, "border-", "-style", kStyleValues),
    physical("border-left-style", PhysicalSide::Left, "border-", "-style", kStyleValues),
    physical("border-top-color", PhysicalSide::Top, "border-", "-color", kColorValues),
    physical("border-right-color", PhysicalSide::Right, "border-", "-color", kColorValues),
    physical("border-bottom-color", PhysicalSide::Bottom, "border-", "-color", kColorValues),
    physical("border-left-color", PhysicalSide::Left, "border-", "-color", kColorValues),
    physicalSize("width", PhysicalSide::Left, "", kSizeValues),
    physicalSize("height", PhysicalSide::Top, "", kSizeValues),
    physicalSize("min-width", PhysicalSide::Left, "min-", kMinimumValues),
    physicalSize("min-height", PhysicalSide::Top, "min-", kMinimumValues),
    physicalSize("max-width", PhysicalSide::Left, "max-", kMaximumValues),
    physicalSize("max-height", PhysicalSide::Top, "max-", kMaximumValues),
};

}  // namespace

std::span<const Property> boxProperties() { return kRows; }

}  // namespace octavo::css

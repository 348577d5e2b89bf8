// css: how lines are composed: wrapping, the width of marks and of gaps, justification. CSS Text 4 and our own.
#include <algorithm>

#include "css/property_row.h"

namespace octavo::css {
namespace {

constexpr std::array kTextSpacingTrim{
    Keyword<TextSpacingTrim>{"normal", TextSpacingTrim::Normal},
    Keyword<TextSpacingTrim>{"auto", TextSpacingTrim::Auto},
    Keyword<TextSpacingTrim>{"space-all", TextSpacingTrim::SpaceAll},
    Keyword<TextSpacingTrim>{"space-first", TextSpacingTrim::SpaceFirst},
    Keyword<TextSpacingTrim>{"trim-start", TextSpacingTrim::TrimStart},
    Keyword<TextSpacingTrim>{"trim-both", TextSpacingTrim::TrimBoth},
    Keyword<TextSpacingTrim>{"trim-all", TextSpacingTrim::TrimAll},
};
constexpr std::array kPunctuationStyle{
    Keyword<PunctuationStyle>{"auto", PunctuationStyle::Auto},
    Keyword<PunctuationStyle>{"full", PunctuationStyle::Full},
    Keyword<PunctuationStyle>{"kaiming", PunctuationStyle::Kaiming},
    Keyword<PunctuationStyle>{"line-end-half", PunctuationStyle::LineEndHalf},
    Keyword<PunctuationStyle>{"half", PunctuationStyle::Half},
};
/// `distribute` is the name of older sheets.
constexpr std::array kTextJustify{
    Keyword<TextJustify>{"auto", TextJustify::Auto},
    Keyword<TextJustify>{"none", TextJustify::None},
    Keyword<TextJustify>{"inter-word", TextJustify::InterWord},
    Keyword<TextJustify>{"inter-character", TextJustify::InterCharacter},
    Keyword<TextJustify>{"distribute", TextJustify::InterCharacter},
};
constexpr std::array kJustification{
    Keyword<Justification>{"auto", Justification::Auto},
    Keyword<Justification>{"clreq", Justification::Clreq},
    Keyword<Justification>{"jlreq", Justification::Jlreq},
    Keyword<Justification>{"jis", Justification::Jis},
};
constexpr std::array kInitialLetterAlign{
    Keyword<InitialLetterAlign>{"auto", InitialLetterAlign::Auto},
    Keyword<InitialLetterAlign>{"alphabetic", InitialLetterAlign::Alphabetic},
    Keyword<InitialLetterAlign>{"ideographic", InitialLetterAlign::Ideographic},
    Keyword<InitialLetterAlign>{"hanging", InitialLetterAlign::Hanging},
};
constexpr std::array kTextWrapStyle{
    Keyword<TextWrapStyle>{"auto", TextWrapStyle::Auto},
    Keyword<TextWrapStyle>{"balance", TextWrapStyle::Balance},
    Keyword<TextWrapStyle>{"stable", TextWrapStyle::Stable},
    Keyword<TextWrapStyle>{"pretty", TextWrapStyle::Pretty},
};
constexpr std::array kWhiteSpaceCollapse{
    Keyword<WhiteSpaceCollapse>{"collapse", WhiteSpaceCollapse::Collapse},
    Keyword<WhiteSpaceCollapse>{"preserve", WhiteSpaceCollapse::Preserve},
    Keyword<WhiteSpaceCollapse>{"preserve-breaks", WhiteSpaceCollapse::PreserveBreaks},
    Keyword<WhiteSpaceCollapse>{"break-spaces", WhiteSpaceCollapse::BreakSpaces},
};
constexpr std::array kTextWrapMode{
    Keyword<TextWrapMode>{"wrap", TextWrapMode::Wrap},
    Keyword<TextWrapMode>{"nowrap", TextWrapMode::NoWrap},
};

/// normal | auto | no-autospace | [ ideograph-alpha || ideograph-numeric ] || [ insert | replace ].
std::optional<TextAutospace> parseAutospace(const Value& value, const UnitContext&) {
  if (value.keyword() == "normal" || value.keyword() == "auto") return TextAutospace{};
  if (value.keyword() == "no-autospace") return TextAutospace{false, false, false};
  TextAutospace autospace{false, false, false};
  bool inserts = false;
  if (value.size() == 0) return std::nullopt;
  for (const ComponentValue& part : value.parts()) {
    if (part.isKeyword("ideograph-alpha") && !autospace.alpha) {
      autospace.alpha = true;
    } else if (part.isKeyword("ideograph-numeric") && !autospace.numeric) {
      autospace.numeric = true;
    } else if (part.isKeyword("insert") && !inserts && !autospace.replaces) {
      inserts = true;
    } else if (part.isKeyword("replace") && !inserts && !autospace.replaces) {
      autospace.replaces = true;
    } else {
      return std::nullopt;
    }
  }
  if (!autospace.alpha && !autospace.numeric) autospace.alpha = autospace.numeric = true;
  return autospace;
}

/// Kept as a share of the font size, so that headings and notes have their own.
std::optional<double> parseAutospaceWidth(const Value& value, const UnitContext& context) {
  if (value.keyword() == "auto") return InheritedStyle{}.autospaceWidth;
  const auto size = parseNonNegative(value, context);
  if (!size || context.fontSize <= Length{}) return std::nullopt;
  if (const Percentage* share = std::get_if<Percentage>(&*size)) return share->ratio;
  return std::get<Length>(*size).toPoints() / context.fontSize.toPoints();
}

/// none | [ first || [ force-end | allow-end ] || last ].
std::optional<HangingPunctuation> parseHanging(const Value& value, const UnitContext&) {
  if (value.keyword() == "none") return HangingPunctuation{};
  HangingPunctuation hanging;
  if (value.size() == 0) return std::nullopt;
  for (const ComponentValue& part : value.parts()) {
    if (part.isKeyword("first") && !hanging.first) {
      hanging.first = true;
    } else if (part.isKeyword("last") && !hanging.last) {
      hanging.last = true;
    } else if (part.isKeyword("allow-end") && hanging.end == HangingEnd::None) {
      hanging.end = HangingEnd::Allow;
    } else if (part.isKeyword("force-end") && hanging.end == HangingEnd::None) {
      hanging.end = HangingEnd::Force;
    } else {
      return std::nullopt;
    }
  }
  return hanging;
}

/// Letters higher than any page would only take memory.
constexpr int kHighestInitial = 100;  // lines

/// normal | <number> <integer>? | <number> && [ drop | raise ]. CSS Inline 3, section 7.2: dropped where nothing is said.
std::optional<InitialLetter> parseInitialLetter(const Value& value, const UnitContext& context) {
  if (value.keyword() == "normal") return InitialLetter{};
  if (value.size() < 1 || value.size() > 2) return std::nullopt;
  const auto isWord = [](const ComponentValue& part) { return part.isKeyword("drop") || part.isKeyword("raise"); };
  const std::size_t first = isWord(value[0]) ? 1 : 0;
  if (first >= value.size()) return std::nullopt;
  const auto size = toNumber(value[first], context);
  if (!size || *size < 1 || *size > kHighestInitial) return std::nullopt;
  InitialLetter letter{*size, static_cast<int>(*size)};
  if (value.size() == 1) return letter;
  const ComponentValue& other = value[1 - first];
  if (isWord(other)) {
    if (other.isKeyword("raise")) letter.sink = 1;
    return letter;
  }
  const auto sink = first == 0 ? toInteger(other, context) : std::nullopt;
  if (!sink || *sink < 1 || *sink > kHighestInitial) return std::nullopt;
  letter.sink = *sink;
  return letter;
}

constexpr std::array kRows{
    row<&ComputedStyle::initialLetter, parseInitialLetter>(
        "initial-letter", "normal; number of lines up to 100, with number of lines to sink, drop or raise"),
    row<&ComputedStyle::initialLetterAlign, keyword<kInitialLetterAlign>>("initial-letter-align",
                                                                          "auto, alphabetic, ideographic, hanging"),
    row<&ComputedStyle::whiteSpaceCollapse, keyword<kWhiteSpaceCollapse>>("white-space-collapse",
                                                                          "collapse, preserve, preserve-breaks, break-spaces"),
    row<&ComputedStyle::textWrapMode, keyword<kTextWrapMode>>("text-wrap-mode", "wrap, nowrap"),
    row<&ComputedStyle::textWrapStyle, keyword<kTextWrapStyle>>("text-wrap-style", "auto, balance, stable, pretty"),
    row<&ComputedStyle::textSpacingTrim, keyword<kTextSpacingTrim>>(
        "text-spacing-trim", "normal, auto, space-all, space-first, trim-start, trim-both, trim-all"),
    row<&ComputedStyle::punctuationStyle, keyword<kPunctuationStyle>>(
        "-octavo-punctuation-style", "auto, full, kaiming, line-end-half, half"),
    row<&ComputedStyle::hangingPunctuation, parseHanging>("hanging-punctuation",
                                                          "none; first, last, force-end or allow-end"),
    row<&ComputedStyle::textAutospace, parseAutospace>(
        "text-autospace", "normal, auto, no-autospace; ideograph-alpha, ideograph-numeric, insert or replace"),
    row<&ComputedStyle::autospaceWidth, parseAutospaceWidth>("-octavo-autospace-width", "auto, length, percentage"),
    row<&ComputedStyle::textJustify, keyword<kTextJustify>>("text-justify",
                                                            "auto, none, inter-word, inter-character, distribute"),
    row<&ComputedStyle::justification, keyword<kJustification>>("-octavo-justification", "auto, clreq, jlreq, jis"),
};

}  // namespace

std::span<const Property> lineProperties() { return kRows; }

}  // namespace octavo::css

// css: where lines end and which way they run. CSS Text 3 and 4, sections 5 and 6; Writing Modes 4, section 2.
#include "css/property_row.h"

namespace octavo::css {
namespace {

constexpr std::array kLineBreak{
    Keyword<LineBreak>{"auto", LineBreak::Auto},         Keyword<LineBreak>{"loose", LineBreak::Loose},
    Keyword<LineBreak>{"normal", LineBreak::Normal},     Keyword<LineBreak>{"strict", LineBreak::Strict},
    Keyword<LineBreak>{"anywhere", LineBreak::Anywhere},
};
constexpr std::array kWordBreak{
    Keyword<WordBreak>{"normal", WordBreak::Normal},
    Keyword<WordBreak>{"keep-all", WordBreak::KeepAll},
    Keyword<WordBreak>{"break-all", WordBreak::BreakAll},
    Keyword<WordBreak>{"break-word", WordBreak::BreakWord},
    Keyword<WordBreak>{"auto-phrase", WordBreak::AutoPhrase},
    Keyword<WordBreak>{"-octavo-keep-hangul", WordBreak::KeepHangul},
};
constexpr std::array kKinsoku{
    Keyword<Kinsoku>{"auto", Kinsoku::Auto},     Keyword<Kinsoku>{"none", Kinsoku::None},
    Keyword<Kinsoku>{"basic", Kinsoku::Basic},   Keyword<Kinsoku>{"gb", Kinsoku::Gb},
    Keyword<Kinsoku>{"strict", Kinsoku::Strict},
};
constexpr std::array kOverflowWrap{
    Keyword<OverflowWrap>{"normal", OverflowWrap::Normal},
    Keyword<OverflowWrap>{"break-word", OverflowWrap::BreakWord},
    Keyword<OverflowWrap>{"anywhere", OverflowWrap::Anywhere},
};
constexpr std::array kHyphens{
    Keyword<Hyphens>{"none", Hyphens::None},
    Keyword<Hyphens>{"manual", Hyphens::Manual},
    Keyword<Hyphens>{"auto", Hyphens::Auto},
};
constexpr std::array kHyphenateLimitLast{
    Keyword<HyphenateLimitLast>{"none", HyphenateLimitLast::None},
    Keyword<HyphenateLimitLast>{"always", HyphenateLimitLast::Always},
    Keyword<HyphenateLimitLast>{"column", HyphenateLimitLast::Column},
    Keyword<HyphenateLimitLast>{"page", HyphenateLimitLast::Page},
    Keyword<HyphenateLimitLast>{"spread", HyphenateLimitLast::Spread},
};
constexpr std::array kUnicodeBidi{
    Keyword<UnicodeBidi>{"normal", UnicodeBidi::Normal},
    Keyword<UnicodeBidi>{"embed", UnicodeBidi::Embed},
    Keyword<UnicodeBidi>{"isolate", UnicodeBidi::Isolate},
    Keyword<UnicodeBidi>{"bidi-override", UnicodeBidi::BidiOverride},
    Keyword<UnicodeBidi>{"isolate-override", UnicodeBidi::IsolateOverride},
    Keyword<UnicodeBidi>{"plaintext", UnicodeBidi::Plaintext},
};
constexpr std::array kDirection{
    Keyword<Direction>{"ltr", Direction::LeftToRight},
    Keyword<Direction>{"rtl", Direction::RightToLeft},
};

std::optional<std::string> parseHyphenateCharacter(const Value& value, const UnitContext&) {
  if (value.keyword() == "auto") return InheritedStyle{}.hyphenateCharacter;
  if (value.size() != 1 || !value[0].is(TokenType::String)) return std::nullopt;
  const std::string& sign = value[0].token.text;
  return sign.size() <= kLongestSign ? std::optional(sign) : std::nullopt;
}

bool setHyphenateLimits(ComputedStyle& style, const Value& value, const UnitContext& context) {
  if (value.size() < 1 || value.size() > 3) return false;
  const InheritedStyle initial;
  std::array limits{initial.hyphenateMinimumWord, initial.hyphenateMinimumBefore,
                    initial.hyphenateMinimumAfter};
  for (std::size_t i = 0; i < value.size(); ++i) {
    if (value[i].isKeyword("auto")) continue;
    const auto number = toInteger(value[i], context);
    if (!number || *number < 0) return false;
    limits[i] = *number;
  }
  if (value.size() == 2) limits[2] = limits[1];
  style.hyphenateMinimumWord = limits[0];
  style.hyphenateMinimumBefore = limits[1];
  style.hyphenateMinimumAfter = limits[2];
  return true;
}

constexpr Property hyphenateLimitsRow() {
  Property property;
  property.name = "hyphenate-limit-chars";
  property.values = "auto or whole numbers: word, before, after";
  property.isInherited = true;
  property.set = setHyphenateLimits;
  property.copy = [](ComputedStyle& to, const ComputedStyle& from) {
    to.hyphenateMinimumWord = from.hyphenateMinimumWord;
    to.hyphenateMinimumBefore = from.hyphenateMinimumBefore;
    to.hyphenateMinimumAfter = from.hyphenateMinimumAfter;
  };
  return property;
}
/// no-limit, or how many lines.
std::optional<int> parseHyphenateLines(const Value& value, const UnitContext& context) {
  if (value.keyword() == "no-limit") return 0;
  return parseCount(value, context);
}

constexpr std::array kRows{
    row<&ComputedStyle::direction, keyword<kDirection>>("direction", "ltr, rtl"),
    row<&ComputedStyle::lineBreak, keyword<kLineBreak>>("line-break",
                                                        "auto, loose, normal, strict, anywhere"),
    row<&ComputedStyle::kinsoku, keyword<kKinsoku>>("-octavo-kinsoku", "auto, none, basic, gb, strict"),
    row<&ComputedStyle::wordBreak, keyword<kWordBreak>>(
        "word-break", "normal, keep-all, break-all, break-word, auto-phrase, -octavo-keep-hangul"),
    row<&ComputedStyle::overflowWrap, keyword<kOverflowWrap>>("overflow-wrap",
                                                              "normal, break-word, anywhere"),
    row<&ComputedStyle::hyphens, keyword<kHyphens>>("hyphens", "none, manual, auto"),
    row<&ComputedStyle::hyphenateCharacter, parseHyphenateCharacter>("hyphenate-character", "auto, string"),
    hyphenateLimitsRow(),
    row<&ComputedStyle::hyphenateLimitLines, parseHyphenateLines>("hyphenate-limit-lines",
                                                                  "no-limit, whole number"),
    row<&ComputedStyle::hyphenateLimitZone, parseNonNegative>("hyphenate-limit-zone", "length, percentage"),
    row<&ComputedStyle::hyphenateLimitLast, keyword<kHyphenateLimitLast>>(
        "hyphenate-limit-last", "none, always, column, page, spread"),
    row<&ComputedStyle::unicodeBidi, keyword<kUnicodeBidi>>(
        "unicode-bidi", "normal, embed, isolate, bidi-override, isolate-override, plaintext"),
};

}  // namespace

std::span<const Property> breakProperties() { return kRows; }

}  // namespace octavo::css

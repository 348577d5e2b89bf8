// css: a computed style as text, for goldens and debugging.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "css/style.h"
#include "css/token.h"

namespace octavo::css {
namespace {

using Lines = std::vector<std::string>;

/// At most two decimals, no needless zeros: 17.85pt.
std::string number(double value) {
  std::string text = fmt::format("{:.2f}", value);
  while (text.ends_with('0')) text.pop_back();
  if (text.ends_with('.')) text.pop_back();
  return text == "-0" ? "0" : text;
}

std::string text(Length value) { return number(value.toPoints()) + "pt"; }
std::string text(Percentage value) { return number(value.ratio * 100) + "%"; }
std::string text(Auto) { return "auto"; }
std::string text(None) { return "none"; }
std::string text(NormalLineHeight) { return "normal"; }
std::string text(double value) { return number(value); }
std::string text(int value) { return fmt::format("{}", value); }
std::string text(const std::string& value) { return stringToCss(value); }
std::string text(Color color) {
  return fmt::format("#{:02x}{:02x}{:02x}", color.red, color.green, color.blue) +
         (color.alpha == 255 ? "" : fmt::format("{:02x}", color.alpha));
}

// The words of each enumeration, in its order.
template <class Enum>
constexpr std::array<std::string_view, 0> kWords{};
template <std::size_t N>
using Words = std::array<std::string_view, N>;
template <>
constexpr Words<18> kWords<Display>{"none",
                                    "block",
                                    "inline",
                                    "inline-block",
                                    "list-item",
                                    "table",
                                    "table-row-group",
                                    "table-header-group",
                                    "table-footer-group",
                                    "table-row",
                                    "table-cell",
                                    "table-column",
                                    "table-column-group",
                                    "table-caption",
                                    "ruby",
                                    "ruby-text",
                                    "flow-root",
                                    "contents"};
template <>
constexpr Words<6> kWords<Float>{"none",     "inline-start", "inline-end",
                                 "footnote", "block-start",  "block-end"};
template <>
constexpr Words<4> kWords<Clear>{"none", "inline-start", "inline-end", "both"};
template <>
constexpr Words<9> kWords<Break>{"auto",  "avoid", "avoid-page", "page",  "left",
                                 "right", "recto", "verso",      "always"};
template <>
constexpr Words<3> kWords<FontStyle>{"normal", "italic", "oblique"};
template <>
constexpr Words<3> kWords<FontCaps>{"normal", "small-caps", "all-small-caps"};
template <>
constexpr Words<7> kWords<TextAlign>{"start", "end", "left", "right", "center", "justify", "justify-all"};
template <>
constexpr Words<7> kWords<TextAlignLast>{"auto", "start", "end", "left", "right", "center", "justify"};
template <>
constexpr Words<5> kWords<TextTransform>{"none", "uppercase", "lowercase", "capitalize", "full-width"};
template <>
constexpr Words<4> kWords<WhiteSpaceCollapse>{"collapse", "preserve", "preserve-breaks", "break-spaces"};
template <>
constexpr Words<2> kWords<TextWrapMode>{"wrap", "nowrap"};
template <>
constexpr Words<4> kWords<TextWrapStyle>{"auto", "balance", "stable", "pretty"};
template <>
constexpr Words<5> kWords<LineBreak>{"auto", "loose", "normal", "strict", "anywhere"};
template <>
constexpr Words<6> kWords<WordBreak>{"normal",     "keep-all",    "break-all",
                                     "break-word", "auto-phrase", "-octavo-keep-hangul"};
template <>
constexpr Words<5> kWords<Kinsoku>{"auto", "none", "basic", "gb", "strict"};
template <>
constexpr Words<5> kWords<HyphenateLimitLast>{"none", "always", "column", "page", "spread"};
template <>
constexpr Words<6> kWords<UnicodeBidi>{"normal",        "embed",           "isolate",
                                       "bidi-override", "isolate-override", "plaintext"};
template <>
constexpr Words<3> kWords<OverflowWrap>{"normal", "break-word", "anywhere"};
template <>
constexpr Words<3> kWords<Hyphens>{"none", "manual", "auto"};
template <>
constexpr Words<7> kWords<TextSpacingTrim>{"normal",     "auto",      "space-all", "space-first",
                                           "trim-start", "trim-both", "trim-all"};
template <>
constexpr Words<5> kWords<PunctuationStyle>{"auto", "full", "kaiming", "line-end-half", "half"};
template <>
constexpr Words<4> kWords<TextJustify>{"auto", "none", "inter-word", "inter-character"};
template <>
constexpr Words<4> kWords<Justification>{"auto", "clreq", "jlreq", "jis"};
template <>
constexpr Words<4> kWords<InitialLetterAlign>{"auto", "alphabetic", "ideographic", "hanging"};
template <>
constexpr Words<3> kWords<HangingEnd>{"", "allow-end", "force-end"};
template <>
constexpr Words<8> kWords<BaselineShift>{"baseline",    "sub",    "super", "text-top",
                                         "text-bottom", "middle", "top",   "bottom"};
template <>
constexpr Words<2> kWords<ListStylePosition>{"outside", "inside"};
template <>
constexpr Words<2> kWords<BorderCollapse>{"separate", "collapse"};
template <>
constexpr Words<3> kWords<Turning>{"none", "left", "auto"};
template <>
constexpr Words<2> kWords<FloatPolicy>{"none", "unless-fit"};
template <>
constexpr Words<2> kWords<CaptionSide>{"block-start", "block-end"};
template <>
constexpr Words<5> kWords<RubyPosition>{"over", "under", "inter-character", "alternate", "alternate under"};
template <>
constexpr Words<3> kWords<RubyMerge>{"separate", "merge", "auto"};
template <>
constexpr Words<2> kWords<RubyOverhang>{"auto", "none"};
template <>
constexpr Words<2> kWords<Warichu>{"none", "auto"};
template <>
constexpr Words<4> kWords<RubyAlign>{"space-around", "center", "start", "space-between"};
template <>
constexpr Words<5> kWords<FontMeasure>{"none", "ex-height", "cap-height", "ch-width", "ic-width"};
template <>
constexpr Words<3> kWords<SkipInk>{"auto", "none", "all"};
template <>
constexpr Words<3> kWords<UnderlinePlace>{"auto", "from-font", "under"};
template <>
constexpr Words<3> kWords<VerticalSide>{"", " left", " right"};
template <>
constexpr Words<2> kWords<TableLayout>{"auto", "fixed"};
template <>
constexpr Words<3> kWords<Visibility>{"visible", "hidden", "collapse"};
template <>
constexpr Words<2> kWords<Direction>{"ltr", "rtl"};
template <>
constexpr Words<3> kWords<WritingMode>{"horizontal-tb", "vertical-rl", "vertical-lr"};
template <>
constexpr Words<6> kWords<LineStyle>{"none", "solid", "dashed", "dotted", "double", "wavy"};
template <>
constexpr Words<4> kWords<StringKeyword>{"first", "start", "last", "first-except"};

template <class Enum>
requires std::is_enum_v<Enum> std::string text(Enum value) {
  return std::string(kWords<Enum>.at(static_cast<std::size_t>(value)));
}

template <class... Kinds>
std::string text(const std::variant<Kinds...>& value);
template <class Item>
std::string text(const std::optional<Item>& value) {
  return value ? text(*value) : "auto";
}
template <class Item>
std::string text(const std::vector<Item>& values);

std::string text(const FontFeature& feature) { return stringToCss(feature.tag) + " " + text(feature.value); }
std::string text(const CounterChange& change) { return change.name + " " + text(change.value); }
std::string text(const BorderLine& line) {
  return text(line.width) + " " + text(line.style) + " " + text(line.color);
}
std::string text(const TextIndent& indent) {
  return text(indent.size) + (indent.hanging ? " hanging" : "") + (indent.eachLine ? " each-line" : "");
}
std::string text(const FontSizeAdjust& adjust) {
  return text(adjust.measure) + " " + (adjust.value ? text(*adjust.value) : "from-font");
}
std::string text(const EmphasisPosition& position) {
  if (position.isAuto) return "auto";
  return std::string(position.isUnder ? "under" : "over") + (position.isLeft ? " left" : " right");
}
std::string text(const EmphasisSkip& skip) {
  std::string words;
  const auto addWord = [&](bool isSet, const char* word) {
    if (isSet) words += (words.empty() ? "" : " ") + std::string(word);
  };
  addWord(skip.spaces, "spaces");
  addWord(skip.punctuation, "punctuation");
  addWord(skip.symbols, "symbols");
  addWord(skip.narrow, "narrow");
  return words;
}
std::string text(const UnderlinePosition& position) { return text(position.place) + text(position.side); }
std::string text(const DecorationInset& inset) {
  return inset.isAuto ? "auto" : text(inset.start) + " " + text(inset.end);
}
std::string joined(std::initializer_list<std::string_view> words) {
  std::string all;
  for (const std::string_view word : words) {
    if (!word.empty()) all.append(all.empty() ? "" : " ").append(word);
  }
  return all;
}
std::string text(const TextAutospace& autospace) {
  if (!autospace.alpha && !autospace.numeric) return "no-autospace";
  return joined({autospace.alpha ? "ideograph-alpha" : "", autospace.numeric ? "ideograph-numeric" : "",
                 autospace.replaces ? "replace" : ""});
}
std::string text(const InitialLetter& letter) { return number(letter.size) + " " + text(letter.sink); }
std::string text(const HangingPunctuation& hanging) {
  return joined({hanging.first ? "first" : "", text(hanging.end), hanging.last ? "last" : ""});
}
std::string text(const ContentText& item) { return stringToCss(item.text); }
std::string text(const ContentAttribute& item) { return "attr(" + item.name + ")"; }
std::string text(const ContentCounter& item) {
  if (!item.separator) return "counter(" + item.name + ", " + item.style + ")";
  return "counters(" + item.name + ", " + stringToCss(*item.separator) + ", " + item.style + ")";
}
std::string text(const ContentString& item) {
  return "string(" + item.name + ", " + text(item.keyword) + ")";
}
std::string text(const ContentTargetCounter& item) {
  return "target-counter(attr(" + item.attribute + "), " + item.counter + ", " + item.style + ")";
}
std::string text(const ContentTargetText& item) { return "target-text(attr(" + item.attribute + "))"; }
std::string text(const ContentLeader& item) { return "leader(" + stringToCss(item.pattern) + ")"; }
std::string text(const ContentQuote& item) { return item.open ? "open-quote" : "close-quote"; }
std::string text(const ContentOfElement&) { return "content()"; }
std::string text(const Content& content) {
  return content.isNormal ? "normal" : content.isNone ? "none" : text(content.items);
}
std::string text(const StringSet& set) { return set.name + " " + text(set.items); }

template <class... Kinds>
std::string text(const std::variant<Kinds...>& value) {
  return std::visit([](const auto& each) { return text(each); }, value);
}

template <class Item>
std::string text(const std::vector<Item>& values) {
  std::string joined;
  for (const Item& value : values) joined += (joined.empty() ? "" : " ") + text(value);
  return joined.empty() ? "none" : joined;
}

/// Writes a line where the field is not what it is by default.
template <class Field>
void add(Lines& lines, std::string_view name, const Field& value, const Field& initial) {
  if (!(value == initial)) lines.push_back(std::string(name) + ": " + text(value));
}

template <class Field>
void addEdges(Lines& lines, std::string_view name, const LogicalEdges<Field>& value,
              const LogicalEdges<Field>& initial) {
  const std::string prefix(name);
  add(lines, prefix + "-block-start", value.blockStart, initial.blockStart);
  add(lines, prefix + "-block-end", value.blockEnd, initial.blockEnd);
  add(lines, prefix + "-inline-start", value.inlineStart, initial.inlineStart);
  add(lines, prefix + "-inline-end", value.inlineEnd, initial.inlineEnd);
}

void addFont(Lines& lines, const InheritedStyle& style, const InheritedStyle& initial) {
  add(lines, "language", style.language, initial.language);
  add(lines, "font-family", style.fontFamilies, initial.fontFamilies);
  add(lines, "font-size", style.fontSize, initial.fontSize);
  add(lines, "font-weight", style.fontWeight, initial.fontWeight);
  add(lines, "font-style", style.fontStyle, initial.fontStyle);
  add(lines, "font-variant-caps", style.fontCaps, initial.fontCaps);
  if (style.fontVariants != 0) lines.push_back("font-variant: " + variantNames(style.fontVariants));
  add(lines, "font-feature-settings", style.fontFeatures, initial.fontFeatures);
  add(lines, "font-size-adjust", style.fontSizeAdjust, initial.fontSizeAdjust);
  if (!style.synthesizesSmallCaps) lines.push_back("font-synthesis-small-caps: none");
  add(lines, "font-language-override", style.fontLanguageOverride, initial.fontLanguageOverride);
  add(lines, "line-height", style.lineHeight, initial.lineHeight);
  add(lines, "color", style.color, initial.color);
}

void addText(Lines& lines, const InheritedStyle& style, const InheritedStyle& initial) {
  add(lines, "text-align", style.textAlign, initial.textAlign);
  add(lines, "text-align-last", style.textAlignLast, initial.textAlignLast);
  add(lines, "text-indent", style.textIndent, initial.textIndent);
  add(lines, "text-transform", style.textTransform, initial.textTransform);
  add(lines, "letter-spacing", style.letterSpacing, initial.letterSpacing);
  add(lines, "word-spacing", style.wordSpacing, initial.wordSpacing);
  add(lines, "white-space-collapse", style.whiteSpaceCollapse, initial.whiteSpaceCollapse);
  add(lines, "text-wrap-mode", style.textWrapMode, initial.textWrapMode);
  add(lines, "text-wrap-style", style.textWrapStyle, initial.textWrapStyle);
  add(lines, "tab-size", style.tabSize, initial.tabSize);
  add(lines, "line-break", style.lineBreak, initial.lineBreak);
  add(lines, "-octavo-kinsoku", style.kinsoku, initial.kinsoku);
  add(lines, "word-break", style.wordBreak, initial.wordBreak);
  add(lines, "overflow-wrap", style.overflowWrap, initial.overflowWrap);
  add(lines, "hyphens", style.hyphens, initial.hyphens);
  add(lines, "hyphenate-character", style.hyphenateCharacter, initial.hyphenateCharacter);
  add(lines, "hyphenate-limit-chars",
      std::vector{style.hyphenateMinimumWord, style.hyphenateMinimumBefore, style.hyphenateMinimumAfter},
      std::vector{initial.hyphenateMinimumWord, initial.hyphenateMinimumBefore,
                  initial.hyphenateMinimumAfter});
  add(lines, "hyphenate-limit-lines", style.hyphenateLimitLines, initial.hyphenateLimitLines);
  add(lines, "hyphenate-limit-zone", style.hyphenateLimitZone, initial.hyphenateLimitZone);
  add(lines, "hyphenate-limit-last", style.hyphenateLimitLast, initial.hyphenateLimitLast);
  add(lines, "initial-letter-align", style.initialLetterAlign, initial.initialLetterAlign);
  add(lines, "text-spacing-trim", style.textSpacingTrim, initial.textSpacingTrim);
  add(lines, "-octavo-punctuation-style", style.punctuationStyle, initial.punctuationStyle);
  add(lines, "hanging-punctuation", style.hangingPunctuation, initial.hangingPunctuation);
  add(lines, "text-autospace", style.textAutospace, initial.textAutospace);
  add(lines, "-octavo-autospace-width", style.autospaceWidth, initial.autospaceWidth);
  add(lines, "text-justify", style.textJustify, initial.textJustify);
  add(lines, "-octavo-justification", style.justification, initial.justification);
  add(lines, "ruby-position", style.rubyPosition, initial.rubyPosition);
  add(lines, "ruby-align", style.rubyAlign, initial.rubyAlign);
  add(lines, "ruby-merge", style.rubyMerge, initial.rubyMerge);
  add(lines, "ruby-overhang", style.rubyOverhang, initial.rubyOverhang);
  add(lines, "text-emphasis-style", style.textEmphasisMark, initial.textEmphasisMark);
  add(lines, "text-emphasis-color", style.textEmphasisColor, initial.textEmphasisColor);
  add(lines, "text-emphasis-position", style.textEmphasisPosition, initial.textEmphasisPosition);
  add(lines, "text-emphasis-skip", style.textEmphasisSkip, initial.textEmphasisSkip);
  add(lines, "text-underline-offset", style.textUnderlineOffset, initial.textUnderlineOffset);
  add(lines, "text-underline-position", style.textUnderlinePosition, initial.textUnderlinePosition);
  add(lines, "text-decoration-skip-ink", style.textDecorationSkipInk, initial.textDecorationSkipInk);
  add(lines, "list-style-type", style.listStyleType, initial.listStyleType);
  add(lines, "list-style-position", style.listStylePosition, initial.listStylePosition);
  add(lines, "quotes", style.quotes, initial.quotes);
  add(lines, "direction", style.direction, initial.direction);
  add(lines, "writing-mode", style.writingMode, initial.writingMode);
}

void addBox(Lines& lines, const ComputedStyle& style, const ComputedStyle& initial) {
  add(lines, "display", style.display, initial.display);
  add(lines, "float", style.floating, initial.floating);
  add(lines, "clear", style.clear, initial.clear);
  addEdges(lines, "margin", style.margin, initial.margin);
  addEdges(lines, "padding", style.padding, initial.padding);
  addEdges(lines, "border", style.border, initial.border);
  add(lines, "inline-size", style.inlineSize, initial.inlineSize);
  add(lines, "block-size", style.blockSize, initial.blockSize);
  add(lines, "min-inline-size", style.minInlineSize, initial.minInlineSize);
  add(lines, "min-block-size", style.minBlockSize, initial.minBlockSize);
  add(lines, "max-inline-size", style.maxInlineSize, initial.maxInlineSize);
  add(lines, "max-block-size", style.maxBlockSize, initial.maxBlockSize);
  if (style.boxSizingBorder) lines.push_back("box-sizing: border-box");
  add(lines, "background-color", style.background, initial.background);
  add(lines, "vertical-align", style.verticalAlign, initial.verticalAlign);
  add(lines, "initial-letter", style.initialLetter, initial.initialLetter);
  add(lines, "-octavo-least-scale", style.leastScale, initial.leastScale);
  add(lines, "-octavo-float", style.floatPolicy, initial.floatPolicy);
  add(lines, "-octavo-turn", style.turning, initial.turning);
  add(lines, "-octavo-warichu", style.warichu, initial.warichu);
  add(lines, "unicode-bidi", style.unicodeBidi, initial.unicodeBidi);
}

void addFlow(Lines& lines, const ComputedStyle& style, const ComputedStyle& initial) {
  add(lines, "break-before", style.breakBefore, initial.breakBefore);
  add(lines, "break-after", style.breakAfter, initial.breakAfter);
  add(lines, "break-inside", style.breakInside, initial.breakInside);
  add(lines, "orphans", style.orphans, initial.orphans);
  add(lines, "widows", style.widows, initial.widows);
  add(lines, "page", style.page, initial.page);
  add(lines, "content", style.content, initial.content);
  add(lines, "counter-reset", style.counterReset, initial.counterReset);
  add(lines, "counter-increment", style.counterIncrement, initial.counterIncrement);
  add(lines, "counter-set", style.counterSet, initial.counterSet);
  add(lines, "string-set", style.stringSet, initial.stringSet);
  add(lines, "table-layout", style.tableLayout, initial.tableLayout);
  add(lines, "border-collapse", style.borderCollapse, initial.borderCollapse);
  add(lines, "border-spacing", std::vector{style.borderSpacingInline, style.borderSpacingBlock},
      std::vector{initial.borderSpacingInline, initial.borderSpacingBlock});
  add(lines, "caption-side", style.captionSide, initial.captionSide);
  add(lines, "visibility", style.visibility, initial.visibility);
}

void addDecoration(Lines& lines, const TextDecoration& decoration) {
  std::string line;
  if (decoration.underline) line += " underline";
  if (decoration.overline) line += " overline";
  if (decoration.lineThrough) line += " line-through";
  if (!line.empty()) lines.push_back("text-decoration-line:" + line);
  const TextDecoration initial;
  add(lines, "text-decoration-style", decoration.style, initial.style);
  add(lines, "text-decoration-color", decoration.color, initial.color);
  if (decoration.thicknessFromFont) lines.push_back("text-decoration-thickness: from-font");
  add(lines, "text-decoration-thickness", decoration.thickness, initial.thickness);
  add(lines, "text-decoration-inset", decoration.inset, initial.inset);
}

}  // namespace

std::string dump(const ComputedStyle& style) {
  const ComputedStyle initial;
  Lines lines;
  addFont(lines, style, initial);
  addText(lines, style, initial);
  addBox(lines, style, initial);
  addFlow(lines, style, initial);
  addDecoration(lines, style.textDecoration);
  std::ranges::sort(lines);
  std::string result;
  for (const std::string& line : lines) result += line + "\n";
  return result;
}

}  // namespace octavo::css

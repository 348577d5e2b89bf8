// css: stylesheet text → computed style of each element.
//
// The computed style as boxes and layout read it. Everything is in the flow's own terms (block-start, inline-size):
// the cascade has already mapped physical properties by the element's writing mode.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/geometry.h"
#include "base/length.h"
#include "base/paint.h"

namespace octavo::css {

/// A share of something only layout knows: 1.0 is 100 %.
struct Percentage {
  double ratio = 0;
  bool operator==(const Percentage&) const = default;
};
struct Auto {
  bool operator==(const Auto&) const = default;
};
struct None {
  bool operator==(const None&) const = default;
};
using LengthPercentage = std::variant<Length, Percentage>;
using LengthPercentageAuto = std::variant<Auto, Length, Percentage>;
using LengthPercentageNone = std::variant<None, Length, Percentage>;

enum class Display : std::uint8_t {
  None, Block, Inline, InlineBlock, ListItem, Table, TableRowGroup, TableHeaderGroup, TableFooterGroup, TableRow,
  TableCell, TableColumn, TableColumnGroup, TableCaption, Ruby, RubyText, FlowRoot, Contents
};
enum class Float : std::uint8_t { None, InlineStart, InlineEnd, Footnote, BlockStart, BlockEnd };
enum class Clear : std::uint8_t { None, InlineStart, InlineEnd, Both };
enum class Break : std::uint8_t { Auto, Avoid, AvoidPage, Page, Left, Right, Recto, Verso, Always };
enum class FontStyle : std::uint8_t { Normal, Italic, Oblique };
enum class FontCaps : std::uint8_t { Normal, SmallCaps, AllSmallCaps };
enum class TextAlign : std::uint8_t { Start, End, Left, Right, Center, Justify, JustifyAll };
enum class TextAlignLast : std::uint8_t { Auto, Start, End, Left, Right, Center, Justify };
enum class TextTransform : std::uint8_t { None, Uppercase, Lowercase, Capitalize, FullWidth };
enum class WhiteSpaceCollapse : std::uint8_t { Collapse, Preserve, PreserveBreaks, BreakSpaces };
enum class TextWrapMode : std::uint8_t { Wrap, NoWrap };
enum class TextWrapStyle : std::uint8_t { Auto, Balance, Stable, Pretty };
enum class LineBreak : std::uint8_t { Auto, Loose, Normal, Strict, Anywhere };
/// KeepHangul: keep-all for Hangul alone, so that Korean text breaks between words and Hanja as elsewhere.
enum class WordBreak : std::uint8_t { Normal, KeepAll, BreakAll, BreakWord, AutoPhrase, KeepHangul };
/// The levels of clreq 3.1.4 for Chinese text.
enum class Kinsoku : std::uint8_t { Auto, None, Basic, Gb, Strict };
enum class OverflowWrap : std::uint8_t { Normal, BreakWord, Anywhere };
enum class Hyphens : std::uint8_t { None, Manual, Auto };
/// Which line ends are kept free of hyphens: of a page, of a spread, of an element too.
enum class HyphenateLimitLast : std::uint8_t { None, Always, Column, Page, Spread };
enum class UnicodeBidi : std::uint8_t { Normal, Embed, Isolate, BidiOverride, IsolateOverride, Plaintext };
enum class TextSpacingTrim : std::uint8_t { Normal, Auto, SpaceAll, SpaceFirst, TrimStart, TrimBoth, TrimAll };
enum class PunctuationStyle : std::uint8_t { Auto, Full, Kaiming, LineEndHalf, Half };
enum class TextJustify : std::uint8_t { Auto, None, InterWord, InterCharacter };
enum class Justification : std::uint8_t { Auto, Clreq, Jlreq, Jis };
/// By which lines an initial letter is sized. Auto: by its script.
enum class InitialLetterAlign : std::uint8_t { Auto, Alphabetic, Ideographic, Hanging };
enum class HangingEnd : std::uint8_t { None, Allow, Force };
enum class BaselineShift : std::uint8_t { Baseline, Sub, Super, TextTop, TextBottom, Middle, Top, Bottom };
enum class ListStylePosition : std::uint8_t { Outside, Inside };
enum class BorderCollapse : std::uint8_t { Separate, Collapse };
/// Whether a box stands by itself on a page, turned to the left: Auto where it is a table too wide to stand upright.
enum class Turning : std::uint8_t { None, Left, Auto };
/// What becomes of a figure that is kept whole and does not fit where it stands: it leaves a hole, or goes to the head of
/// the next page while the text after it fills this one.
enum class FloatPolicy : std::uint8_t { None, UnlessFit };
enum class CaptionSide : std::uint8_t { BlockStart, BlockEnd };
/// Alternate: first readings over, second ones under; AlternateUnder: the other way round.
enum class RubyPosition : std::uint8_t { Over, Under, InterCharacter, Alternate, AlternateUnder };
enum class RubyAlign : std::uint8_t { SpaceAround, Center, Start, SpaceBetween };
enum class RubyMerge : std::uint8_t { Separate, Merge, Auto };
enum class RubyOverhang : std::uint8_t { Auto, None };
/// -octavo-warichu: two rows inside the line.
enum class Warichu : std::uint8_t { None, Auto };
enum class SkipInk : std::uint8_t { Auto, None, All };
enum class UnderlinePlace : std::uint8_t { Auto, FromFont, Under };
enum class VerticalSide : std::uint8_t { Auto, Left, Right };
enum class TableLayout : std::uint8_t { Auto, Fixed };
enum class Visibility : std::uint8_t { Visible, Hidden, Collapse };

/// normal, a multiple of the font size, or a distance.
struct NormalLineHeight {
  bool operator==(const NormalLineHeight&) const = default;
};
using LineHeight = std::variant<NormalLineHeight, double, Length>;

/// Where ideographs take a gap: beside letters, beside digits; and whether it also stands for a typed space.
struct TextAutospace {
  bool alpha = true, numeric = true;
  bool replaces = false;
  bool operator==(const TextAutospace&) const = default;
};

struct HangingPunctuation {
  bool first = false, last = false;
  HangingEnd end = HangingEnd::None;
  bool operator==(const HangingPunctuation&) const = default;
};

/// How many lines high, and how many of them the first lines stand beside. A size of 0: normal.
struct InitialLetter {
  double size = 0;
  int sink = 0;
  bool operator==(const InitialLetter&) const = default;
};

struct FontFeature {
  std::string tag;  // four letters
  int value = 1;
  bool operator==(const FontFeature&) const = default;
};

/// font-size-adjust: the size is chosen so that this measure of the face is `value` of the size asked for.
enum class FontMeasure : std::uint8_t { None, ExHeight, CapHeight, ChWidth, IcWidth };
struct FontSizeAdjust {
  FontMeasure measure = FontMeasure::None;
  std::optional<double> value;  // empty: from-font, what the first face of the list has
  bool operator==(const FontSizeAdjust&) const = default;
};

struct TextIndent {
  LengthPercentage size;
  bool hanging = false;
  bool eachLine = false;
  bool operator==(const TextIndent&) const = default;
};

/// Pieces of the `content` property and of string-set, in order.
struct ContentText { std::string text; bool operator==(const ContentText&) const = default; };
struct ContentAttribute { std::string name; bool operator==(const ContentAttribute&) const = default; };
struct ContentCounter {
  std::string name;        // "page", "pages" are the page's own
  std::string style;       // decimal, lower-roman, cjk-decimal, …
  std::optional<std::string> separator;  // set: counters()
  bool operator==(const ContentCounter&) const = default;
};
enum class StringKeyword : std::uint8_t { First, Start, Last, FirstExcept };
struct ContentString { std::string name; StringKeyword keyword = StringKeyword::First; bool operator==(const ContentString&) const = default; };
/// The page number (or another counter) at the element that the attribute's #id names.
struct ContentTargetCounter { std::string attribute; std::string counter; std::string style; bool operator==(const ContentTargetCounter&) const = default; };
struct ContentTargetText { std::string attribute; bool operator==(const ContentTargetText&) const = default; };
struct ContentLeader { std::string pattern; bool operator==(const ContentLeader&) const = default; };
struct ContentQuote { bool open = true; bool operator==(const ContentQuote&) const = default; };
/// The element's own text: content(), content(text), as string-set uses it.
struct ContentOfElement { bool operator==(const ContentOfElement&) const = default; };
using ContentItem = std::variant<ContentText, ContentAttribute, ContentCounter, ContentString, ContentTargetCounter,
                                 ContentTargetText, ContentLeader, ContentQuote, ContentOfElement>;
/// Absent: normal (or none, which is `isNone`).
struct Content {
  bool isNormal = true;
  bool isNone = false;
  std::vector<ContentItem> items;
  bool operator==(const Content&) const = default;
};

struct CounterChange {
  std::string name;
  int value = 0;
  bool operator==(const CounterChange&) const = default;
};
struct StringSet {
  std::string name;
  std::vector<ContentItem> items;
  bool operator==(const StringSet&) const = default;
};

/// What a line is shortened by at the two ends of its box; auto: so that the lines of two neighbours do not meet.
struct DecorationInset {
  bool isAuto = false;
  Length start, end;
  bool operator==(const DecorationInset&) const = default;
};

struct TextDecoration {
  bool underline = false, overline = false, lineThrough = false;
  LineStyle style = LineStyle::Solid;
  std::optional<Color> color;
  std::optional<Length> thickness;  // empty: auto
  bool thicknessFromFont = false;
  DecorationInset inset;
  bool hasLine() const { return underline || overline || lineThrough; }
  bool operator==(const TextDecoration&) const = default;
};

/// The side as written: `over` or `under` in horizontal text, `right` or `left` in vertical text.
struct EmphasisPosition {
  bool isAuto = true;  // by language: under in horizontal Chinese, over and right elsewhere
  bool isUnder = false, isLeft = false;
  bool operator==(const EmphasisPosition&) const = default;
};
struct UnderlinePosition {
  UnderlinePlace place = UnderlinePlace::Auto;
  VerticalSide side = VerticalSide::Auto;
  bool operator==(const UnderlinePosition&) const = default;
};
/// Characters that get no emphasis mark.
struct EmphasisSkip {
  bool spaces = true, punctuation = true, symbols = false, narrow = false;
  bool operator==(const EmphasisSkip&) const = default;
};

struct DecoratingBox;

/// What the cascade hands down beside the properties: custom properties, the root's font size. Opaque outside the room.
struct CascadeContext;

/// Where a field lives says whether it inherits; its default is the initial value.
struct InheritedStyle {
  std::string language;  // BCP 47, from xml:lang or lang, not a property; empty: unknown
  std::vector<std::string> fontFamilies;  // as written; generic names (serif, sans-serif, monospace) included
  Length fontSize = Length::points(10.5);
  int fontWeight = 400;
  FontStyle fontStyle = FontStyle::Normal;
  FontCaps fontCaps = FontCaps::Normal;
  std::uint32_t fontVariants = 0;  // see variantFeatures()
  std::vector<FontFeature> fontFeatures;  // of font-feature-settings alone, sorted by tag
  FontSizeAdjust fontSizeAdjust;
  bool synthesizesSmallCaps = true;  // where the face has none
  std::string fontLanguageOverride;  // an OpenType language tag; empty: by language
  LineHeight lineHeight;
  Color color;
  TextAlign textAlign = TextAlign::Start;
  TextAlignLast textAlignLast = TextAlignLast::Auto;
  TextIndent textIndent;
  TextTransform textTransform = TextTransform::None;
  Length letterSpacing, wordSpacing;
  WhiteSpaceCollapse whiteSpaceCollapse = WhiteSpaceCollapse::Collapse;
  TextWrapMode textWrapMode = TextWrapMode::Wrap;
  TextWrapStyle textWrapStyle = TextWrapStyle::Auto;
  int tabSize = 8;
  LineBreak lineBreak = LineBreak::Auto;
  Kinsoku kinsoku = Kinsoku::Auto;
  WordBreak wordBreak = WordBreak::Normal;
  OverflowWrap overflowWrap = OverflowWrap::Normal;
  Hyphens hyphens = Hyphens::Manual;
  std::string hyphenateCharacter = "\xE2\x80\x90";
  int hyphenateMinimumWord = 5, hyphenateMinimumBefore = 2, hyphenateMinimumAfter = 2;
  int hyphenateLimitLines = 0;  // lines in a row that may end with a hyphen; 0: no limit
  LengthPercentage hyphenateLimitZone;  // white space at a line's end for which no word is parted
  HyphenateLimitLast hyphenateLimitLast = HyphenateLimitLast::None;
  TextSpacingTrim textSpacingTrim = TextSpacingTrim::Normal;
  PunctuationStyle punctuationStyle = PunctuationStyle::Auto;
  HangingPunctuation hangingPunctuation;
  TextAutospace textAutospace;
  double autospaceWidth = 0.25;  // in em
  InitialLetterAlign initialLetterAlign = InitialLetterAlign::Auto;
  TextJustify textJustify = TextJustify::Auto;
  Justification justification = Justification::Auto;
  RubyPosition rubyPosition = RubyPosition::Alternate;
  RubyAlign rubyAlign = RubyAlign::SpaceAround;
  RubyMerge rubyMerge = RubyMerge::Separate;
  RubyOverhang rubyOverhang = RubyOverhang::Auto;
  std::string textEmphasisMark;  // the character itself; empty: none
  std::optional<Color> textEmphasisColor;  // empty: the text's
  EmphasisPosition textEmphasisPosition;
  EmphasisSkip textEmphasisSkip;
  std::optional<Length> textUnderlineOffset;  // empty: auto
  UnderlinePosition textUnderlinePosition;
  SkipInk textDecorationSkipInk = SkipInk::Auto;
  /// Boxes whose lines this one's text carries, the outermost first, itself among them; null: none. Boxes that stand
  /// apart from the flow around them begin anew. CSS Text Decoration 4, section 2.
  std::shared_ptr<const std::vector<DecoratingBox>> decoratingBoxes;
  std::string listStyleType = "disc";  // a counter style's name, or a string between quotes
  ListStylePosition listStylePosition = ListStylePosition::Outside;
  std::vector<std::string> quotes;  // open, close, open, close…; empty: by language
  Direction direction = Direction::LeftToRight;
  WritingMode writingMode = WritingMode::HorizontalTb;
  BorderCollapse borderCollapse = BorderCollapse::Separate;
  Length borderSpacingInline, borderSpacingBlock;
  CaptionSide captionSide = CaptionSide::BlockStart;
  Visibility visibility = Visibility::Visible;
  int orphans = 2, widows = 2;
  std::shared_ptr<const CascadeContext> cascadeContext;  // the cascade's own affair
};

struct ComputedStyle : InheritedStyle {
  Display display = Display::Inline;
  Float floating = Float::None;
  Clear clear = Clear::None;
  LogicalEdges<LengthPercentageAuto> margin{Length{}, Length{}, Length{}, Length{}};
  LogicalEdges<LengthPercentage> padding;
  LogicalEdges<BorderLine> border;
  LengthPercentageAuto inlineSize, blockSize;
  LengthPercentage minInlineSize, minBlockSize;
  LengthPercentageNone maxInlineSize, maxBlockSize;
  bool boxSizingBorder = false;
  Color background{0, 0, 0, 0};
  std::variant<BaselineShift, Length> verticalAlign = BaselineShift::Baseline;  // a length raises
  TextDecoration textDecoration;  // of this element's own
  Break breakBefore = Break::Auto, breakAfter = Break::Auto, breakInside = Break::Auto;
  std::string page;  // named page; empty: auto. The cascade has already taken the parent's value for auto
  Content content;
  std::vector<CounterChange> counterReset, counterIncrement, counterSet;
  std::vector<StringSet> stringSet;
  TableLayout tableLayout = TableLayout::Auto;
  UnicodeBidi unicodeBidi = UnicodeBidi::Normal;
  Warichu warichu = Warichu::None;
  InitialLetter initialLetter;
  Turning turning = Turning::None;  // -octavo-turn
  FloatPolicy floatPolicy = FloatPolicy::None;  // -octavo-float
  double leastScale = 1;  // -octavo-least-scale: how small a table may become to fit its measure; 1: no smaller
};
using StylePtr = std::shared_ptr<const ComputedStyle>;

/// The style with all its lengths `factor` times as long; borders keep their widths.
ComputedStyle scaled(ComputedStyle style, double factor);

/// The features that font-variant-numeric, -ligatures, -east-asian, -position and font-kerning ask for.
std::vector<FontFeature> variantFeatures(std::uint32_t variants);
/// Their keywords, in the order of the table: "lining-nums tabular-nums".
std::string variantNames(std::uint32_t variants);

/// An element that decorates text, with the style by which its lines are placed.
struct DecoratingBox {
  TextDecoration decoration;
  InheritedStyle style;
};

/// Whether emphasis marks stand at the line-under side (below horizontal lines, left of vertical ones).
bool isEmphasisUnder(const InheritedStyle& style);
/// Whether underlines stand at the line-over side: right of vertical lines.
bool isUnderlineOver(const InheritedStyle& style);

/// A readable dump: one `property: value` line for each field that differs from its initial value, sorted.
std::string dump(const ComputedStyle& style);

}  // namespace octavo::css

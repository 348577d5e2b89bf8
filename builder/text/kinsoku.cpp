#include <unicode/uchar.h>
#include <unicode/utf16.h>

#include <algorithm>
#include <array>
#include <optional>

#include "text/break_context_private.h"
#include "text/character_class.h"
#include "text/kinsoku_private.h"
#include "text/plain_characters_private.h"

namespace octavo::text {
namespace {

/// A place where a line might end, and what stands on its two sides.
struct Place {
  std::u16string_view text;
  std::size_t at = 0;
  char32_t before = 0, after = 0;
  LineBreakStrictness strictness = LineBreakStrictness::Auto;
  KinsokuLevel level = KinsokuLevel::Auto;  // of Chinese text, never Auto; of other text always
  bool isLevelAsked = false;                // not what the region has by itself
  bool isChineseOrJapanese = false;
  bool isChinese() const { return level != KinsokuLevel::Auto; }
};

/// What a rule decides; nothing: the next rule is asked.
using Decision = std::optional<BreakOpportunity>;
using Rule = Decision (*)(const Place&);

constexpr Decision kForbid = BreakOpportunity::Forbidden;
constexpr Decision kAllow = BreakOpportunity::Allowed;

bool isOneOf(char32_t character, std::u32string_view set) {
  return set.find(character) != std::u32string_view::npos;
}
bool isStrict(const Place& place) {
  return place.strictness == LineBreakStrictness::Strict || place.strictness == LineBreakStrictness::Auto;
}

/// "C++语言": UAX 14 takes each plus for the sign before a number, which ends no line.
Decision keepPlusSigns(const Place& place) {
  if (place.before != U'+') return std::nullopt;
  if (place.after == U'+') return kForbid;
  const char32_t owner = characterBefore(place.text, place.at - 1);
  return isHan(place.after) && (owner == U'+' || u_isalpha(static_cast<UChar32>(owner))) ? kAllow
                                                                                         : std::nullopt;
}

/// —— and …… are one mark of two characters (clreq 3.1.4; GB/T 15834-2011, 5.1.5), also when written with the
/// bars that old texts use. Only `loose` parts dots (CSS Text 3, section 5.3).
Decision keepDoubledMarks(const Place& place) {
  if (place.before != place.after) return std::nullopt;
  if (isOneOf(place.before, U"—―─⸺")) return kForbid;
  return isOneOf(place.before, U"…‥⋯") && place.strictness != LineBreakStrictness::Loose ? kForbid
                                                                                         : std::nullopt;
}

/// The strictest level of clreq 3.1.4 keeps —— from the line start.
Decision keepDashesFromLineStart(const Place& place) {
  if (!place.isChinese() || place.after != U'—' || place.before == U'—') return std::nullopt;
  const bool isDouble = characterFrom(place.text, place.at + 1) == U'—';
  // One — alone is a connector (GB/T 15834-2011, 4.13) and does not begin a line.
  return !isDouble || place.level == KinsokuLevel::Strict ? kForbid : std::nullopt;
}

/// …… may begin a line on the lower levels of clreq; UAX 14 (LB22) never lets it, which stays so unless a level is
/// asked for.
Decision partDotsFromText(const Place& place) {
  const bool isLower = place.level == KinsokuLevel::Basic || place.level == KinsokuLevel::Gb;
  if (!place.isLevelAsked || !isLower || place.after != U'…' || place.before == U'…') return std::nullopt;
  const bool isDouble = characterFrom(place.text, place.at + 1) == U'…';
  const bool isBehindText = isHan(place.before) || classOf(place.before, Region::MainlandChina) == CharacterClass::Closing;
  return isDouble && isBehindText ? kAllow : std::nullopt;
}

bool isWideMark(char32_t character) {
  switch (classOf(character, Region::MainlandChina)) {
    case CharacterClass::Opening:
    case CharacterClass::Closing:
    case CharacterClass::Dividing:
    case CharacterClass::MiddleDot:
    case CharacterClass::FullStop:
    case CharacterClass::Comma:
    case CharacterClass::Inseparable:
      return true;
    default:
      return isOneOf(character, U"～／");
  }
}

/// Whether a line could end behind it, were it not for what follows.
bool endsText(char32_t character) {
  switch (u_getIntPropertyValue(static_cast<UChar32>(character), UCHAR_LINE_BREAK)) {
    case U_LB_SPACE:
    case U_LB_GLUE:
    case U_LB_WORD_JOINER:
    case U_LB_ZWJ:
    case U_LB_COMBINING_MARK:
    case U_LB_OPEN_PUNCTUATION:
      return false;
    default:
      return true;
  }
}

/// Newspapers of Taiwan and Hong Kong: any mark at either end of a line (clreq 3.1.4).
Decision partMarks(const Place& place) {
  if (place.level != KinsokuLevel::None) return std::nullopt;
  const bool before = isWideMark(place.before), after = isWideMark(place.after);
  if (!before && !after) return std::nullopt;
  const auto isCurly = [](char32_t mark) { return mark >= 0x2018 && mark <= 0x201D; };
  if (before && after) return kAllow;
  // A curly quote on a Western letter is that word's own.
  if (before) return isHan(place.after) || (belongsToWord(place.after) && !isCurly(place.before)) ? kAllow : std::nullopt;
  if (isHan(place.before)) return kAllow;
  return endsText(place.before) && !isCurly(place.after) ? kAllow : std::nullopt;
}

bool isRangeSign(char32_t character) { return isOneOf(character, U"～〜~–—-－"); }
bool isPartOfNumber(char32_t character) {
  return isDigit(character) || isOneOf(character, U"%％‰℃°′″$＄￥¥€£￡+−");
}

/// "10%～20%": a range of numbers stays whole.
Decision keepRanges(const Place& place) {
  if (isRangeSign(place.after) && isPartOfNumber(place.before)) {
    return isPartOfNumber(characterFrom(place.text, place.at + 1)) ? kForbid : std::nullopt;
  }
  if (isRangeSign(place.before) && isPartOfNumber(place.after)) {
    return isPartOfNumber(characterBefore(place.text, place.at - 1)) ? kForbid : std::nullopt;
  }
  return std::nullopt;
}

/// ～ is a connector like 〜, though UAX 14 takes it for an ideograph; · stands between the parts of a name.
Decision keepConnectorsFromLineStart(const Place& place) {
  if (!place.isChineseOrJapanese) return std::nullopt;
  if (place.after == U'·') return isDigit(place.before) ? std::nullopt : kForbid;
  return place.after == U'～' && isStrict(place) ? kForbid : std::nullopt;
}

/// GB/T 15834-2011, 5.1.9: the solidus stands at neither end of a line. Between Latin letters UAX 14 rules.
Decision keepSolidus(const Place& place) {
  if (place.level != KinsokuLevel::Gb && place.level != KinsokuLevel::Strict) return std::nullopt;
  const bool isWide = place.before == U'／' || place.after == U'／';
  const bool isBesideHan = (place.before == U'/' && isHan(place.after)) ||
                           (place.after == U'/' && isHan(place.before)) ||
                           (place.before == U'/' && isHan(characterBefore(place.text, place.at - 1)));
  return isWide || isBesideHan ? kForbid : std::nullopt;
}

/// [12], 〔3〕: digits and their separators in brackets.
bool isBracketedNumber(std::u16string_view text, std::size_t at) {
  const char32_t opening = characterFrom(text, at);
  const char32_t closing = opening == U'[' ? U']' : opening == U'〔' ? U'〕' : opening == U'［' ? U'］' : 0;
  if (closing == 0) return false;
  std::size_t digits = 0;
  for (std::size_t i = at + 1; i < text.size(); ++i) {
    if (text[i] == closing) return digits > 0;
    if (isDigit(text[i])) {
      ++digits;
    } else if (!isOneOf(text[i], U",-–—，、 ")) {
      return false;
    }
  }
  return false;
}

/// A note mark stays with the text before it (clreq 3.1.4, JLREQ 3.1.7).
Decision keepNoteMarks(const Place& place) {
  if (place.before == U' ' || place.before == 0x3000) return std::nullopt;
  if (isOneOf(place.after, U"¹²³⁰⁴⁵⁶⁷⁸⁹†‡")) return kForbid;
  return isBracketedNumber(place.text, place.at) ? kForbid : std::nullopt;
}

/// "5 kg": a number and its unit. Symbols of the SI and its companions, as in the SI brochure.
Decision keepUnits(const Place& place) {
  static constexpr std::array<std::u16string_view, 47> kUnits{
      u"m",   u"mm",  u"cm",  u"km", u"nm",  u"μm", u"µm",  u"g",  u"mg", u"kg", u"t",   u"l",
      u"L",   u"ml",  u"mL",  u"s",  u"ms",  u"ns", u"min", u"h",  u"d",  u"Hz", u"kHz", u"MHz",
      u"GHz", u"V",   u"mV",  u"kV", u"A",   u"mA", u"W",   u"kW", u"MW", u"J",  u"kJ",  u"N",
      u"Pa",  u"kPa", u"MPa", u"K",  u"mol", u"Ω",  u"eV",  u"dB", u"pt", u"px", u"%"};
  if (place.before != U' ' || !isDigit(characterBefore(place.text, place.at - 1))) return std::nullopt;
  std::size_t end = place.at;
  while (end < place.text.size() && (u_isalpha(place.text[end]) || place.text[end] == u'%')) {
    // An ideograph is a letter for Unicode but ends a unit.
    if (place.text[end] >= 0x2E80) break;
    ++end;
  }
  const std::u16string_view word = place.text.substr(place.at, end - place.at);
  if (isOneOf(place.after, U"℃°Ω") || std::ranges::find(kUnits, word) != kUnits.end()) return kForbid;
  return std::nullopt;
}

/// ”‘ and ’《: one quotation ends, another begins. UAX 14 never breaks beside a curly quote that another mark
/// touches.
Decision partClosingFromOpening(const Place& place) {
  if (!place.isChineseOrJapanese) return std::nullopt;
  constexpr Region kWide = Region::MainlandChina;  // where curly quotes are full width
  return classOf(place.before, kWide) == CharacterClass::Closing &&
                 classOf(place.after, kWide) == CharacterClass::Opening
             ? kAllow
             : std::nullopt;
}

constexpr std::array kRules{Rule{keepPlusSigns},
                            Rule{keepDoubledMarks},
                            Rule{keepRanges},
                            Rule{partMarks},
                            Rule{keepDashesFromLineStart},
                            Rule{partDotsFromText},
                            Rule{keepConnectorsFromLineStart},
                            Rule{keepSolidus},
                            Rule{keepNoteMarks},
                            Rule{keepUnits},
                            Rule{partClosingFromOpening}};

Decision decide(const Place& place) {
  for (const Rule rule : kRules) {
    if (const Decision decision = rule(place)) return decision;
  }
  return std::nullopt;
}

/// Between plain characters no rule changes anything: the common case, told from one unit each.
bool isOrdinary(char16_t before, char16_t after, KinsokuLevel level) {
  const Plain first = plainKind(before), second = plainKind(after);
  if (first == Plain::Ideograph && second == Plain::Ideograph) return true;
  constexpr char16_t kOpensNumbers = u'〔';
  return first != Plain::No && second != Plain::No && level != KinsokuLevel::None && after != kOpensNumbers;
}

KinsokuLevel levelOf(const KinsokuStretch& stretch) {
  if (!isChinese(primaryLanguage(stretch.language))) return KinsokuLevel::Auto;
  if (stretch.level != KinsokuLevel::Auto) return stretch.level;
  if (stretch.strictness == LineBreakStrictness::Strict) return KinsokuLevel::Strict;
  return regionOf(stretch.language) == Region::MainlandChina ? KinsokuLevel::Gb : KinsokuLevel::Basic;
}

}  // namespace

void applyKinsoku(const KinsokuStretch& stretch, std::span<BreakOpportunity> breaks) {
  const std::string language = primaryLanguage(stretch.language);
  Place place{.text = stretch.paragraph,
              .at = 0,
              .before = 0,
              .after = 0,
              .strictness = stretch.strictness,
              .level = levelOf(stretch),
              .isLevelAsked = stretch.level != KinsokuLevel::Auto,
              .isChineseOrJapanese = isChineseOrJapanese(language)};
  for (std::size_t at = std::max<std::size_t>(stretch.begin, 1); at < stretch.end; ++at) {
    if (breaks[at] == BreakOpportunity::Mandatory || U16_IS_TRAIL(stretch.paragraph[at])) continue;
    if (isOrdinary(stretch.paragraph[at - 1], stretch.paragraph[at], place.level)) continue;
    place.at = at;
    place.before = characterBefore(stretch.paragraph, at);
    place.after = characterFrom(stretch.paragraph, at);
    if (const Decision decision = decide(place)) breaks[at] = *decision;
  }
}

}  // namespace octavo::text

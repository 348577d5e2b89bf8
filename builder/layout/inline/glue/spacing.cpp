// layout/inline/glue: how wide the space between two characters is, and how far and in which order it may change.
#include "layout/inline/glue/spacing.h"

#include <algorithm>
#include <string_view>

namespace octavo::layout {

namespace {

using text::CharacterClass;
using text::Region;

constexpr std::int64_t share(std::int64_t size, double ratio) {
  return Length::units(size).scaled(ratio).toUnits();
}

constexpr bool isStop(CharacterClass kind) { return kind == CharacterClass::Comma || kind == CharacterClass::FullStop; }
constexpr bool isClosingLike(CharacterClass kind) { return kind == CharacterClass::Closing || isStop(kind); }
constexpr bool isMark(CharacterClass kind) {
  return isClosingLike(kind) || kind == CharacterClass::Opening || kind == CharacterClass::MiddleDot ||
         kind == CharacterClass::Dividing;
}

/// Han, kana and what is set among them character by character.
bool isEastAsianLetter(CharacterClass kind) { return text::isCjk(kind) || kind == CharacterClass::Inseparable; }

/// Letters, digits and the signs before numbers, beside which Han takes a gap.
bool beginsWestern(const GapSide& side) {
  if (side.kind == CharacterClass::Western) return true;
  return side.kind == CharacterClass::WesternMark && std::u16string_view(u"$€£¥#@&+-−±").find(side.unit) != std::u16string_view::npos;
}

/// Also the marks that end Western text: the gap stays after a full stop or a comma.
bool endsWestern(const GapSide& side) {
  if (side.kind == CharacterClass::Western) return true;
  return side.kind == CharacterClass::WesternMark && std::u16string_view(u".,;:!?%‰°$€£¥#+*…").find(side.unit) != std::u16string_view::npos;
}

Glue glueOfMark(CharacterClass kind) {
  switch (kind) {
    case CharacterClass::Opening:
    case CharacterClass::Closing: return Glue::Bracket;
    case CharacterClass::Comma: return Glue::Comma;
    case CharacterClass::FullStop:
    case CharacterClass::Dividing: return Glue::FullStop;
    case CharacterClass::MiddleDot: return Glue::MiddleDot;
    default: return Glue::None;
  }
}

struct Blanks {
  std::int64_t before = 0, after = 0;  // of the first character, of the second
};

/// JLREQ table 1, clreq: marks side by side share their blanks.
Blanks squeezed(const GapSide& first, const GapSide& second) {
  Blanks blanks{first.blank, second.blank};
  const bool isMainland = first.region == Region::MainlandChina;
  if (isClosingLike(first.kind) || (isMainland && first.kind == CharacterClass::Dividing)) {
    if (isClosingLike(second.kind)) blanks.before = 0;
    if (second.kind == CharacterClass::Opening) {
      blanks.before = std::max(blanks.before, blanks.after);
      blanks.after = 0;
    }
    if (isMainland && second.kind == CharacterClass::Dividing) blanks.before = 0;
  }
  if (first.kind == CharacterClass::Closing &&
      (second.kind == CharacterClass::MiddleDot || second.kind == CharacterClass::IdeographicSpace)) {
    blanks.before = 0;
  }
  if (second.kind == CharacterClass::Opening &&
      (first.kind == CharacterClass::Opening || first.kind == CharacterClass::MiddleDot ||
       first.kind == CharacterClass::IdeographicSpace)) {
    blanks.after = 0;
  }
  return blanks;
}

bool isConnector(const GapSide& side) {
  return side.kind == CharacterClass::Hyphen || side.unit == u'/' || side.unit == u'\xFF0F' || side.unit == u'\xFF5E';
}

bool isDigit(const GapSide& side) { return side.unit >= u'0' && side.unit <= u'9'; }

/// Marks that stand with the letter before them as letters do: no gap of theirs opens behind a mark.
bool isTail(CharacterClass kind) {
  return kind == CharacterClass::Iteration || kind == CharacterClass::LongVowel || kind == CharacterClass::SmallKana;
}

/// What opens when a line is spread out.
enum class Opens : std::uint8_t { Never, WithLetters, WithMarks };

/// JLREQ table 6, its third and its fourth step.
Opens opensBetween(const GapSide& before, const GapSide& after, const SpacingPolicy& policy) {
  const CharacterClass first = before.kind, second = after.kind;
  if (first == CharacterClass::Opening || isClosingLike(second) || second == CharacterClass::MiddleDot ||
      second == CharacterClass::Dividing || second == CharacterClass::Hyphen) {
    return Opens::Never;
  }
  if (policy.sparesConnectors && (isConnector(before) || isConnector(after))) return Opens::Never;
  const bool isAffixed = first == CharacterClass::Prefix || second == CharacterClass::Suffix;
  if (first == CharacterClass::Prefix && (second == CharacterClass::Opening || second == CharacterClass::IdeographicSpace)) {
    return Opens::Never;
  }
  if (second == CharacterClass::Opening) return Opens::WithMarks;
  const bool isAfterMark = isMark(first) || first == CharacterClass::Hyphen || first == CharacterClass::IdeographicSpace;
  if (isAfterMark) return isTail(second) ? Opens::Never : Opens::WithMarks;
  if (second == CharacterClass::IdeographicSpace) return Opens::WithMarks;
  if (first == CharacterClass::Inseparable && second == first) {
    return before.unit == after.unit ? Opens::Never : Opens::WithLetters;
  }
  const bool firstIsLetter = isEastAsianLetter(first) || first == CharacterClass::Prefix || first == CharacterClass::Suffix;
  const bool secondIsLetter = isEastAsianLetter(second) || second == CharacterClass::Prefix || second == CharacterClass::Suffix;
  if (isAffixed && (isDigit(before) || isDigit(after))) return Opens::Never;
  if (firstIsLetter && secondIsLetter) {
    return isTail(first) && second == CharacterClass::Inseparable ? Opens::WithMarks : Opens::WithLetters;
  }
  if (!firstIsLetter && !secondIsLetter) return Opens::Never;
  const bool isWestern = first == CharacterClass::Western || second == CharacterClass::Western;
  if (isWestern && !(first == CharacterClass::Inseparable && isDigit(after))) return Opens::WithLetters;
  return Opens::WithMarks;
}

void addStretch(GapGlue& glue, const GapSide& before, const GapSide& after, const SpacingPolicy& policy) {
  if (policy.justify == css::TextJustify::InterWord) return;
  Opens opens = opensBetween(before, after, policy);
  if (policy.justify == css::TextJustify::InterCharacter) {
    // Also inside words, but never inside a joined script or a row of dashes or dots.
    const bool isJoined = before.unit >= 0x0590 && before.unit < 0x0900 && after.unit >= 0x0590 && after.unit < 0x0900;
    const bool isRow = before.kind == CharacterClass::Inseparable && after.kind == before.kind && before.unit == after.unit;
    opens = isJoined || isRow ? Opens::Never : Opens::WithLetters;
  }
  glue.stretchesWithoutLimit = opens != Opens::Never;
  if (opens == Opens::WithLetters || (opens == Opens::WithMarks && policy.opensMarksAlike)) {
    glue.stretchKind = Glue::InterCharacter;
    glue.stretch = share(before.fontSize, policy.interCharacter);
  }
}

/// Full-width marks shrink by what their policy lets go.
void addShrink(GapGlue& glue, const GapSide& before, const GapSide& after, const Blanks& blanks, const SpacingPolicy& policy) {
  const auto isKept = [&](CharacterClass kind) { return glueOfMark(kind) == Glue::FullStop && !policy.shrinksFullStops; };
  const std::int64_t fromBefore = isKept(before.kind) ? 0 : blanks.before, fromAfter = isKept(after.kind) ? 0 : blanks.after;
  glue.shrinkKind = glueOfMark(fromBefore > 0 ? before.kind : after.kind);
  if (policy.squeezes) glue.shrink = fromBefore + fromAfter;
}

}  // namespace

bool isSqueezable(CharacterClass kind, Region region) {
  const bool isCentred = region == Region::Taiwan || region == Region::HongKong;
  switch (kind) {
    case CharacterClass::Opening:
    case CharacterClass::Closing: return true;
    case CharacterClass::Comma:
    case CharacterClass::FullStop:
    case CharacterClass::MiddleDot: return !isCentred;
    case CharacterClass::Dividing: return region == Region::MainlandChina;
    default: return false;
  }
}

bool takesAutospace(const GapSide& before, const GapSide& after, const SpacingPolicy& policy) {
  const bool isDividing = before.kind == CharacterClass::Dividing && before.blank == 0 && policy.gapsAfterDividing;
  return ((text::isCjk(before.kind) || isDividing) && beginsWestern(after)) ||
         (endsWestern(before) && text::isCjk(after.kind));
}

GapGlue glueBetween(const GapSide& before, const GapSide& after, const SpacingPolicy& policy, const Autospace& autospace) {
  GapGlue glue;
  Blanks blanks{before.blank, after.blank};
  if (policy.squeezes) blanks = squeezed(before, after);
  glue.natural = blanks.before + blanks.after;
  addStretch(glue, before, after, policy);
  if (glue.natural > 0) {
    addShrink(glue, before, after, blanks, policy);
    return glue;
  }
  if ((!autospace.alpha && !autospace.numeric) || !takesAutospace(before, after, policy)) return glue;
  const bool isEastAsianFirst = !endsWestern(before) || before.kind == CharacterClass::Dividing;
  const GapSide& western = isEastAsianFirst ? after : before;
  if (!(isDigit(western) ? autospace.numeric : autospace.alpha)) return glue;
  const std::int64_t size = isEastAsianFirst ? before.fontSize : after.fontSize;
  glue.natural = share(size, autospace.width);
  glue.shrink = std::max<std::int64_t>(0, glue.natural - share(size, policy.hanLatinLeast));
  glue.shrinkKind = Glue::HanLatin;
  if (policy.justify != css::TextJustify::InterWord) {
    glue.stretch = std::max<std::int64_t>(0, share(size, policy.hanLatinMost) - glue.natural);
    glue.stretchKind = Glue::HanLatin;
    glue.stretchesWithoutLimit = true;
  }
  return glue;
}

GapGlue glueOfSpace(std::int64_t width, const GapSide& before, const GapSide& after, const SpacingPolicy& policy) {
  GapGlue glue;
  const std::int64_t size = before.fontSize > 0 ? before.fontSize : after.fontSize;
  glue.natural = std::max({width, before.blank, after.blank});
  // Fonts differ in their space: a narrow one gives a fifth at least, a wide one opens by half at least.
  const std::int64_t least = std::min(share(size, policy.wordSpaceLeast), share(width, 0.8));
  const std::int64_t most = std::max(share(size, policy.wordSpaceMost), share(glue.natural, 1.5));
  glue.shrink = std::max<std::int64_t>(0, glue.natural - std::max(least, std::int64_t{0}));
  glue.stretch = std::max<std::int64_t>(0, most - glue.natural);
  glue.shrinkKind = glue.stretchKind = Glue::WordSpace;
  if (policy.justify == css::TextJustify::InterCharacter) {
    glue.stretch = share(size, policy.interCharacter);
    glue.stretchKind = Glue::InterCharacter;
  }
  glue.stretchesWithoutLimit = true;
  return glue;
}

}  // namespace octavo::layout

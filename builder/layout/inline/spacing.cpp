// layout/inline: how wide the space between two characters is, and how far and in which order it may change.
#include "layout/inline/spacing.h"

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

/// JLREQ table 6: what opens when a line is spread out, and how far at first.
void addStretch(GapGlue& glue, const GapSide& before, const GapSide& after, const SpacingPolicy& policy) {
  if (before.kind == CharacterClass::Opening) return;
  if (isClosingLike(after.kind) || after.kind == CharacterClass::MiddleDot || after.kind == CharacterClass::Dividing) {
    return;
  }
  if (before.kind == CharacterClass::Inseparable && after.kind == before.kind && before.unit == after.unit) return;
  if (after.kind == CharacterClass::Suffix || before.kind == CharacterClass::Prefix) {
    if (!isEastAsianLetter(before.kind) && !isEastAsianLetter(after.kind)) return;
  }
  const bool beforeIsLetter = isEastAsianLetter(before.kind), afterIsLetter = isEastAsianLetter(after.kind);
  glue.stretchesWithoutLimit = beforeIsLetter || afterIsLetter || isMark(before.kind) || isMark(after.kind);
  if (beforeIsLetter && afterIsLetter) {
    glue.stretchKind = Glue::InterCharacter;
    glue.stretch = share(before.fontSize, policy.interCharacter);
  }
}

}  // namespace

SpacingPolicy spacingPolicy(Region region, css::TextSpacingTrim trim) {
  SpacingPolicy policy;
  const auto setRank = [&](Glue glue, std::uint8_t rank, double cost) {
    policy.shrinkRank[static_cast<std::size_t>(glue)] = rank;
    policy.shrinkCost[rank] = cost;
  };
  setRank(Glue::WordSpace, 0, 1);
  setRank(Glue::MiddleDot, 1, 1);
  setRank(Glue::Bracket, 2, 1);
  setRank(Glue::Comma, 3, 2.5);
  setRank(Glue::HanLatin, 4, 3);
  setRank(Glue::FullStop, 5, 4);
  policy.shrinksFullStops = region != Region::Japan;  // JLREQ 3.8.3: full stops in the line keep their half em
  const bool isChinese = region == Region::MainlandChina || region == Region::Taiwan || region == Region::HongKong;
  // clreq leaves the choice between 1/3 and 1/2: the less is the more even page. JLREQ 3.8.4: 1/2.
  if (isChinese) policy.hanLatinMost = 1.0 / 3;
  policy.prefersTrimmedEnd = region == Region::MainlandChina;  // GB/T 15834-2011, 5.1.10
  switch (trim) {
    case css::TextSpacingTrim::Normal:
    case css::TextSpacingTrim::SpaceFirst: break;
    case css::TextSpacingTrim::SpaceAll:
      policy.trimsLineStart = policy.trimsLineEnd = policy.squeezes = false;
      break;
    case css::TextSpacingTrim::TrimStart: policy.trimsFirstLine = true; break;
    case css::TextSpacingTrim::TrimAll: policy.trimsAll = true; [[fallthrough]];
    case css::TextSpacingTrim::TrimBoth:
      policy.trimsFirstLine = true;
      policy.keepsLineEndFull = false;
      break;
  }
  return policy;
}

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

GapGlue glueBetween(const GapSide& before, const GapSide& after, const SpacingPolicy& policy) {
  GapGlue glue;
  const Blanks blanks = policy.trimsAll ? Blanks{}
                        : policy.squeezes ? squeezed(before, after)
                                          : Blanks{before.blank, after.blank};
  glue.natural = blanks.before + blanks.after;
  addStretch(glue, before, after, policy);
  if (glue.natural > 0) {
    glue.shrinkKind = glueOfMark(blanks.before > 0 ? before.kind : after.kind);
    const bool isKept = glue.shrinkKind == Glue::FullStop && !policy.shrinksFullStops;
    if (policy.squeezes && !isKept) glue.shrink = glue.natural;
    return glue;
  }
  if (!before.allowsAutospace || !after.allowsAutospace) return glue;
  std::int64_t size = 0;
  if (text::isCjk(before.kind) && beginsWestern(after)) size = before.fontSize;
  if (endsWestern(before) && text::isCjk(after.kind)) size = after.fontSize;
  if (size > 0) {
    glue.natural = share(size, policy.hanLatin);
    glue.shrink = share(size, policy.hanLatin - policy.hanLatinLeast);
    glue.stretch = share(size, policy.hanLatinMost - policy.hanLatin);
    glue.shrinkKind = glue.stretchKind = Glue::HanLatin;
    glue.stretchesWithoutLimit = true;
  }
  return glue;
}

GapGlue glueOfSpace(std::int64_t width, const GapSide& before, const GapSide& after, const SpacingPolicy& policy) {
  GapGlue glue;
  const std::int64_t size = before.fontSize > 0 ? before.fontSize : after.fontSize;
  glue.natural = policy.trimsAll ? width : std::max({width, before.blank, after.blank});
  // Fonts differ in their space: a narrow one gives a fifth at least, a wide one opens by half at least.
  const std::int64_t least = std::min(share(size, policy.wordSpaceLeast), share(width, 0.8));
  const std::int64_t most = std::max(share(size, policy.wordSpaceMost), share(glue.natural, 1.5));
  glue.shrink = std::max<std::int64_t>(0, glue.natural - std::max(least, std::int64_t{0}));
  glue.stretch = std::max<std::int64_t>(0, most - glue.natural);
  glue.shrinkKind = glue.stretchKind = Glue::WordSpace;
  glue.stretchesWithoutLimit = true;
  return glue;
}

}  // namespace octavo::layout

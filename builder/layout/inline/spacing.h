// layout/inline: how wide the space between two characters is, and how far and in which order it may change.
//
// Typography guide: clreq, JLREQ 3.1.4 to 3.1.10 and tables 1, 3 and 6, JIS X 4051. A gap belongs to one
// kind of glue; each kind has a rank for shrinking and one for stretching. Ranks are used up in order, all glue of
// a rank by the same share.
#pragma once

#include <array>
#include <cstdint>

#include "css/style.h"
#include "text/character_class.h"

namespace octavo::layout {

enum class Glue : std::uint8_t { None, WordSpace, MiddleDot, Bracket, Comma, HanLatin, FullStop, InterCharacter };
inline constexpr std::size_t kGlueKinds = 8;

inline constexpr std::size_t kShrinkRanks = 6;
inline constexpr std::size_t kStretchRanks = 3;  // with a limit; after them every gap stretches without one

/// What a region's typography asks of gaps; amounts in em of the character beside the gap.
struct SpacingPolicy {
  std::array<std::uint8_t, kGlueKinds> shrinkRank{};
  std::array<double, kShrinkRanks> shrinkCost{};  // weight of a rank used up, 1 for the Western word space
  double hanLatin = 0.25, hanLatinLeast = 0.125, hanLatinMost = 0.5;
  double wordSpaceLeast = 0.25, wordSpaceMost = 0.5;
  double interCharacter = 0.1;  // comfortable; beyond it all gaps open alike
  bool shrinksFullStops = true;
  bool trimsLineStart = true;   // opening marks begin lines with their ink
  bool trimsFirstLine = false;  // the paragraph's first line too
  bool trimsLineEnd = true;     // closing marks may end lines with their ink
  bool keepsLineEndFull = true; // and may end them with their blank
  bool prefersTrimmedEnd = false;
  bool squeezes = true;         // adjacent marks
  bool trimsAll = false;
};

/// Policy of a region under the property text-spacing-trim (CSS Text 4, section 9.2). `normal` is the region's own
/// custom: line starts are trimmed but for a paragraph's indented first line, and closing marks may end a line with
/// or without their blank, as the line search likes it.
SpacingPolicy spacingPolicy(text::Region region, css::TextSpacingTrim trim);

/// Full-width marks whose blank may go. The centred marks of Taiwan and Hong Kong keep their em (clreq), as
/// do ？ and ！ outside mainland China.
bool isSqueezable(text::CharacterClass kind, text::Region region);

/// One side of a gap.
struct GapSide {
  text::CharacterClass kind = text::CharacterClass::Other;
  char16_t unit = 0;
  text::Region region = text::Region::Elsewhere;
  std::int64_t blank = 0;     // of the mark, on this gap's side, that may go
  std::int64_t fontSize = 0;  // units of Length
  bool allowsAutospace = true;
};

/// The glue between two characters without a space between them; in units of Length.
struct GapGlue {
  std::int64_t natural = 0, shrink = 0, stretch = 0;
  Glue shrinkKind = Glue::None, stretchKind = Glue::None;
  bool stretchesWithoutLimit = false;
};
GapGlue glueBetween(const GapSide& before, const GapSide& after, const SpacingPolicy& policy);
/// A typed space of this width between the two sides. Beside the blank of a full-width mark it adds nothing.
GapGlue glueOfSpace(std::int64_t width, const GapSide& before, const GapSide& after, const SpacingPolicy& policy);

}  // namespace octavo::layout

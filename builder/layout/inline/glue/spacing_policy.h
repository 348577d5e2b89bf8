// layout/inline/glue: what a region's typography and the stylesheet ask of the gaps in a paragraph.
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

/// Which full-width marks are set half wide everywhere (clreq 3.1.6: the Kaiming style and the half-width style).
enum class HalfMarks : std::uint8_t { None, AllButStops, All };

/// Where closing marks may end a line with their blank, and where without it.
enum class LineEnds : std::uint8_t {
  Either,        // as the line search likes it
  FullIfFits,    // without it only where it would not fit before justification
  Half,          // always without
  Full,          // always with it
  HalfButStops,  // JIS X 4051: full stops keep it, the others never do
};

/// Amounts in em of the character beside the gap.
struct SpacingPolicy {
  std::array<std::uint8_t, kGlueKinds> shrinkRank{};
  std::array<double, kShrinkRanks> shrinkCost{};  // weight of a rank used up, 1 for the Western word space
  double hanLatinLeast = 0.125, hanLatinMost = 0.5;
  double wordSpaceLeast = 0.25, wordSpaceMost = 0.5;
  double interCharacter = 0.1;  // so far gaps between letters open before the others
  double comfort = 0.1;         // beyond it a line looks torn
  bool opensMarksAlike = true;      // gaps beside marks open with those between letters, not after them
  bool sparesConnectors = true;     // no gap beside connectors and solidus opens
  bool gapsAfterDividing = false;   // Latin takes a gap behind a full-width ? or ! too
  bool shrinksFullStops = true;
  bool trimsLineStart = true;       // opening marks begin lines with their ink
  bool trimsFirstLine = false;      // those at the beginning of a paragraph too, behind an indent
  bool keepsFirstLine = false;      // those at the beginning of a paragraph and behind a forced break never
  bool prefersTrimmedEnd = false;   // of Either
  bool squeezes = true;             // adjacent marks
  LineEnds lineEnds = LineEnds::Either;
  HalfMarks halfMarks = HalfMarks::None;
  css::TextJustify justify = css::TextJustify::Auto;

  bool setsHalf(text::CharacterClass kind) const {
    const bool isStop = kind == text::CharacterClass::FullStop || kind == text::CharacterClass::Dividing;
    return halfMarks == HalfMarks::All || (halfMarks == HalfMarks::AllButStops && !isStop);
  }
};

/// The policy of a paragraph: its region, text-spacing-trim (CSS Text 4, section 9.2), -octavo-punctuation-style,
/// text-justify and -octavo-justification. `text-spacing-trim: auto` is the region's own custom: line starts are
/// trimmed but for a paragraph's indented first line, and closing marks may end a line with or without their
/// blank, as the line search likes it.
SpacingPolicy spacingPolicy(const css::InheritedStyle& style);

}  // namespace octavo::layout

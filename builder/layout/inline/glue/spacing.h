// layout/inline/glue: how wide the space between two characters is, and how far and in which order it may change.
//
// Typography guide: clreq, JLREQ 3.1.4 to 3.1.10 and tables 1, 3 and 6, JIS X 4051. A gap belongs to one
// kind of glue; each kind has a rank for shrinking and one for stretching. Ranks are used up in order, all glue of
// a rank by the same share.
#pragma once

#include <array>
#include <cstdint>

#include "css/style.h"
#include "layout/inline/glue/spacing_policy.h"
#include "text/character_class.h"

namespace octavo::layout {

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
};

/// text-autospace where the gap is: of the element that holds both sides. `width` in em.
struct Autospace {
  bool alpha = true, numeric = true, replaces = false;
  double width = 0.25;
};
inline constexpr Autospace kNoAutospace{false, false, false, 0};

/// The glue between two characters without a space between them; in units of Length.
struct GapGlue {
  std::int64_t natural = 0, shrink = 0, stretch = 0;
  Glue shrinkKind = Glue::None, stretchKind = Glue::None;
  bool stretchesWithoutLimit = false;
};
GapGlue glueBetween(const GapSide& before, const GapSide& after, const SpacingPolicy& policy, const Autospace& autospace);
/// A typed space of this width between the two sides. Beside the blank of a full-width mark it adds nothing.
GapGlue glueOfSpace(std::int64_t width, const GapSide& before, const GapSide& after, const SpacingPolicy& policy);

/// Whether the two take a gap when nothing stands between them: han or kana beside letters or digits.
bool takesAutospace(const GapSide& before, const GapSide& after, const SpacingPolicy& policy);

}  // namespace octavo::layout

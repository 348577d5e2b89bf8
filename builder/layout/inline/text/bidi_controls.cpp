// layout/inline/text: what unicode-bidi says, as the control characters of UAX 9.
#include "layout/inline/text/bidi_controls.h"

namespace octavo::layout {

// LRE U+202A, RLE 202B, PDF 202C, LRO 202D, RLO 202E; LRI 2066, RLI 2067, FSI 2068, PDI 2069.

BidiControls bidiControlsOfInline(const css::ComputedStyle& style) {
  const bool isReversed = style.direction == Direction::RightToLeft;
  switch (style.unicodeBidi) {
    case css::UnicodeBidi::Normal: return {};
    case css::UnicodeBidi::Embed: return {isReversed ? u"\x202B" : u"\x202A", u"\x202C"};
    case css::UnicodeBidi::Isolate: return {isReversed ? u"\x2067" : u"\x2066", u"\x2069"};
    case css::UnicodeBidi::BidiOverride: return {isReversed ? u"\x202E" : u"\x202D", u"\x202C"};
    case css::UnicodeBidi::IsolateOverride:
      return {isReversed ? u"\x2068\x202E" : u"\x2068\x202D", u"\x202C\x2069"};
    case css::UnicodeBidi::Plaintext: return {u"\x2068", u"\x2069"};
  }
  return {};
}

BidiControls bidiControlsOfBlock(const css::ComputedStyle& style) {
  const bool isOverride = style.unicodeBidi == css::UnicodeBidi::BidiOverride ||
                          style.unicodeBidi == css::UnicodeBidi::IsolateOverride;
  if (!isOverride) return {};
  return {style.direction == Direction::RightToLeft ? u"\x202E" : u"\x202D", u"\x202C"};
}

}  // namespace octavo::layout

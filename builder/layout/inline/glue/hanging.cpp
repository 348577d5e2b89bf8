// layout/inline/glue: marks that may stand outside the line. CSS Text 3, section 8.2; clreq 3.1.7.
#include "layout/inline/glue/hanging.h"

#include <string_view>

#include "layout/inline/items.h"

namespace octavo::layout {

namespace {

using text::CharacterClass;
using text::Region;

/// The stops and commas that CSS lists, by the end of the mark's class where that says it.
bool isStopOrComma(char16_t unit, CharacterClass kind) {
  if (kind == CharacterClass::FullStop || kind == CharacterClass::Comma) return true;
  return std::u16string_view(u",.\x060C\x06D4\xFE50\xFE51\xFE52\xFF64").find(unit) != std::u16string_view::npos;
}

/// ；：？！ too are pause marks in mainland China. A middle dot of names and titles is none.
bool isPauseMark(char16_t unit, CharacterClass kind) {
  return kind == CharacterClass::Dividing || unit == u'\xFF1A' || unit == u'\xFF1B';
}

bool isOneOf(std::u16string_view units, char16_t unit) { return units.find(unit) != std::u16string_view::npos; }

/// Ps, Pi and Pf that open in some language, and the two quotation marks of ASCII.
bool isOpening(char16_t unit, CharacterClass kind) {
  return kind == CharacterClass::Opening || isOneOf(u"\"'([{\u201C\u201D\u201E\u201F\u2018\u2019\u201A\u201B«»‹›¡¿", unit);
}
bool isClosing(char16_t unit, CharacterClass kind) {
  return kind == CharacterClass::Closing || isOneOf(u"\"')]}\u201C\u201D\u201F\u2018\u2019\u201B«»‹›", unit);
}

}  // namespace

std::int64_t hangAtLineEnd(const InlineText& text, const ShapedText& shaped, std::size_t cluster,
                           const css::ComputedStyle& style) {
  const Cluster& mark = shaped.clusters[cluster];
  const char16_t unit = text.text[mark.text];
  const CharacterClass kind = text.classes[mark.text];
  const Region region = text::regionOf(style.language);
  bool hangs = isStopOrComma(unit, kind);
  if (region == Region::MainlandChina) hangs = hangs || isPauseMark(unit, kind);
  const bool isTraditional = region == Region::Taiwan || region == Region::HongKong;
  const bool isForced = style.hangingPunctuation.end == css::HangingEnd::Force;
  if (isTraditional && style.writingMode == WritingMode::HorizontalTb && !isForced) hangs = false;
  return hangs && mark.run != kNoRun ? inkAdvance(mark) : 0;
}

std::int64_t hangAtStart(const InlineText& text, const ShapedText& shaped, const css::HangingPunctuation& hanging) {
  const Cluster& mark = shaped.clusters.front();
  if (!hanging.first || mark.run == kNoRun || !isOpening(text.text[mark.text], text.classes[mark.text])) return 0;
  return inkAdvance(mark);
}

std::int64_t hangAtParagraphEnd(const InlineText& text, const ShapedText& shaped, std::size_t cluster,
                                const css::HangingPunctuation& hanging) {
  const Cluster& mark = shaped.clusters[cluster];
  if (!hanging.last || mark.run == kNoRun || !isClosing(text.text[mark.text], text.classes[mark.text])) return 0;
  return inkAdvance(mark);
}

}  // namespace octavo::layout

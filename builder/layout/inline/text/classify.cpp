// layout/inline/text: the class of each character, told in its context.
#include "layout/inline/inline_text.h"

namespace octavo::layout {

namespace {

using text::CharacterClass;
using text::Region;

bool isAmbiguousQuote(char16_t unit) {
  return unit == u'\x2018' || unit == u'\x2019' || unit == u'\x201C' || unit == u'\x201D';
}
bool isOpeningQuote(char16_t unit) { return unit == u'\x2018' || unit == u'\x201C'; }
bool isAmbiguousSign(char16_t unit) { return unit == u'\x2014' || unit == u'\x2026' || unit == u'\x00B7'; }

bool isWesternClass(CharacterClass kind) {
  return kind == CharacterClass::Western || kind == CharacterClass::WesternMark;
}
bool isWesternOrSpace(CharacterClass kind) { return isWesternClass(kind) || kind == CharacterClass::WesternSpace; }

/// A quotation mark is Western where it stands on Western text with nothing East Asian outside: in ‘don’t’ and in
/// an English phrase between blanks, also in a Chinese paragraph.
void settleQuote(InlineText& text, std::size_t at) {
  const std::size_t size = text.text.size();
  const CharacterClass before = at > 0 ? text.classes[at - 1] : CharacterClass::Other;
  const CharacterClass after = at + 1 < size ? text.classes[at + 1] : CharacterClass::Other;
  const bool isApostrophe =
      text.text[at] == u'\x2019' && before == CharacterClass::Western && after == CharacterClass::Western;
  const bool isWestern = isOpeningQuote(text.text[at])
                             ? isWesternClass(after) && isWesternOrSpace(before) && at > 0
                             : isWesternClass(before) && isWesternOrSpace(after) && at + 1 < size;
  if (isApostrophe || isWestern) text.classes[at] = CharacterClass::WesternMark;
}

/// A single dash, ellipsis or centred dot between Western letters is theirs; —— and …… are full width.
void settleSign(InlineText& text, std::size_t at) {
  const char16_t sign = text.text[at];
  const bool isDoubled =
      (at > 0 && text.text[at - 1] == sign) || (at + 1 < text.text.size() && text.text[at + 1] == sign);
  if (isDoubled) return;
  const bool westernBefore = at > 0 && isWesternOrSpace(text.classes[at - 1]);
  const bool westernAfter = at + 1 < text.text.size() && isWesternOrSpace(text.classes[at + 1]);
  if (westernBefore && (westernAfter || at + 1 == text.text.size())) text.classes[at] = CharacterClass::WesternMark;
}

}  // namespace

void classifyCharacters(InlineText& text) {
  text.classes.assign(text.text.size(), CharacterClass::Other);
  bool hasAmbiguous = false;
  for (const TextSpan& span : text.spans) {
    const Region region = text::regionOf(text.style(span).language);
    for (std::uint32_t at = span.begin; at < span.end; ++at) {
      char32_t character = text.text[at];
      if (text::isCommonIdeograph(character)) {
        text.classes[at] = CharacterClass::Ideograph;
        continue;
      }
      const bool isPair = character >= 0xD800 && character < 0xDC00 && at + 1 < span.end;
      if (isPair) character = 0x10000 + ((character - 0xD800) << 10) + (text.text[at + 1] - 0xDC00u);
      text.classes[at] = text::classOf(character, region);
      if (isPair) {
        text.classes[at + 1] = text.classes[at];
        ++at;
      }
      hasAmbiguous = hasAmbiguous || isAmbiguousQuote(text.text[at]) || isAmbiguousSign(text.text[at]);
    }
  }
  if (!hasAmbiguous) return;
  for (std::size_t at = 0; at < text.text.size(); ++at) {
    if (isAmbiguousQuote(text.text[at])) settleQuote(text, at);
    if (isAmbiguousSign(text.text[at])) settleSign(text, at);
  }
}

}  // namespace octavo::layout

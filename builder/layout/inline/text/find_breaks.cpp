// layout/inline/text: where lines may end.
#include "layout/inline/text/find_breaks.h"

#include <algorithm>

#include "text/letter_case.h"
#include "text/line_breaks.h"

namespace octavo::layout {

namespace {

constexpr char16_t kSoftHyphen = u'\xAD';

text::LineBreakStrictness strictnessOf(css::LineBreak value) {
  switch (value) {
    case css::LineBreak::Auto: return text::LineBreakStrictness::Auto;
    case css::LineBreak::Loose: return text::LineBreakStrictness::Loose;
    case css::LineBreak::Normal: return text::LineBreakStrictness::Normal;
    case css::LineBreak::Strict: return text::LineBreakStrictness::Strict;
    case css::LineBreak::Anywhere: return text::LineBreakStrictness::Anywhere;
  }
  return text::LineBreakStrictness::Auto;
}

text::WordBreaking wordBreakingOf(css::WordBreak value) {
  switch (value) {
    case css::WordBreak::Normal: return text::WordBreaking::Normal;
    case css::WordBreak::KeepAll: return text::WordBreaking::KeepAll;
    case css::WordBreak::BreakAll: return text::WordBreaking::BreakAll;
    case css::WordBreak::AutoPhrase: return text::WordBreaking::AutoPhrase;
    case css::WordBreak::KeepHangul: return text::WordBreaking::KeepHangul;
    case css::WordBreak::BreakWord: return text::WordBreaking::Normal;  // and words too wide are broken
  }
  return text::WordBreaking::Normal;
}

text::KinsokuLevel levelOf(css::Kinsoku value) {
  switch (value) {
    case css::Kinsoku::Auto: return text::KinsokuLevel::Auto;
    case css::Kinsoku::None: return text::KinsokuLevel::None;
    case css::Kinsoku::Basic: return text::KinsokuLevel::Basic;
    case css::Kinsoku::Gb: return text::KinsokuLevel::Gb;
    case css::Kinsoku::Strict: return text::KinsokuLevel::Strict;
  }
  return text::KinsokuLevel::Auto;
}

bool keepsOnOneLine(const css::ComputedStyle& style) {
  return style.textWrapMode == css::TextWrapMode::NoWrap;
}

std::vector<text::BreakRun> breakRuns(const InlineText& text) {
  std::vector<text::BreakRun> runs;
  for (const TextSpan& span : text.spans) {
    const css::ComputedStyle& style = text.style(span);
    const text::LineBreakStrictness strictness = strictnessOf(style.lineBreak);
    const text::WordBreaking breaking = wordBreakingOf(style.wordBreak);
    const text::KinsokuLevel level = levelOf(style.kinsoku);
    if (!runs.empty() && runs.back().language == style.language && runs.back().strictness == strictness &&
        runs.back().wordBreaking == breaking && runs.back().kinsoku == level) {
      runs.back().end = span.end;
    } else {
      runs.push_back({span.begin, span.end, style.language, strictness, breaking, level});
    }
  }
  return runs;
}

void forbid(std::vector<BreakKind>& breaks, std::size_t from, std::size_t end) {
  for (std::size_t at = from; at < end; ++at) {
    if (breaks[at] != BreakKind::Forced) breaks[at] = BreakKind::Forbidden;
  }
}

/// CSS Text 3, section 3: no line ends inside text that does not wrap, nor between two such texts.
void keepUnwrapped(const InlineText& text, std::vector<BreakKind>& breaks) {
  bool wasKept = false;
  for (const TextSpan& span : text.spans) {
    const bool isKept = keepsOnOneLine(text.style(span));
    if (isKept) forbid(breaks, wasKept ? span.begin : span.begin + 1, span.end);
    wasKept = isKept;
  }
}

/// CSS Text 3, section 3: with break-spaces a line may end behind every preserved space.
void breakSpaces(const InlineText& text, std::vector<BreakKind>& breaks) {
  for (const TextSpan& span : text.spans) {
    if (text.style(span).whiteSpaceCollapse != css::WhiteSpaceCollapse::BreakSpaces) continue;
    for (std::size_t at = span.begin; at < span.end; ++at) {
      if (text.text[at] == u' ' && breaks[at + 1] == BreakKind::Forbidden) breaks[at + 1] = BreakKind::Allowed;
    }
  }
}

void settleSoftHyphens(const InlineText& text, std::vector<BreakKind>& breaks) {
  for (const TextSpan& span : text.spans) {
    const bool isAllowed = text.style(span).hyphens != css::Hyphens::None;
    for (std::size_t at = span.begin; at < span.end; ++at) {
      if (text.text[at] != kSoftHyphen || breaks[at + 1] != BreakKind::Allowed) continue;
      breaks[at + 1] = isAllowed ? BreakKind::Hyphen : BreakKind::Forbidden;
    }
  }
}

bool isWordLetter(const InlineText& text, std::size_t at) {
  const char16_t unit = text.text[at];
  if (unit >= u'0' && unit <= u'9') return false;
  return text.classes[at] == text::CharacterClass::Western && text::isLetterOrDigit(unit);
}

/// "E-Mail", "x-Achse", "Vitamin-C": no line ends between a single letter and the rest of its word, as hyphenation leaves
/// none alone either (Duden, rule for dividing words).
void keepSingleLetters(const InlineText& text, std::vector<BreakKind>& breaks) {
  const auto isLetterAt = [&](std::size_t at) { return at < text.text.size() && isWordLetter(text, at); };
  for (std::size_t at = 2; at < text.text.size(); ++at) {
    const char16_t before = text.text[at - 1];
    if ((before != u'-' && before != u'\u2010') || breaks[at] != BreakKind::Allowed) continue;
    if (!isLetterAt(at - 2) || !isLetterAt(at)) continue;
    const bool isAfterOne = at == 2 || !isLetterAt(at - 3);
    if (isAfterOne || !isLetterAt(at + 1)) breaks[at] = BreakKind::Forbidden;
  }
}

/// Marks that begin no line begin none behind a typed space either: UAX 14 says so of closing marks (LB13), kinsoku of all.
void keepMarksBehindSpaces(const InlineText& text, std::vector<BreakKind>& breaks) {
  for (std::size_t at = 1; at < text.text.size(); ++at) {
    if (text.text[at - 1] != u' ' || breaks[at] != BreakKind::Allowed) continue;
    switch (text.classes[at]) {
      case text::CharacterClass::Closing:
      case text::CharacterClass::Dividing:
      case text::CharacterClass::MiddleDot:
      case text::CharacterClass::FullStop:
      case text::CharacterClass::Comma:
        breaks[at] = BreakKind::Forbidden;
        break;
      default:
        break;
    }
  }
}

/// East Asian languages have no patterns. The Latin words in such text are English as a rule, and one hyphen harms
/// less than the torn line in its stead.
std::string_view patternLanguage(std::string_view language) {
  return text::regionOf(language) == text::Region::Elsewhere ? language : std::string_view("en");
}

/// Who tells the points, and the words that take none.
struct Hyphenating {
  const text::Hyphenator& hyphenator;
  std::vector<text::AddressRange> addresses;  // rising

  bool isInAddress(std::size_t at) const {
    const auto address = std::ranges::upper_bound(addresses, at, {}, &text::AddressRange::end);
    return address != addresses.end() && address->begin <= at;
  }
};

/// Marks the hyphenation points of the words that begin in a span: a word goes on over the borders of elements, in the
/// language and with the limits of its beginning. A word that a soft hyphen already divides is left to its author, and
/// no point is made in an element that wants none.
void hyphenateSpan(const InlineText& text, std::size_t index, const Hyphenating& with, std::vector<BreakKind>& breaks) {
  const TextSpan& span = text.spans[index];
  const css::ComputedStyle& style = text.style(span);
  const std::u16string_view units = text.text;
  std::size_t begin = span.begin;
  // The rest of a word that began before is its first span's affair.
  while (begin > 0 && begin < span.end && isWordLetter(text, begin - 1) && isWordLetter(text, begin)) ++begin;
  while (begin < span.end) {
    std::size_t end = begin;
    while (end < units.size() && isWordLetter(text, end)) ++end;
    const std::size_t length = end - begin;
    const bool isDivided = (begin > 0 && units[begin - 1] == kSoftHyphen) || (end < units.size() && units[end] == kSoftHyphen);
    if (length >= static_cast<std::size_t>(style.hyphenateMinimumWord) && !isDivided && !with.isInAddress(begin)) {
      for (const std::size_t point : with.hyphenator.points(units.substr(begin, length), patternLanguage(style.language))) {
        const auto at = static_cast<std::uint32_t>(begin + point);
        const bool isAllowed = point >= static_cast<std::size_t>(style.hyphenateMinimumBefore) &&
                               length - point >= static_cast<std::size_t>(style.hyphenateMinimumAfter) &&
                               (at < span.end || text.style(text.spanAt(at)).hyphens == css::Hyphens::Auto);
        if (isAllowed && breaks[at] == BreakKind::Forbidden) breaks[at] = BreakKind::Hyphen;
      }
    }
    begin = end + 1;
  }
}

bool isBlank(char16_t unit) { return unit == u' ' || unit == u'\xA0' || unit == u'\x202F'; }
bool isDigit(char16_t unit) { return (unit >= u'0' && unit <= u'9') || (unit >= u'\xFF10' && unit <= u'\xFF19'); }

/// The number of a label: 1, 2.3, (4), S1, A, B.2.
bool beginsNumber(std::u16string_view token) {
  if (!token.empty() && token[0] == u'(') token.remove_prefix(1);
  if (token.empty()) return false;
  if (isDigit(token[0])) return true;
  const bool isCapital = token[0] >= u'A' && token[0] <= u'Z';
  return isCapital && (token.size() == 1 || isDigit(token[1]) || token[1] == u'.');
}

/// "Figure 1", "表 2": a reference keeps its last word and its number on one line (clreq 3.1.3). The word may stand
/// before the link, as in "Figure <a>1</a>".
void keepReference(const InlineText& text, const InlineBox& link, std::vector<BreakKind>& breaks) {
  constexpr std::uint32_t kLongestLabel = 40;  // what stands farther on is a title
  const std::uint32_t end = std::min(link.end, link.begin + kLongestLabel);
  const std::u16string_view units = text.text;
  std::uint32_t word = link.begin;  // where the last word began
  for (std::uint32_t at = link.begin; at < end;) {
    std::uint32_t tokenEnd = at;
    while (tokenEnd < end && !isBlank(units[tokenEnd])) ++tokenEnd;
    if (beginsNumber(units.substr(at, tokenEnd - at))) {
      const bool isAfterWord = at >= 2 && isBlank(units[at - 1]) && (text::isLetterOrDigit(units[at - 2]) || units[at - 2] == u'.');
      if (at > link.begin) return forbid(breaks, std::max(word + 1, at - 1), at + 1);
      if (isAfterWord && !isDigit(units[at - 2]) && tokenEnd == link.end) forbid(breaks, at, at + 1);
      return;
    }
    // Ideographs and their number without a blank between them.
    for (std::uint32_t digit = at + 1; digit < tokenEnd; ++digit) {
      if (isDigit(units[digit]) && !isDigit(units[digit - 1])) return forbid(breaks, at + 1, digit + 1);
    }
    word = at;
    at = tokenEnd;
    while (at < end && isBlank(units[at])) ++at;
  }
}

void keepReferences(const InlineText& text, std::vector<BreakKind>& breaks) {
  for (const InlineBox& box : text.boxes) {
    if (box.begin < box.end && box::isReference(*box.box)) keepReference(text, box, breaks);
  }
}

/// What keeps together whatever the characters: a call with the text before it and in itself, a ruby pair, a leader
/// with what it leads to.
void keepPieces(const InlineText& text, std::vector<BreakKind>& breaks) {
  for (const Mark& call : text.noteCalls) {
    if (call.offset > 0) forbid(breaks, call.offset, call.offset + 1);
  }
  for (const InlineBox& box : text.boxes) {
    if (box.box->kind == box::Kind::NoteCall && box.begin < box.end) forbid(breaks, box.begin + 1, box.end);
  }
  for (const RubyPair& pair : text.rubies) {
    if (!pair.isLoose) forbid(breaks, pair.begin + 1, pair.end);
  }
  for (const InlineObject& object : text.objects) {
    if (object.box->kind != box::Kind::Leader) continue;
    // White space before the leader's end text does not give it a line of its own either.
    for (std::size_t at = object.offset + 1; at < text.text.size(); ++at) {
      forbid(breaks, at, at + 1);
      if (text.text[at] != u' ') break;
    }
  }
}

}  // namespace

std::vector<BreakKind> findBreaks(const InlineText& text, Hyphenation hyphenation, const Context& context) {
  std::vector<BreakKind> breaks(text.text.size() + 1, BreakKind::Forbidden);
  const std::vector<text::BreakOpportunity> found = text::findLineBreaks(text.text, breakRuns(text));
  for (std::size_t at = 0; at < found.size(); ++at) {
    if (found[at] == text::BreakOpportunity::Allowed) breaks[at] = BreakKind::Allowed;
    if (at > 0 && text.text[at - 1] == kForcedBreak) breaks[at] = BreakKind::Forced;
  }
  breaks.front() = BreakKind::Forbidden;
  if (text.hasBreakSpaces) breakSpaces(text, breaks);
  settleSoftHyphens(text, breaks);
  keepSingleLetters(text, breaks);
  keepMarksBehindSpaces(text, breaks);
  if (hyphenation == Hyphenation::Dictionaries) {
    const Hyphenating with{context.hyphenator, text::findAddresses(text.text)};
    for (std::size_t i = 0; i < text.spans.size(); ++i) {
      if (text.style(text.spans[i]).hyphens == css::Hyphens::Auto) hyphenateSpan(text, i, with, breaks);
    }
  }
  keepUnwrapped(text, breaks);
  keepReferences(text, breaks);
  keepPieces(text, breaks);
  return breaks;
}

}  // namespace octavo::layout

// layout/inline/text: collapsing white space, across the borders of elements.
#include "layout/inline/text/white_space.h"

#include <algorithm>

namespace octavo::layout {

namespace {

bool isCollapsible(char32_t character) {
  return character == U' ' || character == U'\t' || character == U'\n' || character == U'\r';
}

bool collapsesSpaces(css::WhiteSpaceCollapse mode) {
  return mode == css::WhiteSpaceCollapse::Collapse || mode == css::WhiteSpaceCollapse::PreserveBreaks;
}

struct Range {
  char32_t first, last;
};

// East_Asian_Width W and F of Unicode 15 in broad strokes, Hangul taken out (CSS Text 3, section 4.1.3).
constexpr Range kWideRanges[] = {
    {0x2E80, 0x2FFF}, {0x3000, 0x303E}, {0x3041, 0x312F}, {0x3190, 0x31FF}, {0x3220, 0x3247},
    {0x3250, 0x4DBF}, {0x4E00, 0x9FFF}, {0xA000, 0xA4CF}, {0xF900, 0xFAFF}, {0xFE10, 0xFE1F},
    {0xFE30, 0xFE6F}, {0xFF01, 0xFF60}, {0xFFE0, 0xFFE6}, {0x16FE0, 0x1B2FF}, {0x20000, 0x3FFFD},
};

}  // namespace

bool swallowsSegmentBreak(char32_t character) {
  // U+200B is the other case of the rule: a line feed beside it goes.
  if (character == U'\x200B') return true;
  return std::ranges::any_of(kWideRanges, [character](Range range) {
    return range.first <= character && character <= range.last;
  });
}

void WhiteSpaceCollapser::beginSpan(std::uint32_t inlineBox, const box::Box* box, css::WhiteSpaceCollapse mode) {
  const auto at = static_cast<std::uint32_t>(text_.text.size());
  text_.spans.push_back({at, at, inlineBox, box});
  openSpan_ = text_.spans.size() - 1;
  text_.hasBreakSpaces = text_.hasBreakSpaces || mode == css::WhiteSpaceCollapse::BreakSpaces;
  mode_ = mode;
}

void WhiteSpaceCollapser::append(char32_t character) {
  if (isCollapsible(character) && collapsesSpaces(mode_)) return appendCollapsible(character);
  if (character == U'\r') return;
  if (character == U'\n') return appendForcedBreak();
  settle(character);
  if (character == U'\t') return appendTab();
  column_ += swallowsSegmentBreak(character) ? 2 : 1;
  put(character, openSpan_);
  lastCharacter_ = character;
}

void WhiteSpaceCollapser::appendIdeographs(std::u16string_view ideographs) {
  settle(ideographs.front());
  column_ += 2 * static_cast<int>(ideographs.size());
  text_.text += ideographs;
  moveEnds(openSpan_);
  lastCharacter_ = ideographs.back();
}

void WhiteSpaceCollapser::appendCollapsible(char32_t character) {
  if (character == U'\n' && mode_ == css::WhiteSpaceCollapse::PreserveBreaks) return appendForcedBreak();
  if (pending_ == Pending::None) {
    pendingSpan_ = openSpan_;
    pending_ = Pending::Space;
  }
  if (character == U'\n') pending_ = Pending::SegmentBreak;
}

void WhiteSpaceCollapser::appendContent(char16_t unit) {
  settle(unit);
  put(unit, openSpan_);
  lastCharacter_ = unit;
}

void WhiteSpaceCollapser::appendControl(char16_t unit) {
  // What follows is not known yet: a space here is kept, as before a letter.
  settle(U'a');
  put(unit, openSpan_);
}

void WhiteSpaceCollapser::appendForcedBreak() {
  pending_ = Pending::None;  // collapsible white space before a forced break goes
  put(kForcedBreak, openSpan_);
  lastCharacter_ = 0;
  column_ = 0;
}

/// Preserved text is set in columns: a tab becomes the spaces up to the next stop (CSS Text 3, section 4.2).
void WhiteSpaceCollapser::appendTab() {
  const int stop = std::max(1, text_.boxes[text_.spans[openSpan_].inlineBox].style->tabSize);
  do {
    put(U' ', openSpan_);
    ++column_;
  } while (column_ % stop != 0);
  lastCharacter_ = U' ';
}

void WhiteSpaceCollapser::finish() { pending_ = Pending::None; }

bool WhiteSpaceCollapser::isAtLineStart() const { return lastCharacter_ == 0; }

/// Decides the pending white space, now that the next character is known.
void WhiteSpaceCollapser::settle(char32_t next) {
  if (pending_ == Pending::None) return;
  const bool isSegmentBreak = pending_ == Pending::SegmentBreak;
  pending_ = Pending::None;
  if (isAtLineStart() || lastCharacter_ == U' ') return;
  if (isSegmentBreak) {
    if (lastCharacter_ == U'\x200B' || next == U'\x200B') return;
    if (swallowsSegmentBreak(lastCharacter_) && swallowsSegmentBreak(next)) return;
  }
  put(U' ', pendingSpan_);
  lastCharacter_ = U' ';
}

void WhiteSpaceCollapser::put(char32_t character, std::size_t span) {
  if (character > 0xFFFF) {
    text_.text.push_back(static_cast<char16_t>(0xD7C0 + (character >> 10)));
    text_.text.push_back(static_cast<char16_t>(0xDC00 + (character & 0x3FF)));
  } else {
    text_.text.push_back(static_cast<char16_t>(character));
  }
  moveEnds(span);
}

/// Nothing has been put since the pending space's own span, so later spans are still empty and only move.
void WhiteSpaceCollapser::moveEnds(std::size_t span) {
  const auto end = static_cast<std::uint32_t>(text_.text.size());
  text_.spans[span].end = end;
  for (std::size_t later = span + 1; later < text_.spans.size(); ++later) {
    text_.spans[later].begin = text_.spans[later].end = end;
  }
}

}  // namespace octavo::layout

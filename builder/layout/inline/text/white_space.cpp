// layout/inline/text: collapsing white space, across the borders of elements.
#include "layout/inline/text/white_space.h"

#include <algorithm>

#include "text/segment_break.h"

namespace octavo::layout {

namespace {

bool isCollapsible(char32_t character) {
  return character == U' ' || character == U'\t' || character == U'\n' || character == U'\r';
}

bool collapsesSpaces(css::WhiteSpaceCollapse mode) {
  return mode == css::WhiteSpaceCollapse::Collapse || mode == css::WhiteSpaceCollapse::PreserveBreaks;
}

}  // namespace

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
  column_ += text::swallowsSegmentBreak(character) ? 2 : 1;
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
    if (text::swallowsSegmentBreak(lastCharacter_) && text::swallowsSegmentBreak(next)) return;
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

// layout/inline/text: collapsing white space, across the borders of elements.
#pragma once

#include "layout/inline/inline_text.h"

namespace octavo::layout {

/// Appends the text of boxes to an InlineText while collapsing white space by CSS Text 3, section 4.1. A collapsed
/// space belongs to the box in which its first character stood, even when it is decided only by what follows.
class WhiteSpaceCollapser {
 public:
  explicit WhiteSpaceCollapser(InlineText& text) : text_(text) {}

  /// The characters that follow belong to this span, which is closed by the next begin.
  void beginSpan(std::uint32_t inlineBox, const box::Box* box, css::WhiteSpaceCollapse mode);
  void append(char32_t character);
  /// The same for a row of common ideographs (text::isCommonIdeograph), not empty.
  void appendIdeographs(std::u16string_view ideographs);
  /// A character that is content whatever the mode: an object, a note's mark.
  void appendContent(char16_t unit);
  /// Invisible to white space: bidi controls.
  void appendControl(char16_t unit);
  void appendForcedBreak();
  /// Collapsible white space at the paragraph's end goes.
  void finish();

 private:
  enum class Pending : std::uint8_t { None, Space, SegmentBreak };

  void appendCollapsible(char32_t character);
  void put(char32_t character, std::size_t span);
  void moveEnds(std::size_t span);
  void appendTab();
  void settle(char32_t next);
  bool isAtLineStart() const;

  InlineText& text_;
  css::WhiteSpaceCollapse mode_ = css::WhiteSpaceCollapse::Collapse;
  Pending pending_ = Pending::None;
  std::size_t pendingSpan_ = 0;
  std::size_t openSpan_ = 0;
  char32_t lastCharacter_ = 0;  // 0 at a line's start
  int column_ = 0;              // in preserved text; wide characters count two
};

}  // namespace octavo::layout

// layout/inline: a paragraph's initial letter, several lines high. CSS Inline 3, section 7.
#pragma once

#include <memory>
#include <vector>

#include "layout/inline/build_line.h"

namespace octavo::layout {

/// An initial letter before the lines beside it are set. Its baseline is counted downwards from that of the first line.
struct InitialLetter {
  Paragraph paragraph;  // its text, at its size
  std::vector<std::unique_ptr<css::ComputedStyle>> styles;  // of that text's boxes
  Line line;
  Length lead;          // from where its room begins to the left end of `line`
  Length inlineSize;    // what the lines beside it lose: margins and what is kept free before the text included
  Length baseline;
  Length over, under;   // of its box, from its own baseline: cap height, or em box
  Length rise;          // kept free above the first line
  int sink = 0;         // lines that stand beside it
};

/// The initial letter of a paragraph; null where it has none. Sized so that its box spans the lines from the over edge
/// of the first to the under edge of the last: from cap height to baseline, for Han and kana and hangul from em box to em
/// box, for other scripts from the top of a letter of theirs.
std::unique_ptr<InitialLetter> makeInitialLetter(const Paragraph& around, const Space& space, Purpose purpose,
                                                 Context& context);

/// What the letter says with the word that it begins; nothing where the two do not run from left to
/// right, or a glyph is missing.
std::u16string saidByInitial(const InitialLetter& letter, bool isSpaceBehind);
/// Keeps the letter's own runs silent where the first line says it (fragment::GlyphRun::saidBefore).
void hushInitial(InitialLetter& letter, const LogicalFragment& firstLine);

/// Where its lines have come to stand, from the paragraph's block start.
struct InitialPosition {
  Length inlineStart;
  Length baseline;  // of the last line beside it
  Length end;       // of that line
};
/// The finished letter, as high as the lines beside it: to be placed at the paragraph's start corner.
LogicalFragmentPtr buildInitialLetter(const InitialLetter& letter, const InitialPosition& place, Context& context);

}  // namespace octavo::layout

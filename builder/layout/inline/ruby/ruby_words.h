// layout/inline/ruby: ruby words of a paragraph: their readings, and the room they take among the items.
#pragma once

#include "layout/inline/paragraph.h"

namespace octavo::layout {

/// Sets every reading as a line of its own, not yet spread.
void prepareReadings(Paragraph& paragraph, const Space& space, Context& context);

/// Lines may end inside a pair whose base is wider than half a line; the reading is then divided in proportion.
void loosenLongRuby(Paragraph& paragraph, Length narrowestLine);

/// Gives the items of ruby words their widths, free and at the edges of lines, and fills Paragraph::rubyWords.
void fitRubyWords(Paragraph& paragraph);

/// The part of a word from item `first` up to `end` as it stands on a line.
struct WordPart {
  std::uint32_t first = 0, end = 0;
  bool atStart = false, atEnd = false;
};
RubyFit fitPart(const Paragraph& paragraph, const FittedWord& word, const WordPart& part);

/// Items of a reading's paragraphs that go together to one part of its base.
struct ReadingSlice {
  struct Piece {
    const Paragraph* paragraph = nullptr;
    std::uint32_t first = 0, end = 0;
  };
  std::vector<Piece> pieces;
  Length width;
};
/// From `from` to `to` of `total`, to the nearest letter.
ReadingSlice sliceOf(const Reading& reading, std::int64_t from, std::int64_t to, std::int64_t total);

/// What a pair's column of bopomofo takes at the end of its base.
Length columnWidth(const InlineText& text, const RubyPair& pair);

/// The room a pair's own reading asks for: its width, and what keeps it from a neighbour's letters.
std::int64_t readingRoom(const Paragraph& paragraph, std::size_t item);

}  // namespace octavo::layout

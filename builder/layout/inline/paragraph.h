// layout/inline: all that is known of a paragraph before its lines are.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "layout/inline/text/find_breaks.h"
#include "layout/inline/inline_text.h"
#include "layout/inline/items.h"
#include "layout/inline/ruby/ruby_fit.h"
#include "layout/inline/glyphs/shape.h"

namespace octavo::layout {

/// A box's own extent around its baseline, from the face of its style. CSS 2, section 10.8.1.
struct FontBox {
  Length ascent, descent;  // of the content area
  Length above, below;     // with half the leading on each side
  Length lineHeight;
  font::FacePtr face;
};
FontBox fontBoxOf(const css::InheritedStyle& style, const Context& context);

struct Paragraph;

/// A reading beside its base: paragraphs of one line, set one after the other.
struct Reading {
  std::vector<std::unique_ptr<Paragraph>> parts;
  Length naturalWidth;
  Length fontSize;
  bool isCjk = false;    // kana and Han, which are spread over a longer base
  bool isLatin = false;  // keeps a distance from its neighbours
};

/// What a ruby word takes of the line; made with the items.
struct FittedWord {
  std::uint32_t firstItem = 0, endItem = 0;
  std::vector<RubyBaseSize> bases;     // by item
  std::vector<std::uint32_t> spans;    // readings over all of it: indices in InlineText::rubySpans,
  std::int64_t loosePair = -1;         // or in InlineText::rubies
  std::int64_t spanning = 0;           // the widest of them
  std::int64_t limit = 0, before = 0, after = 0;
  bool isLoose = false;                // its gaps change with the line
};

/// What a warichu takes of the line; made with the items. By item: its own width, the gap after it in a row.
struct FittedWarichu {
  std::uint32_t firstItem = 0, endItem = 0;
  std::vector<std::int64_t> widths, gaps;
  std::vector<std::int64_t> sums;  // of both, before each item and at the end
  std::vector<bool> rowMayEnd;     // after each item
  Length rise, drop;
};

struct Paragraph {
  InlineText text;
  ShapedText shaped;
  std::vector<FontBox> fontBoxes;  // by inline box
  std::vector<std::uint32_t> decorated;  // inline boxes with a background, a border or a text decoration
  std::vector<Reading> readings;      // by ruby pair
  std::vector<Reading> spanReadings;  // by ruby span
  std::vector<FittedWord> rubyWords;  // rising items
  std::vector<FittedWarichu> warichus;
  Length narrowestLine;               // that the items were made for
  Items items;                     // of the pass that found the lines
};

/// Collects and shapes; the items are not made yet.
Paragraph prepareParagraph(const box::Box& container, const Space& space, Purpose purpose, Context& context);
/// The same for the initial letter that a paragraph begins with, in the sizes of its style.
Paragraph prepareInitial(const std::vector<const box::Box*>& parts, const Space& space, Purpose purpose, Context& context);
void makeParagraphItems(Paragraph& paragraph, Hyphenation hyphenation, Length narrowestLine, const Context& context);

/// A short text in one face: hyphens, leader patterns, emphasis marks.
struct SimpleText {
  font::FacePtr face;
  std::u16string text;
  std::vector<font::Glyph> glyphs;
  Length width;
};
/// Null face when no font has its characters.
SimpleText shapeSimple(std::string_view utf8, const css::ComputedStyle& style, Length size, const Context& context);
/// The same in a face that was chosen already.
SimpleText shapeIn(const font::FacePtr& face, const std::u16string& text, const css::ComputedStyle& style, Length size);
/// The hyphen that a broken word takes in this style.
SimpleText shapeHyphen(const css::ComputedStyle& style, const Context& context);

}  // namespace octavo::layout

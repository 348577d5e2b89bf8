// layout/inline: boxes of a paragraph → lines. This file: the paragraph as one text, and what each stretch came from.
#pragma once

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <string>
#include <vector>

#include "layout/contract.h"
#include "text/character_class.h"

namespace octavo::layout {

/// Stands in the text for an atomic box or a leader (U+FFFC, object replacement character).
inline constexpr char16_t kObject = u'\xFFFC';
/// A forced line end: <br>, or a preserved line feed.
inline constexpr char16_t kForcedBreak = u'\n';

/// An inline box with the stretch of text it holds; number 0 is the container itself.
struct InlineBox {
  const box::Box* box = nullptr;
  const css::ComputedStyle* style = nullptr;
  std::uint32_t parent = 0;
  std::uint32_t begin = 0, end = 0;  // UTF-16 units
  Length shift;                      // of the baseline, upwards, from the container's
  Length startEdge, endEdge;         // margin, border and padding at the two ends
  fragment::Role role = fragment::Role::Content;
};

/// The characters of one text box. Spans cover the text, in order, without holes.
struct TextSpan {
  std::uint32_t begin = 0, end = 0;
  std::uint32_t inlineBox = 0;  // index in InlineText::boxes
  const box::Box* box = nullptr;
};

/// An image, an inline block or a leader, standing at one kObject of the text.
struct InlineObject {
  std::uint32_t offset = 0;
  std::uint32_t inlineBox = 0;
  const box::Box* box = nullptr;
  LogicalFragmentPtr fragment;  // null for a leader and while measuring
  LogicalEdges<Length> margin;
  LogicalSize size;        // margin box
  Length minimumSize;      // least inline size of the margin box
  Length ascent;           // from the margin box's block-start to its baseline
};

enum class RubySide : std::uint8_t { Over, Under, Beside };

/// What stands beside a base: one RubyText box, or several that are merged.
struct RubyReading {
  std::vector<const box::Box*> boxes;
  RubySide side = RubySide::Over;
  Length lane;  // between the base and this reading, where another one has its place
};

/// A base of the text with its own reading, which may be empty.
struct RubyPair {
  std::uint32_t begin = 0, end = 0;
  std::uint32_t inlineBox = 0;  // of the base
  RubyReading reading;
  bool isLoose = false;  // so long that lines may end inside
};

/// A second reading, over all bases of its range.
struct RubySpan {
  std::uint32_t begin = 0, end = 0;
  std::uint32_t inlineBox = 0;
  RubyReading reading;
};

/// Bases that are set together: one pair, a jukugo, or what a second reading spans.
struct RubyWord {
  std::uint32_t begin = 0, end = 0;
  bool isShared = false;  // a reading may reach over the next base (ruby-merge: auto)
};

/// Text in two rows inside the line; `rise` and `drop` bring their baselines from the line's own.
struct Warichu {
  std::uint32_t begin = 0, end = 0;
  Length rise, drop;
};

/// Something of a box that happens at a place in the text: anchors and string-set, a note's call.
struct Mark {
  std::uint32_t offset = 0;
  const box::Box* box = nullptr;
};

/// A paragraph in logical order after white-space processing and text-transform.
struct InlineText {
  std::u16string text;
  std::vector<InlineBox> boxes;
  std::vector<TextSpan> spans;
  std::vector<InlineObject> objects;  // rising offsets
  std::vector<RubyPair> rubies;       // rising offsets
  std::vector<RubySpan> rubySpans;
  std::vector<Warichu> warichus;      // rising offsets, disjoint
  std::vector<RubyWord> rubyWords;    // rising offsets, disjoint; every pair is in one
  std::vector<Mark> marks;            // boxes with anchors or strings; rising offsets
  std::vector<Mark> noteCalls;        // rising offsets
  std::vector<const box::Box*> initial;  // the boxes of the initial letter, which stands beside the text, not in it
  bool isSpaceBehindInitial = false;  // between it and the text, where the line does not show it
  /// The paragraph's: its block's or, with unicode-bidi: plaintext, that of its first strong character.
  Direction direction = Direction::LeftToRight;
  bool hasBreakSpaces = false;        // some style says white-space: break-spaces
  std::vector<text::CharacterClass> classes;  // one for each unit, told in context

  const css::ComputedStyle& style(const TextSpan& span) const { return *boxes[span.inlineBox].style; }
  const TextSpan& spanAt(std::uint32_t offset) const {
    return *std::prev(std::ranges::upper_bound(spans, offset, {}, &TextSpan::begin));
  }
  const css::ComputedStyle& rootStyle() const { return *boxes.front().style; }
};

/// How atomic boxes are treated: laid out, or only measured (min- and max-content).
enum class Purpose : std::uint8_t { Layout, Measure };

/// The inline content of `container` as one text. CSS Text 3, sections 2 and 4.1.
InlineText collectText(const box::Box& container, const Space& space, Purpose purpose, Context& context);

/// The text of a paragraph's initial letter, as one paragraph of its own; `parts` as of InlineText::initial.
InlineText collectInitial(const std::vector<const box::Box*>& parts, const Space& space, Purpose purpose, Context& context);

/// Fills InlineText::classes. Quotes, dashes and ellipses are Western or full-width by region and neighbours.
void classifyCharacters(InlineText& text);

/// What the roles of boxes are called in fragments.
fragment::Role fragmentRole(box::Role role);

/// Resolves a length or a percentage of `whole`; auto is nothing.
Length resolved(const css::LengthPercentage& value, Length whole);
Length resolved(const css::LengthPercentageAuto& value, Length whole);

}  // namespace octavo::layout

// box: the builder of one book's boxes. Elements are visited once, in reading order, with the notes at their calls.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "box/anonymous.h"
#include "box/box.h"
#include "box/counters.h"
#include "box/generated_content.h"
#include "box/notes.h"

namespace octavo::box {

class Builder {
 public:
  Builder(const std::vector<const dom::Element*>& roots, const css::Cascade& cascade, Diagnostics& diagnostics);
  std::unique_ptr<Box> buildChapter(const dom::Element& root);

 private:
  // The flow: build_boxes.cpp.
  /// What the element makes in its parent: one box, none (display none, a note that is elsewhere), or, for
  /// display: contents, its children's.
  Boxes buildElement(const dom::Element& element, const css::StylePtr& parentStyle);
  std::unique_ptr<Box> buildBox(const dom::Element& element, const css::StylePtr& style);
  Boxes buildChildren(const dom::Element& element, const css::StylePtr& style);
  Boxes buildText(const dom::Text& text, const dom::Element& parent, const css::StylePtr& style);
  void adopt(Box& box, Boxes children);
  void countElement(const dom::Element& element, const css::ComputedStyle& style);
  void changeCounters(const css::ComputedStyle& style);
  std::unique_ptr<Box> makeBox(Kind kind, const dom::Element& element, const css::StylePtr& style);

  // What the document does not say itself: build_generated.cpp.
  Boxes buildPseudo(const dom::Element& element, css::PseudoElement pseudo, const css::StylePtr& own);
  /// The boxes of generated content, with the look and role of the box they go into.
  Boxes generatedBoxes(const std::vector<css::ContentItem>& items, const Box& parent);
  /// The marker of a list item: a Block where it stands outside, an Inline where inside; null where there is none.
  std::unique_ptr<Box> buildMarker(const Box& item);
  std::string markerText(const css::ComputedStyle& item) const;

  // ::first-letter: build_first_letter.cpp.
  /// The block's first letter, with the marks round it, in boxes of its own: one in each inline box that it runs through
  /// (CSS Pseudo-Elements 4, section 2.2).
  void applyFirstLetter(const Box& block, Boxes& children);

  // Notes: build_notes.cpp.
  /// Gives a call its note, when it is the first that calls it.
  void attachNote(Box& call);
  /// float: footnote on any element that no call refers to: the call is made where it stands, the element becomes
  /// the note (CSS GCPM 3, section 2).
  std::unique_ptr<Box> buildNoteInPlace(const dom::Element& element, const css::StylePtr& style);
  std::unique_ptr<Box> makeNoteBody(const dom::Element& element, const css::StylePtr& style, Boxes before);
  css::StylePtr styleOfParent(const dom::Element& element) const;

  const css::Cascade& cascade_;
  ElementsById elementsById_;
  NoteRegister notes_;
  Counters counters_;
  GeneratedContent generated_;
  bool isInsideNote_ = false;
  std::uint32_t nextOrder_ = 1;
};

/// The same style for a box that stands in the flow of blocks.
css::StylePtr blockified(const css::StylePtr& style);

}  // namespace octavo::box

// box: which elements are notes, and who calls them.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

#include "box/generated_content.h"

namespace octavo::box {

/// True for <aside role="doc-footnote">, what a note call may refer to.
bool isNote(const dom::Element& element);
/// True for <a role="doc-noteref">.
bool isNoteCall(const dom::Element& element);

/// Keeps track of which note has found its call. The first call in reading order takes the note.
class NoteRegister {
 public:
  explicit NoteRegister(const ElementsById& elementsById) : elementsById_(elementsById) {}

  /// Notes that some call outside them refers to; those leave the flow.
  void findCalls(const dom::Element& root);
  bool isCalled(const dom::Element& note) const { return called_.contains(&note); }
  /// The note of this call, the first time it is asked for; null afterwards and where there is none.
  const dom::Element* claim(const dom::Element& call);

 private:
  const dom::Element* noteOf(const dom::Element& call) const;

  const ElementsById& elementsById_;
  std::set<const dom::Element*> called_;
  std::set<const dom::Element*> claimed_;
};

}  // namespace octavo::box

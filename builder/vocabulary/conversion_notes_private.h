// vocabulary: the end of a conversion, as far as notes go.
#pragma once

#include <vector>

#include "vocabulary/conversion_state_private.h"

namespace octavo::vocabulary {

/// Numbers the calls of one chapter and builds its notes' section, as publication.h describes it. A document of
/// several chapters has one of these for each: all number, the last takes what none called, all close.
class NoteSettler {
 public:
  using State = Conversion::State;
  NoteSettler(Conversion& conversion, State& state, dom::Element& root);
  void number();
  /// A note without a call has no number and no page to stand on: it stays as text after the rest.
  void takeUncalled();
  void close();

 private:
  void numberCalls(dom::Element& below);
  void numberCall(State::Call& call, State::NoteRecord& note);
  void makePlainLink(State::Call& call);
  void finishNote(State::NoteRecord& note);

  Conversion& conversion_;
  State& state_;
  dom::Element& root_;
  std::vector<State::NoteRecord*> order_;
};

}  // namespace octavo::vocabulary

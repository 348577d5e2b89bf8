// vocabulary: the end of a conversion, as far as notes go.
#pragma once

#include <vector>

#include "vocabulary/conversion_state_private.h"

namespace octavo::vocabulary {

/// Numbers the calls and builds the notes' section, as publication.h describes it.
class NoteSettler {
 public:
  using State = Conversion::State;
  NoteSettler(Conversion& conversion, State& state);
  void settle(dom::Element& root);

 private:
  void numberCalls(dom::Element& below);
  void numberCall(State::Call& call, State::NoteRecord& note);
  void makePlainLink(State::Call& call);
  void finishNote(State::NoteRecord& note);
  void appendUncalled(dom::Element& root);

  Conversion& conversion_;
  State& state_;
  std::vector<State::NoteRecord*> order_;
};

}  // namespace octavo::vocabulary

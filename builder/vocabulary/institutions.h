// vocabulary: the institutions that a document's people belong to, for sources that tell them person by person.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "dom/dom.h"
#include "vocabulary/conversion.h"

namespace octavo::vocabulary {

/// Affiliations told inside each person, shown below all the names: those of the same words once, with a raised number
/// behind the names they belong to. One institution that everybody shares needs no number.
class Institutions {
 public:
  /// Puts an affiliation's words into a line.
  using Fill = std::function<void(const dom::Element& affiliation, dom::Element& line)>;

  /// What of an affiliation tells of the person and not of the institution: an element's name, empty for none.
  explicit Institutions(std::string_view ofPerson = {}) : leftOut_(ofPerson) {}

  /// The next person's affiliations, perhaps none; to be called for all people before any mark is made.
  void addPerson(const std::vector<const dom::Element*>& affiliations, std::string_view language);
  /// The numbers of the institutions of the person added as the `person`th, counted from 0, behind the name.
  void appendMarks(std::size_t person, dom::Element& line, Conversion& conversion);
  /// The institutions, to stand below the names, which are all marked by now; nothing where there are none.
  void appendTo(dom::Element& header, const Fill& fill, Conversion& conversion) const;

 private:
  struct Institution {
    std::string words, language;
    const dom::Element* source = nullptr;
    std::vector<dom::Element*> marks;  // links that shall lead to it
  };
  bool areMarked() const;

  std::string_view leftOut_;
  std::vector<Institution> institutions_;
  std::vector<std::vector<std::size_t>> ofPerson_;
};

}  // namespace octavo::vocabulary

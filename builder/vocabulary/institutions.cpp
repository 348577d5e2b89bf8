// vocabulary: institutions shown once each, numbered where not everybody belongs to all of them.
#include "vocabulary/institutions.h"

#include <algorithm>

#include "vocabulary/source_questions.h"

namespace octavo::vocabulary {

using dom::Element;

namespace {

/// The words with a blank between the parts, so that `<a>x</a><b>y</b>` and `xy` stay two.
std::string wordsOf(const Element& element, std::string_view leftOut) {
  std::string words;
  for (const auto& child : element.children()) {
    const Element* part = dom::asElement(*child);
    if (part && part->name == leftOut) continue;
    words += (part ? wordsOf(*part, leftOut) : dom::textContent(*child)) + " ";
  }
  return dom::collapseWhiteSpace(words);
}

}  // namespace

void Institutions::addPerson(const std::vector<const Element*>& affiliations, std::string_view language) {
  std::vector<std::size_t>& own = ofPerson_.emplace_back();
  for (const Element* affiliation : affiliations) {
    const std::string words = wordsOf(*affiliation, leftOut_);
    if (words.empty()) continue;
    const auto same = std::ranges::find_if(institutions_, [&](const Institution& known) {
      return known.words == words && known.language == language;
    });
    const auto number = static_cast<std::size_t>(same - institutions_.begin());
    if (same == institutions_.end()) institutions_.push_back({words, std::string(language), affiliation, {}});
    if (std::ranges::find(own, number) == own.end()) own.push_back(number);
  }
}

bool Institutions::areMarked() const {
  return !std::ranges::all_of(ofPerson_, [&](const auto& own) { return own.size() == institutions_.size(); });
}

void Institutions::appendMarks(std::size_t person, Element& line, Conversion& conversion) {
  if (!areMarked() || ofPerson_[person].empty()) return;
  Element& raised = conversion.appendPlain(line, "sup", line.position());
  std::vector<std::size_t> numbers = ofPerson_[person];
  std::ranges::sort(numbers);
  for (const std::size_t number : numbers) {
    if (number != numbers.front()) raised.appendText(", ", line.position());
    Element& link = conversion.appendPlain(raised, "a", line.position());
    addClasses(link, "xref ref-aff");
    institutions_[number].marks.push_back(&link);
    link.appendText(std::to_string(number + 1), line.position());
  }
}

void Institutions::appendTo(Element& header, const Fill& fill, Conversion& conversion) const {
  // A few stand in lines of their own; more of them run on, or they would push the text off its page.
  constexpr std::size_t kFew = 3;
  if (institutions_.empty()) return;
  const bool isFew = institutions_.size() <= kFew;
  const SourcePosition where = institutions_.front().source->position();
  Element& block = conversion.appendPlain(header, isFew ? "div" : "p", where);
  addClass(block, "affiliations");
  for (std::size_t number = 0; number < institutions_.size(); ++number) {
    const Institution& institution = institutions_[number];
    if (!isFew && number > 0) block.appendText(isCjkLanguage(institution.language) ? "；" : "; ", where);
    Element& shown = conversion.append(block, isFew ? "p" : "span", *institution.source);
    addClass(shown, "affiliation");
    for (Element* mark : institution.marks) mark->setAttribute("href", "#" + conversion.ensureId(shown, "aff"));
    if (areMarked()) {
      Element& label = conversion.appendPlain(shown, "sup", where);
      addClass(label, "label");
      label.appendText(std::to_string(number + 1), where);
      shown.appendText(" ", where);
    }
    fill(*institution.source, shown);
  }
}

}  // namespace octavo::vocabulary

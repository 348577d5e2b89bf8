// vocabulary/docbook: the people at the head of the document: names in a line, institutions below, then what else is told.
#include <algorithm>
#include <utility>

#include "vocabulary/docbook/names.h"
#include "vocabulary/docbook/reading.h"
#include "vocabulary/docbook/terms.h"
#include "vocabulary/institutions.h"
#include "vocabulary/running_heads.h"

namespace octavo::vocabulary::docbook {
namespace {

using dom::Element;

/// The element itself and the person or organisation that it wraps.
std::vector<const Element*> placesOf(const Element& person) {
  std::vector<const Element*> places{&person};
  for (const auto* name : {"person", "org"}) {
    if (const Element* inner = dom::firstChild(person, name)) places.push_back(inner);
  }
  return places;
}

/// A post belongs to the person, the institution may be that of others too.
constexpr std::string_view kOfPerson = "jobtitle";
bool isOfPerson(const Element& part) { return part.name == kOfPerson; }

std::vector<const Element*> affiliationsOf(const Element& person) {
  std::vector<const Element*> found;
  for (const Element* place : placesOf(person)) {
    for (const Element* affiliation : childrenOf(*place, "affiliation")) {
      const auto parts = childrenOf(*affiliation);
      if (parts.empty() || !std::ranges::all_of(parts, [](const Element* part) { return isOfPerson(*part); })) found.push_back(affiliation);
    }
  }
  return found;
}

void fillAffiliation(const Element& affiliation, Element& line, Reading& reading) {
  if (hasOwnText(affiliation)) return convertInline(affiliation, line, reading);
  bool isFirst = true;
  for (const Element* part : childrenOf(affiliation)) {
    if (isOfPerson(*part) || plainText(*part).empty()) continue;
    if (!isFirst) line.appendText(std::string(listSeparator(languageAt(affiliation))), part->position());
    isFirst = false;
    convert(*part, line, reading);
  }
}

/// What is told of a person beside name and institutions: addresses, posts, words on the life.
std::vector<const Element*> detailsOf(const Element& person) {
  std::vector<const Element*> found;
  if (hasOwnText(person)) return found;
  for (const Element* place : placesOf(person)) {
    bool hasName = false;  // of several names the first is the one shown
    for (const Element* part : childrenOf(*place)) {
      const bool isWhole = isOneOf(part->name, {"personname", "orgname", "corpname", "collabname"});
      if (isWhole ? !std::exchange(hasName, true) : isPartOfName(*part)) continue;
      if (part->name != "affiliation") {
        found.push_back(part);
        continue;
      }
      for (const Element* own : childrenOf(*part)) {
        if (isOfPerson(*own) && !hasOwnText(*part)) found.push_back(own);
      }
    }
  }
  std::erase_if(found, [](const Element* part) { return plainText(*part).empty(); });
  return found;
}

bool isInLine(const Element& detail) { return isInlineElement(detail) || isOneOf(detail.name, {"address", "jobtitle", "contrib", "orgdiv", "phone", "fax", "otheraddr"}); }

/// "Ada Lovelace: reader, ada@example.org", then paragraphs on her life.
void appendDetails(const Element& person, bool isAlone, Element& header, Reading& reading) {
  const auto details = detailsOf(person);
  if (details.empty()) return;
  const std::string_view language = languageAt(person);
  Element& block = appendMade(header, "div", person, reading, "contributor-block");
  Element& line = appendMade(block, "p", person, reading, "contact");
  if (!isAlone) appendMade(line, "b", person, reading).appendText(personName(person).shown, person.position());
  bool isFirst = true;
  for (const Element* detail : details) {
    if (!isInLine(*detail)) continue;
    std::string before(isFirst ? "" : listSeparator(language));
    if (isFirst && !isAlone) before = words::colon(language);
    if (!before.empty()) line.appendText(before, detail->position());
    isFirst = false;
    convert(*detail, line, reading);
  }
  if (line.children().empty()) block.remove(block.children().size() - 1);
  for (const Element* detail : details) {
    if (!isInLine(*detail)) convert(*detail, block, reading);
  }
}

/// Those who did the same stand in one line.
std::string_view kindOf(const Element& person) {
  return isOneOf(person.name, {"editor", "othercredit", "corpcredit"}) ? std::string_view(person.name) : std::string_view("author");
}

void appendName(const Element& person, Element& line, Reading& reading) {
  Element& name = appendAs(line, "span", person, reading, person.name == "author" ? "author" : person.name);
  if (dom::firstChild(person, "collabname")) return convertInline(*dom::firstChild(person, "collabname"), name, reading);
  name.appendText(personName(person).shown, person.position());
}

}  // namespace

void appendContributors(std::vector<const Element*> people, Element& header, Reading& reading) {
  std::ranges::stable_sort(people, {}, [](const Element* person) { return kindOf(*person) != "author"; });
  Institutions institutions(kOfPerson);
  for (const Element* person : people) institutions.addPerson(affiliationsOf(*person), languageAt(*person));
  Element* line = nullptr;
  std::string_view kind;
  bool isFirstLine = false;
  for (std::size_t i = 0; i < people.size(); ++i) {
    const Element& person = *people[i];
    const std::string_view language = languageAt(person);
    if (line && kindOf(person) == kind) {
      line->appendText(std::string(listSeparator(language)), person.position());
    } else {
      isFirstLine = line == nullptr;
      line = &appendMade(header, "p", person, reading, "byline");
      kind = kindOf(person);
      if (!isFirstLine) addClass(*line, "contributors");
      if (kind == "editor") line->appendText(term("edited-by", language) + " ", person.position());
    }
    appendName(person, *line, reading);
    institutions.appendMarks(i, *line, reading.conversion);
    const bool endsLine = i + 1 == people.size() || kindOf(*people[i + 1]) != kind;
    if (endsLine && isFirstLine) shortenByline(*line, reading.metadata.contributors, language);
  }
  institutions.appendTo(header, [&](const Element& source, Element& into) { fillAffiliation(source, into, reading); },
                        reading.conversion);
  for (const Element* person : people) appendDetails(*person, people.size() == 1, header, reading);
}

}  // namespace octavo::vocabulary::docbook

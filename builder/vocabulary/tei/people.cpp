// vocabulary/tei: the people at the head of the document: names in a line, institutions below, then addresses.
#include "vocabulary/tei/people.h"

#include <algorithm>
#include <array>

#include "vocabulary/institutions.h"
#include "vocabulary/running_heads.h"
#include "vocabulary/tei/terms.h"
#include "words/words.h"

namespace octavo::vocabulary::tei {
namespace {

using dom::Element;

std::string separatorAt(const Element& source) { return std::string(words::listSeparator(languageAt(source))); }

std::vector<const Element*> peopleIn(const Element& statement, std::string_view kind) {
  std::vector<const Element*> found;
  for (const Element* agent : childrenOf(statement, kind)) {
    if (!plainText(*agent).empty()) found.push_back(agent);
  }
  return found;
}

/// The element that holds the name alone; null where it stands in running words, or in parts.
const Element* wholeName(const Element& agent) {
  if (hasOwnText(agent)) return nullptr;
  for (const auto* name : {"persName", "orgName", "name"}) {
    if (const Element* found = firstSaying(agent, name)) return found;
  }
  return nullptr;
}

/// The stop that parted the name from what is not shown behind it.
void trimEnd(Element& name) {
  while (!name.children().empty()) {
    auto* last = dynamic_cast<dom::Text*>(name.children().back().get());
    if (!last) return;
    last->value.erase(last->value.find_last_not_of(" \t\r\n,;") + 1);
    if (!last->value.empty()) return;
    name.remove(name.children().size() - 1);
  }
}

void appendName(const Element& agent, Element& line, Reading& reading) {
  const auto parts = childrenOf(agent);
  if (std::ranges::none_of(parts, [](const Element* part) { return isBesideName(*part); })) return convert(agent, line, reading);
  Element& name = appendAs(line, "span", agent, reading, agent.name);
  if (const Element* whole = wholeName(agent)) return convert(*whole, name, reading);
  const bool isInWords = hasOwnText(agent);
  for (const auto& child : agent.children()) {
    const Element* part = dom::asElement(*child);
    if (part && !isBesideName(*part)) {
      const bool needsBlank = !isInWords && !name.children().empty() && !isCjkLanguage(languageAt(agent));
      if (needsBlank) name.appendText(" ", part->position());
      convert(*part, name, reading);
    } else if (!part && isInWords) {
      name.appendText(dom::asText(*child)->value, child->position());
    }
  }
  trimEnd(name);
}

/// How to reach a person, and what else is noted; numbers of a catalogue beside a whole name are for programs.
std::vector<const Element*> detailsOf(const Element& agent) {
  std::vector<const Element*> found;
  for (const Element* part : childrenOf(agent)) {
    if (!isBesideName(*part) || part->name == "affiliation" || plainText(*part).empty()) continue;
    const bool isForPrograms = part->name == "idno" && wholeName(agent) && !isOneOf(part->attributeOr("type"), {"ORCID", "orcid"});
    if (!isForPrograms) found.push_back(part);
  }
  return found;
}

void appendDetails(const Element& agent, bool isAlone, Element& header, Reading& reading) {
  const auto details = detailsOf(agent);
  if (details.empty()) return;
  Element& line = appendMade(header, "p", agent, reading, "contact");
  if (!isAlone) {
    const Element* whole = wholeName(agent);
    appendMade(line, "b", agent, reading).appendText(wordsOfName(whole ? *whole : agent), agent.position());
    line.appendText(std::string(words::colon(languageAt(agent))), agent.position());
  }
  for (const Element* detail : details) {
    if (detail != details.front()) line.appendText(separatorAt(agent), detail->position());
    convert(*detail, line, reading);
  }
}

}  // namespace

bool isBesideName(const Element& part) {
  return isOneOf(part.name, {"affiliation", "email", "idno", "address", "note"});
}

std::string wordsOfName(const Element& agent) {
  const bool isInWords = hasOwnText(agent);
  const bool cjk = isCjkLanguage(languageAt(agent));
  std::string words;
  for (const auto& child : agent.children()) {
    const Element* part = dom::asElement(*child);
    if (part && isBesideName(*part)) continue;
    const std::string said = part ? headingText(*part) : isInWords ? dom::textContent(*child) : std::string();
    if (!isInWords && !cjk && !words.empty() && !said.empty()) words += " ";
    words += said;
  }
  words = dom::collapseWhiteSpace(words);
  words.erase(words.find_last_not_of(" ,;") + 1);
  return words.empty() ? headingText(agent) : words;
}

void appendPeople(const Element& statement, const std::string& language, Element& header, Reading& reading) {
  constexpr std::array<std::string_view, 2> kKinds{"author", "editor"};
  Institutions institutions;
  std::vector<const Element*> people;
  for (const std::string_view kind : kKinds) {
    for (const Element* agent : peopleIn(statement, kind)) {
      people.push_back(agent);
      institutions.addPerson(childrenOf(*agent, "affiliation"), languageAt(*agent));
    }
  }
  Element* line = nullptr;
  for (std::size_t i = 0; i < people.size(); ++i) {
    const Element& agent = *people[i];
    const bool isEditor = agent.name == "editor";
    const bool goesOn = line && people[i - 1]->name == agent.name;
    if (goesOn) line->appendText(separatorAt(agent), agent.position());
    if (!goesOn) line = &appendMade(header, "p", agent, reading, "byline");
    appendName(agent, *line, reading);
    institutions.appendMarks(i, *line, reading.conversion);
    if (isEditor) {
      if (!goesOn) addClass(*line, "contributors");
      line->appendText(" (" + term("editor", languageAt(agent)) + ")", agent.position());
    }
    const bool endsLine = i + 1 == people.size() || people[i + 1]->name != agent.name;
    if (endsLine && !isEditor) shortenByline(*line, reading.metadata.contributors, language);
  }
  institutions.appendTo(header, [&](const Element& source, Element& into) { convertParts(source, into, reading); },
                        reading.conversion);
  for (const Element* agent : people) appendDetails(*agent, people.size() == 1, header, reading);
}

}  // namespace octavo::vocabulary::tei

#include "vocabulary/jats/title_block.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "vocabulary/jats/dates.h"
#include "vocabulary/jats/names.h"
#include "vocabulary/jats/terms.h"
#include "vocabulary/running_heads.h"

namespace octavo::vocabulary::jats {
namespace {

using dom::Element;

/// The name of a sub-article without title is what it is: "Reply", "Decision letter".
void appendTitles(const Element& article, const Front& front, Element& header, Reading& reading) {
  const bool whole = &article == &reading.article;
  const Element* title = front.titles ? mainTitleIn(*front.titles) : nullptr;
  const Element* label = front.titles ? firstSaying(*front.titles, "label") : nullptr;
  if (title && plainText(*title).empty() && childrenOf(*title).empty()) title = nullptr;
  if (title || label) {
    Element& heading = appendAs(header, whole ? "h1" : "h2", title ? *title : *label, reading);
    fillTitle(label, title, heading, reading);
    if (const Element* brief = shortTitleIn(*front.titles)) heading.setAttribute(kShortTitle, headingText(*brief));
  } else if (isOneOf(article.name, {"sub-article", "response"})) {
    const std::string_view type = article.attributeOr("article-type", article.attributeOr("response-type", article.name));
    appendMade(header, "h2", article, reading).appendText(term(type, languageAt(article)), article.position());
  }
  if (!front.titles) return;
  for (const Element* part : childrenOf(*front.titles, "subtitle")) {
    convertInline(*part, appendAs(header, "p", *part, reading, "subtitle"), reading);
  }
  for (const Element* group : childrenOf(*front.titles, "trans-title-group")) {
    for (const Element* part : childrenOf(*group)) {
      Element& line = appendAs(header, "p", *part, reading, part->name);
      if (const std::string* language = group->attribute("xml:lang"); language && !part->attribute("xml:lang")) {
        reading.conversion.setLanguage(line, *language, group->position());
      }
      convertInline(*part, line, reading);
    }
  }
  // NLM 2 has the translated title without a group.
  for (const Element* part : childrenOf(*front.titles, "trans-title")) {
    convertInline(*part, appendAs(header, "p", *part, reading, "trans-title"), reading);
  }
  for (const Element* part : childrenOf(*front.titles, "fn-group")) convert(*part, header, reading);
}

/// Whether the words are a sign to raise: "1", "a,b", "**", "xiv"; and not a heading, "Competing interests:".
bool isMark(std::string_view words) {
  constexpr int kMostLetters = 4;
  const auto isLetter = [](char c) { return std::isalpha(static_cast<unsigned char>(c)) || (static_cast<unsigned char>(c) & 0xC0) == 0xC0; };
  return std::ranges::count_if(words, isLetter) <= kMostLetters;
}

/// The mark that leads from a name to an affiliation or note. One without words and without label leads nowhere; a note whose label is
/// a heading says it where it stands. Words of the name's own stay, on the line.
void appendMark(const Element& xref, Element& line, Reading& reading) {
  const auto target = reading.byId.find(xref.attributeOr("rid"));
  const Element* label = target == reading.byId.end() ? nullptr : dom::firstChild(*target->second, "label");
  const std::string words = plainText(xref);
  if (words.empty() && (!label || !isMark(plainText(*label)))) return;
  if (!isMark(words)) {
    line.appendText(" (", xref.position());
    convert(xref, line, reading);
    line.appendText(")", xref.position());
    return;
  }
  const bool raised = dom::firstChild(xref, "sup") != nullptr || xref.parent()->name == "sup";
  convert(xref, raised ? line : appendMade(line, "sup", xref, reading), reading);
}

void appendContributor(const Element& contrib, Element& line, Reading& reading) {
  const publication::Contributor person = contributor(contrib, languageAt(contrib));
  Element& name = appendAs(line, "span", contrib, reading, isAuthor(contrib) ? "author" : "contributor");
  if (!person.language.empty()) reading.conversion.setLanguage(name, person.language, contrib.position());
  name.appendText(person.name, contrib.position());
  for (const publication::LocalizedText& other : person.alternates) {
    line.appendText(" (", contrib.position());
    Element& form = appendMade(line, "span", contrib, reading, "alternate-name");
    if (!other.language.empty()) reading.conversion.setLanguage(form, other.language, contrib.position());
    form.appendText(other.text, contrib.position());
    line.appendText(")", contrib.position());
  }
  for (const Element* part : childrenOf(contrib, "degrees")) {
    line.appendText(std::string(listSeparator(languageAt(contrib))), part->position());
    convert(*part, line, reading);
  }
  for (const Element* part : childrenOf(contrib)) {
    if (part->name == "xref") appendMark(*part, line, reading);
    if (part->name == "sup") convert(*part, line, reading);
  }
  if (isAuthor(contrib)) return;
  const auto roles = childrenOf(contrib, "role");
  if (roles.empty()) {
    line.appendText(" (" + term(contrib.attributeOr("contrib-type"), languageAt(contrib)) + ")", contrib.position());
  }
  for (const Element* role : roles) {
    line.appendText(" (", role->position());
    convertInline(*role, line, reading);
    line.appendText(")", role->position());
  }
}

/// Authors in one line, everyone else in another.
void appendBylines(const Front& front, Element& header, Reading& reading) {
  for (const bool authors : {true, false}) {
    Element* line = nullptr;
    std::vector<publication::Contributor> people;
    for (const Element* group : front.groups) {
      for (const Element* part : childrenOf(*group)) {
        const bool person = part->name == "contrib" && isAuthor(*part) == authors;
        if (!person && !(authors && part->name == "on-behalf-of")) continue;
        if (person && contributor(*part, languageAt(*part)).name.empty()) continue;
        if (line) {
          line->appendText(person ? std::string(listSeparator(languageAt(*group))) : " ", part->position());
        } else {
          line = &appendMade(header, "p", *part, reading, "byline");
          if (!authors) addClass(*line, "contributors");
        }
        person ? appendContributor(*part, *line, reading) : convert(*part, *line, reading);
        if (person) people.push_back(contributor(*part, languageAt(*part)));
      }
    }
    if (line && authors) shortenByline(*line, people, languageAt(reading.article));
  }
}

/// Affiliations of the same words, which are shown once.
struct Institution {
  std::string words;  // without the label
  std::vector<const Element*> affiliations;
};

std::vector<Institution> institutionsOf(const Front& front) {
  std::vector<Institution> found;
  for (const Element* affiliation : front.affiliations) {
    std::string words = std::string(languageAt(*affiliation)) + " ";
    for (const auto& child : affiliation->children()) {
      const Element* part = dom::asElement(*child);
      if (!part || part->name != "label") words += dom::textContent(*child) + " ";
    }
    words = dom::collapseWhiteSpace(words);
    const auto same = std::ranges::find(found, words, &Institution::words);
    if (same == found.end()) {
      found.push_back({words, {affiliation}});
    } else {
      same->affiliations.push_back(affiliation);
    }
  }
  return found;
}

/// The labels of those that say the same; links to any of them lead here.
void takeAlike(const Institution& institution, Element& shown, Reading& reading) {
  Element* mark = shown.children().empty() ? nullptr : dom::asElement(*shown.children().front());
  std::vector<std::string> labels;
  for (const Element* affiliation : institution.affiliations) {
    const std::string id = reading.conversion.ensureId(shown, "aff");
    reading.conversion.aliasId(affiliation->attributeOr("id"), id);
    const Element* around = affiliation->parent();
    if (around && around->name == "aff-alternatives") reading.conversion.aliasId(around->attributeOr("id"), id);
    const Element* label = firstSaying(*affiliation, "label");
    if (!label || std::ranges::find(labels, plainText(*label)) != labels.end()) continue;
    labels.push_back(plainText(*label));
    if (labels.size() > 1 && mark && mark->name == "sup") mark->appendText(", " + labels.back(), label->position());
  }
}

/// A few stand in lines of their own; more of them run on in one paragraph, or they would push the text off its page.
void appendAffiliations(const Front& front, Element& header, Reading& reading) {
  constexpr std::size_t kFew = 3;
  if (front.affiliations.empty()) return;
  const auto institutions = institutionsOf(front);
  const bool isFew = institutions.size() <= kFew;
  Element& block = appendMade(header, isFew ? "div" : "p", *front.affiliations.front(), reading, "affiliations");
  for (const Institution& institution : institutions) {
    const Element& first = *institution.affiliations.front();
    if (!isFew && &institution != &institutions.front()) {
      block.appendText(isCjkLanguage(languageAt(first)) ? "；" : "; ", first.position());
    }
    Element& shown = appendAs(block, isFew ? "p" : "span", first, reading, "affiliation");
    fillAffiliation(first, shown, reading);
    const bool isChoice = first.parent() && first.parent()->name == "aff-alternatives";
    if (institution.affiliations.size() > 1 || isChoice) takeAlike(institution, shown, reading);
  }
}

/// " 12(3):45–67", each part as far as it is there.
void appendIssue(const Front& front, Element& line, Reading& reading) {
  const auto show = [&](std::string_view name, std::string_view before, std::string_view after) {
    const Element* part = dom::firstChild(*front.meta, name);
    if (!part || plainText(*part).empty()) return false;
    line.appendText(std::string(before), part->position());
    convertInline(*part, line, reading);
    line.appendText(std::string(after), part->position());
    return true;
  };
  const bool volume = show("volume", " ", "");
  show("issue", volume ? "(" : " (", ")");
  if (show("fpage", ":", "")) {
    show("lpage", "–", "");
  } else {
    show("lpage", ":", "");
  }
  show("elocation-id", ":", "");
}

/// When and where it appeared: date, journal with volume and pages, and the source's own words.
void appendDateline(const Front& front, Element& header, Reading& reading) {
  if (!front.meta) return;
  Element& line = appendMade(header, "p", *front.meta, reading, "dateline");
  const auto separate = [&](SourcePosition where) {
    if (!line.children().empty()) line.appendText(" · ", where);
  };
  if (front.published) convert(*front.published, line, reading);
  const Element* group = front.journal ? dom::firstChild(*front.journal, "journal-title-group") : nullptr;
  const Element* journal = front.journal ? dom::firstChild(group ? *group : *front.journal, "journal-title") : nullptr;
  if (journal && !plainText(*journal).empty()) {
    separate(journal->position());
    convertInline(*journal, appendMade(line, "cite", *journal, reading), reading);
  }
  appendIssue(front, line, reading);
  for (const Element* uri : childrenOf(*front.meta, "self-uri")) {
    if (plainText(*uri).empty()) continue;
    separate(uri->position());
    Element& source = appendMade(line, "cite", *uri, reading, "source");
    uri->attributeOr("xlink:href").empty() ? convertInline(*uri, source, reading) : convert(*uri, source, reading);
  }
  if (line.children().empty()) header.remove(header.children().size() - 1);
}

void appendSubjects(const Front& front, Element& header, Reading& reading) {
  const Element* categories = front.meta ? dom::firstChild(*front.meta, "article-categories") : nullptr;
  if (!categories) return;
  Element& line = appendMade(header, "p", *categories, reading, "subjects");
  std::vector<std::string> shown;
  for (const Element* part : childrenOf(*categories)) {
    const std::string words = plainText(*part);
    if (words.empty() || std::ranges::find(shown, words) != shown.end()) continue;
    shown.push_back(words);
    if (!line.children().empty()) line.appendText(" · ", part->position());
    convert(*part, line, reading);
  }
  if (line.children().empty()) header.remove(header.children().size() - 1);
}

}  // namespace

void fillAffiliation(const Element& affiliation, Element& into, Reading& reading) {
  if (const Element* label = dom::firstChild(affiliation, "label"); label && !plainText(*label).empty()) {
    const bool raised = dom::firstChild(*label, "sup") != nullptr;
    Element& mark = raised ? into : appendMade(into, "sup", *label, reading, "label");
    convertInline(*label, mark, reading);
    into.appendText(" ", label->position());
  }
  const bool written = hasOwnText(affiliation);
  bool first = true;
  for (const auto& child : affiliation.children()) {
    const Element* part = dom::asElement(*child);
    if (!part) {
      if (written) into.appendText(dom::asText(*child)->value, child->position());
      continue;
    }
    if (part->name == "label") continue;
    if (!written && !first) into.appendText(std::string(listSeparator(languageAt(affiliation))), part->position());
    first = false;
    if (!hasOwnText(*part) && part->name == "addr-line") {
      fillAffiliation(*part, into, reading);
    } else {
      convert(*part, into, reading);
    }
  }
}

void appendTitleBlock(const Element& article, const Front& front, Element& into, Reading& reading) {
  Element& header = appendMade(into, "header", front.meta ? *front.meta : article, reading, "title-block");
  appendTitles(article, front, header, reading);
  appendBylines(front, header, reading);
  appendAffiliations(front, header, reading);
  appendDateline(front, header, reading);
  appendSubjects(front, header, reading);
  if (header.children().empty()) into.remove(into.children().size() - 1);
}

}  // namespace octavo::vocabulary::jats

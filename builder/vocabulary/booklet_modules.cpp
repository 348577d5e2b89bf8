// vocabulary: the chapters of a booklet that are gathered from its articles: glossary, answers, index.
#include "vocabulary/answers.h"
#include "vocabulary/booklet_modules.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <set>

#include "text/collation.h"
#include "vocabulary/conversion.h"
#include "vocabulary/conversion_content.h"
#include "vocabulary/made_index.h"
#include "vocabulary/source_questions.h"
#include "words/words.h"

namespace octavo::vocabulary {
namespace {

using dom::Element;
using dom::Namespace;
using dom::Node;
using publication::Chapter;
using publication::NavigationEntry;

template <class Visit>
void visitBelow(Element& element, const Visit& visit) {
  for (const auto& child : element.children()) {
    if (Element* below = dom::asElement(*child)) {
      visit(*below);
      visitBelow(*below, visit);
    }
  }
}

std::unique_ptr<Node> takeOut(Element& element) {
  Element& parent = *element.parent();
  for (std::size_t i = 0; i < parent.children().size(); ++i) {
    if (parent.children()[i].get() == &element) return parent.remove(i);
  }
  return nullptr;
}

/// Words as they are looked for: readings stand for their bases.
void addSortKey(const Node& node, std::string& key) {
  if (const dom::Text* text = dom::asText(node)) {
    key += text->value;
    return;
  }
  const Element& element = *dom::asElement(node);
  const bool isRead = element.name == "ruby" && dom::firstChild(element, "rt");
  for (const auto& child : element.children()) {
    const Element* below = dom::asElement(*child);
    if (below && below->name == "rp") continue;
    if (isRead && !(below && below->name == "rt")) continue;
    addSortKey(*child, key);
  }
}

std::string sortKey(const Node& node) {
  std::string key;
  addSortKey(node, key);
  return dom::collapseWhiteSpace(key);
}

class Gatherer {
 public:
  Gatherer(Chapter& chapter, publication::Publication& publication, SourcePosition where)
      : chapter_(chapter), publication_(publication), where_(where) {}

  bool gatherGlossary();
  bool gatherAnswers();
  bool gatherIndex();

 private:
  struct Definition {
    std::string key, words;
    std::vector<std::unique_ptr<Node>> terms, meanings;
  };

  Element& makeRoot(std::string_view className, std::string_view kind, std::string_view role);
  Element& append(Element& into, std::string_view name, std::string_view className = {}) const;
  void takeDefinitions(Element& list, std::vector<Definition>& definitions);
  void join(std::vector<Definition>& definitions);
  void removeEmptied(const std::vector<Element*>& glossaries);
  std::vector<Element*> answersOf(Element& root) const;
  void nameQuestion(Element& answer);
  void gatherFromSentence(Element& answer, Element& into);
  std::string idOf(Element& element);
  void forgetTargets(const Element& moved);
  void redirectLinks();

  Chapter& chapter_;
  publication::Publication& publication_;
  SourcePosition where_;
  std::map<std::string, std::string, std::less<>> redirects_;  // ids that are gone → where their words are
  int lastId_ = 0;
  const Element* lastQuestion_ = nullptr;  // of the last answer out of a sentence
};

Element& Gatherer::makeRoot(std::string_view className, std::string_view kind, std::string_view role) {
  auto root = std::make_unique<Element>(Namespace::Xhtml, "section", where_);
  root->setAttribute("id", chapter_.id);
  root->setAttribute("class", std::string(className));
  root->setAttribute("lang", publication_.metadata.languages.front());
  root->setAttribute("xml:lang", publication_.metadata.languages.front());
  if (!kind.empty()) root->setAttribute("epub:type", std::string(kind));
  if (!role.empty()) root->setAttribute("role", std::string(role));
  Element& heading = append(*root, "h1");
  heading.appendText(chapter_.title, where_);
  if (!chapter_.language.empty() && chapter_.language != publication_.metadata.languages.front()) {
    heading.setAttribute("lang", chapter_.language);
    heading.setAttribute("xml:lang", chapter_.language);
  }
  chapter_.language = publication_.metadata.languages.front();
  chapter_.root = std::move(root);
  return *chapter_.root;
}

Element& Gatherer::append(Element& into, std::string_view name, std::string_view className) const {
  Element& made = into.appendElement(Namespace::Xhtml, std::string(name), where_);
  if (!className.empty()) made.setAttribute("class", std::string(className));
  return made;
}

std::string Gatherer::idOf(Element& element) {
  if (const std::string* id = element.attribute("id")) return *id;
  std::string id = fmt::format("{}-{}", chapter_.id, ++lastId_);  // articles' ids have prefixes
  element.setAttribute("id", id);
  return id;
}

/// What moves away is no line of its article's contents any more.
void removeEntries(std::vector<NavigationEntry>& entries, const std::set<std::string, std::less<>>& ids) {
  std::erase_if(entries, [&](const NavigationEntry& entry) { return ids.contains(entry.target); });
  for (NavigationEntry& entry : entries) removeEntries(entry.children, ids);
}

void Gatherer::forgetTargets(const Element& moved) {
  std::set<std::string, std::less<>> ids;
  if (const std::string* id = moved.attribute("id")) ids.insert(*id);
  visitBelow(const_cast<Element&>(moved), [&](const Element& below) {
    if (const std::string* id = below.attribute("id")) ids.insert(*id);
  });
  removeEntries(publication_.navigation, ids);
}

void Gatherer::redirectLinks() {
  const auto redirect = [&](Element& element) {
    const std::string_view href = element.attributeOr("href");
    const auto found = href.starts_with('#') ? redirects_.find(href.substr(1)) : redirects_.end();
    if (found != redirects_.end()) element.setAttribute("href", "#" + found->second);
  };
  for (Chapter& chapter : publication_.chapters) {
    if (chapter.root) visitBelow(*chapter.root, redirect);
  }
  if (chapter_.root) visitBelow(*chapter_.root, redirect);
}

// --- The glossary

void Gatherer::takeDefinitions(Element& list, std::vector<Definition>& definitions) {
  bool wasTerm = false;
  for (auto& node : list.takeChildren()) {
    const Element* element = dom::asElement(*node);
    if (!element) continue;  // white space between them
    const bool isTerm = element->name == "dt";
    if (definitions.empty() || (isTerm && !wasTerm)) definitions.emplace_back();
    Definition& definition = definitions.back();
    if (isTerm && definition.terms.empty()) {
      definition.key = sortKey(*element);
      definition.words = dom::collapseWhiteSpace(dom::textContent(*element, true));
    }
    (isTerm ? definition.terms : definition.meanings).push_back(std::move(node));
    wasTerm = isTerm;
  }
}

/// A term that several articles explain has all their meanings; links to the later ones find the first.
void Gatherer::join(std::vector<Definition>& definitions) {
  std::map<std::string, std::size_t> firstOf;
  for (std::size_t i = 0; i < definitions.size();) {
    const auto [known, isNew] = firstOf.emplace(definitions[i].words, i);
    if (isNew || definitions[i].terms.size() > 1) {
      ++i;
      continue;
    }
    Definition& first = definitions[known->second];
    Element& term = *dom::asElement(*definitions[i].terms.front());
    if (const std::string* id = term.attribute("id")) redirects_.emplace(*id, idOf(*dom::asElement(*first.terms.front())));
    std::ranges::move(definitions[i].meanings, std::back_inserter(first.meanings));
    definitions.erase(definitions.begin() + static_cast<std::ptrdiff_t>(i));
  }
}

bool hasContent(const Element& glossary) {
  return std::ranges::any_of(glossary.children(), [](const auto& child) {
    const Element* element = dom::asElement(*child);
    if (!element) return !isBlank(*child);
    if (headingLevel(*element) > 0) return false;
    const bool isFrame = isOneOf(element->name, {"dl", "div", "section"});
    return isFrame ? hasContent(*element) : true;
  });
}

void Gatherer::removeEmptied(const std::vector<Element*>& glossaries) {
  for (Element* glossary : glossaries) {
    if (hasContent(*glossary) || !glossary->parent()) continue;
    if (const std::string* id = glossary->attribute("id")) redirects_.emplace(*id, chapter_.id);
    visitBelow(*glossary, [&](const Element& below) {
      if (const std::string* id = below.attribute("id")) redirects_.emplace(*id, chapter_.id);
    });
    forgetTargets(*glossary);
    takeOut(*glossary);
  }
}

bool Gatherer::gatherGlossary() {
  std::vector<Element*> glossaries, lists;
  for (const Chapter& chapter : publication_.chapters) {
    if (!chapter.root) continue;
    visitBelow(*chapter.root, [&](Element& element) {
      const bool isInside = std::ranges::any_of(glossaries, [&](const Element* outer) {
        for (const Element* at = element.parent(); at; at = at->parent()) {
          if (at == outer) return true;
        }
        return false;
      });
      if (!isInside && (element.hasWord("role", "doc-glossary") || element.hasWord("class", "glossary"))) {
        glossaries.push_back(&element);
      }
      if (isInside && element.name == "dl" && element.parent()->name != "dd") lists.push_back(&element);
    });
  }
  std::vector<Definition> definitions;
  for (Element* list : lists) takeDefinitions(*list, definitions);
  std::erase_if(definitions, [](const Definition& definition) { return definition.terms.empty(); });
  if (definitions.empty()) return false;
  join(definitions);
  std::vector<std::string> keys;
  for (const Definition& definition : definitions) keys.push_back(definition.key);
  Element& list = append(makeRoot("glossary", "glossary", "doc-glossary"), "dl", "glossary-list");
  for (const text::IndexGroup& group : text::indexGroups(keys, publication_.metadata.languages.front())) {
    for (const std::size_t member : group.members) {
      for (auto* part : {&definitions[member].terms, &definitions[member].meanings}) {
        for (auto& node : *part) list.append(std::move(node));
      }
    }
  }
  removeEmptied(glossaries);
  redirectLinks();
  return true;
}

// --- The answers

std::vector<Element*> Gatherer::answersOf(Element& root) const {
  std::vector<Element*> found;
  for (const auto& child : root.children()) {
    Element* element = dom::asElement(*child);
    if (!element) continue;
    const bool isAnswer = std::ranges::any_of(std::array{"answer-set", "answer", "explanation"},
                                              [&](const char* kind) { return element->hasWord("class", kind); });
    if (isAnswer) {
      found.push_back(element);
    } else {
      std::ranges::move(answersOf(*element), std::back_inserter(found));
    }
  }
  return found;
}

/// An answer far from its question says whose it is.
void Gatherer::nameQuestion(Element& answer) {
  const Element* first = dom::firstChild(answer, "p");
  if (first && first->hasWord("class", "answer-title")) return;
  Element* question = questionOf(answer);
  if (!question) return;
  auto line = std::make_unique<Element>(Namespace::Xhtml, "p", answer.position());
  line->setAttribute("class", "answer-title");
  Element& link = append(*line, "a", "xref");
  link.setAttribute("href", "#" + idOf(*question));
  link.appendText(nameOfQuestion(*question), answer.position());
  answer.insert(0, std::move(line));
}

/// Words out of a sentence make one line for each question, which they name by its number.
void Gatherer::gatherFromSentence(Element& answer, Element& into) {
  Element* const question = questionOf(answer);
  const bool goesOn = question && question == lastQuestion_ && !into.children().empty();
  lastQuestion_ = question;
  std::unique_ptr<Element> line = takeAnswerOutOfSentence(answer);
  if (goesOn) {
    Element& before = *dom::asElement(*into.children().back());
    before.appendText(" · ", where_);
    while (!line->children().empty()) before.append(line->remove(0));
    return;
  }
  if (question) {
    auto link = std::make_unique<Element>(Namespace::Xhtml, "a", where_);
    link->setAttribute("class", "xref");
    link->setAttribute("href", "#" + idOf(*question));
    link->appendText(nameOfQuestion(*question), where_);
    line->insert(0, std::make_unique<dom::Text>("\u2002", where_));
    line->insert(0, std::move(link));
  }
  into.append(std::move(line));
}

bool Gatherer::gatherAnswers() {
  struct OfChapter {
    const Chapter* chapter;
    std::vector<Element*> answers;
  };
  std::vector<OfChapter> all;
  for (const Chapter& chapter : publication_.chapters) {
    if (!chapter.root) continue;
    OfChapter own{&chapter, answersOf(*chapter.root)};
    if (!own.answers.empty()) all.push_back(std::move(own));
  }
  if (all.empty()) return false;
  Element& root = makeRoot("answers", {}, {});
  for (const OfChapter& own : all) {
    Element& section = append(root, "section", "answers-of");
    Element& link = append(append(section, "h2"), "a");
    link.setAttribute("href", "#" + own.chapter->id);
    link.appendText(own.chapter->title, where_);
    if (!own.chapter->language.empty() && own.chapter->language != chapter_.language) {
      section.setAttribute("lang", own.chapter->language);
      section.setAttribute("xml:lang", own.chapter->language);
    }
    for (Element* answer : own.answers) {
      if (isAnswerInSentence(*answer)) {
        gatherFromSentence(*answer, section);
        continue;
      }
      nameQuestion(*answer);
      forgetTargets(*answer);
      section.append(takeOut(*answer));
    }
  }
  normalizeHeadings(root);
  return true;
}

// --- The index

bool Gatherer::gatherIndex() {
  std::vector<Element*> marks;
  for (const Chapter& chapter : publication_.chapters) {
    if (!chapter.root) continue;
    visitBelow(*chapter.root, [&](Element& element) {
      if (element.hasWord("class", "index-term") && element.attribute("data-term")) marks.push_back(&element);
    });
  }
  if (marks.empty()) return false;
  Element& root = makeRoot("index", "index", "doc-index");
  Element& entries = append(root, "div", "index-entries");
  entries.setAttribute("epub:type", "index-entry-list");
  appendIndex(entries, marks, publication_.metadata.languages.front(), [&](Element& mark) { return idOf(mark); });
  return true;
}

}  // namespace

std::string gatheredHeading(Gathered what, std::string_view language) {
  using words::Term;
  const Term term = what == Gathered::Glossary ? Term::Glossary : what == Gathered::Answers ? Term::Answers : Term::Index;
  return std::string(words::of(language)[term]);
}

bool gather(Gathered what, Chapter& chapter, publication::Publication& publication, SourcePosition where) {
  Gatherer gatherer(chapter, publication, where);
  switch (what) {
    case Gathered::Glossary: return gatherer.gatherGlossary();
    case Gathered::Answers: return gatherer.gatherAnswers();
    case Gathered::Index: return gatherer.gatherIndex();
    case Gathered::Nothing: break;
  }
  return false;
}

}  // namespace octavo::vocabulary

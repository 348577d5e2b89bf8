// vocabulary: the index that is made of the marks in the text.
#include "vocabulary/made_index.h"

#include <algorithm>
#include <memory>
#include <string_view>

#include "text/collation.h"
#include "vocabulary/source_questions.h"
#include "words/words.h"

namespace octavo::vocabulary {
namespace {

using dom::Element;
using dom::Namespace;

constexpr std::size_t kLeastForGroups = 12;
constexpr std::string_view kSee = "→ ", kSeeAlso = "⇒ ";

/// Terms below each other; the places of each.
struct Entry {
  std::string words, sortAs;
  std::vector<Element*> marks;
  std::vector<std::string> references;  // with their arrows
  std::vector<std::unique_ptr<Entry>> below;

  Entry& child(const std::string& term, const std::string& key) {
    for (const auto& entry : below) {
      if (entry->words == term) return *entry;
    }
    below.push_back(std::make_unique<Entry>());
    below.back()->words = term;
    below.back()->sortAs = key;
    return *below.back();
  }
};

std::vector<std::string> levelsOf(std::string_view path) {
  constexpr std::string_view kBetween = " : ";
  std::vector<std::string> levels;
  while (!path.empty()) {
    const std::size_t end = std::min(path.find(kBetween), path.size());
    levels.emplace_back(path.substr(0, end));
    path.remove_prefix(std::min(end + kBetween.size(), path.size()));
  }
  return levels;
}

void addMark(Element& mark, Entry& top) {
  const std::vector<std::string> levels = levelsOf(mark.attributeOr("data-term"));
  const std::vector<std::string> keys = levelsOf(mark.attributeOr("data-sort-as"));
  Entry* at = &top;
  bool isPlace = true;
  for (std::size_t level = 0; level < levels.size(); ++level) {
    const std::string& words = levels[level];
    if (words.starts_with(kSee) || words.starts_with(kSeeAlso)) {
      if (std::ranges::find(at->references, words) == at->references.end()) at->references.push_back(words);
      isPlace = isPlace && !words.starts_with(kSee);
    } else {
      at = &at->child(words, level < keys.size() && !keys[level].empty() ? keys[level] : words);
    }
  }
  if (isPlace && at != &top) at->marks.push_back(&mark);
}

/// "See " or "See also ", as the language has it.
std::string_view leadOf(std::string_view arrow, std::string_view language) {
  return words::of(language).around(arrow == kSee ? words::Term::IndexSee : words::Term::IndexSeeAlso).first;
}

class IndexMaker {
 public:
  IndexMaker(const std::string& language, const std::function<std::string(Element&)>& idOf)
      : language_(language), idOf_(idOf), separator_(isCjkLanguage(language) ? "　" : words::listSeparator(language)) {}

  void appendGroups(const Entry& top, Element& into) {
    const bool isGrouped = top.below.size() >= kLeastForGroups;
    Element* list = nullptr;
    for (const text::IndexGroup& group : groupsOf(top)) {
      Element* place = &into;
      if (isGrouped) {
        place = &append(into, "div", "index-group");
        if (!group.label.empty()) append(*place, "p", "index-letter").appendText(group.label, into.position());
      }
      if (isGrouped || !list) list = &append(*place, "ul", "index-list");
      appendMembers(top, group, *list);
    }
  }

 private:
  static Element& append(Element& into, std::string_view name, std::string_view className) {
    Element& made = into.appendElement(Namespace::Xhtml, std::string(name), into.position());
    if (!className.empty()) made.setAttribute("class", std::string(className));
    return made;
  }

  std::vector<text::IndexGroup> groupsOf(const Entry& top) const {
    std::vector<std::string> keys;
    for (const auto& entry : top.below) keys.push_back(entry->sortAs);
    return text::indexGroups(keys, language_);
  }

  void appendMembers(const Entry& top, const text::IndexGroup& group, Element& list) {
    for (const std::size_t member : group.members) {
      const Entry& entry = *top.below[member];
      Element& item = append(list, "li", {});
      appendLine(entry, append(item, "p", {}));
      if (entry.below.empty()) continue;
      Element& inner = append(item, "ul", "index-list");
      for (const text::IndexGroup& below : groupsOf(entry)) appendMembers(entry, below, inner);
    }
  }

  /// A link; a page number stands there on paper, a running number on a screen.
  static void appendPlace(const std::string& id, int number, Element& line) {
    Element& link = append(line, "a", "index-place");
    link.setAttribute("href", "#" + id);
    append(link, "span", "number").appendText(std::to_string(number), line.position());
  }

  void appendLine(const Entry& entry, Element& line) {
    line.appendText(entry.words, line.position());
    int number = 0;
    for (Element* mark : entry.marks) {
      line.appendText(separator_, line.position());
      appendPlace(idOf_(*mark), ++number, line);
      const std::string_view end = mark->attributeOr(kRangeEnd);
      if (end.empty()) continue;
      line.appendText("–", line.position());
      appendPlace(std::string(end), ++number, line);
    }
    for (const std::string& reference : entry.references) {
      const std::string_view arrow = reference.starts_with(kSeeAlso) ? kSeeAlso : kSee;
      line.appendText(isCjkLanguage(language_) ? "　" : ". ", line.position());
      append(line, "i", {}).appendText(std::string(leadOf(arrow, language_)), line.position());
      line.appendText(reference.substr(arrow.size()), line.position());
    }
  }

  const std::string& language_;
  const std::function<std::string(Element&)>& idOf_;
  std::string separator_;
};

}  // namespace

void appendIndex(Element& into, const std::vector<Element*>& marks, const std::string& language,
                 const std::function<std::string(Element&)>& idOf) {
  Entry top;
  for (Element* mark : marks) addMark(*mark, top);
  IndexMaker(language, idOf).appendGroups(top, into);
}

std::string indexTermsHidden(std::size_t count) {
  return count == 1 ? std::string("1 index term is no part of the text; it is kept as a mark without words")
                    : std::to_string(count) + " index terms are no part of the text; they are kept as marks without words";
}

}  // namespace octavo::vocabulary

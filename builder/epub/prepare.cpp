// epub: what the chapters' trees need on a screen that they do not need on paper.
#include "epub/prepare.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>

#include <fmt/format.h>

#include "base/utf8.h"
#include "epub/captions.h"
#include "epub/line_feeds.h"
#include "publication/publication.h"
#include "words/words.h"

namespace octavo::epub {
namespace {

using dom::Element;
using dom::Namespace;

/// An answer or an explanation that names what it belongs to.
struct Answer {
  Element* element = nullptr;
  std::string of;     // id
  std::string words;  // of its link
};

int countEntryLists(const Element& element) {
  int count = 0;
  for (const auto& child : element.children()) {
    const Element* below = dom::asElement(*child);
    if (below) count += (below->hasWord("epub:type", "index-entry-list") ? 1 : 0) + countEntryLists(*below);
  }
  return count;
}

void removeType(Element& element, std::string_view type) {
  if (element.hasWord("epub:type", type)) element.removeAttribute("epub:type");
  for (const auto& child : element.children()) {
    if (Element* below = dom::asElement(*child)) removeType(*below, type);
  }
}

bool isBlank(char32_t c) { return c <= 0x20 || c == 0xA0 || (c >= 0x2000 && c <= 0x200B) || c == 0x202F || c == 0x3000; }

/// Blanks only, and no picture or formula.
bool saysNothing(const dom::Node& node) {
  if (const dom::Text* text = dom::asText(node)) return std::ranges::all_of(toUtf32(text->value), isBlank);
  const Element& element = *dom::asElement(node);
  if (element.namespaceName != Namespace::Xhtml || element.name == "img") return false;
  return std::ranges::all_of(element.children(), [](const auto& child) { return saysNothing(*child); });
}

/// The corner of a table: a head for nothing.
bool isEmptyHead(const Element& element) { return element.is(Namespace::Xhtml, "th") && saysNothing(element); }

struct Accent {
  std::string_view combining, spacing;
};
/// MathML Core, "Combining character equivalences": an accent alone in its operator is a character of its own.
constexpr std::array kAccents{
    Accent{"\u0300", "`"}, Accent{"\u0301", "\u00B4"}, Accent{"\u0302", "^"},      Accent{"\u0303", "~"},      Accent{"\u0304", "\u00AF"},
    Accent{"\u0305", "\u203E"}, Accent{"\u0306", "\u02D8"}, Accent{"\u0307", "\u02D9"}, Accent{"\u0308", "\u00A8"}, Accent{"\u030A", "\u02DA"},
    Accent{"\u030C", "\u02C7"}, Accent{"\u0331", "_"}, Accent{"\u0332", "_"}, Accent{"\u20D6", "\u2190"}, Accent{"\u20D7", "\u2192"}};

void spaceAccent(Element& token) {
  if (token.children().size() != 1 || !dom::asText(*token.children()[0])) return;
  std::string& value = dom::asText(*token.children()[0])->value;
  const auto accent = std::ranges::find(kAccents, dom::collapseWhiteSpace(value), &Accent::combining);
  if (accent != kAccents.end()) value = std::string(accent->spacing);
}

class Preparer {
 public:
  explicit Preparer(const std::vector<std::unique_ptr<Element>>& roots) {
    for (const auto& root : roots) {
      if (!root) continue;
      keepForScreens(*root);
      dropLineFeeds(*root);
      collect(*root);
    }
  }

  void prepare() {
    for (Element* captioned : captioned_) giveId(*captioned, captioned->name == "table" ? "table" : "figure");
    for (Element* notes : notes_) giveId(*notes, "notes");
    for (const Answer& answer : answers_) linkToAnswer(answer);
    for (Element* picture : wordless_) describe(*picture);
  }

 private:
  static bool isPageMark(const Element& element) { return element.hasWord("role", "doc-pagebreak"); }

  static void takeMarks(Element& from, std::vector<std::unique_ptr<dom::Node>>& into) {
    for (std::unique_ptr<dom::Node>& child : from.takeChildren()) {
      Element* below = dom::asElement(*child);
      if (below && isPageMark(*below)) into.push_back(std::move(child));
      else if (below) takeMarks(*below, into);
    }
  }

  static void keepForScreens(Element& element) {
    for (std::size_t i = 0; i < element.children().size(); ++i) {
      Element* below = dom::asElement(*element.children()[i]);
      if (!below) continue;
      if (below->attributeOr(publication::kMediumAttribute) == "paper") {
        std::vector<std::unique_ptr<dom::Node>> marks;
        takeMarks(*below, marks);
        element.remove(i);
        for (auto& mark : marks) element.insert(i++, std::move(mark));
        --i;
        continue;
      }
      std::erase_if(below->attributes, [](const dom::Attribute& each) { return each.name.starts_with("data-octavo-"); });
      keepForScreens(*below);
    }
  }

  void collect(Element& element) {
    if (const std::string* id = element.attribute("id")) byId_.emplace(*id, &element);
    if (element.hasWord("epub:type", "index") && countEntryLists(element) != 1) {
      element.removeAttribute("epub:type");
      removeType(element, "index-entry-list");
    }
    if (element.is(Namespace::MathMl, "mo")) spaceAccent(element);
    if (isEmptyHead(element)) {
      element.name = "td";
      element.removeAttribute("scope");
    }
    if (element.hasWord("role", "doc-endnotes")) notes_.push_back(&element);
    if (captionOf(element)) captioned_.push_back(&element);
    if (element.hasWord("class", "answer") || element.hasWord("class", "explanation")) collectAnswer(element);
    const bool isPicture = element.is(Namespace::Xhtml, "img");
    if (isPicture && element.attributeOr("alt").empty() && !element.hasWord("role", "presentation")) wordless_.push_back(&element);
    for (const auto& child : element.children()) {
      if (Element* below = dom::asElement(*child)) collect(*below);
    }
  }

  void collectAnswer(Element& answer) {
    const Element* title = dom::firstChild(answer, "p");
    const Element* link = title && title->hasWord("class", "answer-title") ? dom::firstChild(*title, "a") : nullptr;
    const std::string_view reference = link ? link->attributeOr("href") : std::string_view();
    if (!reference.starts_with('#')) return;
    answers_.push_back({&answer, std::string(reference.substr(1)), dom::collapseWhiteSpace(dom::textContent(*link))});
  }

  void giveId(Element& element, std::string_view stem) {
    if (element.attribute("id")) return;
    std::string id;
    do {
      id = fmt::format("{}-at-{}", stem, ++lastNumber_);
    } while (byId_.contains(id));
    byId_.emplace(id, &element);
    element.setAttribute("id", id);
  }

  static bool followsAtOnce(const Element& element, const Element& next) {
    bool isBehind = false;
    for (const auto& sibling : element.parent()->children()) {
      if (isBehind && dom::asElement(*sibling)) return sibling.get() == &next;
      isBehind = isBehind || sibling.get() == &element;
    }
    return false;
  }

  void linkToAnswer(const Answer& answer) {
    const auto found = byId_.find(answer.of);
    if (found == byId_.end() || !found->second->parent()) return;
    Element& question = *found->second;
    const bool isKnown = question.hasWord("class", "question") || question.hasWord("class", "answer");
    if (!isKnown || followsAtOnce(question, *answer.element)) return;
    giveId(*answer.element, "answer");
    // A question among words (in the base of a reading) holds words only.
    const bool isAmongWords = question.is(Namespace::Xhtml, "span") || question.is(Namespace::Xhtml, "p");
    if (isAmongWords) question.appendText(" ", question.position());
    Element& line = question.appendElement(Namespace::Xhtml, isAmongWords ? "span" : "p", question.position());
    line.setAttribute("class", "to-answer");
    Element& link = line.appendElement(Namespace::Xhtml, "a", question.position());
    link.setAttribute("href", "#" + *answer.element->attribute("id"));
    link.appendText(linkWords(answer, question), question.position());
  }

  /// A number, or the question's own words, tell at the question nothing of where the link leads.
  static std::string linkWords(const Answer& answer, const Element& question) {
    std::string_view name = answer.words;
    constexpr std::string_view kEllipsis = "…";
    if (name.ends_with(kEllipsis)) name.remove_suffix(kEllipsis.size());
    const bool isRepeated = dom::collapseWhiteSpace(dom::textContent(question)).find(name) != std::string::npos;
    return isRepeated ? std::string(words::of(dom::languageOf(question))[words::Term::Answer]) : answer.words;
  }

  static void describe(Element& picture) {
    for (const Element* around = picture.parent(); around; around = around->parent()) {
      if (!around->is(Namespace::Xhtml, "figure")) continue;
      if (const Element* caption = captionOf(*around)) picture.setAttribute("alt", captionText(*caption));
      return;
    }
  }

  std::map<std::string, Element*, std::less<>> byId_;
  std::vector<Element*> captioned_, notes_, wordless_;
  std::vector<Answer> answers_;
  int lastNumber_ = 0;
};

}  // namespace

void prepareChapters(const std::vector<std::unique_ptr<Element>>& roots) { Preparer(roots).prepare(); }

}  // namespace octavo::epub

// vocabulary/jats: citations that come as bare parts: put in one order, with one punctuation, nothing left out.
//
// Authors (year) Title. Editors, eds. Source, edition volume(issue):pages. Place: publisher. Rest. Identifiers.
#include "vocabulary/jats/reading.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "vocabulary/jats/terms.h"

namespace octavo::vocabulary::jats {
namespace {

using dom::Element;

/// "(Inventor)" is the source's word, "eds." ours.
std::string roleWords(const Element& group, std::string_view language) {
  const std::string_view type = group.attributeOr("person-group-type");
  if (type.empty() || type == "author" || plainText(group).empty()) return {};
  const std::string_view key = type == "editor" ? "editors" : type == "translator" ? "translators" : type;
  return std::string(listSeparator(language)) + term(key, language);
}

/// A citation on its way: which parts are still to come, and what stands at the end of the line.
class Citation {
 public:
  Citation(const Element& source, Element& into, Reading& reading)
      : source_(source), into_(into), reading_(reading), left_(childrenOf(source)), start_(into.children().size()) {}

  /// The next part with one of these names, taken out of what is left; null when there is none.
  const Element* take(std::initializer_list<std::string_view> names) {
    for (const std::string_view name : names) {
      const auto found = std::ranges::find_if(left_, [&](const Element* part) { return part->name == name; });
      if (found == left_.end()) continue;
      const Element* part = *found;
      left_.erase(found);
      return part;
    }
    return nullptr;
  }
  const Element* takeNextAuthor() {
    const auto found = std::ranges::find_if(left_, [](const Element* part) {
      if (part->name == "person-group") return part->attributeOr("person-group-type", "author") == "author";
      return isOneOf(part->name, {"name", "string-name", "name-alternatives", "collab", "etal", "anonymous"});
    });
    if (found == left_.end()) return nullptr;
    const Element* part = *found;
    left_.erase(found);
    return part;
  }
  const std::vector<const Element*>& left() const { return left_; }
  bool isEmpty() const { return into_.children().size() == start_; }

  /// Appends text between parts; nothing at the start, and no full stop after a mark that ends a sentence.
  void put(std::string_view text) {
    if (isEmpty()) return;
    std::string shown(text);
    const std::string before = tail();
    const auto ends = [&](std::string_view mark) { return before.ends_with(mark); };
    if (shown.starts_with(".") && (ends(".") || ends("?") || ends("!") || ends("。") || ends("？") || ends("！"))) {
      shown.erase(0, 1);
    }
    into_.appendText(shown, source_.position());
  }
  void show(const Element& part) { convert(part, into_, reading_); }
  void show(const Element* part, std::string_view before, std::string_view after = {}) {
    if (!part || (plainText(*part).empty() && childrenOf(*part).empty() && part->name != "etal")) return;
    put(before);
    show(*part);
    if (!after.empty()) into_.appendText(std::string(after), part->position());
  }
  void text(std::string_view words) {
    if (!words.empty()) into_.appendText(std::string(words), source_.position());
  }
  std::string_view language() const { return citationLanguage(source_); }
  Element& bold(const Element& part) {
    Element& made = appendMade(into_, "b", part, reading_);
    convertInline(part, made, reading_);
    return made;
  }

 private:
  std::string tail() const {
    const auto& children = into_.children();
    std::string words = children.empty() ? std::string() : dom::textContent(*children.back());
    while (!words.empty() && (words.back() == ' ' || words.back() == '\n')) words.pop_back();
    return words;
  }

  const Element& source_;
  Element& into_;
  Reading& reading_;
  std::vector<const Element*> left_;
  std::size_t start_;
};

void showAuthors(Citation& citation) {
  while (const Element* author = citation.takeNextAuthor()) citation.show(author, separatorBefore(*author, citation.language()));
  if (!citation.isEmpty()) return;
  // A work without authors stands under its editors, inventors, compilers.
  const Element* group = citation.take({"person-group"});
  citation.show(group, "");
  if (group) citation.text(roleWords(*group, citation.language()));
}

void showDate(Citation& citation) {
  const Element* year = citation.take({"year", "string-date", "date"});
  const Element* month = citation.take({"month", "season"});
  const Element* day = citation.take({"day"});
  if (!year && !month && !day) return;
  citation.put(" ");
  citation.text("(");
  if (year) citation.show(*year);
  if (year && month) citation.text(" ");
  if (month) citation.show(*month);
  if (day && (year || month)) citation.text(" ");
  if (day) citation.show(*day);
  citation.text(")");
}

void showTitles(Citation& citation) {
  static const std::initializer_list<std::string_view> kTitles{"article-title", "chapter-title", "part-title", "data-title"};
  bool first = true;
  while (const Element* title = citation.take(kTitles)) {
    citation.show(title, first ? " " : ". ");
    first = false;
  }
  while (const Element* title = citation.take({"trans-title"})) citation.show(title, " [", "]");
}

/// Editors, translators and others, with what they are.
void showOtherPeople(Citation& citation) {
  while (const Element* group = citation.take({"person-group"})) {
    citation.show(group, ". ");
    citation.text(roleWords(*group, citation.language()));
  }
}

void showSource(Citation& citation) {
  while (const Element* source = citation.take({"source", "source-title"})) citation.show(source, ". ");
  while (const Element* source = citation.take({"trans-source"})) citation.show(source, " [", "]");
  for (const auto* name : {"edition", "version", "series", "conf-name", "conf-date", "conf-loc"}) {
    while (const Element* part = citation.take({name})) citation.show(part, ", ");
  }
}

void showPlaceInSource(Citation& citation) {
  const Element* volume = citation.take({"volume"});
  const Element* issue = citation.take({"issue"});
  const std::string_view before = volume || issue ? ":" : ", ";
  if (volume && !plainText(*volume).empty()) {
    citation.put(" ");
    citation.bold(*volume);
  }
  citation.show(issue, volume ? "(" : " (", ")");
  for (const auto* name : {"issue-part", "supplement"}) citation.show(citation.take({name}), " ");
  const Element* first = citation.take({"fpage"});
  const Element* last = citation.take({"lpage"});
  citation.show(first, before);
  citation.show(last, first ? std::string_view("–") : before);
  const Element* range = citation.take({"page-range"});
  const bool told = range && first && last && plainText(*range).starts_with(plainText(*first));
  if (!told) citation.show(range, first ? std::string_view(", ") : before);
  citation.show(citation.take({"elocation-id"}), before);
}

void showPublisher(Citation& citation) {
  while (true) {
    const Element* place = citation.take({"publisher-loc"});
    const Element* name = citation.take({"publisher-name"});
    if (!place && !name) return;
    citation.show(place, ". ");
    citation.show(name, place ? colon(citation.language()) : ". ");
  }
}

}  // namespace

void convertElementCitation(const Element& source, Element& into, Reading& reading) {
  Citation citation(source, into, reading);
  showAuthors(citation);
  showDate(citation);
  showTitles(citation);
  showOtherPeople(citation);
  showSource(citation);
  showPlaceInSource(citation);
  showPublisher(citation);
  std::vector<const Element*> identifiers;
  for (const Element* part : citation.left()) {
    if (isOneOf(part->name, {"pub-id", "ext-link", "uri"})) {
      identifiers.push_back(part);
    } else {
      citation.show(part, part->name == "isbn" ? ". ISBN " : part->name == "issn" ? ". ISSN " : ". ");
    }
  }
  for (const Element* part : identifiers) citation.show(part, ". ");
  if (hasOwnText(source)) {
    // Loose words between the parts of an element-citation are against the rules, and still words.
    for (const auto& child : source.children()) {
      const dom::Text* text = dom::asText(*child);
      if (text && !isBlank(text->value)) into.appendText(" " + dom::collapseWhiteSpace(text->value), text->position());
    }
  }
  if (!citation.isEmpty()) citation.put(".");
}

}  // namespace octavo::vocabulary::jats

#include "vocabulary/docbook/numbering.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "vocabulary/docbook/misplaced.h"
#include "vocabulary/docbook/terms.h"

namespace octavo::vocabulary::docbook {
namespace {

using dom::Element;

/// Counts while the document is walked in its order.
class Indexer {
 public:
  explicit Indexer(Reading& reading) : reading_(reading) {}

  void walk(const Element& element) {
    for (const auto* name : {"xml:id", "id"}) {
      if (const std::string* id = element.attribute(name)) reading_.byId.emplace(*id, &element);
    }
    if (element.name == "glossentry") noteTerms(element);
    if (isOneOf(element.name, {"book", "article"}) && &element != &reading_.document) startWhole(element);
    const std::string component = component_;
    if (isComponent(element)) startComponent(element);
    if (isFormal(element)) numberFormal(element);
    if (element.name == "orderedlist") startList(element);
    countCallouts(element);
    findMisplaced(element, reading_);
    const std::size_t depth = listDepth_;
    listDepth_ += element.name == "orderedlist" ? 1 : 0;
    for (const auto& child : element.children()) {
      if (const Element* below = dom::asElement(*child)) walk(*below);
    }
    listDepth_ = depth;
    if (isComponent(element)) component_ = component;
  }

 private:
  struct Counters {
    int figure = 0, table = 0, example = 0, equation = 0, procedure = 0;
    int& of(std::string_view name) {
      return name == "figure" ? figure : name == "table" ? table : name == "example" ? example
             : name == "equation" ? equation : procedure;
    }
  };

  /// Only a part of a book is numbered; a chapter by itself has no place in a row.
  bool isComponent(const Element& element) const {
    const bool hasName = isOneOf(element.name, {"part", "chapter", "appendix", "preface", "article", "reference"});
    if (!hasName || !element.parent()) return false;
    for (const auto* outer : {"article", "chapter", "appendix", "preface", "section"}) {
      if (hasAncestor(element, outer)) return false;
    }
    return true;
  }

  static bool isFormal(const Element& element) {
    if (element.name == "equation") return element.parent() && element.parent()->name != "inlineequation";
    if (!isOneOf(element.name, {"figure", "table", "example", "procedure"})) return false;
    return titleOf(element) || (element.name == "table" && dom::firstChild(element, "caption"));
  }

  void noteTerms(const Element& entry) {
    for (const auto* name : {"glossterm", "abbrev", "acronym"}) {
      for (const Element* term : childrenOf(entry, name)) reading_.glossaryEntries.emplace(plainText(*term), &entry);
    }
  }

  void startWhole(const Element& element) {
    if (element.name == "book") chapters_ = appendices_ = parts_ = 0;
  }

  void startComponent(const Element& element) {
    if (element.name == "part" || element.name == "reference") {
      set(element, element.name == "part" ? formatNumber(++parts_, "upperroman") : std::string());
      return;
    }
    counters_ = {};
    if (element.name == "chapter") component_ = std::to_string(++chapters_);
    if (element.name == "appendix") component_ = formatNumber(++appendices_, "upperalpha");
    if (element.name == "preface" || element.name == "article") component_.clear();
    set(element, component_);
    component_ = reading_.numbers[&element];
  }

  void numberFormal(const Element& element) {
    const std::string count = std::to_string(++counters_.of(element.name));
    set(element, component_.empty() ? count : component_ + "." + count);
  }

  /// From 1 in each listing; the areas of a set share its number.
  void countCallouts(const Element& element) {
    if (isOneOf(element.name, {"programlisting", "screen", "literallayout", "synopsis", "areaspec"})) callouts_ = 0;
    if (!isOneOf(element.name, {"co", "area", "areaset"})) return;
    const bool isShared = element.parent() && element.parent()->name == "areaset";
    reading_.callouts[&element] = isShared ? callouts_ : ++callouts_;
  }

  /// A continued list goes on from the one before it at the same depth.
  void startList(const Element& list) {
    listEnds_.resize(listDepth_ + 1, 0);
    int first = list.attributeOr("continuation") == "continues" ? listEnds_[listDepth_] + 1 : 1;
    const std::string_view written = list.attributeOr("startingnumber");
    int value = 0;
    const auto [end, error] = std::from_chars(written.data(), written.data() + written.size(), value);
    if (!written.empty() && error == std::errc() && end == written.data() + written.size() && value < 1000000) first = value;
    listEnds_[listDepth_] = first + static_cast<int>(childrenOf(list, "listitem").size()) - 1;
    reading_.listStarts[&list] = first;
  }

  void set(const Element& element, std::string number) {
    reading_.numbers[&element] = std::string(element.attributeOr("label", number));
  }

  Reading& reading_;
  int chapters_ = 0, appendices_ = 0, parts_ = 0;
  std::string component_;  // the number of the chapter that is walked
  Counters counters_;
  int callouts_ = 0;
  std::size_t listDepth_ = 0;
  std::vector<int> listEnds_;  // by depth
};

/// The place among siblings of the same name, from 1.
int placeOf(const Element& element) {
  int place = 1;
  for (const Element* sibling : childrenOf(*element.parent(), element.name)) {
    if (sibling == &element) break;
    ++place;
  }
  return place;
}

/// 2.a.i: a step by the steps around it.
std::string stepNumber(const Element& step) {
  constexpr std::array<std::string_view, 5> kKinds{"arabic", "loweralpha", "lowerroman", "upperalpha", "upperroman"};
  std::vector<int> places;
  for (const Element* at = &step; at->parent(); at = at->parent()) {
    if (at->name == "step") places.insert(places.begin(), placeOf(*at));
    if (at->name == "procedure") break;
  }
  std::string number;
  for (std::size_t i = 0; i < places.size(); ++i) {
    number += (i == 0 ? "" : ".") + formatNumber(places[i], kKinds[i % kKinds.size()]);
  }
  return number;
}

std::string itemNumber(const Element& item, const Reading& reading) {
  return formatNumber(firstNumber(*item.parent(), reading) + placeOf(item) - 1, item.parent()->attributeOr("numeration", "arabic"));
}

/// The words of the first child that is there.
std::string firstWords(const Element& target, std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names) {
    const Element* child = firstSaying(target, name);
    if (child) return headingText(*child);
  }
  return {};
}

std::string wordsByKind(const Element& target, const Reading& reading) {
  const std::string_view name = target.name;
  if (name == "step") return numbered("step", stepNumber(target), languageAt(target));
  if (isOneOf(name, {"co", "area", "areaset"})) return calloutMark(target, reading);
  if (name == "listitem" && target.parent()->name == "orderedlist") return itemNumber(target, reading);
  if (name == "listitem" && target.parent()->name == "varlistentry") return wordsOf(*target.parent(), reading);
  if (name == "varlistentry") return firstWords(target, {"term"});
  if (name == "glossentry") return firstWords(target, {"glossterm"});
  if (name == "refentry") {
    const Element* meta = dom::firstChild(target, "refmeta");
    const Element* names = dom::firstChild(target, "refnamediv");
    const std::string title = meta ? firstWords(*meta, {"refentrytitle"}) : std::string();
    return !title.empty() ? title : names ? firstWords(*names, {"refdescriptor", "refname"}) : std::string();
  }
  if (isOneOf(name, {"qandaentry", "question", "answer"})) {
    const std::string label = firstWords(target, {"label"});
    return !label.empty() || name == "qandaentry" ? label : term(name, languageAt(target));
  }
  if (isOneOf(name, {"term", "glossterm", "title", "refname", "phrase", "link", "production", "lhs"}) ||
      isInlineElement(target)) {
    return name == "production" ? firstWords(target, {"lhs"}) : headingText(target);
  }
  const bool isBare = isOneOf(name, {"dedication", "preface", "colophon", "acknowledgements", "glossary", "bibliography",
                                     "index", "setindex", "abstract", "note", "warning", "caution", "important", "tip",
                                     "danger", "refsynopsisdiv", "legalnotice", "revhistory", "toc"});
  return isBare ? term(name, languageAt(target)) : std::string();
}

}  // namespace

void indexDocument(Reading& reading) { Indexer(reading).walk(reading.document); }

std::string labelOf(const Element& source, const Reading& reading) {
  const auto found = reading.numbers.find(&source);
  if (found == reading.numbers.end() || found->second.empty()) return {};
  return numbered(source.name, found->second, languageAt(source));
}

std::string wordsOf(const Element& target, const Reading& reading) {
  const std::string label(target.attributeOr("xreflabel"));
  if (!label.empty()) return label;
  if (isOneOf(target.name, {"biblioentry", "bibliomixed", "biblioset"})) return citationMark(target);
  const std::string number = labelOf(target, reading);
  const Element* title = titleOf(target);
  const bool isFormal = isOneOf(target.name, {"figure", "table", "example", "equation", "procedure"});
  if (!number.empty() && (isFormal || !title)) return number;
  if (!number.empty()) return number + std::string(listSeparator(languageAt(target))) + headingText(*title);
  if (title) return headingText(*title);
  return wordsByKind(target, reading);
}

int firstNumber(const Element& list, const Reading& reading) {
  const auto found = reading.listStarts.find(&list);
  return found == reading.listStarts.end() ? 1 : found->second;
}

}  // namespace octavo::vocabulary::docbook

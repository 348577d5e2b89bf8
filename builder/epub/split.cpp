// epub: long chapters in several files, for readers that take their time with long ones.
#include "epub/split.h"

#include <algorithm>
#include <charconv>
#include <initializer_list>
#include <map>
#include <string>
#include <utility>

namespace octavo::epub {
namespace {

using dom::Element;
using dom::Namespace;
using NodePtr = std::unique_ptr<dom::Node>;

/// The bytes of text once its signs of markup are escaped.
std::size_t escapedSize(std::string_view text) {
  constexpr std::size_t kMore = 5;  // "&quot;" against one byte
  return text.size() + kMore * static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return c == '&' || c == '<' || c == '>' || c == '"'; }));
}

std::size_t markupSize(const dom::Node& node) {
  if (const dom::Text* text = dom::asText(node)) return escapedSize(text->value);
  constexpr std::size_t kDeclaration = 50;  // of a namespace, on an element of MathML
  const Element& element = *dom::asElement(node);
  std::size_t size = 2 * element.name.size() + 5 + (element.namespaceName != Namespace::Xhtml ? kDeclaration : 0);
  for (const dom::Attribute& attribute : element.attributes) size += attribute.name.size() + escapedSize(attribute.value) + 4;
  for (const auto& child : element.children()) size += markupSize(*child);
  return size;
}

bool isNamed(const dom::Node& node, std::initializer_list<std::string_view> names) {
  const Element* element = dom::asElement(node);
  return element && element->namespaceName == Namespace::Xhtml && std::ranges::find(names, element->name) != names.end();
}

/// A container of blocks, rows or items: nothing is lost where it goes on in the next file.
bool isDivisible(const dom::Node& node) {
  return isNamed(node, {"section", "div", "figure", "blockquote", "table", "tbody", "ul", "ol", "dl"});
}

int numberOr(std::string_view text, int otherwise) {
  int number = otherwise;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

/// How many of the rows that follow the row's cells reach into.
int rowsBelow(const dom::Node& row) {
  int most = 0;
  const Element* element = dom::asElement(row);
  if (!element || element->name != "tr") return 0;
  for (const auto& cell : element->children()) {
    if (const Element* each = dom::asElement(*cell)) most = std::max(most, numberOr(each->attributeOr("rowspan"), 1) - 1);
  }
  return most;
}

/// What may not be the last of a file: headings, marks of pages, white space.
bool belongsToNext(const dom::Node& node) {
  if (const dom::Text* text = dom::asText(node)) return dom::collapseWhiteSpace(text->value).empty();
  const Element& element = *dom::asElement(node);
  const bool isHeading = element.name.size() == 2 && element.name[0] == 'h' && element.name[1] >= '1' && element.name[1] <= '6';
  return isHeading || element.is(Namespace::Xhtml, "header") || element.is(Namespace::Xhtml, "dt") || element.hasWord("role", "doc-pagebreak");
}

std::unique_ptr<Element> emptyCopy(const Element& element) {
  auto copy = std::make_unique<Element>(element.namespaceName, element.name, element.position());
  copy->attributes = element.attributes;
  return copy;
}

void dropIds(Element& element) {
  element.removeAttribute("id");
  for (const auto& child : element.children()) {
    if (Element* below = dom::asElement(*child)) dropIds(*below);
  }
}

/// The number that the next item of an ordered list has.
int nextNumber(const Element& list) {
  int number = numberOr(list.attributeOr("start"), 1);
  for (const auto& child : list.children()) {
    if (isNamed(*child, {"li"})) number = numberOr(dom::asElement(*child)->attributeOr("value"), number) + 1;
  }
  return number;
}

/// The element once more, for what goes on in the next file: a table with its columns and head, a list with its numbers.
std::unique_ptr<Element> continuationOf(const Element& element) {
  auto copy = emptyCopy(element);
  for (const char* attribute : {"id", "role", "epub:type", "aria-label", "aria-labelledby"}) copy->removeAttribute(attribute);
  if (element.is(Namespace::Xhtml, "ol") && !element.attribute("reversed")) copy->setAttribute("start", std::to_string(nextNumber(element)));
  if (!element.is(Namespace::Xhtml, "table")) return copy;
  for (const auto& child : element.children()) {
    if (!isNamed(*child, {"colgroup", "thead"})) continue;
    auto part = dom::clone(*dom::asElement(*child));
    dropIds(*part);
    copy->append(std::move(part));
  }
  return copy;
}

/// The notes of a chapter, by id, until the file of their calls is known.
class Notes {
 public:
  explicit Notes(Element& root) {
    const auto& children = root.children();
    const auto found = std::ranges::find_if(children, [](const NodePtr& child) {
      const Element* element = dom::asElement(*child);
      return element && element->hasWord("role", "doc-endnotes") && element->hasWord("class", "notes");
    });
    if (found == children.end()) return;
    NodePtr taken = root.remove(static_cast<std::size_t>(found - children.begin()));
    Element& section = *dom::asElement(*taken);
    for (NodePtr& child : section.takeChildren()) {
      const Element* note = dom::asElement(*child);
      if (note) notes_.emplace_back(note->attributeOr("id"), std::move(child));
    }
    for (std::size_t i = 0; i < notes_.size(); ++i) byId_.emplace(notes_[i].first, i);
    section_ = emptyCopy(section);
  }

  /// The bytes of the notes that are called below the node.
  std::size_t sizeOfCalled(const dom::Node& node) const {
    if (notes_.empty()) return 0;
    std::size_t size = 0;
    forEachCall(node, [&](std::size_t note) { size += notes_[note].second ? markupSize(*notes_[note].second) : 0; });
    return size;
  }

  /// Puts the notes that a part calls, and the notes that these call, behind it; the last part takes all that are left.
  void appendTo(Element& part, bool isLast) {
    std::vector<std::size_t> wanted;
    const auto want = [&](std::size_t note) {
      if (std::ranges::find(wanted, note) == wanted.end() && notes_[note].second) wanted.push_back(note);
    };
    forEachCall(part, want);
    for (std::size_t i = 0; i < wanted.size(); ++i) forEachCall(*notes_[wanted[i]].second, want);
    for (std::size_t i = 0; isLast && i < notes_.size(); ++i) want(i);
    if (wanted.empty()) return;
    std::ranges::sort(wanted);
    auto section = emptyCopy(*section_);
    section_->removeAttribute("id");
    for (const std::size_t note : wanted) section->append(std::move(notes_[note].second));
    part.append(std::move(section));
  }

 private:
  template <class Visit>
  void forEachCall(const dom::Node& node, const Visit& visit) const {
    const Element* element = dom::asElement(node);
    if (!element) return;
    const std::string_view reference = element->attributeOr("href");
    if (reference.starts_with('#') && element->hasWord("role", "doc-noteref")) {
      const auto found = byId_.find(reference.substr(1));
      if (found != byId_.end()) visit(found->second);
    }
    for (const auto& child : element->children()) forEachCall(*child, visit);
  }

  std::vector<std::pair<std::string, NodePtr>> notes_;
  std::map<std::string, std::size_t, std::less<>> byId_;
  std::unique_ptr<Element> section_;  // without its notes
};

class Splitter {
 public:
  Splitter(Element& root, std::size_t limit) : limit_(limit), notes_(root) {}

  std::vector<std::unique_ptr<Element>> split(std::unique_ptr<Element> root) {
    std::vector<NodePtr> content = root->takeChildren();
    open_.push_back(root.get());
    parts_.push_back(std::move(root));
    place(std::move(content));
    for (std::size_t i = 0; i < parts_.size(); ++i) notes_.appendTo(*parts_[i], i + 1 == parts_.size());
    return std::move(parts_);
  }

 private:
  void place(std::vector<NodePtr> content) {
    int tiedRows = 0;
    for (NodePtr& node : content) {
      const std::size_t size = markupSize(*node) + notes_.sizeOfCalled(*node);
      const bool mayBegin = tiedRows == 0 && mayBeginPart(*node);
      tiedRows = std::max(tiedRows - 1, rowsBelow(*node));
      if (isDivisible(*node) && size > limit_) {
        if (mayBegin && filled_ > limit_ / 2) beginPart();
        placeInside(std::move(node));
        continue;
      }
      if (mayBegin && filled_ > 0 && filled_ + size > limit_) beginPart();
      open_.back()->append(std::move(node));
      filled_ += size;
    }
  }

  /// Not between a term and its meaning, between a table and its head or foot, nor where a list or a table would be left empty.
  bool mayBeginPart(const dom::Node& node) const {
    if (isNamed(node, {"dd", "caption", "colgroup", "thead", "tbody", "tfoot", "figcaption"})) return false;
    const Element& around = *open_.back();
    const bool maybeEmpty = around.is(Namespace::Xhtml, "section") || around.is(Namespace::Xhtml, "div");
    return maybeEmpty || std::ranges::any_of(around.children(), [](const NodePtr& child) { return dom::asElement(*child) != nullptr; });
  }

  void placeInside(NodePtr node) {
    Element& element = *dom::asElement(*node);
    std::vector<NodePtr> content = element.takeChildren();
    open_.back()->append(std::move(node));
    open_.push_back(&element);
    place(std::move(content));
    open_.pop_back();
  }

  /// A new file, with the elements around the place once more and the headings that belong to what follows.
  void beginPart() {
    std::vector<NodePtr> carried = takeTail(*open_.back());
    std::unique_ptr<Element> part = continuationOf(*open_.front());
    std::vector<Element*> open{part.get()};
    for (std::size_t i = 1; i < open_.size(); ++i) {
      open.push_back(dom::asElement(open.back()->append(continuationOf(*open_[i]))));
    }
    open_ = std::move(open);
    parts_.push_back(std::move(part));
    filled_ = 0;
    for (NodePtr& node : carried) {
      filled_ += markupSize(*node);
      open_.back()->append(std::move(node));
    }
  }

  /// Nothing, where the element would be left empty.
  static std::vector<NodePtr> takeTail(Element& element) {
    std::size_t first = element.children().size();
    while (first > 0 && belongsToNext(*element.children()[first - 1])) --first;
    std::vector<NodePtr> tail;
    if (first == 0) return tail;
    while (element.children().size() > first) tail.push_back(element.remove(first));
    return tail;
  }

  std::size_t limit_;
  Notes notes_;
  std::vector<std::unique_ptr<Element>> parts_;
  std::vector<Element*> open_;  // from the part's root to where the next node goes
  std::size_t filled_ = 0;      // bytes of the part, its notes included
};

}  // namespace

std::vector<std::unique_ptr<Element>> splitChapter(std::unique_ptr<Element> root, std::size_t limit) {
  if (markupSize(*root) <= limit) {
    std::vector<std::unique_ptr<Element>> whole;
    whole.push_back(std::move(root));
    return whole;
  }
  Element& chapter = *root;
  return Splitter(chapter, limit).split(std::move(root));
}

}  // namespace octavo::epub

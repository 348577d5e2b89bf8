// epub: long chapters in several files, for readers that take their time with long ones.
#include "epub/split.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

namespace octavo::epub {
namespace {

using dom::Element;
using dom::Namespace;
using NodePtr = std::unique_ptr<dom::Node>;

std::size_t markupSize(const dom::Node& node) {
  if (const dom::Text* text = dom::asText(node)) return text->value.size();
  const Element& element = *dom::asElement(node);
  std::size_t size = 2 * element.name.size() + 5;
  for (const dom::Attribute& attribute : element.attributes) size += attribute.name.size() + attribute.value.size() + 4;
  for (const auto& child : element.children()) size += markupSize(*child);
  return size;
}

/// A container of blocks: nothing is lost where it goes on in the next file.
bool isDivisible(const dom::Node& node) {
  const Element* element = dom::asElement(node);
  return element && (element->is(Namespace::Xhtml, "section") || element->is(Namespace::Xhtml, "div"));
}

/// What may not be the last of a file: headings, marks of pages, white space.
bool belongsToNext(const dom::Node& node) {
  if (const dom::Text* text = dom::asText(node)) return dom::collapseWhiteSpace(text->value).empty();
  const Element& element = *dom::asElement(node);
  const bool isHeading = element.name.size() == 2 && element.name[0] == 'h' && element.name[1] >= '1' && element.name[1] <= '6';
  return isHeading || element.is(Namespace::Xhtml, "header") || element.hasWord("role", "doc-pagebreak");
}

std::unique_ptr<Element> emptyCopy(const Element& element) {
  auto copy = std::make_unique<Element>(element.namespaceName, element.name, element.position());
  copy->attributes = element.attributes;
  return copy;
}

std::unique_ptr<Element> continuationOf(const Element& element) {
  auto copy = emptyCopy(element);
  for (const char* attribute : {"id", "role", "epub:type", "aria-label", "aria-labelledby"}) copy->removeAttribute(attribute);
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
    for (NodePtr& node : content) {
      const std::size_t size = markupSize(*node) + notes_.sizeOfCalled(*node);
      if (isDivisible(*node) && size > limit_) {
        if (filled_ > limit_ / 2) beginPart();
        placeInside(std::move(node));
        continue;
      }
      if (filled_ > 0 && filled_ + size > limit_) beginPart();
      open_.back()->append(std::move(node));
      filled_ += size;
    }
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

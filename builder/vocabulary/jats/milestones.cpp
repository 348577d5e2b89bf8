#include "vocabulary/jats/milestones.h"

#include <algorithm>

namespace octavo::vocabulary::jats {
namespace {

using dom::Element;
using dom::Namespace;

/// What a mark is: its source's name, and the id that pairs it.
constexpr std::string_view kMark = "data-octavo-line", kPair = "data-octavo-pair";

bool isStart(std::string_view name) { return name.ends_with("-start"); }

class LineDrawer {
 public:
  LineDrawer(Element& root, Reading& reading) : reading_(reading) { findPairs(root); }

  void draw(Element& element) {
    for (std::size_t i = 0; i < element.children().size(); ++i) {
      Element* below = dom::asElement(*element.children()[i]);
      if (below && below->attribute(kMark)) {
        meet(*below);
      } else if (below) {
        if (below->namespaceName == Namespace::Xhtml && !isOneOf(below->name, {"rt", "rp"})) draw(*below);
      } else if (!open_.empty() && isText(element, i)) {
        wrap(element, i);
      }
    }
  }

  void tellUnpaired() const {
    for (const auto& [pair, mark] : starts_) {
      if (!ends_.contains(pair)) tell(*mark, "no end names it");
    }
    for (const auto& [pair, mark] : ends_) {
      if (!starts_.contains(pair)) tell(*mark, "there is no start that it names");
    }
  }

 private:
  void findPairs(Element& element) {
    for (const auto& child : element.children()) {
      Element* below = dom::asElement(*child);
      if (!below) continue;
      if (below->attribute(kMark)) (isStart(below->attributeOr(kMark)) ? starts_ : ends_).emplace(below->attributeOr(kPair), below);
      findPairs(*below);
    }
  }

  void meet(const Element& mark) {
    const std::string name(mark.attributeOr(kMark)), pair(mark.attributeOr(kPair));
    if (isStart(name) && ends_.contains(pair)) open_.push_back({name, pair});
    if (!isStart(name)) std::erase_if(open_, [&](const Open& each) { return each.pair == pair; });
  }

  /// White space counts where words stand beside it.
  static bool isText(const Element& parent, std::size_t index) {
    return !isBlank(dom::asText(*parent.children()[index])->value) || hasOwnText(parent);
  }

  void wrap(Element& parent, std::size_t index) {
    std::unique_ptr<dom::Node> inside = parent.remove(index);
    for (const char* line : {"underline-start", "overline-start"}) {
      if (std::ranges::find(open_, line, &Open::name) == open_.end()) continue;
      const bool isUnder = std::string_view(line).starts_with("under");
      auto around = std::make_unique<Element>(Namespace::Xhtml, isUnder ? "u" : "span", inside->position());
      if (!isUnder) around->setAttribute("class", "overline");
      around->append(std::move(inside));
      inside = std::move(around);
    }
    parent.insert(index, std::move(inside));
  }

  void tell(const Element& mark, std::string_view what) const {
    reading_.conversion.warn("xref-dangling", mark.position(), std::string(mark.attributeOr(kMark)) + " draws no line: " + std::string(what));
  }

  struct Open {
    std::string name, pair;
  };
  Reading& reading_;
  std::map<std::string, const Element*, std::less<>> starts_, ends_;
  std::vector<Open> open_;
};

void removeMarks(Element& element) {
  for (std::size_t i = element.children().size(); i-- > 0;) {
    Element* below = dom::asElement(*element.children()[i]);
    if (!below) continue;
    if (!below->attribute(kMark)) {
      removeMarks(*below);
    } else if (below->attribute("id")) {
      below->removeAttribute(kMark);
      below->removeAttribute(kPair);
    } else {
      element.remove(i);
    }
  }
}

}  // namespace

void convertLineMark(const Element& source, Element& into, Reading& reading) {
  Element& mark = appendAs(into, "span", source, reading);
  mark.setAttribute(kMark, source.name);
  mark.setAttribute(kPair, std::string(source.attributeOr(isStart(source.name) ? "id" : "rid")));
  reading.hasLineMarks = true;
  convertInline(source, into, reading);
}

void drawLines(Element& root, Reading& reading) {
  if (!reading.hasLineMarks) return;
  LineDrawer drawer(root, reading);
  drawer.tellUnpaired();
  drawer.draw(root);
  removeMarks(root);
}

}  // namespace octavo::vocabulary::jats

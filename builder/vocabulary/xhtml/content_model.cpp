// vocabulary/xhtml: makes the tree valid XHTML5. Elements are moved, never copied or destroyed with content
// in them: links and notes point to them.
#include <algorithm>
#include <array>
#include <memory>
#include <utility>
#include <vector>

#include "vocabulary/conversion_content.h"
#include "vocabulary/lift_blocks.h"
#include "vocabulary/source_questions.h"
#include "vocabulary/xhtml/reading_private.h"

namespace octavo::vocabulary::xhtml {
namespace {

using dom::Element;
using Nodes = std::vector<std::unique_ptr<dom::Node>>;

bool isHtmlNamed(const dom::Node& node, std::initializer_list<std::string_view> names) {
  const Element* element = dom::asElement(node);
  return element && element->namespaceName == dom::Namespace::Xhtml && isOneOf(element->name, names);
}

void rename(Element& element, std::string_view name) {
  addClass(element, element.name);
  element.name = name;
}

/// Elements that only their own parents may hold, and what becomes of a run of them elsewhere.
struct Stray {
  std::initializer_list<std::string_view> names;
  std::initializer_list<std::string_view> parents;
  std::string_view wrapper;
};
const std::array kStrays{
    Stray{{"li"}, {"ul", "ol"}, "ul"},
    Stray{{"dt", "dd"}, {"dl"}, "dl"},
};

void repairDefinitions(Element& list);

bool isInDivsOf(const Element& element, const Stray& stray) {
  const Element* at = &element;
  while (at && at->name == "div") at = at->parent();
  return stray.wrapper == "dl" && at && at != &element && at->name == "dl";
}

void wrapStrays(Element& parent, const Stray& stray) {
  if (isOneOf(parent.name, stray.parents) || isInDivsOf(parent, stray)) return;
  if (std::ranges::none_of(parent.children(),
                           [&](const auto& node) { return isHtmlNamed(*node, stray.names); }))
    return;
  Element* wrapper = nullptr;
  for (auto& node : parent.takeChildren()) {
    if (!isHtmlNamed(*node, stray.names)) {
      if (!isBlank(*node)) wrapper = nullptr;
      parent.append(std::move(node));
      continue;
    }
    if (!wrapper) {
      wrapper = &parent.appendElement(dom::Namespace::Xhtml, std::string(stray.wrapper), node->position());
    }
    wrapper->append(std::move(node));
  }
  for (const auto& node : parent.children()) {
    if (isHtmlNamed(*node, {"dl"}) && stray.wrapper == "dl") repairDefinitions(*dom::asElement(*node));
  }
}

/// Everything in a list is an item; a list straight in a list belongs to the item before.
void repairList(Element& list) {
  Element* item = nullptr;
  bool isLoose = false;
  for (auto& node : list.takeChildren()) {
    if (isHtmlNamed(*node, {"li"})) {
      item = dom::asElement(list.append(std::move(node)));
      isLoose = false;
    } else if (isBlank(*node)) {
      continue;
    } else if (item && (isLoose || isHtmlNamed(*node, {"ul", "ol"}))) {
      item->append(std::move(node));
    } else {
      item = &list.appendElement(dom::Namespace::Xhtml, "li", node->position());
      item->append(std::move(node));
      isLoose = true;
    }
  }
}

/// Groups of terms and definitions in a div of their own, whatever stands around them in it.
bool isDefinitionGroup(const dom::Node& node) {
  return isHtmlNamed(node, {"div"}) && std::ranges::any_of(dom::asElement(node)->children(), [](const auto& child) {
    return isHtmlNamed(*child, {"dt", "dd"}) || isDefinitionGroup(*child);
  });
}

/// What stands in the groups, as if they were none.
void unwrapGroups(Nodes nodes, Nodes& into) {
  for (auto& node : nodes) {
    if (isDefinitionGroup(*node)) {
      unwrapGroups(dom::asElement(*node)->takeChildren(), into);
    } else if (!isBlank(*node)) {
      into.push_back(std::move(node));
    }
  }
}

/// Terms and definitions in turns: each group has both.
void repairTurns(Element& list, Nodes nodes) {
  std::string_view last = "dd";
  for (auto& node : nodes) {
    if (!isHtmlNamed(*node, {"dt", "dd"})) {
      auto definition = std::make_unique<Element>(dom::Namespace::Xhtml, "dd", node->position());
      definition->append(std::move(node));
      node = std::move(definition);
    }
    const SourcePosition where = node->position();
    const bool isTerm = isHtmlNamed(*node, {"dt"});
    if (!isTerm && list.children().empty()) list.appendElement(dom::Namespace::Xhtml, "dt", where);
    last = isTerm ? "dt" : "dd";
    list.append(std::move(node));
  }
  if (!list.children().empty() && last == "dt")
    list.appendElement(dom::Namespace::Xhtml, "dd", list.position());
}

/// HTML, section 4.4.9: either groups in a div each, or terms and definitions straight in the list. Where a list has both, the
/// divs go; a group without a definition joins the next one, as two terms that share it.
void repairDefinitions(Element& list) {
  Nodes nodes = list.takeChildren();
  std::erase_if(nodes, [](const auto& node) { return isBlank(*node); });
  const auto startsWithTerm = [](const auto& node) {
    const auto& inside = dom::asElement(*node)->children();
    const auto first = std::ranges::find_if(inside, [](const auto& child) { return !isBlank(*child); });
    return first != inside.end() && isHtmlNamed(**first, {"dt"}) && isHtmlNamed(*inside.back(), {"dd"});
  };
  const bool areGroups = std::ranges::all_of(nodes, [&](const auto& node) { return isDefinitionGroup(*node) && startsWithTerm(node); });
  if (!areGroups) {
    Nodes loose;
    unwrapGroups(std::move(nodes), loose);
    return repairTurns(list, std::move(loose));
  }
  for (auto& node : nodes) {
    Element& group = *dom::asElement(*list.append(std::move(node)).parent()->children().back());
    Nodes inside;
    unwrapGroups(group.takeChildren(), inside);
    repairTurns(group, std::move(inside));
  }
}

std::size_t indexOf(const Element& parent, std::string_view name) {
  const auto& children = parent.children();
  const auto found =
      std::ranges::find_if(children, [&](const auto& node) { return isHtmlNamed(*node, {name}); });
  return static_cast<std::size_t>(found - children.begin());
}

/// One caption, first or last.
void repairFigure(Element& figure) {
  const std::size_t caption = indexOf(figure, "figcaption");
  if (caption == figure.children().size()) return;
  for (std::size_t i = caption + 1; i < figure.children().size(); ++i) {
    if (isHtmlNamed(*figure.children()[i], {"figcaption"}))
      rename(*dom::asElement(*figure.children()[i]), "div");
  }
  const auto begin = figure.children().begin();
  const bool isFirst = std::all_of(begin, begin + static_cast<std::ptrdiff_t>(caption),
                                   [](const auto& node) { return isBlank(*node); });
  if (!isFirst) figure.append(figure.remove(caption));
}

/// A summary, and first.
void repairDetails(Element& details) {
  const std::size_t summary = indexOf(details, "summary");
  if (summary == details.children().size()) {
    auto made = std::make_unique<Element>(dom::Namespace::Xhtml, "summary", details.position());
    made->appendText("…", details.position());
    details.insert(0, std::move(made));
  } else {
    details.insert(0, details.remove(summary));
  }
}

/// Parts that make no sense outside their wholes, and wholes that may not stand in some others.
void repairPlace(Element& element) {
  const Element* parent = element.parent();
  const std::string_view around = parent ? std::string_view(parent->name) : std::string_view();
  if (element.name == "figcaption" && around != "figure") rename(element, "div");
  if (element.name == "summary" && around != "details") rename(element, "div");
  if (isOneOf(element.name, {"rb", "rt", "rp", "rtc", "rbc"}) && !isOneOf(around, {"ruby", "rtc", "rbc"})) {
    rename(element, "span");
  }
  for (const Element* at = parent; at; at = at->parent()) {
    const bool isHeading = headingLevel(element) > 0;
    const bool isSection = isOneOf(element.name, {"section", "aside", "nav", "header", "footer"});
    if (isOneOf(at->name, {"dt", "th", "address"}) && (isHeading || isSection))
      rename(element, isHeading ? "p" : "div");
    if (isOneOf(at->name, {"header", "footer"}) && isOneOf(element.name, {"header", "footer"}))
      rename(element, "div");
  }
}

bool isEmpty(const Element& element) {
  return std::ranges::all_of(element.children(), [](const auto& node) { return isBlank(*node); });
}

/// Headings and lists without anything in them.
void dropEmpty(Element& parent, const Conversion& conversion) {
  for (std::size_t i = parent.children().size(); i-- > 0;) {
    Element* child = dom::asElement(*parent.children()[i]);
    if (!child || !isEmpty(*child)) continue;
    const bool isNothing = headingLevel(*child) > 0 || isHtmlNamed(*child, {"ul", "ol", "dl", "tr"});
    if (!isNothing) continue;
    if (headingLevel(*child) > 0)
      conversion.warn("heading-empty", child->position(), "a heading without words", "heading");
    if (child->attribute("id")) {
      child->name = "div";  // links may lead here
    } else {
      parent.remove(i);
    }
  }
}

/// HTML drops a line feed that directly follows the tag (HTML, 13.1.2.5), and pages are written for that.
void dropFirstLineFeed(Element& listing) {
  dom::Text* text = listing.children().empty() ? nullptr : dom::asText(*listing.children().front());
  if (text && text->value.starts_with('\n')) text->value.erase(0, 1);
}

void repairBelow(Element& element, const Conversion& conversion) {
  if (element.namespaceName != dom::Namespace::Xhtml) return;
  repairPlace(element);
  for (std::size_t i = 0; i < element.children().size(); ++i) {
    if (Element* below = dom::asElement(*element.children()[i])) repairBelow(*below, conversion);
  }
  if (element.name == "ul" || element.name == "ol") repairList(element);
  if (element.name == "dl") repairDefinitions(element);
  if (element.name == "figure") repairFigure(element);
  if (element.name == "details") repairDetails(element);
  if (element.name == "pre") dropFirstLineFeed(element);
  for (const Stray& stray : kStrays) wrapStrays(element, stray);
  dropEmpty(element, conversion);
}

/// Inline elements that stand among blocks and hold blocks become blocks: lifting only mends paragraphs.
void inlineToBlocks(Element& element) {
  for (const auto& child : element.children()) {
    if (Element* below = dom::asElement(*child)) inlineToBlocks(*below);
  }
  if (element.namespaceName != dom::Namespace::Xhtml) return;
  const bool isTransparent = isOneOf(element.name, {"a", "ins", "del"});
  const bool holdsBlocks =
      std::ranges::any_of(element.children(), [](const auto& node) { return !isPhrasing(*node); });
  auto probe = Element(dom::Namespace::Xhtml, element.name, element.position());
  if (!isTransparent && holdsBlocks && isPhrasing(probe)) {
    if (element.name != "span") addClass(element, element.name);
    element.name = "div";
  }
}

bool hasOwnText(const Element& element) {
  return std::ranges::any_of(element.children(),
                             [](const auto& node) { return dom::asText(*node) && !isBlank(*node); });
}

/// What many tools write for a paragraph: a div that says so, or a bare one with words beside another like it. As a p it is
/// set, tagged and read aloud as what it is.
bool isParagraphInDisguise(const Element& element) {
  if (!isHtmlNamed(element, {"div"}) || !hasOwnText(element)) return false;
  for (const char* word : {"para", "simpara", "paragraph", "p"}) {
    if (element.hasWord("class", word)) return true;
  }
  const bool isBare = !element.attribute("class") && !element.attribute("role") && element.parent();
  return isBare && std::ranges::all_of(element.children(), [](const auto& node) { return isPhrasing(*node); });
}

void divsToParagraphs(Element& element) {
  std::vector<Element*> found;
  for (const auto& child : element.children()) {
    Element* below = dom::asElement(*child);
    if (!below) continue;
    divsToParagraphs(*below);
    if (isParagraphInDisguise(*below)) found.push_back(below);
  }
  const bool isPlaceForSome = isHtmlNamed(element, {"section", "article", "div", "main", "body", "blockquote", "aside"});
  const auto isSaid = [](const Element* one) { return one->attribute("class") != nullptr; };
  for (Element* one : found) {
    if (isSaid(one) || (isPlaceForSome && found.size() > 1)) one->name = "p";
  }
}

}  // namespace

void repairContentModel(Element& root, const Conversion& conversion) {
  for (std::size_t i = 0; i < root.children().size(); ++i) {
    if (Element* below = dom::asElement(*root.children()[i])) repairBelow(*below, conversion);
  }
  for (const Stray& stray : kStrays) wrapStrays(root, stray);
  dropEmpty(root, conversion);
  divsToParagraphs(root);
  liftBlocks(root);
  inlineToBlocks(root);
  tidyWhiteSpace(root);
}

}  // namespace octavo::vocabulary::xhtml

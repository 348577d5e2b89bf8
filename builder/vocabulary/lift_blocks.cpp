// vocabulary: blocks inside running text: the text is parted around them, or they become words of it.
#include "vocabulary/lift_blocks.h"

#include <algorithm>
#include <array>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

#include "publication/content_model.h"

namespace octavo::vocabulary {
namespace {

using dom::Element;
using dom::Node;
using Nodes = std::vector<std::unique_ptr<Node>>;

constexpr std::array<std::string_view, 3> kWholeInLine{"ruby", "rt", "code"};
/// Blocks whose own text begins and ends without blanks.
constexpr std::array<std::string_view, 3> kSpaceKeepers{"pre", "textarea", "code"};

template <std::size_t N>
bool isIn(const std::array<std::string_view, N>& names, const Element& element) {
  return element.namespaceName == dom::Namespace::Xhtml && std::ranges::find(names, element.name) != names.end();
}

bool isBlockNode(const Node& node) {
  const Element* element = dom::asElement(node);
  if (!element) return false;
  return publication::isBlock(*element) || element->attributeOr("data-block") == "yes";
}

/// Holds running text and is not parted around a block in it: the block becomes words. Paragraphs are.
bool isWhole(const Element& element) {
  if (element.name == "p" || !publication::holdsOnlyPhrasing(element)) return false;
  return publication::isBlock(element) || isIn(kWholeInLine, element);
}

bool hasBlockInside(const Element& element) {
  return std::ranges::any_of(element.children(), [](const auto& child) {
    const Element* below = dom::asElement(*child);
    return isBlockNode(*child) || (below && hasBlockInside(*below));
  });
}

bool isBlankNode(const Node& node) {
  const dom::Text* text = dom::asText(node);
  return text && text->value.find_first_not_of(" \t\r\n\f") == std::string::npos;
}

bool allBlank(const Nodes& nodes) {
  return std::ranges::all_of(nodes, [](const auto& node) { return isBlankNode(*node); });
}

void blocksToSpans(Element& element) {
  for (const auto& child : element.children()) {
    Element* below = dom::asElement(*child);
    if (!below || below->namespaceName != dom::Namespace::Xhtml) continue;
    if (isBlockNode(*child)) {
      below->name = below->name == "hr" ? "br" : "span";
      below->removeAttribute("colspan");
      below->removeAttribute("rowspan");
      below->removeAttribute("scope");
      below->removeAttribute("start");
      below->removeAttribute("type");
    }
    blocksToSpans(*below);
  }
}

std::unique_ptr<Element> emptyTwin(const Element& element) {
  auto twin = std::make_unique<Element>(element.namespaceName, element.name == "a" ? "span" : element.name,
                                        element.position());
  twin->attributes = element.attributes;
  for (const auto* name : {"id", "href", "role", "epub:type"}) twin->removeAttribute(name);
  return twin;
}

/// The inline element as a sequence of inline pieces and the blocks between them.
Nodes splitInline(std::unique_ptr<Node> node) {
  Nodes pieces;
  Element* element = dom::asElement(*node);
  if (!element || isBlockNode(*node) || isWhole(*element) || !hasBlockInside(*element)) {
    pieces.push_back(std::move(node));
    return pieces;
  }
  Nodes content;
  for (auto& child : element->takeChildren()) {
    for (auto& piece : splitInline(std::move(child))) content.push_back(std::move(piece));
  }
  const bool onlyBlocks = std::ranges::all_of(
      content, [](const auto& piece) { return isBlockNode(*piece) || isBlankNode(*piece); });
  if (onlyBlocks && element->name == "a") {
    // A link may hold blocks where its parent may: it travels as one.
    for (auto& piece : content) element->append(std::move(piece));
    element->setAttribute("data-block", "yes");
    pieces.push_back(std::move(node));
    return pieces;
  }
  if (onlyBlocks) {
    // The id, if any, moves to the first block that has none.
    const std::string* id = element->attribute("id");
    for (auto& piece : content) {
      Element* block = dom::asElement(*piece);
      if (id && block && !block->attribute("id")) {
        block->setAttribute("id", *id);
        id = nullptr;
      }
      pieces.push_back(std::move(piece));
    }
    return pieces;
  }
  std::unique_ptr<Node> original = std::move(node);
  Element* open = nullptr;
  for (auto& piece : content) {
    if (isBlockNode(*piece)) {
      open = nullptr;
      pieces.push_back(std::move(piece));
      continue;
    }
    if (!open && isBlankNode(*piece)) continue;
    if (!open) {
      const Element* pattern = element;
      auto next = original ? std::move(original) : std::unique_ptr<Node>(emptyTwin(*pattern));
      open = dom::asElement(*next);
      pieces.push_back(std::move(next));
    }
    open->append(std::move(piece));
  }
  return pieces;
}

void splitParagraph(Element& parent, std::size_t& index) {
  std::unique_ptr<Node> taken = parent.remove(index);
  Element& paragraph = *dom::asElement(*taken);
  Nodes content;
  for (auto& child : paragraph.takeChildren()) {
    for (auto& piece : splitInline(std::move(child))) content.push_back(std::move(piece));
  }
  std::vector<Nodes> runs(1);  // inline runs and single blocks, in turn
  for (auto& piece : content) {
    if (isBlockNode(*piece)) {
      runs.emplace_back();
      runs.back().push_back(std::move(piece));
      runs.emplace_back();
    } else {
      runs.back().push_back(std::move(piece));
    }
  }
  std::string pendingId(paragraph.attributeOr("id"));
  std::unique_ptr<Node> original = std::move(taken);
  bool first = true;
  for (Nodes& run : runs) {
    if (run.empty() || allBlank(run)) continue;
    if (isBlockNode(*run.front())) {
      Element& block = *dom::asElement(*run.front());
      if (!pendingId.empty() && !block.attribute("id") && original) {
        block.setAttribute("id", std::exchange(pendingId, {}));
        paragraph.removeAttribute("id");
      }
      for (const auto* name : {"lang", "xml:lang"}) {
        const std::string* language = paragraph.attribute(name);
        if (language && !block.attribute(name)) block.setAttribute(name, *language);
      }
      parent.insert(index++, std::move(run.front()));
      first = false;
      continue;
    }
    auto piece = original ? std::move(original) : std::unique_ptr<Node>(emptyTwin(paragraph));
    Element& target = *dom::asElement(*piece);
    for (auto& node : run) target.append(std::move(node));
    if (!first) {
      const std::string before(target.attributeOr("class"));
      target.setAttribute("class", before.empty() ? "continued" : before + " continued");
    }
    first = false;
    parent.insert(index++, std::move(piece));
  }
}

/// Text joined to its neighbour, runs of white space collapsed; `atEdge`: a blank here has nothing before it.
void collapseInline(Element& element, bool& atEdge, dom::Text*& lastText);

void collapseText(dom::Text& text, bool& atEdge, dom::Text*& lastText) {
  std::string result;
  const std::string& value = text.value;
  for (std::size_t i = 0; i < value.size();) {
    const std::size_t end = std::min(value.find_first_not_of(" \t\r\n\f", i), value.size());
    if (end == i) {
      result += value[i++];
      atEdge = false;
      continue;
    }
    const bool lineEnd = value.substr(i, end - i).find('\n') != std::string::npos;
    if (!atEdge) result += lineEnd ? '\n' : ' ';
    atEdge = true;
    i = end;
  }
  text.value = std::move(result);
  if (!text.value.empty()) lastText = &text;
}

/// The blank that a block ends with goes.
void trimEnd(dom::Text*& lastText, bool atEdge) {
  if (lastText && atEdge) {
    while (!lastText->value.empty() && (lastText->value.back() == ' ' || lastText->value.back() == '\n')) {
      lastText->value.pop_back();
    }
  }
  lastText = nullptr;
}

void collapseInline(Element& element, bool& atEdge, dom::Text*& lastText) {
  for (const auto& child : element.children()) {
    if (dom::Text* text = dom::asText(*child)) {
      collapseText(*text, atEdge, lastText);
      continue;
    }
    Element& below = *dom::asElement(*child);
    const bool block = isBlockNode(below);
    const bool keeper = isIn(kSpaceKeepers, below) || below.namespaceName != dom::Namespace::Xhtml;
    const bool breaks = block || below.name == "br";
    if (breaks) trimEnd(lastText, atEdge);
    if (breaks) atEdge = true;
    if (keeper && !block) {
      atEdge = false;
      lastText = nullptr;
    } else if (!keeper) {
      collapseInline(below, atEdge, lastText);
      if (below.name == "img" || below.name == "rt") {
        atEdge = false;
        lastText = nullptr;
      }
    }
    if (block) {
      trimEnd(lastText, atEdge);
      atEdge = true;
    }
  }
}

void dropEmpty(Element& element) {
  for (std::size_t i = element.children().size(); i-- > 0;) {
    const Node& child = *element.children()[i];
    if (const dom::Text* text = dom::asText(child)) {
      if (text->value.empty()) element.remove(i);
      continue;
    }
    Element& below = *dom::asElement(*element.children()[i]);
    if (below.namespaceName != dom::Namespace::Xhtml) continue;
    below.removeAttribute("data-block");
    dropEmpty(below);
    // One with a class may be a line to write on, which a style draws; one with an id, a link's target.
    const bool isNothing = below.name == "p" && below.children().empty() && !below.attribute("id") && !below.attribute("class");
    if (isNothing) element.remove(i);
  }
}

/// Takes the tables inside; what held nothing else and is no target goes with them.
void takeTables(Element& within, Nodes& taken) {
  for (std::size_t i = 0; i < within.children().size();) {
    Element* below = dom::asElement(*within.children()[i]);
    if (below && below->is(dom::Namespace::Xhtml, "table")) {
      taken.push_back(within.remove(i));
      continue;
    }
    const std::size_t before = taken.size();
    if (below) takeTables(*below, taken);
    const bool isEmptied = taken.size() > before && allBlank(below->children()) && !below->attribute("id");
    isEmptied ? static_cast<void>(within.remove(i)) : static_cast<void>(++i);
  }
}

/// A caption may hold no table (HTML 4.9.2): those in the caption of the table at `index` go before it; `index` stays
/// that of the table.
void liftTablesOfCaption(Element& parent, std::size_t& index) {
  Element& table = *dom::asElement(*parent.children()[index]);
  Nodes taken;
  for (std::size_t i = 0; i < table.children().size(); ++i) {
    Element* caption = dom::asElement(*table.children()[i]);
    if (!caption || !caption->is(dom::Namespace::Xhtml, "caption")) continue;
    takeTables(*caption, taken);
    if (!taken.empty() && allBlank(caption->children()) && !caption->attribute("id")) table.remove(i);
    break;
  }
  for (auto& lifted : taken) parent.insert(index++, std::move(lifted));
}

}  // namespace

void liftBlocks(Element& root) {
  for (std::size_t i = 0; i < root.children().size();) {
    Element* child = dom::asElement(*root.children()[i]);
    if (!child || child->namespaceName != dom::Namespace::Xhtml) {
      ++i;
      continue;
    }
    if (isWhole(*child)) {
      blocksToSpans(*child);
      ++i;
      continue;
    }
    liftBlocks(*child);
    if (!isBlockNode(*child) && hasBlockInside(*child)) {
      // An inline element that holds blocks, in a place that may have them.
      std::unique_ptr<Node> taken = root.remove(i);
      for (auto& piece : splitInline(std::move(taken))) root.insert(i++, std::move(piece));
    } else if (child->name == "p" && hasBlockInside(*child)) {
      splitParagraph(root, i);
    } else {
      if (child->name == "table") liftTablesOfCaption(root, i);
      ++i;
    }
  }
}

void tidyWhiteSpace(Element& root) {
  bool atEdge = true;
  dom::Text* lastText = nullptr;
  collapseInline(root, atEdge, lastText);
  trimEnd(lastText, atEdge);
  dropEmpty(root);
}

}  // namespace octavo::vocabulary

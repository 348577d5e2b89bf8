#include <algorithm>
#include <iterator>

#include "box/builder.h"
#include "box/hollow_anchors.h"
#include "box/list_numbers.h"

namespace octavo::box {
namespace {

using css::Display;
using css::PseudoElement;
using css::StylePtr;

constexpr int kMaxColumnSpan = 1000;  // HTML, section 4.9.11
constexpr int kMaxRowSpan = 65534;

Kind kindOf(Display display) {
  switch (display) {
    case Display::Block:
    case Display::ListItem:
    case Display::FlowRoot:
      return Kind::Block;
    case Display::InlineBlock: return Kind::InlineBlock;
    case Display::Table: return Kind::Table;
    case Display::TableRowGroup:
    case Display::TableHeaderGroup:
    case Display::TableFooterGroup:
      return Kind::TableRowGroup;
    case Display::TableRow: return Kind::TableRow;
    case Display::TableCell: return Kind::TableCell;
    case Display::TableColumn:
    case Display::TableColumnGroup:
      return Kind::TableColumn;
    case Display::TableCaption: return Kind::TableCaption;
    case Display::Ruby: return Kind::Ruby;
    case Display::RubyText: return Kind::RubyText;
    case Display::None:
    case Display::Inline:
    case Display::Contents:
      return Kind::Inline;
  }
  return Kind::Inline;
}

bool isMathToken(const dom::Element& element) {
  static constexpr std::string_view kTokens[] = {"mi", "mn", "mo", "mtext", "ms"};
  return std::ranges::find(kTokens, element.name) != std::end(kTokens);
}

void indexIds(const dom::Element& element, ElementsById& into) {
  if (const std::string* id = element.attribute("id")) into.try_emplace(*id, &element);
  for (const auto& child : element.children()) {
    if (const dom::Element* below = dom::asElement(*child)) indexIds(*below, into);
  }
}

void append(Boxes& to, Boxes from) { std::ranges::move(from, std::back_inserter(to)); }

void takeAnchor(Box& box, const dom::Element& element) {
  if (const std::string* id = element.attribute("id")) box.anchors.push_back(*id);
}

void readSpans(Box& box, const dom::Element& element) {
  const bool isColumn = box.kind == Kind::TableColumn;
  box.columnSpan = std::clamp(numberAttribute(element, isColumn ? "span" : "colspan", 1), 1, kMaxColumnSpan);
  if (!isColumn) box.rowSpan = std::clamp(numberAttribute(element, "rowspan", 1), 0, kMaxRowSpan);
}

/// True for what has no content of its own to lay out: <br> and <img>; fills the box in.
bool becameReplaced(Box& box, const dom::Element& element) {
  if (element.is(dom::Namespace::Xhtml, "br")) {
    box.kind = Kind::LineBreak;
    return true;
  }
  if (!element.is(dom::Namespace::Xhtml, "img")) return false;
  box.kind = Kind::Image;
  box.imagePath = element.attributeOr("src");
  box.alternative = element.attributeOr("alt");
  return true;
}

/// What paper cannot show: a drawing, film, sound, scripts before their base (publication.h). A form for paper stands beside.
bool isForScreens(const dom::Element& element) {
  const bool mayBe = element.name == "img" || element.name == "audio" || element.name == "video" || element.name == "mmultiscripts";
  if (!mayBe) return false;
  return element.attributeOr("data-octavo-medium") == "screen";
}

bool holdsNotes(const dom::Element& element) {
  return std::ranges::any_of(element.children(), [](const auto& node) {
    const dom::Element* child = dom::asElement(*node);
    return child && isNote(*child);
  });
}

/// A column group with columns of its own counts by those.
void adoptColumns(Box& group, Boxes children) {
  std::erase_if(children, [](const auto& child) { return child->kind != Kind::TableColumn; });
  if (!children.empty()) group.columnSpan = 0;
  group.children = std::move(children);
}

}  // namespace

Builder::Builder(const std::vector<const dom::Element*>& roots, const css::Cascade& cascade, Diagnostics& diagnostics)
    : cascade_(cascade), notes_(elementsById_), generated_(counters_, elementsById_, diagnostics) {
  for (const dom::Element* root : roots) indexIds(*root, elementsById_);
  for (const dom::Element* root : roots) notes_.findCalls(*root);
}

std::unique_ptr<Box> Builder::buildChapter(const dom::Element& root) {
  counters_.enter();
  Boxes built = buildElement(root, nullptr);
  counters_.leave();
  if (built.size() == 1 && built.front()->kind == Kind::Block) return std::move(built.front());
  auto block = makeBox(Kind::Block, root, css::Cascade::anonymous(cascade_.styleOf(root, StylePtr{}), Display::Block));
  adoptFlow(*block, std::move(built));
  return block;
}

Boxes Builder::buildElement(const dom::Element& element, const StylePtr& parentStyle) {
  Boxes result;
  if (isForScreens(element)) return result;
  const StylePtr style = cascade_.styleOf(element, parentStyle);
  const bool isFootnote = style->floating == css::Float::Footnote;
  if (style->display == Display::None) return result;
  if (isFootnote && isNote(element) && notes_.isCalled(element)) return result;
  counters_.enter();
  countElement(element, *style);
  if (style->display == Display::Contents) {
    result = buildChildren(element, style);
    if (!result.empty()) takeAnchor(*result.front(), element);
  } else if (isFootnote && !isNote(element)) {
    result.push_back(buildNoteInPlace(element, style));
  } else if (std::unique_ptr<Box> box = buildBox(element, style)) {
    result.push_back(std::move(box));
  }
  counters_.leave();
  return result;
}

std::unique_ptr<Box> Builder::buildBox(const dom::Element& element, const StylePtr& style) {
  std::unique_ptr<Box> box = makeBox(kindOf(style->display), element, style);
  takeAnchor(*box, element);
  for (const css::StringSet& set : style->stringSet) {
    box->strings.emplace_back(set.name, generated_.text(set.items, {&element, style.get()}));
  }
  if (becameReplaced(*box, element)) return box;
  if (isNoteCall(element)) box->kind = Kind::Inline;
  if (isInsideNote_ && element.hasWord("role", "doc-backlink")) box->role = Role::NoteMarker;
  if (box->kind == Kind::TableCell || box->kind == Kind::TableColumn) readSpans(*box, element);
  // Before the children: lists inside count on their own.
  std::unique_ptr<Box> marker = style->display == Display::ListItem ? buildMarker(*box) : nullptr;
  Boxes children = buildChildren(element, style);
  // Nothing is left of a list of notes that have all gone to the foot of their pages.
  if (children.empty() && holdsNotes(element)) return nullptr;
  if (marker && marker->kind == Kind::Inline) {
    children.insert(children.begin(), std::move(marker));
  } else {
    box->marker = std::move(marker);
  }
  adopt(*box, std::move(children));
  if (isNoteCall(element)) attachNote(*box);
  return box;
}

Boxes Builder::buildChildren(const dom::Element& element, const StylePtr& style) {
  Boxes children;
  append(children, buildPseudo(element, PseudoElement::Before, style));
  for (const auto& node : element.children()) {
    if (const dom::Element* child = dom::asElement(*node)) {
      append(children, buildElement(*child, style));
    } else {
      append(children, buildText(*dom::asText(*node), element, style));
    }
  }
  append(children, buildPseudo(element, PseudoElement::After, style));
  const bool isOnlySpace = std::ranges::all_of(children, [](const auto& child) { return isCollapsibleSpace(*child); });
  if (isOnlySpace && holdsNotes(element)) children.clear();
  return children;
}

Boxes Builder::buildText(const dom::Text& text, const dom::Element& parent, const StylePtr& style) {
  Boxes result;
  std::string value = text.value;
  if (parent.namespaceName == dom::Namespace::MathMl) {
    // White space between the parts of a formula means nothing (MathML 3, section 2.1.7).
    value = isMathToken(parent) ? dom::collapseWhiteSpace(value) : std::string();
  }
  if (value.empty()) return result;
  auto box = makeBox(Kind::Text, parent, style);
  box->text = std::move(value);
  result.push_back(std::move(box));
  return result;
}

void Builder::adopt(Box& box, Boxes children) {
  applyFirstLetter(box, children);
  switch (box.kind) {
    case Kind::Table:
    case Kind::TableRowGroup:
    case Kind::TableRow:
      return adoptTable(box, std::move(children));
    case Kind::TableColumn: return adoptColumns(box, std::move(children));
    case Kind::Ruby: return adoptRuby(box, std::move(children));
    case Kind::Inline:
    case Kind::RubyBase:
    case Kind::RubyText:
    case Kind::NoteCall:
      return adoptInline(box, std::move(children));
    case Kind::Block:
    case Kind::InlineBlock:
    case Kind::TableCaption:
    case Kind::TableCell:
    case Kind::Text:
    case Kind::LineBreak:
    case Kind::Image:
    case Kind::Leader:
    case Kind::PageReference:
      return adoptFlow(box, std::move(children));
  }
}

void Builder::countElement(const dom::Element& element, const css::ComputedStyle& style) {
  const bool isItem = style.display == Display::ListItem;
  const bool countsItself =
      std::ranges::find(style.counterIncrement, "list-item", &css::CounterChange::name) != style.counterIncrement.end();
  if (isItem && !countsItself) counters_.increment("list-item", stepOfItem(element));
  changeCounters(style);
  // HTML, section 15.3.8: the list's start and the item's value weigh more than what a sheet says of list-item.
  if (isList(element)) counters_.reset("list-item", valueBeforeItems(element, cascade_));
  if (isItem && element.attribute("value")) {
    counters_.set("list-item", numberAttribute(element, "value", counters_.value("list-item")));
  }
}

void Builder::changeCounters(const css::ComputedStyle& style) {
  for (const css::CounterChange& change : style.counterReset) counters_.reset(change.name, change.value);
  for (const css::CounterChange& change : style.counterIncrement) counters_.increment(change.name, change.value);
  for (const css::CounterChange& change : style.counterSet) counters_.set(change.name, change.value);
}

std::unique_ptr<Box> Builder::makeBox(Kind kind, const dom::Element& element, const StylePtr& style) {
  auto box = std::make_unique<Box>();
  box->kind = kind;
  box->style = style;
  box->element = &element;
  box->order = nextOrder_++;
  return box;
}

StylePtr blockified(const StylePtr& style) {
  auto copy = std::make_shared<css::ComputedStyle>(*style);
  copy->display = Display::Block;
  return copy;
}

Tree buildBoxes(const std::vector<const dom::Element*>& chapterRoots, const css::Cascade& cascade,
                Diagnostics& diagnostics) {
  Builder builder(chapterRoots, cascade, diagnostics);
  Tree tree;
  for (const dom::Element* root : chapterRoots) {
    tree.chapters.push_back(builder.buildChapter(*root));
    settleHollowAnchors(*tree.chapters.back());
  }
  return tree;
}

}  // namespace octavo::box

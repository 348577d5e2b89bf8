// pdf: the nodes of elements that are more than one structure type: lists, figures, links, notes, ruby.
#include <algorithm>

#include "pdf/alternatives.h"
#include "pdf/structure_builder.h"
#include "pdf/structure_labels.h"

namespace octavo::pdf {

namespace {

using dom::Element;
using dom::Namespace;

bool isContentsList(const Element& element) {
  for (const Element* at = element.parent(); at; at = at->parent()) {
    if (!at->is(Namespace::Xhtml, "nav")) continue;
    return at->hasWord("epub:type", "toc") || at->hasWord("role", "doc-toc");
  }
  return false;
}

/// ISO 32000-1, table 347.
std::string_view numberingOf(const Element& list) {
  if (list.name != "ol") return "Disc";
  const std::string_view type = list.attributeOr("type", "1");
  if (type == "a") return "LowerAlpha";
  if (type == "A") return "UpperAlpha";
  if (type == "i") return "LowerRoman";
  return type == "I" ? "UpperRoman" : "Decimal";
}

/// The element that begins the group of terms and descriptions which this one belongs to.
const Element* groupStart(const Element& part) {
  const Element* start = &part;
  bool seesTerms = part.name == "dt";
  const auto& siblings = part.parent()->children();
  auto at = std::ranges::find_if(siblings, [&](const auto& sibling) { return sibling.get() == &part; });
  while (at != siblings.begin()) {
    const Element* before = dom::asElement(**--at);
    if (!before) continue;
    const bool isTerm = before->name == "dt";
    if ((!isTerm && before->name != "dd") || (!isTerm && seesTerms)) break;
    seesTerms = isTerm;
    start = before;
  }
  return start;
}

}  // namespace

NodeIndex StructureBuilder::makeChapter(const Element& element, publication::ChapterKind kind) {
  if (kind == publication::ChapterKind::Part) return add(Tag::Part, 0, &element);
  const auto part = partOf_.find(&element);
  const NodeIndex parent = part == partOf_.end() ? 0 : nodeFor(part->second);
  return add(element.name == "article" ? Tag::Art : Tag::Sect, parent, &element);
}

std::string StructureBuilder::uniqueId(std::string_view wanted) {
  std::string id(wanted.empty() ? "note" : wanted);
  for (int count = 2; !ids_.insert(id).second; ++count)
    id = std::string(wanted.empty() ? "note" : wanted) + "-" + std::to_string(count);
  return id;
}

NodeIndex StructureBuilder::makeNote(const Element& element) {
  const NodeIndex note = make(Tag::Note, kNoNode, &element);
  if (node(note).language.empty()) node(note).language = node(0).language;
  node(note).id = uniqueId(element.attributeOr("id"));
  notes_.push_back(note);
  return note;
}

NodeIndex StructureBuilder::makeList(const Element& element, NodeIndex parent) {
  if (isContentsList(element)) return add(Tag::TOC, parent, &element);
  const NodeIndex list = add(Tag::L, parent, &element);
  node(list).listNumbering = numberingOf(element);
  return list;
}

NodeIndex StructureBuilder::makeListItem(const Element& element, NodeIndex parent) {
  if (node(parent).tag == Tag::TOC) return add(Tag::TOCI, parent, &element);
  if (node(parent).tag != Tag::L) return add(Tag::Div, parent, &element);
  const NodeIndex item = add(Tag::LI, parent, &element);
  return add(Tag::LBody, item, &element);
}

/// A printed label is the Lbl of its item, whose numbering it tells where no marker does.
NodeIndex StructureBuilder::makePrintedLabel(const Element& label, const Element& item) {
  const NodeIndex body = nodeFor(&item);
  if (node(body).tag != Tag::LBody) return kNoNode;
  const NodeIndex list = node(node(body).parent).parent;
  if (node(list).tag == Tag::L && (node(list).listNumbering == "Disc" || item.parent()->hasWord("class", "labelled"))) {
    node(list).listNumbering = numberingOfLabel(dom::textContent(label));
  }
  return addFirst(Tag::Lbl, node(body).parent, &label);
}

NodeIndex StructureBuilder::makeDescriptionPart(const Element& element, Tag tag, NodeIndex parent) {
  if (node(parent).tag != Tag::L) return add(tag == Tag::Lbl ? Tag::P : Tag::Div, parent, &element);
  const auto [known, isNew] = descriptionItems_.try_emplace(groupStart(element), kNoNode);
  if (isNew) known->second = add(Tag::LI, parent, nullptr);
  return add(tag, known->second, &element);
}

NodeIndex StructureBuilder::makeCaption(const Element& element, NodeIndex parent) {
  const Element* figure = figureAround(&element);
  const Figure counts = figure ? figures_[figure] : Figure{};
  if (counts.tables != 1 || counts.pictures != 0) return add(Tag::Caption, parent, &element);
  const NodeIndex table = nodeFor(counts.table);
  const bool isFree = node(table).tag == Tag::Table && firstKid(table, Tag::Caption) == kNoNode;
  return isFree ? addFirst(Tag::Caption, table, &element) : add(Tag::Caption, parent, &element);
}

NodeIndex StructureBuilder::makeFigure(const Element& element, NodeIndex parent) {
  const Figure counts = figures_[&element];
  if (counts.pictures != 1 || counts.tables != 0) return add(Tag::Div, parent, &element);
  const NodeIndex figure = add(Tag::Figure, parent, &element);
  node(figure).alternative = neutralAlternative(element, node(figure).language);
  return figure;
}

NodeIndex StructureBuilder::makePicture(const Element& element, NodeIndex parent) {
  NodeIndex holder = parent;
  while (node(holder).tag != Tag::Figure && node(holder).element && isInline(node(holder).tag))
    holder = node(holder).parent;
  const bool isOfFigure = node(holder).tag == Tag::Figure;
  const NodeIndex figure =
      isOfFigure ? holder
                 : add(Tag::Figure, isGrouping(node(parent).tag) ? parent : inlineHolder(parent), &element);
  const std::string alternative = dom::collapseWhiteSpace(element.attributeOr("alt"));
  if (describes(alternative, element)) node(figure).alternative = alternative;
  if (node(figure).alternative.empty()) node(figure).alternative = neutralAlternative(element, node(figure).language);
  return figure;
}

bool StructureBuilder::isInContentsEntry(NodeIndex at) const {
  while (at != kNoNode && (isInline(tree_.nodes[at].tag) || tree_.nodes[at].tag == Tag::P))
    at = tree_.nodes[at].parent;
  return at != kNoNode && tree_.nodes[at].tag == Tag::TOCI;
}

NodeIndex StructureBuilder::makeAnchor(const Element& element, NodeIndex parent) {
  const bool callsNote = isNoteReference(element);
  NodeIndex holder = inlineHolder(parent);
  const bool isReference = callsNote || isInContentsEntry(holder);
  const bool isLink = inputs_.links.linkAt(element) != nullptr;
  NodeIndex made = kNoNode;
  if (isReference) made = holder = add(Tag::Reference, holder, &element);
  if (isLink) made = add(Tag::Link, holder, &element);
  if (made == kNoNode) made = add(Tag::Span, holder, &element);
  const std::string_view href = element.attributeOr("href");
  if (callsNote && href.starts_with('#')) calls_.try_emplace(std::string(href.substr(1)), made);
  return made;
}

NodeIndex StructureBuilder::makeTable(const Element& element, NodeIndex parent) {
  const NodeIndex table = add(Tag::Table, parent, &element);
  buildTable(tree_, table, nodes_);
  return table;
}

StructureBuilder::RubyPair& StructureBuilder::rubyPair(const Element& ruby) {
  RubyPair& pair = ruby_[&ruby];
  if (pair.ruby == kNoNode) {
    const NodeIndex holder = inlineHolder(nodeFor(ruby.parent()));
    pair.ruby = add(Tag::Ruby, holder, &ruby);
  }
  return pair;
}

NodeIndex StructureBuilder::rubyBase(const Element& ruby) {
  RubyPair& known = ruby_[&ruby];
  if (known.hasText) known = {};  // the pair before has its reading: this is the next one's base
  RubyPair& pair = rubyPair(ruby);
  if (pair.base == kNoNode) pair.base = add(Tag::RB, pair.ruby, &ruby);
  return pair.base;
}

NodeIndex StructureBuilder::warichuTarget(const Mark& mark) {
  const Element* element = mark.source;
  for (const Element* at = element; at; at = at->parent()) {
    if (!at->hasWord("class", "warichu")) continue;
    element = at;
    break;
  }
  const auto [known, isNew] = warichus_.try_emplace(element, kNoNode);
  if (isNew) known->second = add(Tag::Warichu, inlineHolder(nodeFor(element->parent())), element);
  const NodeIndex warichu = warichus_.at(element);
  if (mark.role == fragment::Role::WarichuMark) return add(Tag::WP, warichu, nullptr);
  NodeIndex text = firstKid(warichu, Tag::WT);
  if (text == kNoNode) text = nodes_[element] = add(Tag::WT, warichu, nullptr);
  return mark.source == element ? text : nodeFor(mark.source);
}

NodeIndex StructureBuilder::rubyText(const Element& ruby, const Element& text) {
  if (ruleFor(ruby).treatment != Treatment::Ruby) return nodeFor(&ruby);
  RubyPair& pair = rubyPair(ruby);
  pair.hasText = true;
  return add(Tag::RT, pair.ruby, &text);
}

}  // namespace octavo::pdf

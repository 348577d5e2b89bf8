// pdf: grows the structure tree from pieces of content.
#include "pdf/structure_builder.h"

#include <algorithm>

#include "pdf/structure_labels.h"

namespace octavo::pdf {

namespace {

bool isTablePart(Tag tag) { return tag >= Tag::Table && tag <= Tag::TR; }

bool mayHoldNotes(Tag tag) {
  return isGrouping(tag) || tag == Tag::LBody || tag == Tag::Lbl || tag == Tag::TD || tag == Tag::TH ||
         tag == Tag::Note;
}

}  // namespace

const dom::Element* figureAround(const dom::Element* element) {
  while (element && !element->is(dom::Namespace::Xhtml, "figure")) element = element->parent();
  return element;
}

StructureBuilder::StructureBuilder(const StructureInputs& inputs) : inputs_(inputs) {
  for (const publication::Chapter& chapter : inputs.publication.chapters) {
    if (chapter.root) chapters_.emplace(chapter.root.get(), chapter.kind);
  }
  findParts(inputs.publication.navigation, nullptr);
  make(Tag::Document, kNoNode, nullptr);
  node(0).language = inputs.language;
  countFigures();
}

/// The contents say which chapters are of a part (ISO 32000-1, 14.8.4.2: a Part holds them).
void StructureBuilder::findParts(const std::vector<publication::NavigationEntry>& entries, const dom::Element* part) {
  const auto& chapters = inputs_.publication.chapters;
  for (const publication::NavigationEntry& entry : entries) {
    const auto found = std::ranges::find(chapters, entry.target, &publication::Chapter::id);
    const bool isChapter = found != chapters.end() && found->root;
    if (isChapter && part && found->kind != publication::ChapterKind::Part) partOf_.emplace(found->root.get(), part);
    const bool isPart = isChapter && found->kind == publication::ChapterKind::Part;
    findParts(entry.children, isPart ? found->root.get() : part);
  }
}

namespace {

/// The figure around, but for one in whose caption the element stands: what a caption holds is not what its figure shows.
const dom::Element* figureThatShows(const dom::Element& element) {
  for (const dom::Element* at = element.parent(); at; at = at->parent()) {
    if (at->is(dom::Namespace::Xhtml, "figcaption")) return nullptr;
    if (at->is(dom::Namespace::Xhtml, "figure")) return at;
  }
  return nullptr;
}

}  // namespace

/// What a figure is depends on what it shows: one picture, or a table, or neither.
void StructureBuilder::countFigures() {
  std::unordered_set<const dom::Element*> counted;
  for (const PagePlan& plan : inputs_.plans) {
    for (const Mark& mark : plan.marks) {
      if (mark.kind != MarkKind::Content || !mark.source) continue;
      for (const dom::Element* at = mark.source; at; at = at->parent()) {
        const bool isTable = at->is(dom::Namespace::Xhtml, "table");
        if (!isTable && !(mark.isPicture && at == mark.source)) continue;
        const dom::Element* figure = counted.insert(at).second ? figureThatShows(*at) : nullptr;
        if (!figure) continue;
        Figure& counts = figures_[figure];
        ++(isTable ? counts.tables : counts.pictures);
        if (isTable) counts.table = at;
      }
    }
  }
}

NodeIndex StructureBuilder::make(Tag tag, NodeIndex parent, const dom::Element* element) {
  Node made;
  made.tag = tag;
  made.parent = parent;
  made.element = element;
  if (element) made.language = dom::languageOf(*element);
  if (made.language.empty() && parent != kNoNode) made.language = node(parent).language;
  tree_.nodes.push_back(std::move(made));
  return tree_.nodes.size() - 1;
}

NodeIndex StructureBuilder::add(Tag tag, NodeIndex parent, const dom::Element* element) {
  const NodeIndex made = make(tag, parent, element);
  node(parent).kids.emplace_back(made);
  return made;
}

NodeIndex StructureBuilder::addFirst(Tag tag, NodeIndex parent, const dom::Element* element) {
  const NodeIndex made = make(tag, parent, element);
  node(parent).kids.insert(node(parent).kids.begin(), Kid(made));
  return made;
}

NodeIndex StructureBuilder::firstKid(NodeIndex parent, Tag tag) const {
  for (const Kid& kid : tree_.nodes[parent].kids) {
    const NodeIndex* index = std::get_if<NodeIndex>(&kid);
    if (index && tree_.nodes[*index].tag == tag) return *index;
  }
  return kNoNode;
}

NodeIndex StructureBuilder::inlineHolder(NodeIndex parent) {
  while (isTablePart(node(parent).tag) || node(parent).tag == Tag::L || node(parent).tag == Tag::TOC ||
         node(parent).tag == Tag::LI) {
    parent = node(parent).parent;
  }
  if (!isGrouping(node(parent).tag)) return parent;
  const std::vector<Kid>& kids = node(parent).kids;
  const NodeIndex* last = kids.empty() ? nullptr : std::get_if<NodeIndex>(&kids.back());
  if (last && anonymous_.contains(*last)) return *last;
  const NodeIndex paragraph = add(Tag::P, parent, nullptr);
  anonymous_.insert(paragraph);
  return paragraph;
}

NodeIndex StructureBuilder::nodeFor(const dom::Element* element) {
  if (!element) return 0;
  if (const auto known = nodes_.find(element); known != nodes_.end()) return known->second;
  // A ruby element is several nodes: which one depends on how far its pairs have come.
  if (ruleFor(*element).treatment == Treatment::Ruby) return rubyBase(*element);
  if (element->name == "rb" && element->parent()) return nodeFor(element->parent());
  const NodeIndex made = makeNode(*element);
  nodes_.try_emplace(element, made);
  return made;
}

NodeIndex StructureBuilder::makeNode(const dom::Element& element) {
  if (const auto chapter = chapters_.find(&element); chapter != chapters_.end()) {
    return makeChapter(element, chapter->second);
  }
  if (noteAround(&element) == &element) return makeNote(element);
  const ElementRule& rule = ruleFor(element);
  const NodeIndex parent = nodeFor(element.parent());
  // A table brings its parts along.
  if (const auto known = nodes_.find(&element); known != nodes_.end()) return known->second;
  if (node(parent).tag == Tag::Formula) return parent;
  switch (rule.treatment) {
    case Treatment::Plain:
      if (const dom::Element* item = itemOfLabel(element)) {
        if (const NodeIndex label = makePrintedLabel(element, *item); label != kNoNode) return label;
      }
      return add(rule.tag, isInline(rule.tag) ? inlineHolder(parent) : parent, &element);
    case Treatment::Transparent:
      return parent;
    default:
      return makeSpecial(element, rule, parent);
  }
}

NodeIndex StructureBuilder::makeSpecial(const dom::Element& element, const ElementRule& rule,
                                        NodeIndex parent) {
  switch (rule.treatment) {
    case Treatment::Plain:
    case Treatment::Transparent:
    case Treatment::Ruby:
      break;
    case Treatment::List:
      return makeList(element, parent);
    case Treatment::ListItem:
      return makeListItem(element, parent);
    case Treatment::DescriptionList:
      return add(Tag::L, parent, &element);
    case Treatment::Term:
    case Treatment::Description:
      return makeDescriptionPart(element, rule.tag, parent);
    case Treatment::Division:
      return node(parent).tag == Tag::L ? parent : add(Tag::Div, parent, &element);
    case Treatment::Table:
      return makeTable(element, parent);
    case Treatment::TablePart:
      return parent;  // of no table: only a table knows its parts
    case Treatment::Caption:
      return makeCaption(element, parent);
    case Treatment::Figure:
      return makeFigure(element, parent);
    case Treatment::Picture:
      return makePicture(element, parent);
    case Treatment::Anchor:
      return makeAnchor(element, parent);
    case Treatment::RubyText:
      return rubyText(*element.parent(), element);
    case Treatment::Aside:
      return add(Tag::Div, parent, &element);
    case Treatment::Formula: {
      const NodeIndex formula = add(Tag::Formula, inlineHolder(parent), &element);
      std::string alternative(element.attributeOr("alttext"));
      if (alternative.empty()) alternative = dom::collapseWhiteSpace(dom::textContent(element));
      node(formula).alternative = alternative.empty() ? "?" : alternative;
      return formula;
    }
  }
  return parent;
}

void StructureBuilder::addContent(std::size_t page, const Mark& mark) {
  const NodeIndex target = inlineHolder(targetOf(mark));
  node(target).kids.emplace_back(ContentItem{page, mark.mcid});
  if (mark.isPicture && node(target).tag == Tag::Figure) {
    auto& box = node(target).box;
    if (!box) box.emplace(page, mark.box);
  }
  if (!mark.isVertical) return;
  for (NodeIndex at = target; at != kNoNode; at = node(at).parent) {
    if (node(at).element && chapters_.contains(node(at).element)) node(at).isVertical = true;
  }
}

NodeIndex StructureBuilder::targetOf(const Mark& mark) {
  using fragment::Role;
  if (mark.isPicture) return pictureTarget(mark);
  if (mark.role == Role::WarichuText || mark.role == Role::WarichuMark) return warichuTarget(mark);
  if (mark.role == Role::Marker) return markerTarget(mark);
  if (mark.role == Role::NoteMarker) return noteMarkerTarget(mark);
  if (mark.role == Role::RubyText && ruleFor(*mark.source).treatment == Treatment::Ruby) {
    return rubyText(*mark.source, *mark.source);
  }
  return nodeFor(mark.source);
}

NodeIndex StructureBuilder::markerTarget(const Mark& mark) {
  const NodeIndex body = nodeFor(mark.source);
  if (node(body).tag != Tag::LBody && node(body).tag != Tag::TOCI) return body;
  const NodeIndex item = node(body).tag == Tag::LBody ? node(body).parent : body;
  const NodeIndex label = firstKid(item, Tag::Lbl);
  return label != kNoNode ? label : addFirst(Tag::Lbl, item, nullptr);
}

NodeIndex StructureBuilder::noteMarkerTarget(const Mark& mark) {
  const dom::Element* element = noteAround(mark.source);
  if (!element) return nodeFor(mark.source);
  const NodeIndex note = nodeFor(element);
  NodeIndex label = firstKid(note, Tag::Lbl);
  if (label == kNoNode) label = addFirst(Tag::Lbl, note, nullptr);
  const Link* back = inputs_.links.linkOf(mark);
  if (!back) return label;
  const auto [known, isNew] = nodes_.try_emplace(back->element, kNoNode);
  if (isNew) known->second = add(Tag::Link, label, back->element);
  return nodes_.at(back->element);
}

NodeIndex StructureBuilder::pictureTarget(const Mark& mark) {
  const NodeIndex around = nodeFor(mark.source);
  return node(around).tag == Tag::Figure ? around : makePicture(*mark.source, around);
}

void StructureBuilder::addAnnotation(std::size_t annotation) {
  const dom::Element* anchor = inputs_.areas[annotation].link->element;
  const NodeIndex link = nodeFor(anchor);
  node(link).kids.emplace_back(AnnotationItem{annotation});
}

void StructureBuilder::placeNotes() {
  for (const NodeIndex note : notes_) {
    const auto call = calls_.find(node(note).id);
    if (call != calls_.end() && !isWithin(call->second, note)) {
      placeNote(note, call->second);
      continue;
    }
    const NodeIndex around = nodeFor(node(note).element->parent());
    const NodeIndex parent = isWithin(around, note) ? 0 : around;
    node(note).parent = parent;
    node(parent).kids.emplace_back(note);
  }
}

bool StructureBuilder::isWithin(NodeIndex inner, NodeIndex outer) const {
  for (; inner != kNoNode; inner = tree_.nodes[inner].parent) {
    if (inner == outer) return true;
  }
  return false;
}

/// Behind the block that holds the call, after notes that were called there before.
void StructureBuilder::placeNote(NodeIndex note, NodeIndex call) {
  NodeIndex anchor = call;
  while (!mayHoldNotes(node(node(anchor).parent).tag)) anchor = node(anchor).parent;
  const NodeIndex parent = node(anchor).parent;
  std::vector<Kid>& kids = node(parent).kids;
  auto at = std::ranges::find(kids, Kid(anchor));
  if (at != kids.end()) ++at;
  while (at != kids.end() && std::holds_alternative<NodeIndex>(*at) &&
         node(std::get<NodeIndex>(*at)).tag == Tag::Note) {
    ++at;
  }
  kids.insert(at, Kid(note));
  node(note).parent = parent;
}

StructureTree StructureBuilder::finish() {
  placeNotes();
  normaliseHeadings(tree_);
  numberLists(tree_);
  return std::move(tree_);
}

StructureTree buildStructure(const StructureInputs& inputs) {
  struct Piece {
    std::uint32_t order;
    std::size_t page;
    const Mark* mark;
  };
  std::vector<Piece> pieces;
  for (std::size_t page = 0; page < inputs.plans.size(); ++page) {
    for (const Mark& mark : inputs.plans[page].marks) {
      if (mark.kind == MarkKind::Content) pieces.push_back({mark.order, page, &mark});
    }
  }
  std::ranges::stable_sort(pieces, {}, &Piece::order);  // pages and painting decide among equals
  StructureBuilder builder(inputs);
  for (const Piece& piece : pieces) builder.addContent(piece.page, *piece.mark);
  for (std::size_t i = 0; i < inputs.areas.size(); ++i) builder.addAnnotation(i);
  return builder.finish();
}

}  // namespace octavo::pdf

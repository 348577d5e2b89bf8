// pdf: the logical structure of the book: names, headings, lists, dump.
#include "pdf/structure_tree.h"

#include <array>

#include "pdf/structure_builder.h"

namespace octavo::pdf {

namespace {

constexpr std::array<std::string_view, 41> kTagNames{
    "Document",  "Part",  "Art",   "Sect",  "Div", "BlockQuote", "Caption", "TOC",    "TOCI",  "H1",
    "H2",        "H3",    "H4",    "H5",    "H6",  "P",          "L",       "LI",     "Lbl",   "LBody",
    "Table",     "THead", "TBody", "TFoot", "TR",  "TH",         "TD",      "Span",   "Quote", "Note",
    "Reference", "Code",  "Link",  "Ruby",  "RB",  "RT",         "Figure",  "Formula",
    "Warichu",   "WT",    "WP"};

/// Walks in reading order without recursion: trees may be as deep as documents.
template <class Visit>
void walk(StructureTree& tree, NodeIndex from, Visit&& visit) {
  std::vector<NodeIndex> pending{from};
  while (!pending.empty()) {
    const NodeIndex index = pending.back();
    pending.pop_back();
    visit(tree.nodes[index]);
    const std::vector<Kid>& kids = tree.nodes[index].kids;
    for (auto kid = kids.rbegin(); kid != kids.rend(); ++kid) {
      if (const NodeIndex* inner = std::get_if<NodeIndex>(&*kid)) pending.push_back(*inner);
    }
  }
}

std::string described(const Node& node, const Node* parent) {
  std::string line(tagName(node.tag));
  if (!parent || node.language != parent->language) line.append(" (").append(node.language).append(")");
  if (!node.id.empty()) line += " id " + node.id;
  if (!node.listNumbering.empty()) line += " " + std::string(node.listNumbering);
  if (node.columnSpan > 1) line += " columns " + std::to_string(node.columnSpan);
  if (node.rowSpan > 1) line += " rows " + std::to_string(node.rowSpan);
  if (node.scope != Scope::None) {
    line += node.scope == Scope::Row ? " of row" : node.scope == Scope::Column ? " of column" : " of both";
  }
  if (node.isVertical) line += " vertical";
  if (!node.alternative.empty()) line += " alt \"" + node.alternative + "\"";
  return line;
}

void dumpNode(const StructureTree& tree, NodeIndex index, std::size_t depth, std::string& to) {
  const Node& node = tree.nodes[index];
  const Node* parent = node.parent == kNoNode ? nullptr : &tree.nodes[node.parent];
  to += std::string(depth * 2, ' ') + described(node, parent) + "\n";
  const std::string indent((depth + 1) * 2, ' ');
  for (const Kid& kid : node.kids) {
    if (const auto* content = std::get_if<ContentItem>(&kid)) {
      to += indent + "content page " + std::to_string(content->page + 1) + " mcid " +
            std::to_string(content->mcid) + "\n";
    } else if (const auto* annotation = std::get_if<AnnotationItem>(&kid)) {
      to += indent + "annotation " + std::to_string(annotation->annotation) + "\n";
    } else {
      dumpNode(tree, std::get<NodeIndex>(kid), depth + 1, to);
    }
  }
}

}  // namespace

std::string_view tagName(Tag tag) { return kTagNames[static_cast<std::size_t>(tag)]; }

bool isInline(Tag tag) {
  return tag == Tag::Span || tag == Tag::Quote || tag == Tag::Reference || tag == Tag::Code ||
         tag == Tag::Link || tag == Tag::Ruby || tag == Tag::RB || tag == Tag::RT ||
         tag == Tag::Warichu || tag == Tag::WT || tag == Tag::WP;
}

void normaliseHeadings(StructureTree& tree) {
  int last = 0;
  walk(tree, 0, [&](Node& node) {
    if (!isHeading(node.tag)) return;
    const int level = static_cast<int>(node.tag) - static_cast<int>(Tag::H1) + 1;
    last = std::min(level, last + 1);
    node.tag = static_cast<Tag>(static_cast<int>(Tag::H1) + last - 1);
  });
}

void numberLists(StructureTree& tree) {
  for (Node& list : tree.nodes) {
    if (list.tag != Tag::L || list.listNumbering.empty()) continue;
    bool isMarked = false;
    for (const Kid& item : list.kids) {
      const NodeIndex* index = std::get_if<NodeIndex>(&item);
      if (!index || tree.nodes[*index].tag != Tag::LI) continue;
      for (const Kid& part : tree.nodes[*index].kids) {
        const NodeIndex* inner = std::get_if<NodeIndex>(&part);
        isMarked |= inner && tree.nodes[*inner].tag == Tag::Lbl;
      }
    }
    if (!isMarked) list.listNumbering = "None";
  }
}

std::string dump(const StructureTree& tree) {
  std::string text;
  dumpNode(tree, 0, 0, text);
  return text;
}

}  // namespace octavo::pdf

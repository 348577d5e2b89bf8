// pdf: the structure tree as objects.
#include "pdf/structure_objects.h"

#include <algorithm>
#include <map>

#include "pdf/language_tag.h"
#include "pdf/number.h"

namespace octavo::pdf {

namespace {

Value boxValue(const Rectangle& box, Length pageHeight) {
  return Value::array({box.at.left, pageHeight - box.bottom(), box.right(), pageHeight - box.at.top});
}

/// ISO 32000-1, table 343: what stands within a paragraph is placed in its line.
Value attributesOf(const Node& node, const Node* parent, const StructureRefs& refs) {
  std::vector<Value> owners;
  const auto ofOwner = [](std::string_view owner) { return Dictionary{{"O", Value::name(owner)}}; };
  if (!node.listNumbering.empty()) {
    owners.push_back(ofOwner("List").set("ListNumbering", Value::name(node.listNumbering)));
  }
  if (node.tag == Tag::TH || node.tag == Tag::TD) {
    Dictionary table = ofOwner("Table");
    if (node.columnSpan > 1) table.set("ColSpan", node.columnSpan);
    if (node.rowSpan > 1) table.set("RowSpan", node.rowSpan);
    if (node.scope == Scope::Row) table.set("Scope", Value::name("Row"));
    if (node.scope == Scope::Column) table.set("Scope", Value::name("Column"));
    if (node.scope == Scope::Both) table.set("Scope", Value::name("Both"));
    if (table.entries().size() > 1) owners.push_back(table);
  }
  if (node.box || node.isVertical) {
    Dictionary layout = ofOwner("Layout");
    if (node.box) layout.set("BBox", boxValue(node.box->second, refs.pageHeights[node.box->first]));
    if (node.box && (!parent || isGrouping(parent->tag))) layout.set("Placement", Value::name("Block"));
    if (node.isVertical) layout.set("WritingMode", Value::name("TbRl"));
    owners.push_back(layout);
  }
  if (owners.empty()) return {};
  return owners.size() == 1 ? owners.front() : Value::array(owners);
}

class Objects {
 public:
  Objects(const StructureTree& tree, const StructureRefs& refs, PdfSink& sink)
      : tree_(tree),
        refs_(refs),
        sink_(sink),
        numbers_(tree.nodes.size()),
        contents_(refs.pages.size()),
        annotations_(refs.annotations.size()) {}

  Ref put() {
    const Ref root = sink_.reserve();
    // Parents before kids, each number once: an object's number tells nothing but the reading order.
    std::vector<NodeIndex> pending{0};
    std::vector<NodeIndex> order;
    while (!pending.empty()) {
      const NodeIndex index = pending.back();
      pending.pop_back();
      numbers_[index] = sink_.reserve();
      order.push_back(index);
      const std::vector<Kid>& kids = tree_.nodes[index].kids;
      for (auto kid = kids.rbegin(); kid != kids.rend(); ++kid) {
        if (const NodeIndex* inner = std::get_if<NodeIndex>(&*kid)) pending.push_back(*inner);
      }
    }
    for (const NodeIndex index : order) sink_.put(numbers_[index], elementOf(index, root));
    Dictionary dictionary{{"Type", Value::name("StructTreeRoot")},
                          {"K", numbers_[0]},
                          {"ParentTree", sink_.add(parentTree())},
                          {"ParentTreeNextKey", refs_.pages.size() + refs_.annotations.size()}};
    if (!ids_.empty()) dictionary.set("IDTree", sink_.add(idTree()));
    sink_.put(root, std::move(dictionary));
    return root;
  }

 private:
  Dictionary elementOf(NodeIndex index, Ref root) {
    const Node& node = tree_.nodes[index];
    const Node* parent = node.parent == kNoNode ? nullptr : &tree_.nodes[node.parent];
    Dictionary element{{"Type", Value::name("StructElem")},
                       {"S", Value::name(tagName(node.tag))},
                       {"P", parent ? numbers_[node.parent] : root}};
    const std::size_t page = firstPage(node);
    if (page != kNoPage) element.set("Pg", refs_.pages[page]);
    const bool speaksAnother = !parent || node.language != parent->language;
    if (speaksAnother && isLanguageTag(node.language)) element.set("Lang", Value::text(node.language));
    if (!node.alternative.empty()) element.set("Alt", Value::text(node.alternative));
    if (!node.id.empty()) {
      const Value id = Value::bytes(node.id);
      element.set("ID", id);
      ids_.emplace(node.id, numbers_[index]);
    }
    const Value attributes = attributesOf(node, parent, refs_);
    if (attributes.syntax() != "null") element.set("A", attributes);
    if (!node.kids.empty()) element.set("K", kidsOf(node, index, page));
    return element;
  }

  static std::size_t firstPage(const Node& node) {
    for (const Kid& kid : node.kids) {
      if (const auto* content = std::get_if<ContentItem>(&kid)) return content->page;
    }
    return kNoPage;
  }

  Value kidsOf(const Node& node, NodeIndex index, std::size_t page) {
    std::vector<Value> kids;
    for (const Kid& kid : node.kids) {
      if (const auto* inner = std::get_if<NodeIndex>(&kid)) {
        kids.push_back(numbers_[*inner]);
      } else if (const auto* content = std::get_if<ContentItem>(&kid)) {
        kids.push_back(contentItem(*content, index, page));
      } else {
        kids.push_back(annotationItem(std::get<AnnotationItem>(kid).annotation, index));
      }
    }
    return kids.size() == 1 ? kids.front() : Value::array(kids);
  }

  Value contentItem(const ContentItem& content, NodeIndex index, std::size_t page) {
    std::vector<Value>& ofPage = contents_[content.page];
    const auto mcid = static_cast<std::size_t>(content.mcid);
    if (ofPage.size() <= mcid) ofPage.resize(mcid + 1);
    ofPage[mcid] = numbers_[index];
    if (content.page == page) return content.mcid;
    return Dictionary{
        {"Type", Value::name("MCR")}, {"Pg", refs_.pages[content.page]}, {"MCID", content.mcid}};
  }

  Value annotationItem(std::size_t annotation, NodeIndex index) {
    annotations_[annotation] = numbers_[index];
    return Dictionary{{"Type", Value::name("OBJR")}, {"Obj", refs_.annotations[annotation]}};
  }

  Dictionary parentTree() {
    std::vector<Value> values;
    for (const std::vector<Value>& ofPage : contents_) {
      const Ref array = sink_.reserve();
      sink_.put(array, Value::array(ofPage));
      values.push_back(array);
    }
    values.insert(values.end(), annotations_.begin(), annotations_.end());
    return numberTree(values, sink_);
  }

  Dictionary idTree() const {
    std::vector<Value> names;
    for (const auto& [id, ref] : ids_) {
      names.push_back(Value::bytes(id));
      names.push_back(ref);
    }
    return {{"Names", Value::array(names)}};
  }

  static constexpr std::size_t kNoPage = static_cast<std::size_t>(-1);
  const StructureTree& tree_;
  const StructureRefs& refs_;
  PdfSink& sink_;
  std::vector<Ref> numbers_;                  // by node
  std::vector<std::vector<Value>> contents_;  // by page and mcid: the element
  std::vector<Value> annotations_;
  std::map<std::string, Ref> ids_;
};

}  // namespace

Dictionary numberTree(const std::vector<Value>& values, PdfSink& sink) {
  constexpr std::size_t kLeaf = 64;
  std::vector<Value> leaves;
  for (std::size_t begin = 0; begin < values.size(); begin += kLeaf) {
    const std::size_t end = std::min(values.size(), begin + kLeaf);
    std::vector<Value> entries;
    for (std::size_t i = begin; i < end; ++i) {
      entries.emplace_back(i);
      entries.push_back(values[i]);
    }
    Dictionary leaf{{"Nums", Value::array(entries)}};
    if (values.size() <= kLeaf) return leaf;
    leaves.push_back(sink.add(leaf.set("Limits", Value::array({begin, end - 1}))));
  }
  if (leaves.empty()) return {{"Nums", Value::array({})}};
  return {{"Kids", Value::array(leaves)}};
}

Ref putStructure(const StructureTree& tree, const StructureRefs& refs, PdfSink& sink) {
  return Objects(tree, refs, sink).put();
}

}  // namespace octavo::pdf

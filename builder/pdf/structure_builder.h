// pdf: grows the structure tree from pieces of content that come in reading order.
#pragma once

#include <map>
#include <set>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "pdf/structure_rules.h"
#include "pdf/structure_tree.h"

namespace octavo::pdf {

/// Makes a node when its first content comes, under the node of the element around it; so siblings stand in
/// reading order by themselves. Maps keyed by elements are looked up, never walked.
class StructureBuilder {
 public:
  explicit StructureBuilder(const StructureInputs& inputs);

  void addContent(std::size_t page, const Mark& mark);
  void addAnnotation(std::size_t annotation);
  /// Puts the notes where they are called, numbers the headings, and hands the tree over.
  StructureTree finish();

 private:
  struct RubyPair {
    NodeIndex ruby = kNoNode, base = kNoNode;
    bool hasText = false;
  };
  struct Figure {
    int pictures = 0, tables = 0;          // outside its caption
    const dom::Element* table = nullptr;  // the last of them
  };

  Node& node(NodeIndex index) { return tree_.nodes[index]; }
  NodeIndex make(Tag tag, NodeIndex parent, const dom::Element* element);
  NodeIndex add(Tag tag, NodeIndex parent, const dom::Element* element);
  NodeIndex addFirst(Tag tag, NodeIndex parent, const dom::Element* element);
  NodeIndex firstKid(NodeIndex parent, Tag tag) const;

  /// Where content of the element goes.
  NodeIndex nodeFor(const dom::Element* element);
  NodeIndex makeNode(const dom::Element& element);
  NodeIndex makeSpecial(const dom::Element& element, const ElementRule& rule, NodeIndex parent);
  NodeIndex makeChapter(const dom::Element& element, publication::ChapterKind kind);
  NodeIndex makeNote(const dom::Element& element);
  NodeIndex makeList(const dom::Element& element, NodeIndex parent);
  NodeIndex makeListItem(const dom::Element& element, NodeIndex parent);
  NodeIndex makePrintedLabel(const dom::Element& label, const dom::Element& item);
  NodeIndex makeDescriptionPart(const dom::Element& element, Tag tag, NodeIndex parent);
  NodeIndex makeCaption(const dom::Element& element, NodeIndex parent);
  NodeIndex makeFigure(const dom::Element& element, NodeIndex parent);
  NodeIndex makePicture(const dom::Element& element, NodeIndex parent);
  NodeIndex makeAnchor(const dom::Element& element, NodeIndex parent);
  NodeIndex makeTable(const dom::Element& element, NodeIndex parent);
  NodeIndex rubyBase(const dom::Element& ruby);
  /// The two kinds of content of a note in two rows: its text, and the brackets around it (ISO 32000-1, table 338).
  NodeIndex warichuTarget(const Mark& mark);
  NodeIndex rubyText(const dom::Element& ruby, const dom::Element& text);
  RubyPair& rubyPair(const dom::Element& ruby);

  /// Where inline content under this node may stand: in a paragraph of its own where the node only groups.
  NodeIndex inlineHolder(NodeIndex parent);
  NodeIndex targetOf(const Mark& mark);
  NodeIndex markerTarget(const Mark& mark);
  NodeIndex noteMarkerTarget(const Mark& mark);
  NodeIndex pictureTarget(const Mark& mark);

  void countFigures();
  void findParts(const std::vector<publication::NavigationEntry>& entries, const dom::Element* part);
  void placeNotes();
  void placeNote(NodeIndex note, NodeIndex call);
  bool isWithin(NodeIndex inner, NodeIndex outer) const;
  std::string uniqueId(std::string_view wanted);
  bool isInContentsEntry(NodeIndex at) const;

  const StructureInputs& inputs_;
  StructureTree tree_;
  std::unordered_map<const dom::Element*, NodeIndex> nodes_;
  std::unordered_map<const dom::Element*, publication::ChapterKind> chapters_;
  std::unordered_map<const dom::Element*, const dom::Element*> partOf_;  // by the chapters' roots
  std::unordered_map<const dom::Element*, RubyPair> ruby_;
  std::unordered_map<const dom::Element*, NodeIndex> warichus_;
  std::unordered_map<const dom::Element*, NodeIndex> descriptionItems_;  // by the first element of each group
  std::unordered_map<const dom::Element*, Figure> figures_;
  std::unordered_set<NodeIndex> anonymous_;  // paragraphs that no element stands for
  std::map<std::string, NodeIndex> calls_;   // by the note's id, the first call
  std::set<std::string> ids_;
  std::vector<NodeIndex> notes_;  // in reading order, not yet placed
};

/// The nearest figure around (or at) the element; null where there is none.
const dom::Element* figureAround(const dom::Element* element);

/// The cells of a table as a regular grid (PDF/UA-1, 7.5): spans reach no further than their group, holes are
/// filled. Appends the groups, rows and cells below `table` to the tree, and says in `nodes` where each
/// element is.
void buildTable(StructureTree& tree, NodeIndex table,
                std::unordered_map<const dom::Element*, NodeIndex>& nodes);

/// Headings start at H1 and skip no level, in reading order; lists know whether their items are marked.
void normaliseHeadings(StructureTree& tree);
void numberLists(StructureTree& tree);

}  // namespace octavo::pdf

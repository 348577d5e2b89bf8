// pdf: the logical structure of the book (ISO 32000-1, 14.7 and 14.8), before it becomes objects.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "pdf/links.h"
#include "pdf/page_plan.h"
#include "publication/publication.h"

namespace octavo::pdf {

/// Standard structure types, by their names in the file.
enum class Tag : std::uint8_t {
  Document,
  Part,
  Art,
  Sect,
  Div,
  BlockQuote,
  Caption,
  TOC,
  TOCI,
  H1,
  H2,
  H3,
  H4,
  H5,
  H6,
  P,
  L,
  LI,
  Lbl,
  LBody,
  Table,
  THead,
  TBody,
  TFoot,
  TR,
  TH,
  TD,
  Span,
  Quote,
  Note,
  Reference,
  Code,
  Link,
  Ruby,
  RB,
  RT,
  Figure,
  Formula,
  Warichu,
  WT,
  WP
};
std::string_view tagName(Tag tag);
inline bool isHeading(Tag tag) { return tag >= Tag::H1 && tag <= Tag::H6; }
/// Grouping elements: they hold blocks, never content of their own.
inline bool isGrouping(Tag tag) { return tag <= Tag::BlockQuote; }
/// Elements of a line of text.
bool isInline(Tag tag);

using NodeIndex = std::size_t;
inline constexpr NodeIndex kNoNode = static_cast<NodeIndex>(-1);

/// A marked-content sequence of a page.
struct ContentItem {
  std::size_t page = 0;
  int mcid = 0;
  bool operator==(const ContentItem&) const = default;
};
/// A link annotation, by its place among the LinkAreas.
struct AnnotationItem {
  std::size_t annotation = 0;
  bool operator==(const AnnotationItem&) const = default;
};
using Kid = std::variant<NodeIndex, ContentItem, AnnotationItem>;

enum class Scope : std::uint8_t { None, Row, Column, Both };

struct Node {
  Tag tag = Tag::Span;
  NodeIndex parent = kNoNode;
  const dom::Element* element = nullptr;  // null for what no element stands for
  std::string language;                   // in effect here
  std::string alternative;                // Alt
  std::string id;                         // of notes
  std::string_view listNumbering;         // of lists
  int columnSpan = 1, rowSpan = 1;
  Scope scope = Scope::None;
  bool isVertical = false;                               // WritingMode TbRl
  std::optional<std::pair<std::size_t, Rectangle>> box;  // of figures: page and place
  std::vector<Kid> kids;
};

struct StructureTree {
  std::vector<Node> nodes;  // the first is the Document; all others hang below it
};

struct StructureInputs {
  const publication::Publication& publication;
  const std::vector<PagePlan>& plans;
  const std::vector<LinkArea>& areas;
  LinkIndex& links;
  std::string language;  // of the document
};

/// Content in the order of `order`, each piece under its element and that under its ancestors, as they are in
/// the document. Notes stand behind the paragraph of their first call. Headings skip no level in the whole
/// book.
StructureTree buildStructure(const StructureInputs& inputs);

/// `Sect`, `P (ja)`, `Figure alt "rain"`, `content page 1 mcid 0`, one line each, indented; goldens.
std::string dump(const StructureTree& tree);

}  // namespace octavo::pdf

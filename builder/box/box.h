// box: styled elements → boxes: anonymous boxes, counters, markers, notes.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "css/cascade.h"
#include "css/style.h"
#include "dom/dom.h"

namespace octavo::box {

enum class Kind : std::uint8_t {
  Block,          // children are all block-level, or all inline-level (see hasInlineChildren)
  Inline,         // an inline box with inline-level children
  InlineBlock,    // atomic in the line; children as of Block
  Text,           // `text`
  LineBreak,      // a forced line end: <br>
  Image,          // replaced: `imagePath`; block- or inline-level by its style's display
  Leader,         // fills the rest of the line with `text`
  PageReference,  // the page number of the id `text`, in the counter style `counterStyle`
  NoteCall,       // inline-level: children are the call's own text; `note` is the note
  Ruby,           // inline-level: children are pairs of RubyBase, RubyText (RubyText may be missing)
  RubyBase,       // inline-level children
  RubyText,       // inline-level children
  Table,          // children: TableCaption*, TableColumn*, TableRowGroup*
  TableCaption,
  TableColumn,    // style's inlineSize, `columnSpan`
  TableRowGroup,  // style's display tells head, foot, body; children: TableRow
  TableRow,       // children: TableCell
  TableCell
};

/// What a box is in the document, where its element alone does not say.
enum class Role : std::uint8_t { Content, Before, After, Marker, FirstLetter, NoteCall, NoteMarker, NoteBody };

/// Styled, ready to lay out. Built once; layout only reads.
struct Box {
  Kind kind = Kind::Block;
  Role role = Role::Content;
  css::StylePtr style;
  const dom::Element* element = nullptr;  // the nearest element; never null. The publication outlives the boxes
  std::uint32_t order = 0;                // place in the reading order, rising through the whole book
  std::string text;                       // Text: as in the source, white space not yet collapsed
  std::string imagePath, alternative;     // Image
  std::string counterStyle;               // PageReference
  int columnSpan = 1, rowSpan = 1;        // TableCell, TableColumn; rowSpan 0: to the end of the group
  std::vector<std::string> anchors;       // ids that begin here
  std::vector<std::pair<std::string, std::string>> strings;  // string-set: name, value
  std::vector<std::unique_ptr<Box>> children;
  std::unique_ptr<Box> marker;  // of a list item, outside: its inline content
  std::unique_ptr<Box> note;    // NoteCall: a Block with role NoteBody
  bool hasInlineChildren = false;  // Block-like kinds: the children are inline-level
};

/// What the element of a box means for how it is set. Layout asks no element for its name.
bool isFormula(const Box& box);
/// A link to another place of the book: `<a href="#figure-2">Figure 2</a>`.
bool isReference(const Box& box);

/// The boxes of a whole book: one root Block for each chapter, in reading order.
struct Tree {
  std::vector<std::unique_ptr<Box>> chapters;
};

/// Builds the boxes of the chapters' root elements. Counters run through the whole book. Elements with
/// float: footnote become notes: of the note call (role doc-noteref) that refers to them where there is one, else
/// called where they stand (::footnote-call).
Tree buildBoxes(const std::vector<const dom::Element*>& chapterRoots, const css::Cascade& cascade,
                Diagnostics& diagnostics);

/// One line per box: kind, element, role, display, text; goldens.
std::string dump(const Box& box);

}  // namespace octavo::box

// fragment: finished layout: positioned runs, images, pages; geometry; text dump.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "base/geometry.h"
#include "base/paint.h"
#include "dom/dom.h"
#include "font/font.h"

namespace octavo::fragment {

/// What a piece of a page is for its reader; outputs tag it by this and by its source element.
enum class Role : std::uint8_t {
  Content,         // of its element
  Generated,       // ::before, ::after: read, but not the element's own text
  Marker,          // a list item's number or bullet
  NoteCall,
  NoteMarker,      // the number at the note's head
  NoteBody,
  RubyText,
  WarichuText,     // in two rows inside the line
  WarichuMark,     // the brackets around it
  Leader,          // dots of a contents line: not read
  Decoration,      // borders, backgrounds, underlines, the note rule: not read
  RepeatedHead,    // a table head on a following page: not read again
  RunningHead,     // margin boxes at the top and at the sides: not read
  RunningFoot      // margin boxes at the bottom: not read
};

/// Where a fragment stands in the order of painting: CSS 2.2, appendix E and 17.5.1 (see paint_order.h).
enum class PaintLayer : std::uint8_t {
  Flow,      // its frame: below all text and all floats
  Float,     // a side float: above the frames of the flow, below its text
  RowGroup,  // of a table: below all its rows,
  Row,       // which are below all its cells,
  Cell,      // of which all backgrounds are below the first border
  Line,      // with the text; the frames of what it holds right below that
  Object     // in a line, holding more: its frames, floats and text are ordered among themselves
};

/// Glyphs of one face and size on one baseline, in visual order.
struct GlyphRun {
  font::FacePtr face;
  Length size;
  Length baseline;  // from the fragment's block-start side
  std::vector<font::Glyph> glyphs;  // cluster: offset in `text`
  std::u16string text;  // what the run says, in logical order; copying gives this back. A hyphen that the line end
                        // made is U+00AD here. White space at a line end stays, as a glyph without advance
  Color color;
  Direction direction = Direction::LeftToRight;
  bool vertical = false;   // shaped top to bottom
  bool sideways = false;   // horizontal glyphs turned by 90 degrees in vertical text
  bool turnedLeft = false;  // a horizontal run whose line goes up the page: the fragment's box is as it lies on paper
  std::string language;    // BCP 47
  std::u16string saidBefore;   // of an initial letter: said with this run's first word, as one
  bool isSaidElsewhere = false;  // an initial letter's: the run behind it says it
};

struct Picture {
  std::string path;  // of a publication's resource
  std::string alternative;
  bool turnedLeft = false;
};

/// Borders and background of a box; painted below its children.
struct Frame {
  PhysicalEdges<BorderLine> border;
  Color background{0, 0, 0, 0};
};

/// A straight (or wavy) line that fills its fragment's longer side: underlines, note rules.
struct Rule {
  BorderLine line;
};

struct Nothing {};  // a mere container: a line, a cell without a frame

/// How a line was to be set, for whoever looks at the page again.
struct LineSetting {
  Length start, width;          // what the line may fill, from its fragment's inline-start side
  bool isJustified = false;     // spread to its whole width
  bool beginsParagraph = false, endsParagraph = false;
  bool isBeforeForcedBreak = false;
};

struct Fragment;
using FragmentPtr = std::shared_ptr<const Fragment>;

struct PlacedFragment {
  PhysicalPoint at;  // from the parent's top left corner
  FragmentPtr fragment;
};

/// A finished piece of layout. Built once, shared freely, never changed.
struct Fragment {
  PhysicalSize size;
  std::variant<Nothing, Frame, GlyphRun, Picture, Rule> content;
  std::vector<PlacedFragment> children;
  const dom::Element* source = nullptr;  // for tags and links; null for what layout made up
  Role role = Role::Content;
  PaintLayer layer = PaintLayer::Flow;
  std::uint32_t order = 0;  // place in the reading order (box::Box::order); text runs only rise through an element
  std::vector<std::string> anchors;  // ids that begin here
  bool isLine = false;               // a line of a paragraph
  LineSetting setting;               // of a line
};

struct Page {
  PhysicalSize size;  // the trim size
  FragmentPtr content;  // of the page's size, at its top left corner
  std::string label;    // the page number as printed: "iv", "12"
  bool isLeft = false;
};

struct Destination {
  std::size_t page = 0;  // index
  PhysicalPoint at;
};

/// A book on paper.
struct PrintedBook {
  std::vector<Page> pages;
  std::map<std::string, Destination> destinations;  // by id
};

/// `page 1 "i" 419.53x595.28`, then one line per fragment with its position from the parent, size and content.
/// Lengths in points with at most two decimals.
std::string dump(const PrintedBook& book);
std::string dump(const Fragment& fragment);

}  // namespace octavo::fragment

// layout: boxes + space → fragments. The contract that every layout mode keeps.
#pragma once

#include <cassert>
#include <map>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "base/diagnostics.h"
#include "base/geometry.h"
#include "box/box.h"
#include "font/font.h"
#include "fragment/fragment.h"
#include "text/hyphenation.h"

namespace octavo::layout {

/// Beside what a line must run: a float at the start or the end side, from `blockStart` to `blockEnd`. `inlineSize`
/// is how far it reaches in from that side. For layoutInline both are measured from the content box; for layoutBox
/// from the sides of the available room and the block-start side of the border box.
struct Exclusion {
  bool atInlineEnd = false;
  Length blockStart, blockEnd, inlineSize;
};
struct FloatArea {
  std::vector<Exclusion> exclusions;
};

/// The room a box is given. Everything layout may know about its surroundings.
struct Space {
  LogicalSize available;  // for the margin box; block size infinite in a galley
  Length remainingBlockSize = Length::infinite();  // until the end of this page or column
  /// Of the tallest page this may stand on: a picture is scaled down to it, so that it never overfills a page.
  Length pageBlockSize = Length::infinite();
  const FloatArea* floats = nullptr;               // what already stands beside us
  WritingMode writingMode = WritingMode::HorizontalTb;
  bool mayTurn = false;      // pages are of one size and nothing stands beside: a box may take one for itself, turned
  bool isTurned = false;     // something around is turned already
  bool shrinkToFit = false;  // take the preferred size instead of the available one

  /// The room of what stands inside, in a measure of its own: its pages and writing mode are those around it; it has no
  /// end, no floats reach into it, and it takes no page for itself, unless the caller says so.
  Space inside(Length measure) const {
    Space inner;
    inner.available = {measure, Length::infinite()};
    inner.pageBlockSize = pageBlockSize;
    inner.writingMode = writingMode;
    inner.isTurned = isTurned;
    return inner;
  }
};

/// Where to go on after a page break; meaningful only to the algorithm that made it.
struct BreakToken {
  virtual ~BreakToken() = default;
};

struct LogicalFragment;
using LogicalFragmentPtr = std::shared_ptr<const LogicalFragment>;

struct PlacedLogical {
  LogicalPoint at;  // from the parent's start corner
  LogicalFragmentPtr fragment;
};

struct LogicalFrame {
  LogicalEdges<BorderLine> border;
  Color background{0, 0, 0, 0};
};

/// What a galley must know of a fragment to choose page ends.
struct FlowFacts {
  css::Break breakBefore = css::Break::Auto, breakAfter = css::Break::Auto, breakInside = css::Break::Auto;
  int orphans = 2, widows = 2;       // of the lines inside
  /// A line that ends with a hyphen: behind it no page should turn (Spread), or end at all; None otherwise.
  css::HyphenateLimitLast hyphenLimit = css::HyphenateLimitLast::None;
  bool isRepeatedHead = false;       // a table's head: to be repeated after a cut inside the table
  bool isCaption = false;            // of a table: no page ends in it, or between it and its next and previous sibling
  bool isBesideFlow = false;         // a side float or an outside marker: the flow does not wait for it, and no page
                                     // ends between it and its next sibling
  bool isBesideFloat = false;        // a line made narrow for a side float
  bool isPageFloat = false;          // a figure that may move to the next page's start
  std::string page;                  // named page
  Length marginBlockStart, marginBlockEnd;  // a block's used margins (Result::margin), before its neighbours' count
  std::vector<const box::Box*> notes;  // a line: the NoteCall boxes it holds, in order
  std::vector<css::CounterChange> pageCounterReset;  // counter-reset and counter-set of `page`
};

/// What a fragment is but for its children: what a page's part of it takes over.
struct FragmentShell {
  LogicalSize size;  // border box; margins are the parent's affair
  std::variant<fragment::Nothing, LogicalFrame, fragment::GlyphRun, fragment::Picture, fragment::Rule> content;
  const dom::Element* source = nullptr;
  fragment::Role role = fragment::Role::Content;
  fragment::PaintLayer layer = fragment::PaintLayer::Flow;
  std::uint32_t order = 0;
  std::vector<std::string> anchors;
  std::vector<std::pair<std::string, std::string>> strings;  // string-set
  Direction direction = Direction::LeftToRight;  // which end "inline start" is, for the children
  bool isTurned = false;  // its only child is turned to the left inside it, and no page end divides it
  bool isLine = false;
  Length baseline;  // lines: from the block-start side
  fragment::LineSetting setting;  // lines
  FlowFacts flow;
};

/// Like fragment::Fragment, in the flow's own terms; turned into it once its page is known.
struct LogicalFragment : FragmentShell {
  std::vector<PlacedLogical> children;
};

struct Result {
  LogicalFragmentPtr fragment;               // null when nothing fitted
  LogicalEdges<Length> margin;               // used margins; blockStart and blockEnd after collapsing through children
  std::unique_ptr<const BreakToken> resume;  // null when the box is finished
  FloatArea floats;  // side floats inside that reach below the fragment, measured as in Space
};

struct InlineSizes {
  Length minContent, maxContent;
};

/// Natural sizes of pictures by path, from their pixels and resolution, in points.
using ImageSizes = std::map<std::string, PhysicalSize>;
/// Page labels by id, from the pass before; empty in the first pass.
using PageLabels = std::map<std::string, std::string>;

class ReducedTables;  // table/reduced.h

/// What every algorithm needs beside its box and space. `pageLabels` changes between passes only.
struct Context {
  const font::Collection& fonts;
  const text::Hyphenator& hyphenator;
  const ImageSizes& images;
  const PageLabels& pageLabels;
  Diagnostics& diagnostics;
  ReducedTables* reducedTables = nullptr;  // tables made smaller so far; null: none is
  int secondTries = 1;  // how often what is laid out now, or something inside it, may still be laid out anew
};

/// One more layout of a box whose first one showed that it needs another room. What stands inside has one try less:
/// else the work would double at every level.
class SecondTry {
 public:
  explicit SecondTry(Context& context) : left_(context.secondTries) {
    assert(left_ > 0 && "whoever tries again has asked whether it may");
    --left_;
  }
  SecondTry(const SecondTry&) = delete;
  SecondTry& operator=(const SecondTry&) = delete;
  ~SecondTry() { ++left_; }

 private:
  int& left_;
};

/// Any block-level box: calls the algorithm of its kind (dispatch.cpp).
Result layoutBox(const box::Box& box, const Space& space, const BreakToken* resume, Context& context);
/// Content sizes of any box, margins, borders and padding included.
InlineSizes measureBox(const box::Box& box, Context& context);

/// The lines of a box with inline-level children: a fragment of the content box's size (no frame: that is the
/// caller's) whose children are lines. `resume` from an earlier result goes on after its last line.
Result layoutInline(const box::Box& container, const Space& space, const BreakToken* resume, Context& context);
InlineSizes measureInline(const box::Box& container, Context& context);

/// The finished fragment as it stands on paper.
fragment::FragmentPtr toPhysical(const LogicalFragment& fragment, WritingMode mode);

/// The box on as many pages as it needs, its lines up the pages: each piece fills a page. Only where Space::mayTurn.
Result layoutTurned(const box::Box& box, const Space& space, Context& context);

/// `block <p> at 10,10 size 180x24`, one line per fragment; goldens.
std::string dump(const LogicalFragment& fragment);

}  // namespace octavo::layout

// layout/page: the geometry of a page: trim, margins, the page area and the area of its notes.
#pragma once

#include <map>
#include <memory>
#include <tuple>

#include "css/cascade.h"
#include "layout/contract.h"
#include "layout/page/frame/fragmentainers.h"

namespace octavo::layout::page {

/// The area of notes at the page foot, from @footnote.
struct NoteArea {
  LogicalEdges<Length> margin, padding;
  LogicalEdges<BorderLine> border;
  Color background{0, 0, 0, 0};
  Length measure;   // of the notes
  Length ruleSize;  // how long the line above them is: all of the measure, or the style's (max-)inline-size

  Length overhead() const;
  LogicalPoint contentAt() const;  // from the area's start corner, margins included
};
NoteArea noteAreaFrom(const css::ComputedStyle& style, Length pageMeasure);

/// Where the flow goes on a page.
struct FlowArea {
  LogicalSize size;
  PageRoom columns;
  ByStream<NoteArea> notes;  // of each column
};

/// One kind of page.
struct PageFrame {
  css::PageStyle style;
  PhysicalPoint areaAt;   // the page area: where the flow goes
  PhysicalSize areaSize;  // at least a point in each direction
  PhysicalEdges<BorderLine> border;
  PhysicalPoint borderAt;  // of the border box
  PhysicalSize borderSize;

  LogicalSize area(WritingMode mode) const { return toLogical(areaSize, mode); }
  FlowArea flow(WritingMode mode) const;
};
PageFrame frameFrom(css::PageStyle style);

/// The kinds of pages of a book, asked from the cascade once each. For one thread.
class PageFrames {
 public:
  explicit PageFrames(const css::Cascade& cascade) : cascade_(cascade) {}
  const PageFrame& of(const css::PageSelector& selector);

 private:
  using Key = std::tuple<std::string, std::string, bool, bool, bool>;
  const css::Cascade& cascade_;
  std::map<Key, PageFrame> frames_;
};

/// Edges in the flow's own terms as they lie on paper.
PhysicalEdges<Length> physicalWidths(const LogicalEdges<Length>& edges, WritingMode mode,
                                     Direction direction);
/// A share of `of`, or the length itself.
Length resolved(const css::LengthPercentage& value, Length of);
/// auto counts as nothing.
Length resolvedMargin(const css::LengthPercentageAuto& value, Length of);

}  // namespace octavo::layout::page

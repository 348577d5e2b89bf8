// layout/page: a page end that passes through what stands side by side: the cells of a row, text beside a float.
#pragma once

#include "layout/page/galley/bands.h"
#include "layout/page/galley/places.h"

namespace octavo::layout::page {

/// How far a page end reaches into one of several children side by side.
struct Reach {
  std::size_t places = 0;   // of the child's places, those at or above the page end
  bool isFinished = false;  // the child ends above
  bool isRead = false;      // what it shows ends above; at most its box goes on
};
/// `height`: of the page end, from the child's block start.
Reach reachInto(const Flow& flow, Length height);

/// Where the children of a band begin, end and may be divided, between its start and its end; rising.
std::vector<Length> heightsInside(const LogicalFragment& fragment, const std::vector<Flow>& flows, const Band& band);

/// A page end at one height through the children of a band, which are added one by one.
class BesideCut {
 public:
  explicit BesideCut(Length at) : height(at) {}

  void add(std::size_t child, const PlacedLogical& placed, const Flow& flow);

  Length height;  // from the parent's block start
  std::vector<Cut::Open> open;
  Length resume = Length::infinite();
  Length repeated;  // inside the children
  int penalty = 0, turnPenalty = 0;
  int straddling = 0;  // children in the flow that the page end passes through
  bool isNarrow = false;    // a line made narrow for a side float follows,
  bool takesFloat = false;  // a side float too
};

}  // namespace octavo::layout::page

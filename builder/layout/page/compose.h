// layout/page: one page from its pieces: figures, text and notes in the page area, margin boxes around it.
#pragma once

#include <span>

#include "layout/page/search/choose_page_ends.h"
#include "layout/page/frame/margin_boxes.h"
#include "layout/page/frame/page_frame.h"

namespace octavo::layout::page {

/// A page before its margin boxes, which need to know all pages.
struct PlannedPage {
  std::size_t page = 0;  // of the book, from 0
  std::string name;      // named page
  bool isBlank = false;
  LogicalFragmentPtr area;  // of the page area's size; null where blank
};

/// The page area, `parts` in its columns: figures from earlier ones first, then the flow, the notes at the foot.
LogicalFragmentPtr composeArea(const LaidFlow& laid, std::span<const ChosenPart> parts, const FlowArea& frame);

/// Reports what is higher than its page (page-overfull), with the place of the first element on the page.
void reportOverfull(const ChosenPart& chosen, const LogicalFragment& area, Diagnostics& diagnostics);
/// Text that begins outside the paper, or reaches over its edge, is reported: no reader would know that it is missing.
void reportOffPaper(const fragment::Page& page, std::size_t number, Diagnostics& diagnostics);

/// The whole page on paper. `area` is null on a blank page.
fragment::Page composePage(const PageFrame& frame, const LogicalFragment* area, WritingMode mode,
                           std::vector<fragment::PlacedFragment> marginBoxes);

/// Adds where the ids on this page are: the top left corner of their fragments; the first of each id stays.
void addDestinations(const fragment::Fragment& content, std::size_t page,
                     std::map<std::string, fragment::Destination>& destinations);

}  // namespace octavo::layout::page

// layout/page: a page end that passes through what stands side by side.
#include "layout/page/galley/beside.h"

#include <algorithm>

#include "layout/page/search/costs.h"

namespace octavo::layout::page {

namespace {

/// Whether only a box is left to cut: a cell without text, or one whose text ends above.
bool isBox(const LogicalFragment& fragment) {
  return !fragment.isLine && (std::holds_alternative<fragment::Nothing>(fragment.content) ||
                              std::holds_alternative<LogicalFrame>(fragment.content));
}

/// Cuts a box, and the boxes in it, whose text ends above: a short cell beside a long one goes on with the row.
CutPtr cutOfBoxes(const LogicalFragment& fragment, Length height) {
  auto cut = std::make_shared<Cut>();
  cut->next = fragment.children.size();
  cut->end = cut->resume = height;
  for (std::size_t child = 0; child < fragment.children.size(); ++child) {
    const PlacedLogical& placed = fragment.children[child];
    const Length inside = height - placed.at.blockStart;
    if (inside <= Length{} || inside >= placed.fragment->size.blockSize || !isBox(*placed.fragment)) continue;
    cut->open.push_back({child, cutOfBoxes(*placed.fragment, inside)});
  }
  return cut;
}

/// Cuts a box above all that it holds: the text in the middle of a long row stands where the row's middle is.
CutPtr cutBeforeContent(Length height) {
  auto cut = std::make_shared<Cut>();
  cut->end = cut->resume = height;
  return cut;
}

}  // namespace

Reach reachInto(const Flow& flow, Length height) {
  const auto above = std::ranges::upper_bound(flow.places, height, {}, &Place::end);
  return {static_cast<std::size_t>(above - flow.places.begin()), flow.extent <= height, flow.contentEnd <= height};
}

std::vector<Length> heightsInside(const LogicalFragment& fragment, const std::vector<Flow>& flows, const Band& band) {
  std::vector<Length> heights;
  for (std::size_t child = band.first; child < band.last; ++child) {
    const Length start = fragment.children[child].at.blockStart;
    heights.push_back(start);
    heights.push_back(start + flows[child].extent);
    for (const Place& place : flows[child].places) heights.push_back(start + place.end);
  }
  std::ranges::sort(heights);
  const auto repeats = std::ranges::unique(heights);
  heights.erase(repeats.begin(), repeats.end());
  std::erase_if(heights, [&](Length height) { return height <= band.start || height >= band.end; });
  return heights;
}

void BesideCut::add(std::size_t child, const PlacedLogical& placed, const Flow& flow) {
  const LogicalFragment& fragment = *placed.fragment;
  const Length start = placed.at.blockStart;
  const Length inside = height - start;
  const Reach reach = reachInto(flow, inside);
  if (reach.isFinished) return;
  if (!fragment.flow.isBesideFlow && inside > Length{} && fragment.size.blockSize > inside) ++straddling;
  if (inside <= Length{}) {
    open.push_back({child, nullptr});
    resume = std::min(resume, start);
    isNarrow = isNarrow || flow.startsNarrow;
    takesFloat = takesFloat || fragment.flow.isBesideFlow;
  } else if (reach.isRead && isBox(fragment)) {
    open.push_back({child, cutOfBoxes(fragment, inside)});
    resume = std::min(resume, height);
  } else if (reach.places == 0 && flow.contentStart >= inside && isBox(fragment)) {
    open.push_back({child, cutBeforeContent(inside)});
    resume = std::min(resume, height);
  } else if (reach.places == 0) {
    open.push_back({child, nullptr, true});
    resume = std::min(resume, start);
    penalty = std::max(penalty, cost::kTorn);
    takesFloat = takesFloat || fragment.flow.isBesideFlow;
  } else {
    const Place& place = flow.places[reach.places - 1];
    // The child's own box goes on to the page end, though its content stops above.
    auto own = std::make_shared<Cut>(*place.cut.whole());
    own->end = inside;
    open.push_back({child, std::move(own)});
    resume = std::min(resume, start + place.resume);
    repeated = std::max(repeated, place.repeated);
    penalty = std::max(penalty, place.penalty);
    turnPenalty = std::max(turnPenalty, place.turnPenalty);
    isNarrow = isNarrow || place.isBesideNothing;
  }
}

}  // namespace octavo::layout::page

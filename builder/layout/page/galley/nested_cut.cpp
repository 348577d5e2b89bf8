// layout/page: a cut deep in a fragment tree as the cut of the whole tree.
#include <algorithm>

#include "layout/page/galley/places.h"

namespace octavo::layout::page {

namespace {

CutPtr around(CutPtr inner, const CutLevel& level) {
  auto cut = std::make_shared<Cut>();
  cut->next = level.child + 1;
  cut->end = inner->end + level.start;
  cut->resume = inner->resume + level.start;
  cut->head = level.head;
  cut->headSize = level.headSize;
  cut->repeated = inner->repeated + level.headSize;
  cut->open.push_back({level.child, std::move(inner)});
  return cut;
}

}  // namespace

CutPtr NestedCut::whole() const {
  CutPtr made = cut;
  for (const CutLevel* inner = level.get(); inner && inner->outer; inner = inner->outer.get())
    made = around(std::move(made), *inner);
  return made;
}

std::size_t NestedCut::firstBehind() const {
  if (!level || !level->outer) return page::firstBehind(*cut);
  const CutLevel* inner = level.get();
  while (inner->outer->outer) inner = inner->outer.get();
  return inner->child;
}

std::size_t firstBehind(const Cut& cut) {
  return cut.open.empty() ? cut.next : std::min(cut.next, cut.open.front().child);
}

}  // namespace octavo::layout::page

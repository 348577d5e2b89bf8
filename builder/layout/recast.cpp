// layout: copies of finished fragments in another role.
#include "layout/recast.h"

namespace octavo::layout {

LogicalFragmentPtr recast(const LogicalFragment& fragment, fragment::Role role, bool dropSource) {
  auto copy = std::make_shared<LogicalFragment>(fragment);
  copy->role = role;
  copy->anchors.clear();
  copy->strings.clear();
  copy->flow.pageCounterReset.clear();
  copy->flow.notes.clear();
  if (dropSource) copy->source = nullptr;
  for (PlacedLogical& child : copy->children) child.fragment = recast(*child.fragment, role, dropSource);
  return copy;
}

}  // namespace octavo::layout

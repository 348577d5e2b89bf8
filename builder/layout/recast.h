// layout: copies of finished fragments in another role.
#pragma once

#include "layout/contract.h"

namespace octavo::layout {

/// A copy with another role throughout, without ids, strings and counters; without sources where `dropSource`.
LogicalFragmentPtr recast(const LogicalFragment& fragment, fragment::Role role, bool dropSource = false);

}  // namespace octavo::layout

// app: room for deep documents, whatever stack the caller left.
#pragma once

#include <functional>

namespace octavo::app {

/// The result of `work`, done on a stack that the deepest document (500 levels) fits into; threads that it starts have such
/// stacks too where the system lets us say so. Signals that end programs are dealt with there.
int onLargeStack(const std::function<int()>& work);

}  // namespace octavo::app

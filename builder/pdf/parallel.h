// pdf: independent pieces of work on several threads.
#pragma once

#include <functional>
#include <vector>

namespace octavo::pdf {

/// Runs every job once, taking them in order, on at most `threads` threads (this one among them). Each writes
/// only to a place of its own, so that the result is the same on any number. When jobs throw, the first one's
/// exception (in the order of jobs) is thrown here after all have ended.
void runJobs(const std::vector<std::function<void()>>& jobs, unsigned threads);

}  // namespace octavo::pdf

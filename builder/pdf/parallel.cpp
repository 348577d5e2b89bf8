// pdf: independent pieces of work on several threads.
#include "pdf/parallel.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <thread>

namespace octavo::pdf {

void runJobs(const std::vector<std::function<void()>>& jobs, unsigned threads) {
  std::atomic<std::size_t> next = 0;
  std::vector<std::exception_ptr> failures(jobs.size());
  const auto work = [&] {
    for (std::size_t i = next++; i < jobs.size(); i = next++) {
      try {
        jobs[i]();
      } catch (...) {
        failures[i] = std::current_exception();
      }
    }
  };
  {
    std::vector<std::jthread> others;
    const std::size_t wanted = std::min<std::size_t>(threads, jobs.size());
    for (std::size_t i = 1; i < wanted; ++i) others.emplace_back(work);
    work();
  }
  for (const std::exception_ptr& failure : failures) {
    if (failure) std::rethrow_exception(failure);
  }
}

}  // namespace octavo::pdf

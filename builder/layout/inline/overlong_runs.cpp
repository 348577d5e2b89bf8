// layout/inline: words that no-break spaces and their kind tie together to more than a line.
#include "layout/inline/overlong_runs.h"

namespace octavo::layout {

namespace {

/// Behind the last item of the unbroken row that begins here.
std::size_t endOfRun(const std::vector<Item>& items, std::size_t begin, std::size_t end) {
  while (begin + 1 < end && items[begin].gap.kind == BreakKind::Forbidden) ++begin;
  return begin + 1;
}

bool isWiderThan(std::int64_t narrowest, const std::vector<Item>& items, std::size_t begin, std::size_t end) {
  std::int64_t width = 0;
  for (std::size_t at = begin; at < end; ++at) width += items[at].width + (at + 1 < end ? items[at].gap.natural : 0);
  return width > narrowest;
}

class Breaker {
 public:
  Breaker(std::vector<Item>& items, std::int64_t narrowest, const std::function<LastResort(std::size_t)>& resortBehind)
      : items_(items), narrowest_(narrowest), resortBehind_(resortBehind) {}

  void breakRuns(std::size_t begin, std::size_t end, LastResort resort) {
    while (begin < end) {
      const std::size_t runEnd = endOfRun(items_, begin, end);
      if (runEnd - begin > 1 && isWiderThan(narrowest_, items_, begin, runEnd)) breakRun(begin, runEnd, resort);
      begin = runEnd;
    }
  }
  std::vector<std::size_t> takeOpened() { return std::move(opened_); }

 private:
  void breakRun(std::size_t begin, std::size_t end, LastResort resort) {
    for (std::size_t at = begin; at + 1 < end; ++at) {
      if (resortBehind_(at) != resort) continue;
      items_[at].gap.kind = BreakKind::Emergency;
      opened_.push_back(at);
    }
    if (resort == LastResort::Willing) breakRuns(begin, end, LastResort::Reluctant);
  }

  std::vector<Item>& items_;
  const std::int64_t narrowest_;
  const std::function<LastResort(std::size_t)>& resortBehind_;
  std::vector<std::size_t> opened_;
};

}  // namespace

std::vector<std::size_t> breakOverlongRuns(std::vector<Item>& items, std::int64_t narrowest,
                                           const std::function<LastResort(std::size_t)>& resortBehind) {
  Breaker breaker(items, narrowest, resortBehind);
  breaker.breakRuns(0, items.size(), LastResort::Willing);
  return breaker.takeOpened();
}

}  // namespace octavo::layout

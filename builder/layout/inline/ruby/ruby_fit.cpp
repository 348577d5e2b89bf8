// layout/inline/ruby: how wide a word with readings is, and where its bases and readings stand.
#include "layout/inline/ruby/ruby_fit.h"

#include <algorithm>

namespace octavo::layout {

namespace {

constexpr int kRounds = 4;  // of bases and readings settling towards each other; words are short

/// Boxes in a row between two walls, each as near as it can be to where it would like to begin: least squares with
/// the order kept (pool adjacent violators), then the walls.
std::vector<std::int64_t> settle(const std::vector<std::int64_t>& wishes, const std::vector<std::int64_t>& widths,
                                 std::int64_t from, std::int64_t to) {
  struct Pool {
    std::int64_t sum = 0, count = 0;
    std::int64_t mean() const { return sum >= 0 ? sum / count : -((-sum + count - 1) / count); }
  };
  std::vector<Pool> pools;
  std::int64_t before = 0;
  for (std::size_t i = 0; i < wishes.size(); ++i) {
    Pool pool{wishes[i] - before, 1};
    while (!pools.empty() && pools.back().mean() > pool.mean()) {
      pool.sum += pools.back().sum;
      pool.count += pools.back().count;
      pools.pop_back();
    }
    pools.push_back(pool);
    before += widths[i];
  }
  std::vector<std::int64_t> places;
  const std::int64_t last = std::max(from, to - before);
  std::int64_t passed = 0;
  for (const Pool& pool : pools) {
    for (std::int64_t i = 0; i < pool.count; ++i) {
      places.push_back(std::clamp(pool.mean(), from, last) + passed);
      passed += widths[places.size() - 1];
    }
  }
  return places;
}

class Fitter {
 public:
  explicit Fitter(const RubyFitRequest& request)
      : request_(request), bases_(request.bases), count_(request.bases.size()) {}

  RubyFit fit() {
    std::int64_t natural = 0;
    for (const RubyBaseSize& size : bases_) natural += size.base;
    const std::int64_t before = request_.atStart ? 0 : request_.before, after = request_.atEnd ? 0 : request_.after;
    // What there is room for inside the word does not reach out of it.
    place(0, 0);
    if (width_ > natural && before + after > 0) place(before, after);
    balance();
    cover(before, after);
    return finish();
  }

 private:
  bool isPinnedFirst(std::size_t i) const { return i == 0 && request_.atStart; }
  bool isPinnedLast(std::size_t i) const { return i + 1 == count_ && request_.atEnd; }

  /// As far to the left as all can be.
  void place(std::int64_t before, std::int64_t after) {
    before_ = before;
    after_ = after;
    left_.assign(count_, 0);
    room_.assign(count_, 0);
    reading_.assign(count_, 0);
    std::int64_t base = 0, cursor = -before;
    for (std::size_t i = 0; i < count_; ++i) {
      const std::int64_t toLeft = i == 0 ? before : request_.limit;
      const std::int64_t toRight = i + 1 == count_ ? after : request_.limit;
      const std::int64_t width = bases_[i].reading;
      room_[i] = std::max<std::int64_t>(bases_[i].base, width - toLeft - toRight);
      reading_[i] = std::max(cursor, base - toLeft);
      if (width > 0) {
        base = std::max(base, reading_[i] + width - toRight - room_[i]);
        cursor = reading_[i] + width;
      }
      left_[i] = base;
      base += room_[i];
    }
    width_ = base;
  }

  /// Readings move towards their bases, bases that have room move under their readings.
  void balance() {
    centreReadings(-before_, width_ + after_);
    std::int64_t rooms = 0;
    for (const std::int64_t room : room_) rooms += room;
    for (int round = 0; round < kRounds && rooms < width_; ++round) {
      centreBases();
      centreReadings(-before_, width_ + after_);
    }
  }

  void centreReadings(std::int64_t from, std::int64_t to) {
    std::vector<std::int64_t> wishes, widths;
    for (std::size_t i = 0; i < count_; ++i) {
      if (bases_[i].reading == 0) continue;
      wishes.push_back(left_[i] + (room_[i] - bases_[i].reading) / 2);
      widths.push_back(bases_[i].reading);
    }
    const std::vector<std::int64_t> places = settle(wishes, widths, from, to);
    for (std::size_t i = 0, next = 0; i < count_; ++i) {
      if (bases_[i].reading > 0) reading_[i] = places[next++];
    }
  }

  void centreBases() {
    std::vector<std::int64_t> wishes, widths;
    std::int64_t from = 0, to = width_;
    for (std::size_t i = 0; i < count_; ++i) {
      if (isPinnedFirst(i)) {
        left_[i] = 0;
        from = room_[i];
      } else if (isPinnedLast(i)) {
        left_[i] = to = width_ - room_[i];
      } else {
        const bool hasReading = bases_[i].reading > 0;
        wishes.push_back(hasReading ? reading_[i] + (bases_[i].reading - room_[i]) / 2 : left_[i]);
        widths.push_back(room_[i]);
      }
    }
    const std::vector<std::int64_t> places = settle(wishes, widths, from, to);
    for (std::size_t i = 0, next = 0; i < count_; ++i) {
      if (!isPinnedFirst(i) && !isPinnedLast(i)) left_[i] = places[next++];
    }
  }

  /// A reading over all bases that is longer than they are: the bases are spread under it.
  void cover(std::int64_t before, std::int64_t after) {
    const std::int64_t lack = request_.spanning - width_;
    if (lack <= 0) return;
    const std::int64_t reach = std::min(lack, before + after);
    spanning_ = -std::clamp(reach / 2, reach - std::min(reach, after), before);
    spanningAfter_ = reach + spanning_;
    const std::int64_t extra = lack - reach;
    if (count_ == 1) {
      room_[0] += extra;
      reading_[0] += extra / 2;
    } else {
      const bool isAtEdge = request_.atStart || request_.atEnd;
      const std::int64_t between = isAtEdge ? 1 : 2;
      const std::int64_t first = request_.atStart ? 0 : 1, last = request_.atEnd ? 0 : 1;
      const std::int64_t parts = between * static_cast<std::int64_t>(count_ - 1) + first + last;
      for (std::size_t i = 0; i < count_; ++i) {
        const std::int64_t shift = extra * (first + between * static_cast<std::int64_t>(i)) / parts;
        left_[i] += shift;
        reading_[i] += shift;
      }
    }
    width_ += extra;
  }

  RubyFit finish() const {
    RubyFit fit;
    fit.width = static_cast<std::int64_t>(width_);
    fit.spanning = static_cast<std::int64_t>(spanning_);
    std::int64_t before = -spanning_, after = spanningAfter_;
    for (std::size_t i = 0; i < count_; ++i) {
      fit.bases.push_back(static_cast<std::int64_t>(left_[i]));
      fit.rooms.push_back(static_cast<std::int64_t>(room_[i]));
      fit.readings.push_back(static_cast<std::int64_t>(reading_[i]));
      if (bases_[i].reading == 0) continue;
      before = std::max(before, -reading_[i]);
      after = std::max(after, reading_[i] + bases_[i].reading - width_);
    }
    fit.reachBefore = static_cast<std::int64_t>(before);
    fit.reachAfter = static_cast<std::int64_t>(after);
    return fit;
  }

  const RubyFitRequest& request_;
  std::span<const RubyBaseSize> bases_;
  std::size_t count_;
  std::vector<std::int64_t> left_, room_, reading_;
  std::int64_t width_ = 0, before_ = 0, after_ = 0, spanning_ = 0, spanningAfter_ = 0;
};

}  // namespace

RubyFit fitRuby(const RubyFitRequest& request) { return Fitter(request).fit(); }

}  // namespace octavo::layout

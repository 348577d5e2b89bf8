// layout/table: tables made smaller to fit their measure.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <utility>

#include "box/box.h"

namespace octavo::layout {

struct Reduction {
  double scale = 1;             // of all lengths but borders, captions and notes
  bool breaksAnywhere = false;  // words break where they must
  auto operator<=>(const Reduction&) const = default;
};

/// Keeps the smaller copies for as long as fragments point at them. Any number of threads may ask.
class ReducedTables {
 public:
  /// A copy of the table, made once for each reduction; the table's own margins stay.
  const box::Box& get(const box::Box& table, Reduction reduction);

 private:
  std::mutex mutex_;
  std::map<std::pair<const box::Box*, Reduction>, std::unique_ptr<box::Box>> copies_;
};

}  // namespace octavo::layout

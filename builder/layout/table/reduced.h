// layout/table: tables made smaller to fit their measure.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

#include "box/box.h"

namespace octavo::layout {

enum class Words : std::uint8_t {
  Whole,
  Hyphenated,
  Broken,  // where they must be; numbers stay whole
};

struct Reduction {
  double scale = 1;  // of all lengths but borders, captions and notes
  Words words = Words::Whole;  // where they are not whole the columns stand close together
  auto operator<=>(const Reduction&) const = default;
};

/// Keeps the smaller copies for as long as fragments point at them. Any number of threads may ask.
class ReducedTables {
 public:
  /// A copy of the table, made once for each reduction; the table's own margins stay.
  const box::Box& get(const box::Box& table, Reduction reduction);
  /// Owns another copy, made elsewhere.
  const box::Box& keep(std::unique_ptr<box::Box> copy);

 private:
  std::mutex mutex_;
  std::map<std::pair<const box::Box*, Reduction>, std::unique_ptr<box::Box>> copies_;
  std::vector<std::unique_ptr<box::Box>> others_;
};

}  // namespace octavo::layout

// box: counters of the document: their scopes and values.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "css/style.h"

namespace octavo::box {

/// Counters with their nested scopes (CSS Lists 3, section 4): a counter that an element resets is seen by the
/// element, what is below it, and its following siblings with what is below them.
class Counters {
 public:
  /// Around each element: everything reset between enter and leave ends with leave.
  void enter();
  void leave();

  /// A new counter in the scope of the element's parent; replaces one that a sibling made.
  void reset(const std::string& name, int value);
  /// Acts on the innermost counter; makes one where there is none.
  void increment(const std::string& name, int by);
  void set(const std::string& name, int value);

  /// The innermost value; 0 where there is no such counter.
  int value(std::string_view name) const;
  /// All values, outermost first; one 0 where there is no such counter.
  std::vector<int> values(std::string_view name) const;

 private:
  struct Instance {
    std::size_t depth = 0;
    int value = 0;
  };
  std::vector<Instance>& instancesOf(const std::string& name);

  std::map<std::string, std::vector<Instance>, std::less<>> instances_;
  std::size_t depth_ = 0;
};

}  // namespace octavo::box

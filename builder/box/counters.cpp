#include "box/counters.h"

namespace octavo::box {

void Counters::enter() { ++depth_; }

void Counters::leave() {
  for (auto& [name, instances] : instances_) {
    // The element's children reset at its own depth; what the element itself reset lives on with its siblings.
    while (!instances.empty() && instances.back().depth >= depth_ && instances.back().depth > 0) instances.pop_back();
  }
  --depth_;
}

void Counters::reset(const std::string& name, int value) {
  const std::size_t scope = depth_ > 0 ? depth_ - 1 : 0;
  auto& instances = instances_[name];
  if (!instances.empty() && instances.back().depth == scope) {
    instances.back().value = value;
  } else {
    instances.push_back({scope, value});
  }
}

void Counters::increment(const std::string& name, int by) { instancesOf(name).back().value += by; }

void Counters::set(const std::string& name, int value) { instancesOf(name).back().value = value; }

int Counters::value(std::string_view name) const { return values(name).back(); }

std::vector<int> Counters::values(std::string_view name) const {
  const auto found = instances_.find(name);
  if (found == instances_.end() || found->second.empty()) return {0};
  std::vector<int> result;
  for (const Instance& instance : found->second) result.push_back(instance.value);
  return result;
}

std::vector<Counters::Instance>& Counters::instancesOf(const std::string& name) {
  auto& instances = instances_[name];
  if (instances.empty()) instances.push_back({0, 0});
  return instances;
}

}  // namespace octavo::box

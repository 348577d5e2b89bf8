#include "css/variables.h"

#include <algorithm>
#include <functional>
#include <set>

namespace octavo::css {
namespace {

constexpr std::size_t kMostParts = 20'000;  // a value doubled thirty times over is an attack
constexpr std::size_t kDeepestChain = 100;  // --a: var(--b), --b: var(--c), …

/// The value of a name while names are being replaced; null: invalid or absent.
using Lookup = std::function<const Values*(const std::string&)>;

class Substitution {
 public:
  explicit Substitution(const Lookup& lookup) : lookup_(lookup) {}

  bool into(Values& result, ValueSpan values) {
    for (const ComponentValue& value : values) {
      if (++parts_ > kMostParts) return false;
      if (value.isFunction("var")) {
        if (!replace(value, result)) return false;
      } else if (value.children.empty()) {
        result.push_back(value);
      } else {
        ComponentValue copy{value.token, {}};
        if (!into(copy.children, value.children)) return false;
        result.push_back(std::move(copy));
      }
    }
    return true;
  }

 private:
  bool replace(const ComponentValue& function, Values& result) {
    const ValueSpan arguments = function.children;
    const auto comma = std::ranges::find_if(
        arguments, [](const ComponentValue& value) { return value.is(TokenType::Comma); });
    const auto nameEnd = static_cast<std::size_t>(comma - arguments.begin());
    const ValueSpan name = trimmed(arguments.first(nameEnd));
    if (name.size() != 1 || !name[0].is(TokenType::Ident) || !name[0].token.text.starts_with("--"))
      return false;
    if (const Values* value = lookup_(name[0].token.text)) {
      parts_ += countParts(*value);
      if (parts_ > kMostParts) return false;
      result.insert(result.end(), value->begin(), value->end());
      return true;
    }
    return comma != arguments.end() && into(result, trimmed(arguments.subspan(nameEnd + 1)));
  }

  static std::size_t countParts(ValueSpan values) {
    std::size_t count = values.size();
    for (const ComponentValue& value : values) count += countParts(value.children);
    return count;
  }

  const Lookup& lookup_;
  std::size_t parts_ = 0;
};

class Resolver {
 public:
  Resolver(const CustomProperties& own, const CustomProperties& inherited) : own_(own), resolved_(inherited) {
    for (const auto& [name, value] : own_) resolved_.erase(name);
  }

  CustomProperties run() {
    for (const auto& [name, value] : own_) resolveOne(name);
    return std::move(resolved_);
  }

 private:
  const Values* resolveOne(const std::string& name) {
    if (const auto done = resolved_.find(name); done != resolved_.end()) return &done->second;
    const auto unresolved = own_.find(name);
    if (unresolved == own_.end() || invalid_.contains(name)) return nullptr;
    const auto open = std::ranges::find(stack_, name);
    if (open != stack_.end() || stack_.size() >= kDeepestChain) {
      invalid_.insert(open, stack_.end());  // all of the cycle, even those with a fallback: section 2.3
      if (open == stack_.end()) invalid_.insert(name);
      return nullptr;
    }
    stack_.push_back(name);
    const Lookup lookup = [this](const std::string& wanted) { return resolveOne(wanted); };
    Values value;
    const bool isValid = Substitution(lookup).into(value, unresolved->second);
    stack_.pop_back();
    if (!isValid || invalid_.contains(name)) {
      invalid_.insert(name);
      return nullptr;
    }
    return &resolved_.emplace(name, std::move(value)).first->second;
  }

  const CustomProperties& own_;
  CustomProperties resolved_;
  std::set<std::string> invalid_;
  std::vector<std::string> stack_;
};

}  // namespace

std::optional<Values> substitute(ValueSpan values, const CustomProperties& custom) {
  const Lookup lookup = [&](const std::string& name) -> const Values* {
    const auto found = custom.find(name);
    return found == custom.end() ? nullptr : &found->second;
  };
  Values result;
  return Substitution(lookup).into(result, values) ? std::optional(std::move(result)) : std::nullopt;
}

CustomProperties resolve(const CustomProperties& own, const CustomProperties& inherited) {
  return Resolver(own, inherited).run();
}

}  // namespace octavo::css

// css: which rules match an element, found by what the last part of a selector names.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "css/stylesheet.h"

namespace octavo::css {

/// One selector of one rule, with its place in the cascade.
struct IndexedRule {
  const Selector* selector = nullptr;
  const Declarations* declarations = nullptr;
  std::uint8_t origin = 0;  // 0: the program's own sheet; 1: all others
};

class RuleIndex {
 public:
  /// In the order of the cascade's sheets; the selector and declarations outlive the index.
  void add(const IndexedRule& rule);

  /// Places of the rules that match, in order of rising precedence: origin, specificity, order.
  void findMatches(const dom::Element& element, PseudoElement pseudo, const MatchContext& context,
                   std::vector<std::uint32_t>& matches) const;
  const IndexedRule& operator[](std::uint32_t place) const { return rules_[place]; }
  bool hasRulesFor(PseudoElement pseudo) const { return buckets(pseudo).hasAny; }

 private:
  struct StringHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  using Map = std::unordered_map<std::string, std::vector<std::uint32_t>, StringHash, std::equal_to<>>;
  struct Buckets {
    Map byId, byClass, byType;
    std::vector<std::uint32_t> others;
    bool hasAny = false;
  };
  static constexpr std::size_t kPseudoCount = 7;
  const Buckets& buckets(PseudoElement pseudo) const { return buckets_[static_cast<std::size_t>(pseudo)]; }
  static void addToBuckets(const CompoundSelector& subject, std::uint32_t place, Buckets& into);

  std::vector<IndexedRule> rules_;
  std::array<Buckets, kPseudoCount> buckets_;
};

}  // namespace octavo::css

// text: words in the order in which a language's readers look for them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace octavo::text {

/// What stands under one heading of an index: A, あ, ㄱ; pinyin's letters for simplified Chinese, strokes for traditional.
struct IndexGroup {
  std::string label;                 // empty: signs before all letters
  std::vector<std::size_t> members;  // indexes into the keys
};

/// The keys' groups in order, each with its members in order, by CLDR's rules for the language (BCP 47; unknown: the
/// root's). Empty groups are left out; equal keys keep their order.
std::vector<IndexGroup> indexGroups(const std::vector<std::string>& keys, std::string_view language);

}  // namespace octavo::text

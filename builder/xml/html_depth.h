// xml: what must be known of an HTML text before a parser makes a tree of it.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace octavo::xml {

struct TagScan {
  /// The offset of the first tag that is nested deeper than the limit, as HTML's implied end tags have it, nearly: enough
  /// to keep a parser whose work grows with the depth from hostile texts. The scan ends there.
  std::optional<std::size_t> tooDeep;
  std::vector<std::size_t> mains;  // offsets of the name in tags of <main>, rising
};

TagScan scanTags(std::string_view html, std::size_t limit);

}  // namespace octavo::xml

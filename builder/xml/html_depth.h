// xml: how deep the tags of an HTML text are nested, before a parser makes a tree of them.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace octavo::xml {

/// The offset of the first tag that is nested deeper than `limit`, as HTML's implied end tags have it, nearly: enough
/// to keep a parser whose work grows with the depth from hostile texts.
std::optional<std::size_t> findTooDeepTag(std::string_view html, std::size_t limit);

}  // namespace octavo::xml

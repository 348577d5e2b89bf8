#include "epub/compose.h"

#include <algorithm>

#include "text/normalization.h"

namespace octavo::epub {

bool composeMarkup(std::string& markup) {
  if (text::isComposed(markup)) return false;
  std::string result;
  bool isChanged = false;
  for (std::size_t at = 0; at < markup.size();) {
    if (markup[at] == '<' || markup[at] == '>') {
      result += markup[at++];
      continue;
    }
    const std::size_t end = std::min(markup.find_first_of("<>", at), markup.size());
    const std::string_view piece = std::string_view(markup).substr(at, end - at);
    const auto composed = text::composed(piece);
    isChanged |= composed.has_value();
    result += composed ? std::string_view(*composed) : piece;
    at = end;
  }
  markup = std::move(result);
  return isChanged;
}

}  // namespace octavo::epub

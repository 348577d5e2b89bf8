#include "vocabulary/tex_source.h"

namespace octavo::vocabulary {

bool looksLikeTeX(std::string_view words) {
  for (std::size_t at = words.find('\\'); at != std::string_view::npos; at = words.find('\\', at + 1)) {
    const char next = at + 1 < words.size() ? words[at + 1] : ' ';
    if ((next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z') || next == '(' || next == '[') return true;
  }
  return words.size() > 2 && words.front() == '$' && words.back() == '$';
}

void reportTeX(const Conversion& conversion, SourcePosition where) {
  conversion.warn("tex-source", where, "the formula stands there as its TeX source, which cannot be set");
}

}  // namespace octavo::vocabulary

// words: a note for a document whose language the program has no words in.
#include "words/missing.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "words/words.h"

namespace octavo::words {

void reportMissing(std::string_view tag, SourcePosition where, Diagnostics& diagnostics) {
  constexpr std::array<std::string_view, 5> kNone{"", "und", "mul", "zxx", "mis"};
  const std::string_view primary = tag.substr(0, tag.find('-'));
  if (languageOf(tag) || std::ranges::find(kNone, primary) != kNone.end()) return;
  diagnostics.report({Severity::Note, "words-missing", where,
                      fmt::format("there are no words in the language {} for what the program itself writes: headings, labels and "
                                  "navigation that the document does not bring are English", primary),
                      "give parts their titles in the document", std::string(primary)});
}

}  // namespace octavo::words

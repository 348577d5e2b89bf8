// epub: the fonts that the style asks to embed.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "epub/package.h"
#include "epub/writer.h"

namespace octavo::epub {

struct EmbeddedFonts {
  std::vector<Item> items;
  /// The path of a rule's font in the package; empty where it is not embedded.
  std::function<std::string(const css::FontFaceRule&)> pathOf;
};

/// Subsets each declared face to the characters of the publication. A face whose licence forbids embedding is left out
/// with a warning (font-not-embeddable).
EmbeddedFonts embedFonts(const publication::Publication& publication, const std::vector<css::FontFaceRule>& rules,
                         const font::Collection& fonts, Diagnostics& diagnostics);

}  // namespace octavo::epub

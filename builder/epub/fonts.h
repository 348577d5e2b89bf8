// epub: the fonts that the style asks to embed.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "epub/package.h"
#include "epub/writer.h"

namespace octavo::epub {

struct EmbeddedFonts {
  std::vector<Item> items;  // the fonts, and what they say of their licences: fonts/licences.txt
  /// The path of a rule's font in the package; empty where it is not embedded.
  std::function<std::string(const css::FontFaceRule&)> pathOf;
};

struct FontsToEmbed {
  const std::vector<css::FontFaceRule>& rules;
  FontEmbedding embedding = FontEmbedding::Subset;
  std::u32string_view characters;  // that a subset must have
};

/// Each declared face, whole or as a subset for the characters that the book has and the rule is for; one file for rules
/// that come to the same. A face whose licence forbids it is left out with a warning (font-not-embeddable); a note tells the
/// size of all (fonts-embedded).
EmbeddedFonts embedFonts(const FontsToEmbed& wanted, const font::Collection& fonts, Diagnostics& diagnostics);

/// What a reader may show of these texts (markup and style included), in upper and lower case: for subsets.
std::u32string charactersOf(const std::vector<std::string_view>& texts, std::string_view language);

}  // namespace octavo::epub

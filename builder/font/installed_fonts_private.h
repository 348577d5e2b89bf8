// font: the fonts of the machine and of the style, and which of a family matches a request.
#pragma once

#include <fontconfig/fontconfig.h>

#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "font/font.h"

namespace octavo::font {

/// A face that may be used, opened on first need. Belongs to the collection.
struct KnownFace {
  std::vector<std::string> families;  // folded, in all languages the font names itself in
  std::vector<std::string> names;     // folded full and PostScript names
  std::string path;
  unsigned index = 0;
  int weight = 400;  // 1 to 1000
  int width = 100;   // per cent of normal
  bool isItalic = false;
  std::shared_ptr<const FcCharSet> characters;  // null: ask the face
  std::vector<std::pair<char32_t, char32_t>> onlyFor;  // ranges of characters a style keeps it to; empty: all

  /// Null when the file cannot be opened after all.
  const FacePtr& face() const;
  bool has(char32_t character) const;
  bool isFor(char32_t character) const;

 private:
  mutable std::once_flag opened_;
  mutable FacePtr face_;
};
using KnownFaces = std::vector<std::unique_ptr<const KnownFace>>;

/// Scalable single-colour fonts that fontconfig lists, without variable ones, sorted by path and index.
KnownFaces installedFaces();

/// The best of one family by CSS Fonts 4, section 5.2: width, then slant, then weight; the first of equals.
/// Null for an empty list.
const KnownFace* bestMatch(const std::vector<const KnownFace*>& family, int weight, bool italic);

}  // namespace octavo::font

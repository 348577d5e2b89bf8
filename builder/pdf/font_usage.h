// pdf: which glyphs of which faces the book shows, under which codes, and what text each code stands for.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "fragment/fragment.h"
#include "pdf/clusters.h"

namespace octavo::pdf {

/// What a page must know of a glyph to write it.
struct GlyphUse {
  std::uint16_t code = 0;
  std::int16_t width = 0;  // in 1/1000 em, as the W array will say
  std::uint16_t textLength = 0;
  bool isUsed = false;
  bool isCertain = false;  // the text is what the glyph alone stands for, not a stopgap
  std::uint32_t textOffset = 0;
};

/// One face's font program: shared by its horizontal and its vertical font.
class FontProgram {
 public:
  explicit FontProgram(font::FacePtr face) : face_(std::move(face)) {}
  const font::Face& face() const { return *face_; }
  const GlyphUse& glyph(std::uint32_t id) const { return glyphs_[id]; }
  std::u16string_view textOf(const GlyphUse& use) const {
    return std::u16string_view(texts_).substr(use.textOffset, use.textLength);
  }
  /// True when ToUnicode gives this text for the glyph.
  bool carries(std::uint32_t id, std::u16string_view text) const {
    return glyphs_[id].isCertain && textOf(glyphs_[id]) == text;
  }
  /// The glyphs shown, rising; never .notdef.
  std::vector<std::uint32_t> usedGlyphs() const;
  /// One of them; 0 where there is none.
  std::uint32_t anyGlyph() const { return anyGlyph_; }
  bool isUsedVertically() const { return isUsedVertically_; }

  void add(const fragment::GlyphRun& run);

 private:
  GlyphUse& use(std::uint32_t id);
  void learn(const fragment::GlyphRun& run, const Cluster& cluster);
  void setText(GlyphUse& use, std::u16string_view text, bool isCertain);

  font::FacePtr face_;
  std::vector<GlyphUse> glyphs_;  // by glyph id
  std::u16string texts_;
  std::uint32_t anyGlyph_ = 0;
  bool isUsedVertically_ = false;
};

/// A font as a page's resources name it.
struct FontKey {
  std::size_t program = 0;
  bool vertical = false;
};

/// All fonts of a book, numbered in the order in which the pages first show them. Filled by one thread, then
/// only read: what a code stands for must not depend on which page was written first.
class FontUsage {
 public:
  /// The number of the run's font; records its glyphs and their text.
  std::size_t add(const fragment::GlyphRun& run);
  std::size_t numberOf(const fragment::GlyphRun& run) const;
  const std::vector<FontKey>& fonts() const { return fonts_; }
  const std::vector<FontProgram>& programs() const { return programs_; }
  const FontProgram& programOf(std::size_t font) const { return programs_[fonts_[font].program]; }

 private:
  struct Numbers {
    std::size_t program = 0;
    int horizontal = -1, vertical = -1;
  };
  std::vector<FontProgram> programs_;
  std::vector<FontKey> fonts_;
  std::unordered_map<const font::Face*, Numbers> numbers_;  // looked up, never walked
};

/// True for text that a ToUnicode map may hold (PDF/A-2, 6.2.11.7.2: no U+0000, U+FEFF, U+FFFE; private use
/// characters and broken surrogates need an ActualText). A soft hyphen is not certain either: the same glyph
/// says "-" elsewhere.
bool isPlainText(std::u16string_view text);

/// How many glyphs of the cluster match characters one to one.
bool isOneToOne(const Cluster& cluster);

/// The text of the glyph at `index` of a one-to-one cluster.
std::u16string_view characterAt(const Cluster& cluster, std::size_t index, Direction direction);

}  // namespace octavo::pdf

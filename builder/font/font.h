// font: finding faces, metrics, shaping, subsets.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "base/geometry.h"
#include "base/length.h"

namespace octavo::font {

enum class OutlineFormat { CffCid, CffNameKeyed, TrueType };

/// All of a face in font units; `unitsPerEm` of them make an em.
struct Metrics {
  int unitsPerEm = 1000;
  int ascent = 880, descent = 120;  // of the em box for CJK faces, of OS/2 typo or hhea otherwise; both positive
  int lineGap = 0;
  int xHeight = 500, capHeight = 700;
  int underlinePosition = -100, underlineThickness = 50;  // position: of the line's centre, negative below
  int strikeoutPosition = 250, strikeoutThickness = 50;
  int boxLeft = 0, boxBottom = 0, boxRight = 0, boxTop = 0;
  int italicAngle = 0;  // degrees, negative leans right
  bool isCjk = false;  // has ideographs
};

/// An open font face. Immutable once made, safe to share between threads; outlives every glyph run made from it.
class Face {
 public:
  virtual ~Face() = default;
  virtual const std::string& path() const = 0;
  virtual unsigned index() const = 0;  // in a collection
  virtual const std::string& postScriptName() const = 0;
  virtual const std::string& familyName() const = 0;
  virtual int weight() const = 0;
  virtual bool isItalic() const = 0;
  virtual bool isFixedPitch() const = 0;
  virtual OutlineFormat outlineFormat() const = 0;
  virtual const Metrics& metrics() const = 0;
  /// Embedding allowed by OS/2 fsType (not restricted).
  virtual bool mayEmbed() const = 0;
  virtual bool hasGlyph(char32_t character) const = 0;
  /// Whether the face has a form for this character with this variation selector (cmap format 14).
  virtual bool hasVariation(char32_t character, char32_t selector) const = 0;
  /// The glyph that cmap gives a character; 0 where it has none.
  virtual std::uint32_t nominalGlyph(char32_t character) const = 0;
  /// Whether some script of the face's GSUB has this feature.
  virtual bool hasFeature(std::string_view tag) const = 0;
  /// True for a font with axes of variation; it is used as its default instance.
  virtual bool isVariable() const = 0;
  /// Horizontal advance in font units.
  virtual int advance(std::uint32_t glyph) const = 0;
  /// The code that a PDF page writes for this glyph: the CID for CID-keyed CFF, the glyph id otherwise.
  virtual std::uint32_t pdfCode(std::uint32_t glyph) const = 0;
};
using FacePtr = std::shared_ptr<const Face>;

/// What a text asks for; families in order of preference, generic names allowed.
struct Request {
  std::vector<std::string> families;
  int weight = 400;
  bool italic = false;
  std::string language;  // BCP 47
  bool operator==(const Request&) const = default;
};

/// A face of the style's own: an @font-face rule with its file's bytes or a local name.
struct DeclaredFace {
  std::string family;
  int weight = 400;
  bool italic = false;
  std::string path;       // a file, already resolved; or
  std::string localName;  // a full or PostScript name for fontconfig
  std::vector<std::pair<char32_t, char32_t>> characters = {};  // first and last of each range it is for; empty: all
};

/// The faces a build may use: those of the style and of the list fonts/families.conf, in the order that fonts/README.md
/// documents; nothing else of the machine's setup matters, unless `CollectionOptions::takesAnyFont`. Thread-safe.
class Collection {
 public:
  virtual ~Collection() = default;
  /// The first face of the request's list that has the character; null when none has.
  virtual FacePtr faceFor(const Request& request, char32_t character) const = 0;
  /// The first face of the list, then of all, that has a form for the sequence; null when none has.
  virtual FacePtr faceForSequence(const Request& request, char32_t character, char32_t selector) const = 0;
  /// The face that gives the line its metrics: the first of the list. Throws BuildError (font-none) when no font
  /// at all can be used.
  virtual FacePtr primary(const Request& request) const = 0;
  /// The face of a declaration, told by its family, weight, slant and characters; the last of those that are alike. Null
  /// where its file could not be opened.
  virtual FacePtr declared(const DeclaredFace& declaration) const = 0;
  /// True for characters that keep to the face of their neighbours where it has them: marks, joiners, variation
  /// selectors, spaces, common punctuation.
  virtual bool followsNeighbours(char32_t character) const = 0;
  /// Faces used so far that neither the style nor the list names, by name.
  virtual std::vector<std::string> unlistedFaces() const = 0;
  /// Families asked for so far that are not there, nor another that the style names in their place; as written, by name.
  virtual std::vector<std::string> missingFamilies() const = 0;
  /// The installed or declared families whose names are most like this one; at most three.
  virtual std::vector<std::string> familiesLike(std::string_view name) const = 0;
};

struct CollectionOptions {
  std::vector<DeclaredFace> declared;
  std::string families;                // the text of fonts/families.conf
  std::vector<std::string> onlyFiles;  // tests: these files, all of them, and no fontconfig
  bool takesAnyFont = false;           // letters that no listed font has come from any installed one
};
std::unique_ptr<Collection> openCollection(const CollectionOptions& options, Diagnostics& diagnostics);

struct Feature {
  std::string tag;  // four letters
  int value = 1;
  std::uint32_t begin = 0, end = static_cast<std::uint32_t>(-1);  // of the text, for a part of it
  bool operator==(const Feature&) const = default;
};

struct ShapeRequest {
  FacePtr face;
  Length size;
  std::u16string_view text;  // the whole paragraph: context for joining
  std::size_t begin = 0, end = 0;
  std::uint32_t script = 0;  // ISO 15924 as four letters packed, 'H' << 24 | 'a' << 16 | …
  std::string language;      // BCP 47; selects locl forms
  Direction direction = Direction::LeftToRight;
  bool vertical = false;
  std::vector<Feature> features;
};

struct Glyph {
  std::uint32_t id = 0;
  std::uint32_t cluster = 0;  // offset in the paragraph's UTF-16 of the cluster's first unit
  Length advance;             // along the line
  Length offsetInline;        // from the pen, along the line
  Length offsetBlock;         // from the baseline, towards block-start (up in horizontal text)
  bool unsafeToBreak = false;
  bool operator==(const Glyph&) const = default;
};

/// Glyphs in visual order, left to right (top to bottom in vertical text). hb-ot functions throughout.
std::vector<Glyph> shape(const ShapeRequest& request);
/// The same behind those that are there already: a long paragraph has tens of megabytes of glyphs.
void appendShaped(const ShapeRequest& request, std::vector<Glyph>& glyphs);

/// How far a full-width mark may be squeezed, in font units, from the font's halt (vhal) values, or from its glyph
/// box where it has none: the blank before and after the ink that may go. Zero for other characters.
struct TrimmableBlank {
  int before = 0, after = 0;
};
TrimmableBlank trimmableBlank(const Face& face, char32_t character, std::string_view language, bool vertical);

/// The glyph's ink from its origin, in font units; all 0 when it has none.
struct InkBox {
  int left = 0, bottom = 0, right = 0, top = 0;
  bool operator==(const InkBox&) const = default;
};
InkBox inkBox(const Face& face, std::uint32_t glyph);

/// Where the glyph has ink between two heights over the baseline, in font units from its origin: rising, apart.
struct InkSpan {
  int begin = 0, end = 0;
  bool operator==(const InkSpan&) const = default;
};
std::vector<InkSpan> inkBetween(const Face& face, std::uint32_t glyph, int bottom, int top);

/// The font program that holds only these glyphs.
struct Subset {
  std::string bytes;   // for CFF with `bareCff`: the CFF table; else a whole sfnt
  bool isCff = false;
};
/// For PDF: codes stay what Face::pdfCode said (libraries.md 3: NO_HINTING, DESUBROUTINIZE; RETAIN_GIDS unless
/// CID-keyed). Throws BuildError (font-subset).
Subset subsetForPdf(const Face& face, std::span<const std::uint32_t> glyphs);
/// For EPUB: a whole font with cmap and layout tables for these characters.
std::string subsetForEpub(const Face& face, std::u32string_view characters);

}  // namespace octavo::font

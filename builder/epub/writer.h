// epub: publication → EPUB 3 package.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "css/cascade.h"
#include "epub/devices.h"
#include "epub/page_marks.h"
#include "font/font.h"
#include "publication/publication.h"

namespace octavo::epub {

/// How much of the fonts that the style's @font-face rules name goes into the package.
enum class FontEmbedding { None, Subset, Full };

/// What a user may ask of the EPUB alone.
struct Wishes {
  Device device = Device::Generic;
  FontEmbedding fonts = FontEmbedding::Subset;
  bool obfuscatesFonts = false;  // by IDPF's algorithm: EPUB 3.3, section 4.4
  std::uint64_t mostPixels = 0;  // of a picture: larger ones are made smaller; 0: as they are
};

struct Options {
  std::string modified;                    // dcterms:modified, "2024-06-03T00:00:00Z"
  std::vector<css::StylesheetPtr> sheets;  // the same as for print, in order; become one stylesheet
  std::vector<css::FontFaceRule> fontFaces;  // what the sheets ask to embed: and no other font
  Wishes wishes = {};
  Pagination pagination = {};                // of the book on paper, where it is made beside this one
};

/// The whole EPUB 3.3 package as bytes, equal for equal input. `fonts` knows the declared faces.
/// Reports what it leaves out; throws BuildError (epub-write) only when the archive cannot be made.
std::string writeEpub(const publication::Publication& publication, const Options& options,
                      const font::Collection& fonts, Diagnostics& diagnostics);

}  // namespace octavo::epub

// pdf: font programs and the dictionaries that make glyph codes show and copy right.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "pdf/deflate.h"
#include "pdf/font_usage.h"
#include "pdf/sink.h"

namespace octavo::pdf {

/// Everything of one face that takes time to make; made on any thread.
struct PreparedFont {
  std::string name;  // "ABCDEF+NotoSerifCJKsc-Regular"
  bool isCff = false;
  Stream program;
  Stream toUnicode;
  Value widths;  // the W array
};

/// Throws BuildError (font-subset) as font::subsetForPdf does, and BuildError (font-not-embeddable) where the
/// font's licence forbids it: PDF/A takes no font that is not embedded.
PreparedFont prepareFont(const FontProgram& program);

/// The Type0 font objects in FontUsage's numbering. `prepared` in the order of its programs.
std::vector<Ref> putFonts(const FontUsage& usage, std::vector<PreparedFont> prepared, PdfSink& sink);

/// A CMap (ISO 32000-1, 9.10.3) with an entry for each code, at most 100 in a block.
std::string toUnicodeMap(const FontProgram& program);
/// W (9.7.4.3): what differs from a width of 1000, consecutive codes together.
Value widthArray(const FontProgram& program);
/// Six capital letters made of the face and the glyphs it is reduced to.
std::string subsetTag(const FontProgram& program);

}  // namespace octavo::pdf

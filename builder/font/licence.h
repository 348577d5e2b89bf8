// font: what a font says of who may use it.
#pragma once

#include <string>
#include <vector>

#include "font/font.h"

namespace octavo::font {

/// A text that lies beside a font: OFL.txt, LICENSE, COPYING.md.
struct LicenceFile {
  std::string name, text;
  bool operator==(const LicenceFile&) const = default;
};

/// Empty where the font is silent. OpenType 1.9, name table: ids 0, 13 and 14.
struct Licence {
  std::string copyright, description, address;
  std::vector<LicenceFile> files;  // by name
};

/// From the font's name table, in English where it has that, and its folder. Files over 256 KB or that are no UTF-8 are no
/// licences.
Licence licenceOf(const Face& face);

/// Whether OS/2 fsType allows the whole font in a file; Face::mayEmbed asks for a part of it.
bool mayEmbedWhole(const Face& face);

/// The whole face as a font file of its own; out of a collection with the tables it shares.
std::string wholeFont(const Face& face);

}  // namespace octavo::font

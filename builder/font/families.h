// font: the documented order of families, read from fonts/families.conf.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"

namespace octavo::font {

/// A language tag in one spelling: "zh-CN" → "zh-Hans-CN", "zh-HK" → "zh-Hant-HK", "EN-us" → "en-US". Chinese
/// without a region or script is zh-Hans.
std::string canonicalLanguage(std::string_view language);

/// Which families a generic name stands for in a language. Lines of the text read
/// `generic [language]: Family, Family…`; `#` begins a comment.
class Families {
 public:
  /// Reports lines that cannot be read (font-families).
  Families(std::string_view text, Diagnostics& diagnostics);

  bool isGeneric(std::string_view name) const;
  /// First the lines of the language (the most specific first), then the line for all languages, then those
  /// of other languages in the order of the file, so that a foreign word finds a face.
  std::vector<std::string> expand(std::string_view generic, std::string_view language) const;

 private:
  struct Line {
    std::string generic, language;  // language: canonical, empty for all
    std::vector<std::string> families;
  };
  std::vector<Line> lines_;
};

/// Family and generic names are compared without regard to ASCII case (CSS Fonts 4, section 2.1).
std::string foldedName(std::string_view name);

}  // namespace octavo::font

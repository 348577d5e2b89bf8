// app: from the names of styles to parsed sheets and the fonts they declare.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "css/cascade.h"
#include "font/font.h"
#include "publication/publication.h"

namespace octavo::app {

/// The program's default sheet, then each asked-for style in order. A style is the name of a built-in look or the path
/// of a .css file, whose @imports stay below its folder. Sheets of pages stand behind the looks and before the files. Throws
/// BuildError (style-unknown, file-unreadable).
std::vector<css::StylesheetPtr> loadStylesheets(const std::vector<std::string>& styles,
                                                const std::vector<publication::PageStyle>& pageStyles,
                                                SourceFiles& sources, Diagnostics& diagnostics);

/// The @font-face rules as the font room takes them; files stay below the folder of the sheet that names them.
std::vector<font::DeclaredFace> declaredFaces(const std::vector<css::FontFaceRule>& rules, Diagnostics& diagnostics);

}  // namespace octavo::app

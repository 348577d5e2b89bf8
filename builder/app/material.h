// app: what every product is made from: the publication, its styles and the fonts.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "app/options.h"
#include "app/progress.h"
#include "base/diagnostics.h"
#include "css/cascade.h"
#include "font/font.h"
#include "fragment/fragment.h"
#include "publication/publication.h"

namespace octavo::app {

struct Material {
  publication::Publication publication;
  std::vector<css::StylesheetPtr> sheets;
  std::unique_ptr<css::Cascade> cascade;  // for paper
  std::unique_ptr<font::Collection> fonts;
  std::string date;
};

/// Reads the inputs, the styles and the fonts they ask for. Throws BuildError when it cannot go on.
Material readMaterial(const DocumentOptions& options, SourceFiles& sources, Diagnostics& diagnostics);

/// Boxes, lines and pages.
fragment::PrintedBook layOutPages(const Material& material, Progress& progress, Diagnostics& diagnostics);

}  // namespace octavo::app

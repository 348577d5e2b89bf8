// app: `octavo build`: articles in, an EPUB and a PDF out.
#pragma once

#include "app/options.h"
#include "base/diagnostics.h"

namespace octavo::app {

/// Builds the products that the options ask for and puts each in its place, or none of them where the document has
/// errors (or, with --strict, warnings). Throws BuildError when it cannot go on.
ExitCode build(const BuildOptions& options, SourceFiles& sources, Diagnostics& diagnostics);

}  // namespace octavo::app

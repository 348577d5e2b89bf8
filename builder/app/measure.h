// app: `octavo measure`: how well the lines of a document's pages are set.
#pragma once

#include "app/options.h"
#include "base/diagnostics.h"

namespace octavo::app {

/// Lays the document out and prints the measurement; writes no file. Throws BuildError when it cannot go on.
ExitCode measure(const MeasureOptions& options, SourceFiles& sources, Diagnostics& diagnostics);

}  // namespace octavo::app

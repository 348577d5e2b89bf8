// app: `octavo check`: what a build would say, and what a print shop would.
#pragma once

#include <string>

#include "app/options.h"
#include "base/diagnostics.h"

namespace octavo::app {

/// Makes both outputs in memory, writes none, and looks at the resolution of the pictures where they stand on the page.
ExitCode check(const CheckOptions& options, SourceFiles& sources, Diagnostics& diagnostics);

/// What was found, counted: by severity, then each code with its count and its first place. Human: a table; Short: one
/// line; Json: one object, schema 1: summary {errors, warnings, notes}, codes [{code, severity, count, file, line,
/// column}].
std::string summary(const Diagnostics& diagnostics, DiagnosticFormat style);

}  // namespace octavo::app

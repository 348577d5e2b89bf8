// app: `octavo build`: articles in, an EPUB and a PDF out.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "app/options.h"
#include "base/diagnostics.h"

namespace octavo::app {

/// An output that is in its place.
struct Written {
  std::filesystem::path path;
  std::size_t bytes = 0;
  std::size_t pages = 0;  // of a PDF
};

/// Builds the products that the options ask for and puts each in its place, or none of them where the document has
/// errors (or, with --strict, warnings). Throws BuildError when it cannot go on.
ExitCode build(const BuildOptions& options, SourceFiles& sources, Diagnostics& diagnostics, std::vector<Written>& written);

/// What was written. Human and short: a line for each file; Json: one object, schema 1: written [{file, bytes, pages}],
/// pages for a PDF alone.
std::string told(const std::vector<Written>& written, DiagnosticFormat form);

}  // namespace octavo::app

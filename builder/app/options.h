// app: what the command line asks for.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "app/diagnostic_formats.h"
#include "base/geometry.h"

namespace octavo::app {

/// `octavo build …`
struct BuildOptions {
  std::vector<std::filesystem::path> inputs;
  bool epub = true, pdf = true;
  std::string output;  // base name of both outputs, or one file with its ending; empty: from the input
  std::vector<std::string> styles;  // names of built-in looks or .css files; empty: the document's, else study
  std::optional<PhysicalSize> trim;
  std::string title, author, language, date, structure;
  DiagnosticFormat diagnostics = DiagnosticFormat::Human;
  bool strict = false, quiet = false;
};

}  // namespace octavo::app

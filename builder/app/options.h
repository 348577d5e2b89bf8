// app: what the command line asks for.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "app/diagnostic_formats.h"
#include "base/diagnostics.h"
#include "base/geometry.h"
#include "epub/writer.h"
#include "vocabulary/page_styles.h"

namespace octavo::app {

/// Which document, and in which look.
struct DocumentOptions {
  std::vector<std::filesystem::path> inputs;
  std::vector<std::string> styles;  // names of built-in looks or .css files; empty: the document's, else study
  std::optional<PhysicalSize> trim;
  std::string title, author, language, date, structure;
  std::string encoding;    // of the inputs, whatever they declare; empty: as they declare
  bool allowHtml = false;  // tag soup is read as HTML
  vocabulary::PageStyles pageStyles = vocabulary::PageStyles::Hidden;
  std::filesystem::path root;    // what references may reach; empty: the input's folder
  bool takesAnyFont = false;  // letters that the listed fonts lack come from any installed one
  std::filesystem::path schema;  // that the inputs must be valid by; empty: none
};

struct MessageOptions {
  DiagnosticFormat format = DiagnosticFormat::Human;
  bool strict = false, quiet = false;
};

/// Whether what was found makes the command fail.
inline bool isFailed(const MessageOptions& options, const Diagnostics& diagnostics) {
  return diagnostics.hasErrors() || (options.strict && diagnostics.hasWarnings());
}

/// `octavo build …`
struct BuildOptions {
  DocumentOptions document;
  MessageOptions messages;
  bool epub = true, pdf = true;
  epub::Wishes wishes;
  std::string output;  // base name of both outputs, or one file with its ending; empty: from the input
};

/// `octavo check …`
struct CheckOptions {
  DocumentOptions document;
  MessageOptions messages;
};

/// `octavo measure …`
struct MeasureOptions {
  DocumentOptions document;
  MessageOptions messages;
  std::size_t examples = 3;  // of each fault
};

}  // namespace octavo::app

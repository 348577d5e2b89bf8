// app: a booklet's structures, each an edition with outputs of its own.
#pragma once

#include <string>
#include <vector>

#include "app/options.h"
#include "base/diagnostics.h"

namespace octavo::app {

/// The word by which --structure asks for all of them.
inline constexpr std::string_view kAllStructures = "all";

struct Edition {
  DocumentOptions document;
  std::string ending;  // of its outputs' names: "-student"; empty where only one is asked for
};

/// One for each structure where all are asked for, else the only one. Throws BuildError as structuresOf.
std::vector<Edition> editionsOf(const DocumentOptions& options, SourceFiles& sources);

/// Collects what one edition has to say, and hands over at the end what the others have not said yet.
class EditionDiagnostics {
 public:
  explicit EditionDiagnostics(Diagnostics& all) : all_(all) {}
  ~EditionDiagnostics();
  EditionDiagnostics(const EditionDiagnostics&) = delete;
  EditionDiagnostics& operator=(const EditionDiagnostics&) = delete;
  Diagnostics& own() { return own_; }

 private:
  Diagnostics& all_;
  Diagnostics own_;
};

}  // namespace octavo::app

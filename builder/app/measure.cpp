#include "app/measure.h"

#include <sstream>
#include <string>

#include "app/console.h"
#include "app/material.h"
#include "quality/judge.h"

namespace octavo::app {

ExitCode measure(const MeasureOptions& options, SourceFiles& sources, Diagnostics& diagnostics) {
  Progress progress(!options.messages.quiet && Progress::terminalCanShow());
  progress.stage("reading");
  const Material material = readMaterial(options.document, sources, diagnostics);
  const fragment::PrintedBook book = layOutPages(material, progress, diagnostics);
  std::istringstream report(quality::report(quality::judge(book), options.examples));
  for (std::string line; std::getline(report, line);) write(stdout, shown(line) + "\n");
  return isFailed(options.messages, diagnostics) ? ExitCode::DocumentErrors : ExitCode::Good;
}

}  // namespace octavo::app

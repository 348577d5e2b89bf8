#include "app/build.h"

#include "app/outputs.h"
#include "base/files.h"

namespace octavo::app {
namespace {

namespace fs = std::filesystem;

/// "reader" → reader.epub; "out.epub" stays; nothing → the first input's name in the current folder.
fs::path outputPath(const BuildOptions& options, std::string_view ending) {
  std::string name = options.output.empty() ? options.document.inputs.front().stem().string() : options.output;
  if (!name.ends_with(ending)) name += ending;
  return name;
}

}  // namespace

ExitCode build(const BuildOptions& options, SourceFiles& sources, Diagnostics& diagnostics) {
  Progress progress(!options.messages.quiet && Progress::terminalCanShow());
  progress.stage("reading");
  const Material material = readMaterial(options.document, sources, diagnostics);
  const Outputs outputs = makeOutputs(material, {options.epub, options.pdf, options.wishes}, progress, diagnostics);
  if (isFailed(options.messages, diagnostics)) return ExitCode::DocumentErrors;
  if (options.epub) writeFileAtomically(outputPath(options, ".epub"), outputs.epub);
  if (options.pdf) writeFileAtomically(outputPath(options, ".pdf"), outputs.pdf);
  return ExitCode::Good;
}

}  // namespace octavo::app

#include "app/build.h"

#include "app/editions.h"
#include "app/outputs.h"
#include "base/files.h"

namespace octavo::app {
namespace {

namespace fs = std::filesystem;

/// "reader" → reader.epub, of an edition reader-student.epub; "out.epub" stays; nothing → the first input's name in the current folder.
fs::path outputPath(const BuildOptions& options, std::string_view edition, std::string_view ending) {
  std::string name = options.output.empty() ? options.document.inputs.front().stem().string() : options.output;
  if (name.ends_with(ending)) name.resize(name.size() - ending.size());
  return name + std::string(edition) + std::string(ending);
}

}  // namespace

ExitCode build(const BuildOptions& options, SourceFiles& sources, Diagnostics& diagnostics) {
  Progress progress(!options.messages.quiet && Progress::terminalCanShow());
  std::vector<std::pair<fs::path, std::string>> files;
  for (const Edition& edition : editionsOf(options.document, sources)) {
    EditionDiagnostics said(diagnostics);
    progress.stage("reading");
    const Material material = readMaterial(edition.document, sources, said.own());
    Outputs outputs = makeOutputs(material, {options.epub, options.pdf, options.wishes}, progress, said.own());
    if (options.epub) files.emplace_back(outputPath(options, edition.ending, ".epub"), std::move(outputs.epub));
    if (options.pdf) files.emplace_back(outputPath(options, edition.ending, ".pdf"), std::move(outputs.pdf));
  }
  if (isFailed(options.messages, diagnostics)) return ExitCode::DocumentErrors;
  for (const auto& [path, bytes] : files) writeFileAtomically(path, bytes);
  return ExitCode::Good;
}

}  // namespace octavo::app

#include "app/build.h"

#include <algorithm>
#include <future>
#include <thread>

#include "app/material.h"
#include "base/files.h"
#include "epub/writer.h"
#include "pdf/writer.h"

namespace octavo::app {
namespace {

namespace fs = std::filesystem;

std::string makePdf(const Material& material, Progress& progress, Diagnostics& diagnostics) {
  const fragment::PrintedBook book = layOutPages(material, progress, diagnostics);
  progress.stage("writing the PDF");
  pdf::PdfOptions options;
  options.date = material.date;
  options.threads = std::max(1U, std::thread::hardware_concurrency());
  return pdf::writePdf(book, material.publication, options, diagnostics);
}

std::string makeEpub(const Material& material, Diagnostics& diagnostics) {
  const epub::Options options{material.date, material.sheets, material.cascade->fontFaces()};
  return epub::writeEpub(material.publication, options, *material.fonts, diagnostics);
}

/// "reader" → reader.epub; "out.epub" stays; nothing → the first input's name in the current folder.
fs::path outputPath(const BuildOptions& options, std::string_view ending) {
  std::string name = options.output.empty() ? options.document.inputs.front().stem().string() : options.output;
  if (!name.ends_with(ending)) name += ending;
  return name;
}

bool isFailed(const BuildOptions& options, const Diagnostics& diagnostics) {
  return diagnostics.hasErrors() || (options.messages.strict && diagnostics.hasWarnings());
}

}  // namespace

ExitCode build(const BuildOptions& options, SourceFiles& sources, Diagnostics& diagnostics) {
  Progress progress(!options.messages.quiet && Progress::terminalCanShow());
  progress.stage("reading");
  const Material material = readMaterial(options.document, sources, diagnostics);

  // The EPUB needs nothing of the pages: it is made beside them. Each has its own messages, joined in a fixed order.
  Diagnostics epubDiagnostics;
  std::future<std::string> epub;
  if (options.epub) epub = std::async(std::launch::async, [&] { return makeEpub(material, epubDiagnostics); });
  std::string pdf;
  if (options.pdf) pdf = makePdf(material, progress, diagnostics);
  const std::string epubBytes = options.epub ? epub.get() : std::string();
  diagnostics.append(epubDiagnostics);
  if (isFailed(options, diagnostics)) return ExitCode::DocumentErrors;
  if (options.epub) writeFileAtomically(outputPath(options, ".epub"), epubBytes);
  if (options.pdf) writeFileAtomically(outputPath(options, ".pdf"), pdf);
  return ExitCode::Good;
}

}  // namespace octavo::app

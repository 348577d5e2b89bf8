#include "app/outputs.h"

#include <algorithm>
#include <future>
#include <thread>

#include "epub/writer.h"
#include "pdf/writer.h"

namespace octavo::app {
namespace {

std::string makePdf(const Material& material, const fragment::PrintedBook& pages, Diagnostics& diagnostics) {
  pdf::PdfOptions options;
  options.date = material.date;
  options.threads = std::max(1U, std::thread::hardware_concurrency());
  return pdf::writePdf(pages, material.publication, options, diagnostics);
}

std::string makeEpub(const Material& material, Diagnostics& diagnostics) {
  const epub::Options options{material.date, material.sheets, material.cascade->fontFaces()};
  return epub::writeEpub(material.publication, options, *material.fonts, diagnostics);
}

}  // namespace

Outputs makeOutputs(const Material& material, WantedOutputs wanted, Progress& progress, Diagnostics& diagnostics) {
  Diagnostics epubDiagnostics;
  std::future<std::string> epub;
  if (wanted.epub) epub = std::async(std::launch::async, [&] { return makeEpub(material, epubDiagnostics); });
  Outputs outputs;
  if (wanted.pdf) {
    outputs.pages = layOutPages(material, progress, diagnostics);
    progress.stage("writing the PDF");
    outputs.pdf = makePdf(material, outputs.pages, diagnostics);
  }
  if (wanted.epub) outputs.epub = epub.get();
  diagnostics.append(epubDiagnostics);
  return outputs;
}

}  // namespace octavo::app

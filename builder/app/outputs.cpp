#include "app/outputs.h"

#include <algorithm>
#include <future>
#include <thread>
#include <utility>

#include <fmt/format.h>

#include "epub/writer.h"
#include "fragment/page_starts.h"
#include "pdf/writer.h"

namespace octavo::app {
namespace {

std::string makePdf(const Material& material, const fragment::PrintedBook& pages, Diagnostics& diagnostics) {
  pdf::PdfOptions options;
  options.date = material.date;
  options.threads = std::max(1U, std::thread::hardware_concurrency());
  return pdf::writePdf(pages, material.publication, options, diagnostics);
}

/// How the book on paper is named in the EPUB whose pages it gives: "Title (PDF, 148 × 210 mm, 2024-06-03)".
std::string nameOfPrint(const Material& material, const fragment::PrintedBook& book) {
  const auto millimetres = [](Length length) { return static_cast<int>(length.toPoints() * 25.4 / 72 + 0.5); };
  const PhysicalSize size = book.pages.front().size;
  return fmt::format("{} (PDF, {} × {} mm, {})", material.publication.metadata.title.text, millimetres(size.width),
                     millimetres(size.height), material.date.substr(0, 10));
}

epub::Pagination paginationOf(const Material& material, const fragment::PrintedBook& book) {
  epub::Pagination pagination;
  if (book.pages.empty()) return pagination;
  pagination.source = nameOfPrint(material, book);
  for (fragment::PageStart& start : fragment::pageStarts(book)) {
    pagination.pages.push_back({std::move(start.label), start.element, start.inkBefore, std::move(start.text)});
  }
  return pagination;
}

std::string makeEpub(const Material& material, epub::Pagination pagination, const epub::Wishes& wishes, Diagnostics& diagnostics) {
  const epub::Options options{material.date, material.sheets, material.cascade->fontFaces(), wishes, std::move(pagination)};
  return epub::writeEpub(material.publication, options, *material.fonts, diagnostics);
}

}  // namespace

Outputs makeOutputs(const Material& material, WantedOutputs wanted, Progress& progress, Diagnostics& diagnostics) {
  Outputs outputs;
  if (wanted.pdf) outputs.pages = layOutPages(material, progress, diagnostics);
  Diagnostics epubDiagnostics;
  std::future<std::string> epub;
  const auto epubOf = [&] { return makeEpub(material, paginationOf(material, outputs.pages), wanted.wishes, epubDiagnostics); };
  if (wanted.epub) epub = std::async(std::launch::async, epubOf);
  progress.stage("writing");
  if (wanted.pdf) outputs.pdf = makePdf(material, outputs.pages, diagnostics);
  if (wanted.epub) outputs.epub = epub.get();
  diagnostics.append(epubDiagnostics);
  return outputs;
}

}  // namespace octavo::app

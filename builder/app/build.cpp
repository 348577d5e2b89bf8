#include "app/build.h"

#include <algorithm>
#include <cstdlib>
#include <future>
#include <memory>
#include <optional>
#include <thread>
#include <utility>

#include "app/build_date.h"
#include "app/built_in_files.h"
#include "app/progress.h"
#include "app/stylesheets.h"
#include "base/files.h"
#include "box/box.h"
#include "css/cascade.h"
#include "epub/writer.h"
#include "font/font.h"
#include "image/image.h"
#include "layout/book.h"
#include "pdf/writer.h"
#include "text/hyphenation.h"
#include "vocabulary/booklet.h"

namespace octavo::app {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kDefaultStyle = "study";
constexpr double kPointsPerInch = 72;

/// What both outputs are made from.
struct Material {
  const publication::Publication& publication;
  const css::Cascade& cascade;
  const std::vector<css::StylesheetPtr>& sheets;
  const font::Collection& fonts;
  const std::string& date;
};

std::vector<std::string> stylesOf(const BuildOptions& options, const publication::Publication& publication) {
  if (!options.styles.empty()) return options.styles;
  if (!publication.styleReferences.empty()) return publication.styleReferences;
  return {std::string(kDefaultStyle)};
}

layout::ImageSizes imageSizes(const publication::Publication& publication, Diagnostics& diagnostics) {
  layout::ImageSizes sizes;
  for (const publication::Resource& resource : publication.resources) {
    const auto properties = image::inspect(resource.bytes, resource.path, resource.requestedFrom, diagnostics);
    if (!properties) continue;
    sizes[resource.path] = {Length::points(properties->width * kPointsPerInch / properties->dotsPerInchX),
                            Length::points(properties->height * kPointsPerInch / properties->dotsPerInchY)};
  }
  return sizes;
}

std::string makePdf(const Material& material, Progress& progress, Diagnostics& diagnostics) {
  progress.stage("building boxes");
  std::vector<const dom::Element*> roots;
  for (const publication::Chapter& chapter : material.publication.chapters) roots.push_back(chapter.root.get());
  const box::Tree boxes = box::buildBoxes(roots, material.cascade, diagnostics);
  const text::Hyphenator hyphenator;
  const layout::ImageSizes images = imageSizes(material.publication, diagnostics);
  const auto onPage = [&](std::size_t pages) { progress.pages(pages); };
  const fragment::PrintedBook book = layout::layoutBook(
      {boxes, material.cascade, material.fonts, hyphenator, images}, onPage, diagnostics);
  progress.stage("writing the PDF");
  pdf::PdfOptions options;
  options.date = material.date;
  options.threads = std::max(1U, std::thread::hardware_concurrency());
  return pdf::writePdf(book, material.publication, options, diagnostics);
}

std::string makeEpub(const Material& material, Diagnostics& diagnostics) {
  const epub::Options options{material.date, material.sheets, material.cascade.fontFaces()};
  return epub::writeEpub(material.publication, options, material.fonts, diagnostics);
}

/// "reader" → reader.epub; "out.epub" stays; nothing → the first input's name in the current folder.
fs::path outputPath(const BuildOptions& options, std::string_view ending) {
  std::string name = options.output.empty() ? options.inputs.front().stem().string() : options.output;
  if (!name.ends_with(ending)) name += ending;
  return name;
}

bool isFailed(const BuildOptions& options, const Diagnostics& diagnostics) {
  return diagnostics.hasErrors() || (options.strict && diagnostics.hasWarnings());
}

}  // namespace

ExitCode build(const BuildOptions& options, SourceFiles& sources, Diagnostics& diagnostics) {
  Progress progress(!options.quiet && Progress::terminalCanShow());
  progress.stage("reading");
  vocabulary::BookletOptions booklet;
  booklet.structure = options.structure;
  booklet.title = options.title;
  booklet.author = options.author;
  booklet.language = options.language;
  booklet.date = options.date;
  const publication::Publication publication =
      vocabulary::readPublication(options.inputs, booklet, sources, diagnostics);
  const auto sheets = loadStylesheets(stylesOf(options, publication), sources, diagnostics);
  const css::Cascade::Options cascadeOptions{css::Medium::Print, options.trim, publication.metadata.languages.front()};
  const css::Cascade cascade(sheets, cascadeOptions, diagnostics);
  font::CollectionOptions fontOptions;
  fontOptions.families = builtInFile("fonts/families.conf").value_or("");
  fontOptions.declared = declaredFaces(cascade.fontFaces(), diagnostics);
  const std::unique_ptr<font::Collection> fonts = font::openCollection(fontOptions, diagnostics);
  const std::string date = buildDate(options.date, std::getenv("SOURCE_DATE_EPOCH"), publication.metadata.date);
  const Material material{publication, cascade, sheets, *fonts, date};

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

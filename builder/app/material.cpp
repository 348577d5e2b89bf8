#include "app/material.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cstdlib>
#include <utility>

#include "app/build_date.h"
#include "app/built_in_files.h"
#include "app/stylesheets.h"
#include "box/box.h"
#include "image/image.h"
#include "layout/book.h"
#include "publication/direction_marks.h"
#include "text/hyphenation.h"
#include "vocabulary/booklet.h"

namespace octavo::app {
namespace {

constexpr std::string_view kDefaultStyle = "study";
constexpr double kPointsPerInch = 72;

std::vector<std::string> stylesOf(const DocumentOptions& options, const publication::Publication& publication) {
  if (!options.styles.empty()) return options.styles;
  if (!publication.styleReferences.empty()) return publication.styleReferences;
  return {std::string(kDefaultStyle)};
}

layout::ImageSizes imageSizes(const publication::Publication& publication) {
  layout::ImageSizes sizes;
  for (const publication::Resource& resource : publication.resources) {
    const bool isPrintable = resource.mediaType == "image/png" || resource.mediaType == "image/jpeg";
    if (!isPrintable) continue;  // paper has words for it
    const auto properties = image::readHeader(resource.bytes);  // the file was looked at when it was taken up
    if (!properties) continue;
    sizes[resource.path] = {Length::points(properties->shownWidth() * kPointsPerInch / properties->shownDotsPerInchX()),
                            Length::points(properties->shownHeight() * kPointsPerInch / properties->shownDotsPerInchY())};
  }
  return sizes;
}

/// What only the setting of the text has shown: families that are not there, faces that no list names.
void reportFonts(const font::Collection& fonts, Diagnostics& diagnostics) {
  for (const std::string& name : fonts.missingFamilies()) {
    const std::vector<std::string> near = fonts.familiesLike(name);
    diagnostics.report({Severity::Warning, "font-missing", {}, fmt::format("no font '{}' is installed; another stands in for it", name),
                        near.empty() ? std::string("install it, name its file with @font-face, or name one that is there behind it")
                                     : fmt::format("near it are: {}", fmt::join(near, ", ")),
                        name});
  }
  for (const std::string& name : fonts.unlistedFaces()) {
    diagnostics.report({Severity::Warning, "font-unlisted", {},
                        fmt::format("letters that the listed fonts lack are set in '{}'; a machine without it makes other pages", name),
                        "name a font for them in the style", name});
  }
}

}  // namespace

Material readMaterial(const DocumentOptions& options, SourceFiles& sources, Diagnostics& diagnostics) {
  vocabulary::BookletOptions booklet;
  booklet.structure = options.structure;
  booklet.title = options.title;
  booklet.author = options.author;
  booklet.language = options.language;
  booklet.date = options.date;
  booklet.encoding = options.encoding;
  booklet.allowHtml = options.allowHtml;
  booklet.root = options.root;
  booklet.pageStyles = options.pageStyles;
  booklet.schema = options.schema;
  Material material;
  material.publication = vocabulary::readPublication(options.inputs, booklet, sources, diagnostics);
  publication::closeDirections(material.publication, diagnostics);
  material.sheets = loadStylesheets(stylesOf(options, material.publication), material.publication.pageStyles, sources, diagnostics);
  const css::Cascade::Options cascadeOptions{css::Medium::Print, options.trim, material.publication.metadata.languages.front(),
                                            /*setsVertical=*/false};
  material.cascade = std::make_unique<css::Cascade>(material.sheets, cascadeOptions, diagnostics);
  font::CollectionOptions fontOptions;
  fontOptions.families = builtInFile("fonts/families.conf").value_or("");
  fontOptions.declared = declaredFaces(material.cascade->fontFaces(), diagnostics);
  fontOptions.takesAnyFont = options.takesAnyFont;
  material.fonts = font::openCollection(fontOptions, diagnostics);
  material.date = buildDate(options.date, std::getenv("SOURCE_DATE_EPOCH"), material.publication.metadata.date);
  return material;
}

fragment::PrintedBook layOutPages(const Material& material, Progress& progress, Diagnostics& diagnostics) {
  progress.stage("building boxes");
  std::vector<const dom::Element*> roots;
  for (const publication::Chapter& chapter : material.publication.chapters) roots.push_back(chapter.root.get());
  const box::Tree boxes = box::buildBoxes(roots, *material.cascade, diagnostics);
  const text::Hyphenator hyphenator;
  const layout::ImageSizes images = imageSizes(material.publication);
  const auto onPage = [&](std::size_t pages) { progress.pages(pages); };
  fragment::PrintedBook book = layout::layoutBook({boxes, *material.cascade, *material.fonts, hyphenator, images}, onPage, diagnostics);
  reportFonts(*material.fonts, diagnostics);
  return book;
}

}  // namespace octavo::app

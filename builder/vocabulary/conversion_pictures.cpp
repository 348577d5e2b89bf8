// vocabulary: pictures: found in the input's folder, checked, named for the package; or a visible stand-in.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "image/image.h"
#include "vocabulary/conversion_files_private.h"
#include "vocabulary/conversion_state_private.h"
#include "vocabulary/source_questions.h"

namespace octavo::vocabulary {
namespace {

namespace fs = std::filesystem;

/// Names in documents often have no ending, or that of the printer's file beside the web's.
constexpr std::array kEndings{".png", ".jpg", ".jpeg", ".PNG", ".JPG", ".svg"};
constexpr std::array<std::string_view, 5> kPrintersEndings{"", ".tif", ".tiff", ".eps", ".gif"};

bool isShown(image::Format format) { return format == image::Format::Png || format == image::Format::Jpeg; }

std::string extensionFor(image::Format format) { return format == image::Format::Png ? ".png" : ".jpg"; }

/// The file a reference means, also under another ending.
std::optional<fs::path> findPicture(std::string_view href, const fs::path& base, const InputFolder& folder) {
  const auto exact = folder.resolve(base, href);
  const std::string plain(href.substr(0, href.find_first_of("?#")));
  const std::string ending = fs::path(plain).extension().string();
  const bool mayDiffer =
      !exact || std::ranges::find(kPrintersEndings, lowered(ending)) != kPrintersEndings.end();
  if (!mayDiffer) return exact;
  const bool isPrinters = std::ranges::find(kPrintersEndings, lowered(ending)) != kPrintersEndings.end();
  // "fig.2" has no ending but a dot: both readings are tried.
  const std::string stem = isPrinters ? plain.substr(0, plain.size() - ending.size()) : plain;
  for (const char* other : kEndings) {
    if (const auto found = folder.resolve(base, stem + other)) return found;
  }
  return exact;
}

}  // namespace

bool Conversion::hasPicture(std::string_view href, SourcePosition where) const {
  const auto file = findPicture(href, baseOf(where), inputs_.folder);
  return file && isShown(image::sniff(readFile(*file, where)));
}

dom::Element& Conversion::appendPlaceholder(dom::Element& parent, std::string_view words,
                                            SourcePosition where) {
  dom::Element& span = appendPlain(parent, "span", where);
  span.setAttribute("class", "missing-picture");
  span.setAttribute("role", "img");
  span.setAttribute("aria-label", std::string(words));
  span.appendText(fmt::format("[{}]", words), where);
  return span;
}

fs::path Conversion::baseOf(SourcePosition where) const {
  return where.file && where.file != inputs_.document.source ? fs::path(where.file->name) : inputs_.file;
}

std::string Conversion::addResource(publication::Resource resource, std::string_view stem, std::string_view ending) {
  std::string path = fmt::format("{}{}", stem, ending);
  for (int n = 2; !state_->takenPaths.insert(lowered(path)).second; ++n) path = fmt::format("{}-{}{}", stem, n, ending);
  resource.path = path;
  state_->resources.push_back(std::move(resource));
  return path;
}

/// What the publication has of the picture; nothing, with a warning, where no output can show it.
std::optional<Conversion::Shown> Conversion::resourceFor(const PictureRequest& request) {
  const SourcePosition& where = request.where;
  const std::string href(request.href);
  if (isRemote(href)) {
    warn("image-remote", where, fmt::format("picture {} is not fetched from the network", href));
    return std::nullopt;
  }
  const fs::path base = baseOf(where);
  const auto file = findPicture(href, base, inputs_.folder);
  if (!file) {
    const bool isOutside = leavesFolder(href, base, inputs_.folder);
    if (isOutside) {
      diagnostics().report({Severity::Warning, "image-outside", where,
                            fmt::format("picture {} is not in the input's folder; it is not read", href),
                            std::string(kWidenRoot), {}});
    } else {
      warn("image-missing", where, fmt::format("picture {} does not exist", href));
    }
    return std::nullopt;
  }
  if (const auto known = state_->shown.find(*file); known != state_->shown.end()) return known->second;
  std::string bytes = readFile(*file, where);
  const std::string stem = "images/" + inputs_.idPrefix + safeStem(*file);
  std::optional<Shown> shown;
  if (image::sniff(bytes) == image::Format::Svg) {
    shown = drawingFrom(bytes, stem, request);
    if (!shown) return shown;
  } else {
    const auto properties = image::inspect(bytes, href, where, diagnostics());
    if (!properties) return std::nullopt;
    if (!isShown(properties->format)) {
      warn("image-unsupported", where,
           fmt::format("picture {} is {}: only PNG, JPEG and SVG can be shown", href, image::mediaType(properties->format)));
      return std::nullopt;
    }
    publication::Resource resource{{}, std::string(image::mediaType(properties->format)), std::move(bytes), where, false};
    shown = Shown{addResource(std::move(resource), stem, extensionFor(properties->format)), false, {}, {}};
  }
  return state_->shown.emplace(*file, std::move(*shown)).first->second;
}

bool Conversion::takeCover(std::string_view href, SourcePosition where) {
  const auto shown = resourceFor({href, {}, {}, true, where});
  if (!shown || shown->isDrawing) return false;
  const bool hasCover = std::ranges::any_of(state_->resources, &publication::Resource::isCover);
  const auto resource = std::ranges::find(state_->resources, shown->path, &publication::Resource::path);
  if (resource != state_->resources.end() && !hasCover) resource->isCover = true;
  return true;
}

dom::Element& Conversion::appendPicture(dom::Element& parent, const PictureRequest& request) {
  if (const auto shown = resourceFor(request)) return appendShown(parent, *shown, request);
  dom::Element& placeholder = appendPlaceholder(parent, fmt::format("picture: {}", request.href), request.where);
  std::string alternative = dom::collapseWhiteSpace(request.alternative);
  if (alternative.empty() && !request.decorative) alternative = dom::collapseWhiteSpace(request.fallback);
  if (!alternative.empty()) placeholder.setAttribute("aria-label", alternative);
  return placeholder;
}

/// The picture with its alternative text: what the source says, else a drawing its own title, else the caption, else the
/// words of a drawing.
dom::Element& Conversion::appendShown(dom::Element& parent, const Shown& shown, const PictureRequest& request) {
  std::string alternative = dom::collapseWhiteSpace(request.alternative);
  if (alternative.empty() && !request.decorative) alternative = shown.title;
  const bool isSaid = !alternative.empty();
  if (alternative.empty() && !request.decorative) alternative = dom::collapseWhiteSpace(request.fallback);
  if (!isSaid && !request.decorative) {
    warn("alt-missing", request.where,
         alternative.empty() ? "the picture has no text for those who cannot see it"
                             : "the picture has no text for those who cannot see it; its caption serves",
         inputs_.file.filename().string());
    if (alternative.empty()) alternative = shown.words;
  }
  dom::Element* place = &parent;
  if (shown.isDrawing) {
    place = &appendPlain(parent, "span", request.where);
    place->setAttribute("class", "drawing");
  }
  dom::Element& picture = appendPlain(*place, "img", request.where);
  picture.setAttribute("src", shown.path);
  picture.setAttribute("alt", alternative);
  if (request.decorative) picture.setAttribute("role", "presentation");
  if (!shown.isDrawing) return picture;
  picture.setAttribute(publication::kMediumAttribute, "screen");
  const std::string words = shown.words.empty() ? alternative : shown.words;
  dom::Element& standIn = appendPlaceholder(*place, words.empty() ? "drawing" : "drawing: " + words, request.where);
  if (!alternative.empty()) standIn.setAttribute("aria-label", alternative);
  standIn.setAttribute(publication::kMediumAttribute, "paper");
  return *place;
}

}  // namespace octavo::vocabulary

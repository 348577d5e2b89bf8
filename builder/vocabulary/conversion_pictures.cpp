// vocabulary: pictures: found in the input's folder, checked, named for the package; or a visible stand-in.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/address.h"
#include "base/content_hash.h"
#include "base/data_address.h"
#include "image/image.h"
#include "vocabulary/conversion_files_private.h"
#include "vocabulary/conversion_state_private.h"
#include "vocabulary/source_questions.h"
#include "words/words.h"

namespace octavo::vocabulary {
namespace {

namespace fs = std::filesystem;

/// Names in documents often have no ending, or that of the printer's file beside the web's.
constexpr std::array kEndings{".png", ".jpg", ".jpeg", ".PNG", ".JPG", ".svg"};
constexpr std::array<std::string_view, 5> kPrintersEndings{"", ".tif", ".tiff", ".eps", ".gif"};

bool isShown(image::Format format) { return format == image::Format::Png || format == image::Format::Jpeg; }

/// A name for the thing itself, wherever its files are (RFC 8141, RFC 4452).
bool isIdentifier(std::string_view href) {
  return isOneOf(schemeOf(href), {"info", "doi", "urn", "hdl", "ark", "pii", "tag"});
}

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
  if (isDataAddress(href)) {
    const auto bytes = bytesOfDataAddress(href);
    return bytes && isShown(image::sniff(*bytes));
  }
  const auto file = findPicture(href, baseOf(where), inputs_.folder);
  return file && isShown(image::sniff(readFile(*file, where)));
}

bool Conversion::isEmptyPicture(std::string_view href, SourcePosition where) const {
  constexpr std::uint32_t kMost = 2;
  const auto file = isDataAddress(href) ? std::nullopt : findPicture(href, baseOf(where), inputs_.folder);
  const auto properties = file ? image::readHeader(readFile(*file, where)) : std::nullopt;
  return properties && properties->width <= kMost && properties->height <= kMost;
}

std::optional<Conversion::NaturalSize> Conversion::naturalSize(std::string_view href, SourcePosition where) const {
  constexpr double kPixelsPerInch = 96;
  std::optional<image::Properties> properties;
  if (isDataAddress(href)) {
    const auto bytes = bytesOfDataAddress(href);
    if (bytes) properties = image::readHeader(*bytes);
  } else if (const auto file = findPicture(href, baseOf(where), inputs_.folder)) {
    properties = image::readHeader(readFile(*file, where));
  }
  if (!properties) return std::nullopt;
  return NaturalSize{properties->shownWidth() * kPixelsPerInch / properties->shownDotsPerInchX(),
                     properties->shownHeight() * kPixelsPerInch / properties->shownDotsPerInchY()};
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

dom::Element& Conversion::appendNoPicture(dom::Element& parent, std::string_view alternative, SourcePosition where) {
  warn("image-missing", where, "the figure has no picture, only a caption; a frame keeps its place", inputs_.file.filename().string());
  const std::string said = dom::collapseWhiteSpace(alternative);
  return appendPlaceholder(parent, said.empty() ? words::of(dom::languageOf(parent))[words::Term::NoPicture] : said, where);
}

/// A caption alone would explain nothing that can be seen.
void Conversion::fillEmptyFigures(dom::Element& element) {
  const auto isCaption = [](const auto& child) {
    const dom::Element* below = dom::asElement(*child);
    return below ? below->name == "figcaption" : isBlank(dom::asText(*child)->value);
  };
  const auto& children = element.children();
  if (element.is(dom::Namespace::Xhtml, "figure") && !children.empty() && std::ranges::all_of(children, isCaption)) {
    appendNoPicture(element, {}, element.position());
    element.insert(0, element.remove(children.size() - 1));
    return;
  }
  for (const auto& child : children) {
    if (dom::Element* below = dom::asElement(*child)) fillEmptyFigures(*below);
  }
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
std::optional<Conversion::Shown> Conversion::resourceFor(const PictureRequest& request, const fs::path& base) {
  auto found = isDataAddress(request.href) ? pictureIn(request.href, request) : pictureFile(request.href, base, request);
  return found ? remembered(*std::move(found), request) : std::nullopt;
}

std::optional<Conversion::Shown> Conversion::remembered(FoundPicture found, const PictureRequest& request) {
  if (const auto known = state_->shown.find(found.key); known != state_->shown.end()) return known->second;
  const fs::path key = found.key;
  std::optional<Shown> shown = take(std::move(found), request);
  if (!shown) return shown;
  return state_->shown.emplace(key, std::move(*shown)).first->second;
}

/// The picture that its own address holds.
std::optional<Conversion::FoundPicture> Conversion::pictureIn(std::string_view address, const PictureRequest& request) const {
  std::string name = shownAddress(address);
  auto bytes = bytesOfDataAddress(address);
  if (!bytes || bytes->empty()) {
    warn("image-broken", request.where, fmt::format("the address {} holds no picture: it is damaged", name));
    return std::nullopt;
  }
  std::string key = "data:";
  for (const std::uint8_t byte : contentHash(*bytes)) key += fmt::format("{:02x}", byte);
  return FoundPicture{*std::move(bytes), std::move(name), "images/" + inputs_.idPrefix + "picture", baseOf(request.where), key};
}

std::optional<Conversion::FoundPicture> Conversion::pictureFile(std::string_view href, const fs::path& base, const PictureRequest& request) const {
  const SourcePosition& where = request.where;
  const std::string name = shownAddress(href);
  if (isRemote(href)) {
    warn("image-remote", where, fmt::format("picture {} is not fetched from the network", name));
    return std::nullopt;
  }
  if (isIdentifier(href)) {
    warn("image-identifier", where, fmt::format("picture {} is named by an identifier; no file is known for it", name),
         schemeOf(href));
    return std::nullopt;
  }
  const auto file = findPicture(href, base, inputs_.folder);
  if (!file) {
    const bool isOutside = leavesFolder(href, base, inputs_.folder);
    if (isOutside) {
      diagnostics().report({Severity::Warning, "image-outside", where,
                            fmt::format("picture {} is not in the input's folder; it is not read", name),
                            std::string(kWidenRoot), {}});
    } else {
      warn("image-missing", where, fmt::format("picture {} does not exist", name));
    }
    return std::nullopt;
  }
  return FoundPicture{readFile(*file, where), name, "images/" + inputs_.idPrefix + safeStem(*file), *file, *file};
}

bool Conversion::takeCover(std::string_view href, SourcePosition where) {
  const auto shown = resourceFor({href, {}, {}, true, where}, baseOf(where));
  if (!shown || shown->isDrawing) return false;
  const bool hasCover = std::ranges::any_of(state_->resources, &publication::Resource::isCover);
  const auto resource = std::ranges::find(state_->resources, shown->path, &publication::Resource::path);
  if (resource != state_->resources.end() && !hasCover) resource->isCover = true;
  return true;
}

std::optional<Conversion::Shown> Conversion::take(FoundPicture picture, const PictureRequest& request) {
  if (image::sniff(picture.bytes) == image::Format::Svg) return drawingFrom(picture, request);
  const auto properties = image::inspect(picture.bytes, picture.name, request.where, diagnostics());
  if (!properties) return std::nullopt;
  if (!isShown(properties->format)) {
    warn("image-unsupported", request.where,
         fmt::format("picture {} is {}: only PNG, JPEG and SVG can be shown", picture.name, image::mediaType(properties->format)));
    return std::nullopt;
  }
  publication::Resource resource{{}, std::string(image::mediaType(properties->format)), std::move(picture.bytes), request.where, false};
  return Shown{addResource(std::move(resource), picture.stem, extensionFor(properties->format)), false, {}, {}};
}

/// What stands for a picture that cannot be shown: the words that the source has for it, else its name.
dom::Element& Conversion::appendPicture(dom::Element& parent, const PictureRequest& request) {
  if (const auto shown = resourceFor(request, baseOf(request.where))) return appendShown(parent, *shown, request);
  std::string alternative = dom::collapseWhiteSpace(request.alternative);
  if (!alternative.empty()) return appendPlaceholder(parent, alternative, request.where);
  dom::Element& placeholder = appendPlaceholder(parent, fmt::format("picture: {}", shownAddress(request.href)), request.where);
  if (!request.decorative) alternative = dom::collapseWhiteSpace(request.fallback);
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
  for (const std::string& path : shown.pictures) {
    dom::Element& held = appendPlain(*place, "img", request.where);
    held.setAttribute("src", path);
    held.setAttribute("alt", alternative);
    held.setAttribute(publication::kMediumAttribute, "paper");
  }
  if (!shown.pictures.empty() && shown.words.empty()) return *place;
  const std::string words = shown.words.empty() ? alternative : shown.words;
  dom::Element& standIn = appendPlaceholder(*place, words.empty() ? "drawing" : "drawing: " + words, request.where);
  if (!alternative.empty()) standIn.setAttribute("aria-label", alternative);
  standIn.setAttribute(publication::kMediumAttribute, "paper");
  return *place;
}

}  // namespace octavo::vocabulary

// vocabulary: pictures: found in the input's folder, checked, named for the package; or a visible stand-in.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "image/image.h"
#include "vocabulary/conversion_state_private.h"

namespace octavo::vocabulary {
namespace {

namespace fs = std::filesystem;

/// Names in documents often have no ending, or that of the printer's file beside the web's.
constexpr std::array kEndings{".png", ".jpg", ".jpeg", ".PNG", ".JPG"};
constexpr std::array<std::string_view, 5> kPrintersEndings{"", ".tif", ".tiff", ".eps", ".gif"};

bool isShown(image::Format format) { return format == image::Format::Png || format == image::Format::Jpeg; }

std::string lowered(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return text;
}

bool hasScheme(std::string_view href) {
  const std::size_t colon = href.find(':');
  return colon != std::string_view::npos && href.find_first_of("/?#") > colon;
}

bool isRemote(std::string_view href) {
  const std::string scheme = lowered(std::string(href.substr(0, href.find(':'))));
  return href.starts_with("//") || scheme == "http" || scheme == "https" || scheme == "ftp";
}

/// Told from the reference alone: nothing outside the folder is ever looked at.
bool leavesFolder(std::string_view href, const fs::path& base, const InputFolder& folder) {
  if (hasScheme(href) || href.starts_with("/")) return true;
  const fs::path named = (fs::absolute(base).parent_path() / fs::path(href)).lexically_normal();
  const fs::path relative = named.lexically_relative(folder.root());
  return relative.empty() || *relative.begin() == "..";
}

std::string extensionFor(image::Format format) { return format == image::Format::Png ? ".png" : ".jpg"; }

std::string safeStem(const fs::path& file) {
  constexpr std::size_t kLongest = 40;
  std::string stem;
  for (const char c : file.stem().string()) {
    const bool isSafe =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    if (isSafe && stem.size() < kLongest) stem += c;
  }
  return stem.empty() ? "picture" : stem;
}

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
  const fs::path base =
      where.file && where.file != inputs_.document.source ? fs::path(where.file->name) : inputs_.file;
  const auto file = findPicture(href, base, inputs_.folder);
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

/// The picture's path in the publication; nothing, with a warning, where no output can show it.
std::optional<std::string> Conversion::resourceFor(const PictureRequest& request) {
  const SourcePosition& where = request.where;
  const std::string href(request.href);
  if (isRemote(href)) {
    warn("image-remote", where, fmt::format("picture {} is not fetched from the network", href));
    return std::nullopt;
  }
  const fs::path base =
      where.file && where.file != inputs_.document.source ? fs::path(where.file->name) : inputs_.file;
  const auto file = findPicture(href, base, inputs_.folder);
  if (!file) {
    const bool isOutside = leavesFolder(href, base, inputs_.folder);
    warn(isOutside ? "image-outside" : "image-missing", where,
         isOutside ? fmt::format("picture {} is not in the input's folder; it is not read", href)
                   : fmt::format("picture {} does not exist", href));
    return std::nullopt;
  }
  if (const auto known = state_->resourcePaths.find(*file); known != state_->resourcePaths.end())
    return known->second;
  std::string bytes = readFile(*file, where);
  const auto properties = image::inspect(bytes, href, where, diagnostics());
  if (!properties) return std::nullopt;
  if (!isShown(properties->format)) {
    warn("image-unsupported", where,
         fmt::format("picture {} is {}: only PNG and JPEG can be shown", href,
                     image::mediaType(properties->format)));
    return std::nullopt;
  }
  const std::string stem = "images/" + inputs_.idPrefix + safeStem(*file);
  const std::string extension = extensionFor(properties->format);
  std::string path = stem + extension;
  for (int n = 2; !state_->takenPaths.insert(lowered(path)).second; ++n)
    path = fmt::format("{}-{}{}", stem, n, extension);
  state_->resources.push_back(
      {path, std::string(image::mediaType(properties->format)), std::move(bytes), where, false});
  state_->resourcePaths.emplace(*file, path);
  return path;
}

dom::Element& Conversion::appendPicture(dom::Element& parent, const PictureRequest& request) {
  std::string alternative = dom::collapseWhiteSpace(request.alternative);
  if (alternative.empty() && !request.decorative) alternative = dom::collapseWhiteSpace(request.fallback);
  const auto path = resourceFor(request);
  if (!path) {
    dom::Element& placeholder =
        appendPlaceholder(parent, fmt::format("picture: {}", request.href), request.where);
    if (!alternative.empty()) placeholder.setAttribute("aria-label", alternative);
    return placeholder;
  }
  if (request.alternative.empty() && !request.decorative) {
    warn("alt-missing", request.where,
         alternative.empty() ? "the picture has no text for those who cannot see it"
                             : "the picture has no text for those who cannot see it; its caption serves",
         inputs_.file.filename().string());
  }
  dom::Element& picture = appendPlain(parent, "img", request.where);
  picture.setAttribute("src", *path);
  picture.setAttribute("alt", alternative);
  if (request.decorative) picture.setAttribute("role", "presentation");
  return picture;
}

}  // namespace octavo::vocabulary

// vocabulary: SVG drawings: for screens as they are, but for what runs or reaches out; on paper their words.
#include <functional>
#include <map>

#include <fmt/format.h>

#include "base/data_address.h"
#include "image/image.h"
#include "vocabulary/conversion_files_private.h"
#include "vocabulary/conversion_state_private.h"
#include "vocabulary/drawing.h"
#include "xml/xml.h"

namespace octavo::vocabulary {

/// A drawing that is only the frame of one picture is that picture. Others carry their pictures within themselves, since
/// readers fetch nothing for them; paper shows these beside the drawing's words.
std::optional<Conversion::Shown> Conversion::addDrawing(const dom::Element& svg, std::string_view stem, const std::filesystem::path& base,
                                                        const PictureRequest& request) {
  const DrawnPictures pictures = picturesIn(svg);
  std::map<std::string, std::string, std::less<>> held;
  std::vector<std::string> paths;
  for (const std::string& href : pictures.addresses) {
    if (href.starts_with('#') || held.contains(href)) continue;
    auto found = isDataAddress(href) ? pictureIn(href, request) : pictureFile(href, base, request);
    const image::Format format = found ? image::sniff(found->bytes) : image::Format::Unknown;
    if (format != image::Format::Png && format != image::Format::Jpeg) continue;
    held[href] = pictures.isAll && pictures.addresses.size() == 1 ? std::string() : dataAddressOf(image::mediaType(format), found->bytes);
    if (const auto shown = remembered(*std::move(found), request)) paths.push_back(shown->path);
  }
  const auto asAddress = [&](std::string_view href) {
    const auto found = held.find(href);
    return found == held.end() ? std::string() : found->second;
  };
  Drawing drawing = cleanDrawing(svg, asAddress);
  if (drawing.bytes.empty()) return std::nullopt;
  if (pictures.isAll && pictures.addresses.size() == 1) {
    if (paths.empty()) return std::nullopt;
    return Shown{paths.front(), false, std::move(drawing.title), {}};
  }
  reportDrawing(drawing, stem, request);
  const std::string path = addResource({{}, "image/svg+xml", std::move(drawing.bytes), request.where, false}, stem, ".svg");
  return Shown{path, true, std::move(drawing.title), std::move(drawing.words), std::move(paths)};
}

void Conversion::reportDrawing(const Drawing& drawing, std::string_view stem, const PictureRequest& request) const {
  if (drawing.programs > 0) {
    warn("active-content", request.where,
         fmt::format("{} of the drawing that would run or hold a page ({}) left out", drawing.programs == 1 ? "a part" : "parts",
                     drawing.programs), std::string(stem));
  }
  if (drawing.references > 0) {
    warn("drawing-references", request.where,
         fmt::format("the drawing refers to what is not in it; that is left out ({} times)", drawing.references), std::string(stem));
  }
  if (drawing.misplaced > 0) {
    warn("drawing-invalid", request.where,
         fmt::format("the drawing has elements where SVG has none of them, or incomplete ones; they are left out ({})", drawing.misplaced),
         std::string(stem));
  }
  warn("image-unsupported", request.where, "an SVG drawing is shown in the EPUB only; on paper its words stand", std::string(stem));
}

/// Nothing, with a warning, where the bytes are no well-formed drawing.
std::optional<Conversion::Shown> Conversion::drawingFrom(const FoundPicture& picture, const PictureRequest& request) {
  SourceFiles sources;
  Diagnostics unsaid;  // whoever only uses the drawing cannot mend it
  std::string reason = "it is no drawing";
  try {
    const dom::Document document = xml::readBytes(picture.bytes, picture.base, inputs_.folder, sources, unsaid);
    if (auto shown = addDrawing(*document.root, picture.stem, picture.base, request)) return shown;
  } catch (const BuildError& error) {
    reason = error.diagnostic().message;
  }
  warn("image-broken", request.where, fmt::format("picture {} cannot be read: {}", picture.name, reason));
  return std::nullopt;
}

dom::Element& Conversion::appendDrawing(dom::Element& parent, const dom::Element& svg, const PictureRequest& request) {
  const auto shown = addDrawing(svg, fmt::format("images/{}drawing", inputs_.idPrefix), baseOf(request.where), request);
  if (shown) return appendShown(parent, *shown, request);
  // A frame whose picture is not there.
  const DrawnPictures pictures = picturesIn(svg);
  std::string words = dom::collapseWhiteSpace(request.alternative);
  if (words.empty()) words = cleanDrawing(svg).title;
  return appendPlaceholder(parent, words.empty() ? fmt::format("picture: {}", shownAddress(pictures.addresses.front())) : words, request.where);
}

}  // namespace octavo::vocabulary

// vocabulary: SVG drawings: for screens as they are, but for what runs or reaches out; on paper their words.
#include <cassert>

#include <fmt/format.h>

#include "vocabulary/conversion_state_private.h"
#include "vocabulary/drawing.h"
#include "xml/xml.h"

namespace octavo::vocabulary {

std::optional<Conversion::Shown> Conversion::addDrawing(const dom::Element& svg, std::string_view stem,
                                                        const PictureRequest& request) {
  Drawing drawing = cleanDrawing(svg);
  if (drawing.bytes.empty()) return std::nullopt;
  if (drawing.programs > 0) {
    warn("active-content", request.where,
         fmt::format("{} of the drawing that would run or hold a page ({}) left out", drawing.programs == 1 ? "a part" : "parts",
                     drawing.programs), std::string(stem));
  }
  if (drawing.references > 0) {
    warn("drawing-references", request.where,
         fmt::format("the drawing refers to what is not in it; that is left out ({} times)", drawing.references), std::string(stem));
  }
  warn("image-unsupported", request.where, "an SVG drawing is shown in the EPUB only; on paper its words stand", std::string(stem));
  const std::string path = addResource({{}, "image/svg+xml", std::move(drawing.bytes), request.where, false}, stem, ".svg");
  return Shown{path, true, std::move(drawing.title), std::move(drawing.words)};
}

/// Nothing, with a warning, where the bytes are no well-formed drawing.
std::optional<Conversion::Shown> Conversion::drawingFrom(const std::string& bytes, std::string_view stem, const PictureRequest& request) {
  SourceFiles sources;
  Diagnostics unsaid;  // whoever only uses the drawing cannot mend it
  std::string reason = "it is no drawing";
  try {
    const dom::Document document = xml::readBytes(bytes, baseOf(request.where), inputs_.folder, sources, unsaid);
    if (auto shown = addDrawing(*document.root, stem, request)) return shown;
  } catch (const BuildError& error) {
    reason = error.diagnostic().message;
  }
  warn("image-broken", request.where, fmt::format("picture {} cannot be read: {}", request.href, reason));
  return std::nullopt;
}

dom::Element& Conversion::appendDrawing(dom::Element& parent, const dom::Element& svg, const PictureRequest& request) {
  const auto shown = addDrawing(svg, fmt::format("images/{}drawing", inputs_.idPrefix), request);
  assert(shown && "the caller has looked whether it is svg");
  return appendShown(parent, *shown, request);
}

}  // namespace octavo::vocabulary

// vocabulary/docbook: how large a picture shall be: DocBook 5.1, The Definitive Guide, imagedata.
#include <fmt/format.h>

#include <algorithm>

#include "vocabulary/docbook/reading.h"
#include "vocabulary/source_lengths.h"

namespace octavo::vocabulary::docbook {
namespace {

using dom::Element;
using Natural = std::optional<Conversion::NaturalSize>;

std::string_view fileOf(const Element& data) { return data.attributeOr("fileref", data.attributeOr("entityref")); }

bool isShare(const std::optional<std::string>& length) { return length && length->ends_with('%'); }

std::string declaration(std::string_view property, const std::string& value) { return fmt::format("{}: {}", property, value); }

std::string joined(const std::string& first, const std::string& second) {
  return first.empty() || second.empty() ? first + second : first + "; " + second;
}

/// The size of the picture itself: a share is one of its own size. Nothing where that is asked for and unknown.
std::optional<std::string> ownSize(std::string_view written, double natural) {
  const auto length = cssLength(written, "px");
  if (!isShare(length)) return length;
  if (natural == 0) return std::nullopt;
  return fmt::format("{:g}px", natural * measureOf(length->substr(0, length->size() - 1)).value_or(100) / 100);
}

/// As large as the area allows, never out of shape; a share of the page's height means nothing where pages have none.
std::string fittedSize(const Element& data, const Natural& natural) {
  const auto width = cssLength(data.attributeOr("width"), "px");
  auto height = cssLength(data.attributeOr("depth"), "px");
  if (isShare(height)) height.reset();
  if (!width && !height) return data.attributeOr("scalefit") == "1" ? "width: 100%" : "";
  if (!width || !height) return width ? declaration("width", *width) : declaration("height", *height);
  const auto wide = pixelsOf(data.attributeOr("width"), "px"), high = pixelsOf(data.attributeOr("depth"), "px");
  if (!natural || !wide || !high) return declaration("max-width", *width) + "; " + declaration("max-height", *height);
  return *wide / natural->width <= *high / natural->height ? declaration("width", *width) : declaration("height", *height);
}

}  // namespace

void takePictureSize(const Element& data, Element& picture, Reading& reading) {
  const Natural natural = reading.conversion.naturalSize(fileOf(data), data.position());
  const std::string_view contentWidth = data.attributeOr("contentwidth"), contentDepth = data.attributeOr("contentdepth");
  const auto scale = measureOf(data.attributeOr("scale"));
  std::string style;
  if (!contentWidth.empty() || !contentDepth.empty()) {
    const auto width = ownSize(contentWidth, natural ? natural->width : 0);
    const auto height = ownSize(contentDepth, natural ? natural->height : 0);
    style = joined(width ? declaration("width", *width) : "", height ? declaration("height", *height) : "");
  } else if (scale && *scale != 100) {
    if (natural) style = fmt::format("width: {:g}px", natural->width * *scale / 100);
  } else if (data.attributeOr("scalefit") != "0") {
    style = fittedSize(data, natural);
  }
  const bool wantsOwnSize = contentWidth.ends_with('%') || contentDepth.ends_with('%') || (scale && *scale != 100);
  if (!natural && wantsOwnSize && picture.attributeOr("class") == "drawing") {
    reading.conversion.warn("picture-scale-unused", data.position(), "a share of a drawing's own size is not known; it keeps its size");
  }
  if (style.empty()) return;
  if (picture.name == "img") picture.setAttribute("style", style);
  // A drawing: what stands for it in the one output and in the other.
  for (const auto& child : picture.children()) {
    Element* part = dom::asElement(*child);
    if (part && part->name == "img") part->setAttribute("style", style);
  }
}

}  // namespace octavo::vocabulary::docbook

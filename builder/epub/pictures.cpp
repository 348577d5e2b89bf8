// epub: pictures as readers get them.
#include "epub/pictures.h"

#include <optional>
#include <utility>

#include <fmt/format.h>

#include "image/image.h"

namespace octavo::epub {

std::string fittedPicture(const publication::Resource& picture, std::uint64_t mostPixels, Diagnostics& diagnostics) {
  const image::Format format = image::sniff(picture.bytes);
  const bool isJpeg = format == image::Format::Jpeg;
  if (mostPixels == 0 || (!isJpeg && format != image::Format::Png)) return picture.bytes;
  const auto properties = image::readHeader(picture.bytes);  // the picture was looked at when it was read
  if (!properties || std::uint64_t{properties->width} * properties->height <= mostPixels) return picture.bytes;
  std::optional<image::Samples> samples = isJpeg ? image::decodeJpeg(picture.bytes) : image::decodePng(picture.bytes);
  if (!samples) {
    diagnostics.report({Severity::Warning, "image-not-reduced", picture.requestedFrom,
                        fmt::format("the picture {} ({} × {} pixels) stays as it is in the EPUB: its colours are a printer's inks, or it unpacks to too much",
                                    picture.path, properties->width, properties->height),
                        "save it as a plain JPEG in RGB", picture.path});
    return picture.bytes;
  }
  const image::Samples small = image::reduced(std::move(*samples), mostPixels);
  return isJpeg ? image::encodeJpeg(small) : image::encodePng(small);
}

}  // namespace octavo::epub

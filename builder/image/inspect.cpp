#include "image/decoders_private.h"

namespace octavo::image {
namespace {

struct Message {
  std::string_view code, text, hint;
};

Message messageFor(Trouble trouble) {
  switch (trouble) {
    case Trouble::Broken:
      return {"image-broken", "is damaged and cannot be shown", "export the picture anew"};
    case Trouble::TooLarge:
      return {"image-too-large", "has too many pixels and is not shown",
              "scale the picture down to 100 million pixels"};
    case Trouble::Unsupported:
      return {"image-unsupported", "is in a format that cannot be shown",
              "convert the picture to PNG or JPEG"};
  }
  return {};
}

Inspection inspectBytes(std::string_view bytes) {
  switch (const Format format = sniff(bytes)) {
    case Format::Png:
      return inspectPng(bytes);
    case Format::Jpeg:
      return inspectJpeg(bytes);
    case Format::Gif:
    case Format::WebP:
    case Format::Tiff:
    case Format::Bmp:
    case Format::Svg:
      return {std::nullopt, Trouble::Unsupported, std::string(mediaType(format))};
    case Format::Unknown:
      return {std::nullopt, Trouble::Unsupported, "not a picture"};
  }
  return {};
}

}  // namespace

std::optional<Properties> readHeader(std::string_view bytes) {
  const Format format = sniff(bytes);
  if (format == Format::Png) return readPngHeader(bytes);
  return format == Format::Jpeg ? readJpegHeader(bytes) : std::nullopt;
}

std::optional<Properties> inspect(std::string_view bytes, std::string_view name, SourcePosition where,
                                  Diagnostics& diagnostics) {
  Inspection inspection = inspectBytes(bytes);
  if (!inspection.properties) {
    const Message message = messageFor(inspection.trouble);
    const std::string reason = inspection.reason.empty() ? "" : " (" + inspection.reason + ")";
    diagnostics.report({Severity::Warning, std::string(message.code), where,
                        "the picture '" + std::string(name) + "' " + std::string(message.text) + reason,
                        std::string(message.hint), std::string(name)});
  }
  return inspection.properties;
}

}  // namespace octavo::image

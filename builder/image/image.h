// image: what a picture says of itself, its samples where an output needs them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostics.h"
#include "base/length.h"

namespace octavo::image {

enum class Format { Png, Jpeg, Gif, WebP, Tiff, Bmp, Svg, Unknown };

/// By the first bytes, never by the file's name.
Format sniff(std::string_view bytes);
std::string_view mediaType(Format format);

enum class ColorModel { Gray, Rgb, Cmyk };

/// What the header says; the whole file has been checked enough that an output may carry it as it is.
struct Properties {
  Format format = Format::Unknown;
  std::uint32_t width = 0, height = 0;  // pixels
  double dotsPerInchX = 96, dotsPerInchY = 96;  // 96, the CSS default, where the file does not say
  ColorModel colorModel = ColorModel::Rgb;
  bool hasAlpha = false;
  bool invertedCmyk = false;  // Adobe JPEG
};

/// Reads the picture's properties. Nothing, with one warning (image-broken, image-too-large, image-unsupported)
/// placed at `where`, when no output could show it: cut or broken data, a wrong checksum, more than `kMaxPixels`.
/// Never decodes more than it must; bounded memory on hostile input.
std::optional<Properties> inspect(std::string_view bytes, std::string_view name, SourcePosition where,
                                  Diagnostics& diagnostics);
inline constexpr std::uint64_t kMaxPixels = 100'000'000;

/// Decoded samples, 8 bits each, rows top to bottom without padding.
struct Samples {
  std::uint32_t width = 0, height = 0;
  ColorModel colorModel = ColorModel::Rgb;
  std::string color;  // width * height * channels
  std::string alpha;  // width * height, or empty when opaque
  /// What the file says of its colours and of the side that is up, as its format writes it: chunks of a PNG (iCCP, gAMA…),
  /// segments of a JPEG (Exif, ICC). For the encoder of the same format.
  std::string profile = {};
};
/// Nothing when the data is broken; outputs carry whole JPEG files as they are where they can.
std::optional<Samples> decodePng(std::string_view bytes);
/// Gray and colour; nothing for the four inks of a printer's JPEG, and when the data is broken.
std::optional<Samples> decodeJpeg(std::string_view bytes);
/// An 8-bit PNG file of the samples, the same bytes for the same samples.
std::string encodePng(const Samples& samples);
/// An 8-bit JPEG file of gray or colour samples, at a quality that shows no loss; alpha is dropped.
std::string encodeJpeg(const Samples& samples);

/// The picture with at most so many pixels, in its proportions; each new pixel is the mean of those it covers, weighed by
/// their opacity. The same picture where it is small enough.
Samples reduced(Samples samples, std::uint64_t mostPixels);

}  // namespace octavo::image

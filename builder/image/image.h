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
  std::uint32_t width = 0, height = 0;  // pixels, as they are stored
  /// How the stored picture is turned and mirrored to stand upright: 1 (as it is) to 8. Exif 2.32, tag 0x0112.
  std::uint8_t orientation = 1;
  double dotsPerInchX = 96, dotsPerInchY = 96;  // 96, the CSS default, where the file does not say
  ColorModel colorModel = ColorModel::Rgb;
  bool hasAlpha = false;
  bool invertedCmyk = false;  // Adobe JPEG

  /// As it is seen; CSS Images 3, section 6.1.
  bool isOnItsSide() const { return orientation >= 5; }
  std::uint32_t shownWidth() const { return isOnItsSide() ? height : width; }
  std::uint32_t shownHeight() const { return isOnItsSide() ? width : height; }
  double shownDotsPerInchX() const { return isOnItsSide() ? dotsPerInchY : dotsPerInchX; }
  double shownDotsPerInchY() const { return isOnItsSide() ? dotsPerInchX : dotsPerInchY; }
};

/// Reads the picture's properties. Nothing, with one warning (image-broken, image-too-large, image-unsupported)
/// placed at `where`, when no output could show it: cut or broken data, a wrong checksum, more than `kMaxPixels`.
/// Never decodes more than it must; bounded memory on hostile input.
std::optional<Properties> inspect(std::string_view bytes, std::string_view name, SourcePosition where,
                                  Diagnostics& diagnostics);
/// What the header alone says, of a file that `inspect` has found good. Nothing for other formats.
std::optional<Properties> readHeader(std::string_view bytes);
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

/// A PNG's compressed rows as they are stored, for an output that unpacks them itself.
struct PackedRows {
  std::uint32_t width = 0;
  int bits = 8, channels = 1;
  std::string palette;  // RGB, of a picture that has one
  std::string bytes;    // one zlib stream; a filter byte before each row
};
/// Nothing for interlaced pictures, those with transparency, with 16 bits or with chunks that say what their colours mean.
std::optional<PackedRows> packedRows(std::string_view bytes);
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

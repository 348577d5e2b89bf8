// image: JPEG by libjpeg: checked to its end, decoded where it must become smaller.
#include <cstddef>
#include <cstdio>
// libjpeg expects the two above before it.
#include <jpeglib.h>

#include <jerror.h>

#include <csetjmp>
#include <vector>

#include "image/decoders_private.h"
#include "image/orientation.h"

namespace octavo::image {
namespace {

/// libjpeg's error manager, as the library wants it: errors leave by longjmp, warnings are looked at one by
/// one.
struct ErrorManager {
  jpeg_error_mgr base;
  std::jmp_buf leave;
  bool isCut = false;  // data are missing or cannot be decoded, though libjpeg would go on
  char message[JMSG_LENGTH_MAX] = {};
};

ErrorManager& managerOf(j_common_ptr decoder) { return *reinterpret_cast<ErrorManager*>(decoder->err); }

[[noreturn]] void takeError(j_common_ptr decoder) {
  decoder->err->format_message(decoder, managerOf(decoder).message);
  std::longjmp(managerOf(decoder).leave, 1);
}

void takeMessage(j_common_ptr decoder, int level) {
  if (level >= 0) return;  // only traces
  switch (decoder->err->msg_code) {
    case JWRN_JPEG_EOF:
    case JWRN_HIT_MARKER:
    case JWRN_HUFF_BAD_CODE:
      managerOf(decoder).isCut = true;
      decoder->err->format_message(decoder, managerOf(decoder).message);
      break;
    default:
      break;  // odd, but nothing is missing
  }
}

void ignoreOutput(j_common_ptr) {}

/// A progressive file may repeat tiny scans over a large picture for ever; real ones have about ten.
void stopEndlessScans(j_common_ptr decoder) {
  constexpr int kMostScans = 200;
  if (reinterpret_cast<j_decompress_ptr>(decoder)->input_scan_number > kMostScans) takeError(decoder);
}

class Decoder {
 public:
  explicit Decoder(std::string_view bytes) {
    decoder_.err = jpeg_std_error(&errors_.base);
    errors_.base.error_exit = takeError;
    errors_.base.emit_message = takeMessage;
    errors_.base.output_message = ignoreOutput;
    progress_.progress_monitor = stopEndlessScans;
    if (setjmp(errors_.leave) != 0) return;
    jpeg_create_decompress(&decoder_);
    decoder_.progress = &progress_;
    jpeg_mem_src(&decoder_, reinterpret_cast<const unsigned char*>(bytes.data()),
                 static_cast<unsigned long>(bytes.size()));
  }
  ~Decoder() { jpeg_destroy_decompress(&decoder_); }
  Decoder(const Decoder&) = delete;
  Decoder& operator=(const Decoder&) = delete;

  /// False when libjpeg left with an error.
  template <class Body>
  bool guarded(Body&& body) {
    if (setjmp(errors_.leave) != 0) return false;
    body();
    return true;
  }
  jpeg_decompress_struct& state() { return decoder_; }
  const ErrorManager& errors() const { return errors_; }

 private:
  jpeg_decompress_struct decoder_{};
  jpeg_progress_mgr progress_{};
  ErrorManager errors_{};
};

/// Reads all data at an eighth of the size, which decodes every code but computes hardly any pixel.
void readToEnd(jpeg_decompress_struct& decoder, JSAMPROW row) {
  while (decoder.output_scanline < decoder.output_height) jpeg_read_scanlines(&decoder, &row, 1);
  jpeg_finish_decompress(&decoder);
}

/// Coefficients of all scans are kept until the last one; this many bytes are granted to them.
bool fitsInMemory(const jpeg_decompress_struct& decoder) {
  constexpr std::uint64_t kMost = 256U << 20;
  const auto samples = std::uint64_t{decoder.image_width} * decoder.image_height *
                       static_cast<std::uint64_t>(decoder.num_components);
  return !jpeg_has_multiple_scans(const_cast<j_decompress_ptr>(&decoder)) || samples * sizeof(JCOEF) <= kMost;
}

/// That the file goes on to its end marker; for files too large to decode.
bool endsWithMarker(std::string_view bytes) {
  const auto last = bytes.find_last_not_of(std::string_view("\0\r\n ", 4));
  return last != std::string_view::npos && last > 0 && bytes.substr(last - 1, 2) == "\xFF\xD9";
}

/// The segments APP1 that hold Exif and APP2 that hold a colour profile (ITU-T T.81, B.1.1.4; Exif 2.3, 4.5.4; ICC.1, B.4),
/// of a file that libjpeg has read.
std::string profileSegments(std::string_view bytes) {
  std::string found;
  for (std::size_t at = 2; at + 4 <= bytes.size() && bytes[at] == '\xFF' && bytes[at + 1] != '\xDA';) {
    const auto size = std::size_t{static_cast<unsigned char>(bytes[at + 2])} << 8 | static_cast<unsigned char>(bytes[at + 3]);
    const std::string_view segment = bytes.substr(at, 2 + size);
    const bool isExif = segment[1] == '\xE1' && segment.substr(4).starts_with("Exif");
    const bool isIcc = segment[1] == '\xE2' && segment.substr(4).starts_with("ICC_PROFILE");
    if (isExif || isIcc) found += segment;
    at += 2 + size;
  }
  return found;
}

std::uint8_t orientationOf(std::string_view bytes) {
  const std::string segments = profileSegments(bytes);
  constexpr std::string_view kExif("Exif\0\0", 6);
  const std::size_t exif = segments.find(kExif);
  return exif == std::string::npos ? std::uint8_t{1} : exifOrientation(std::string_view(segments).substr(exif + kExif.size()));
}

Properties readProperties(const jpeg_decompress_struct& decoder, std::string_view bytes) {
  Properties properties;
  properties.orientation = orientationOf(bytes);
  properties.format = Format::Jpeg;
  properties.width = decoder.image_width;
  properties.height = decoder.image_height;
  properties.colorModel = decoder.num_components == 1   ? ColorModel::Gray
                          : decoder.num_components == 3 ? ColorModel::Rgb
                                                        : ColorModel::Cmyk;
  // Adobe's programs write CMYK upside down and say who they are (Adobe Technical Note 5116).
  properties.invertedCmyk = properties.colorModel == ColorModel::Cmyk && decoder.saw_Adobe_marker != 0;
  constexpr int kPerInch = 1, kPerCentimetre = 2;
  constexpr double kCentimetresPerInch = 2.54;
  const double factor = decoder.density_unit == kPerInch         ? 1
                        : decoder.density_unit == kPerCentimetre ? kCentimetresPerInch
                                                                 : 0;
  properties.dotsPerInchX = densityOr96(decoder.X_density * factor);
  properties.dotsPerInchY = densityOr96(decoder.Y_density * factor);
  return properties;
}

}  // namespace

Inspection inspectJpeg(std::string_view bytes) {
  Decoder decoder(bytes);
  jpeg_decompress_struct& state = decoder.state();
  const auto broken = [&] { return Inspection{std::nullopt, Trouble::Broken, decoder.errors().message}; };
  if (!decoder.guarded([&] { jpeg_read_header(&state, TRUE); })) return broken();
  if (isTooLarge(state.image_width, state.image_height)) return {std::nullopt, Trouble::TooLarge, {}};
  const bool hasUsualColors =
      state.num_components == 1 || state.num_components == 3 || state.num_components == 4;
  if (state.arith_code || !hasUsualColors) {
    return {std::nullopt, Trouble::Unsupported, "a kind of JPEG that PDF does not have"};
  }
  const Properties properties = readProperties(state, bytes);
  if (!fitsInMemory(state)) {
    if (!endsWithMarker(bytes)) return {std::nullopt, Trouble::Broken, "the file ends too early"};
    return {properties, Trouble::Broken, {}};
  }
  const auto begin = [&] {
    state.scale_num = 1;
    state.scale_denom = 8;
    state.out_color_space = state.jpeg_color_space;
    jpeg_start_decompress(&state);
  };
  if (!decoder.guarded(begin)) return broken();
  std::vector<JSAMPLE> row(std::size_t{state.output_width} *
                           static_cast<std::size_t>(state.output_components));
  if (!decoder.guarded([&] { readToEnd(state, row.data()); }) || decoder.errors().isCut) return broken();
  return {properties, Trouble::Broken, {}};
}

std::optional<Properties> readJpegHeader(std::string_view bytes) {
  Decoder decoder(bytes);
  jpeg_decompress_struct& state = decoder.state();
  if (!decoder.guarded([&] { jpeg_read_header(&state, TRUE); })) return std::nullopt;
  return readProperties(state, bytes);
}

std::optional<Samples> decodeJpeg(std::string_view bytes) {
  Decoder decoder(bytes);
  jpeg_decompress_struct& state = decoder.state();
  if (!decoder.guarded([&] { jpeg_read_header(&state, TRUE); })) return std::nullopt;
  const bool isUsual = state.num_components == 1 || state.num_components == 3;
  if (!isUsual || isTooLarge(state.image_width, state.image_height) || !fitsInMemory(state)) return std::nullopt;
  Samples samples;
  samples.width = state.image_width;
  samples.height = state.image_height;
  samples.colorModel = state.num_components == 1 ? ColorModel::Gray : ColorModel::Rgb;
  const std::size_t rowBytes = std::size_t{samples.width} * static_cast<std::size_t>(state.num_components);
  samples.color.resize(rowBytes * samples.height);
  const auto decode = [&] {
    state.out_color_space = state.num_components == 1 ? JCS_GRAYSCALE : JCS_RGB;
    jpeg_start_decompress(&state);
    while (state.output_scanline < state.output_height) {
      auto* row = reinterpret_cast<JSAMPROW>(samples.color.data() + state.output_scanline * rowBytes);
      jpeg_read_scanlines(&state, &row, 1);
    }
    jpeg_finish_decompress(&state);
  };
  if (!decoder.guarded(decode) || decoder.errors().isCut) return std::nullopt;
  samples.profile = profileSegments(bytes);
  return samples;
}

}  // namespace octavo::image

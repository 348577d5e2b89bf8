// image: PNG by libpng: checked to the last byte, decoded, written.
#include <png.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <csetjmp>
#include <vector>

#include "image/decoders_private.h"
#include "image/orientation.h"

namespace octavo::image {
namespace {

/// libpng's handles for reading from memory or writing to it. libpng leaves by longjmp, so what it is called
/// from holds nothing that needs a destructor: buffers live outside of `guarded`.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : rest_(bytes) {
    png_ = png_create_read_struct(PNG_LIBPNG_VER_STRING, this, takeError, ignoreWarning);
    info_ = png_ ? png_create_info_struct(png_) : nullptr;
    if (!info_) return;
    png_set_read_fn(png_, this, read);
    png_set_user_limits(png_, kMaxSide, kMaxSide);
    png_set_crc_action(png_, PNG_CRC_ERROR_QUIT, PNG_CRC_ERROR_QUIT);
    skipTexts();
  }
  ~Reader() { png_destroy_read_struct(&png_, &info_, nullptr); }
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;

  png_structp png() const { return png_; }
  png_infop info() const { return info_; }
  const char* error() const { return error_; }

 private:
  /// Texts and profiles may unpack to anything; their checksums are still checked.
  void skipTexts() {
    static constexpr png_byte kNames[] = "iCCP\0iTXt\0tEXt\0zTXt\0eXIf\0sPLT";
    png_set_keep_unknown_chunks(png_, PNG_HANDLE_CHUNK_NEVER, kNames, 6);
  }
  [[noreturn]] static void takeError(png_structp png, png_const_charp message) {
    auto* self = static_cast<Reader*>(png_get_error_ptr(png));
    std::copy_n(message, std::min(std::char_traits<char>::length(message), sizeof self->error_ - 1),
                self->error_);
    png_longjmp(png, 1);
  }
  static void ignoreWarning(png_structp, png_const_charp) {}
  static void read(png_structp png, png_bytep to, std::size_t size) {
    auto* self = static_cast<Reader*>(png_get_io_ptr(png));
    if (size > self->rest_.size()) png_error(png, "the file ends too early");
    std::copy_n(self->rest_.data(), size, reinterpret_cast<char*>(to));
    self->rest_.remove_prefix(size);
  }

  std::string_view rest_;
  png_structp png_ = nullptr;
  png_infop info_ = nullptr;
  char error_[128] = {};
};

/// False when libpng left with an error.
template <class Body>
bool guarded(png_structp png, Body&& body) {
  if (setjmp(png_jmpbuf(png)) != 0) return false;
  body();
  return true;
}

std::uint32_t bigEndian(std::string_view bytes, std::size_t at) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < 4; ++i) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

/// The size that the header claims, read before libpng is asked (PNG 1.2, 4.1.1); nothing when there is none.
std::optional<std::pair<std::uint32_t, std::uint32_t>> claimedSize(std::string_view bytes) {
  constexpr std::size_t kAfterSize = 24;
  if (bytes.size() < kAfterSize || bytes.substr(12, 4) != "IHDR") return std::nullopt;
  return std::pair(bigEndian(bytes, 16), bigEndian(bytes, 20));
}

Properties readProperties(png_structp png, png_infop info) {
  Properties properties;
  properties.format = Format::Png;
  properties.width = png_get_image_width(png, info);
  properties.height = png_get_image_height(png, info);
  const unsigned type = png_get_color_type(png, info);
  properties.colorModel = (type & PNG_COLOR_MASK_COLOR) != 0 ? ColorModel::Rgb : ColorModel::Gray;
  properties.hasAlpha = (type & PNG_COLOR_MASK_ALPHA) != 0 || png_get_valid(png, info, PNG_INFO_tRNS) != 0;
  constexpr double kMetresPerInch = 0.0254;
  properties.dotsPerInchX = densityOr96(png_get_x_pixels_per_meter(png, info) * kMetresPerInch);
  properties.dotsPerInchY = densityOr96(png_get_y_pixels_per_meter(png, info) * kMetresPerInch);
  return properties;
}

/// Turns all colour types into 8-bit gray or RGB, with alpha where the file has any.
void askForEightBits(png_structp png) {
  png_set_expand(png);
  png_set_scale_16(png);
}

/// Appends one row of interleaved samples to the planes.
void split(const std::vector<png_byte>& rows, std::size_t offset, std::size_t colors, bool hasAlpha,
           Samples& to) {
  const std::size_t channels = colors + (hasAlpha ? 1 : 0);
  for (std::size_t x = 0; x < to.width; ++x) {
    const auto* pixel = reinterpret_cast<const char*>(rows.data() + offset + x * channels);
    to.color.append(pixel, colors);
    if (hasAlpha) to.alpha.push_back(pixel[colors]);
  }
}

struct Chunk {
  std::string_view name, data, whole;
};

/// The chunks of a file that libpng has read, up to its end.
std::vector<Chunk> chunksOf(std::string_view bytes) {
  constexpr std::size_t kSignature = 8, kAround = 12;  // length, name and checksum around the data
  std::vector<Chunk> chunks;
  for (std::size_t at = kSignature; at + kAround <= bytes.size();) {
    const std::size_t size = bigEndian(bytes, at);
    if (size > bytes.size() - at - kAround) break;
    chunks.push_back({bytes.substr(at + 4, 4), bytes.substr(at + 8, size), bytes.substr(at, size + kAround)});
    at += size + kAround;
  }
  return chunks;
}

/// The chunks that say what the colours mean (PNG 1.2, 4.2.2) and which side is up.
std::string profileChunks(std::string_view bytes) {
  constexpr std::array<std::string_view, 5> kNames{"cHRM", "gAMA", "iCCP", "sRGB", "eXIf"};
  std::string found;
  for (const Chunk& chunk : chunksOf(bytes)) {
    if (chunk.name == "IDAT") break;
    if (std::ranges::find(kNames, chunk.name) != kNames.end()) found += chunk.whole;
  }
  return found;
}

std::uint8_t orientationOf(std::string_view bytes) {
  for (const Chunk& chunk : chunksOf(bytes)) {
    if (chunk.name == "eXIf") return exifOrientation(chunk.data);
  }
  return 1;
}

struct WriteTarget {
  std::string bytes;
};

void append(png_structp png, png_bytep data, std::size_t size) {
  static_cast<WriteTarget*>(png_get_io_ptr(png))->bytes.append(reinterpret_cast<const char*>(data), size);
}

}  // namespace

Inspection inspectPng(std::string_view bytes) {
  const auto size = claimedSize(bytes);
  if (!size) return {std::nullopt, Trouble::Broken, "no header"};
  if (isTooLarge(size->first, size->second)) return {std::nullopt, Trouble::TooLarge, {}};
  const Reader reader(bytes);
  if (!reader.info()) return {std::nullopt, Trouble::Broken, "no memory"};
  png_structp png = reader.png();
  png_infop info = reader.info();
  if (!guarded(png, [&] { png_read_info(png, info); }))
    return {std::nullopt, Trouble::Broken, reader.error()};
  // Every row is unpacked into the same buffer: this checks the whole stream and keeps one row.
  std::vector<png_byte> row(png_get_rowbytes(png, info));
  const auto readAll = [&] {
    const int passes = png_set_interlace_handling(png);
    png_read_update_info(png, info);
    for (int pass = 0; pass < passes; ++pass) {
      for (std::uint32_t y = 0; y < size->second; ++y) png_read_row(png, row.data(), nullptr);
    }
    png_read_end(png, info);
  };
  if (!guarded(png, readAll)) return {std::nullopt, Trouble::Broken, reader.error()};
  Properties properties = readProperties(png, info);
  properties.orientation = orientationOf(bytes);
  return {properties, Trouble::Broken, {}};
}

std::optional<Properties> readPngHeader(std::string_view bytes) {
  const Reader reader(bytes);
  if (!claimedSize(bytes) || !reader.info()) return std::nullopt;
  if (!guarded(reader.png(), [&] { png_read_info(reader.png(), reader.info()); })) return std::nullopt;
  Properties properties = readProperties(reader.png(), reader.info());
  properties.orientation = orientationOf(bytes);
  return properties;
}

std::optional<PackedRows> packedRows(std::string_view bytes) {
  constexpr std::array<std::string_view, 5> kMeaning{"tRNS", "cHRM", "gAMA", "iCCP", "sBIT"};
  const std::vector<Chunk> chunks = chunksOf(bytes);
  if (chunks.empty() || chunks.front().name != "IHDR" || chunks.front().data.size() != 13) return std::nullopt;
  const std::string_view header = chunks.front().data;
  const int kind = header[9];
  PackedRows rows{bigEndian(header, 0), header[8], kind == 2 ? 3 : 1, {}, {}};
  const bool isPlain = (kind == 0 || kind == 2 || kind == 3) && rows.bits <= 8 && header[12] == 0;
  if (!isPlain) return std::nullopt;
  for (const Chunk& chunk : chunks) {
    if (std::ranges::find(kMeaning, chunk.name) != kMeaning.end()) return std::nullopt;
    if (chunk.name == "PLTE" && kind == 3) rows.palette = chunk.data;
    if (chunk.name == "IDAT") rows.bytes += chunk.data;
  }
  if (kind == 3 && (rows.palette.empty() || rows.palette.size() % 3 != 0)) return std::nullopt;
  return rows;
}

std::optional<Samples> decodePng(std::string_view bytes) {
  const auto size = sniff(bytes) == Format::Png ? claimedSize(bytes) : std::nullopt;
  if (!size || isTooLarge(size->first, size->second)) return std::nullopt;
  const Reader reader(bytes);
  if (!reader.info()) return std::nullopt;
  png_structp png = reader.png();
  png_infop info = reader.info();
  int passes = 1;
  const auto begin = [&] {
    png_read_info(png, info);
    askForEightBits(png);
    passes = png_set_interlace_handling(png);
    png_read_update_info(png, info);
  };
  if (!guarded(png, begin)) return std::nullopt;
  Samples samples{
      .width = size->first, .height = size->second, .colorModel = ColorModel::Rgb, .color = {}, .alpha = {}, .profile = {}};
  const unsigned type = png_get_color_type(png, info);
  const bool hasAlpha = (type & PNG_COLOR_MASK_ALPHA) != 0;
  const std::size_t colors = (type & PNG_COLOR_MASK_COLOR) != 0 ? 3 : 1;
  if (colors == 1) samples.colorModel = ColorModel::Gray;
  const std::size_t pixels = std::size_t{samples.width} * samples.height;
  samples.color.reserve(pixels * colors);
  if (hasAlpha) samples.alpha.reserve(pixels);
  // An interlaced picture comes in seven passes over all rows; any other needs one row at a time.
  const std::size_t rowBytes = png_get_rowbytes(png, info);
  const std::size_t step = passes == 1 ? 0 : rowBytes;
  std::vector<png_byte> rows(passes == 1 ? rowBytes : rowBytes * samples.height);
  const auto readAll = [&] {
    for (int pass = 0; pass < passes; ++pass) {
      for (std::size_t y = 0; y < samples.height; ++y) {
        png_read_row(png, rows.data() + y * step, nullptr);
        if (pass + 1 == passes) split(rows, y * step, colors, hasAlpha, samples);
      }
    }
    png_read_end(png, info);
  };
  if (!guarded(png, readAll)) return std::nullopt;
  const bool isOpaque = std::ranges::all_of(samples.alpha, [](char alpha) { return alpha == '\xFF'; });
  if (isOpaque) samples.alpha.clear();
  samples.profile = profileChunks(bytes);
  return samples;
}

std::string encodePng(const Samples& samples) {
  assert(samples.colorModel != ColorModel::Cmyk && "PNG has no CMYK");
  const bool hasAlpha = !samples.alpha.empty();
  const bool isGray = samples.colorModel == ColorModel::Gray;
  const std::size_t colors = isGray ? 1 : 3, channels = colors + (hasAlpha ? 1 : 0);
  assert(samples.color.size() == std::size_t{samples.width} * samples.height * colors &&
         "a sample for each channel");
  WriteTarget target;
  png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
  png_infop info = png_create_info_struct(png);
  png_set_write_fn(png, &target, append, nullptr);
  std::vector<png_byte> row(samples.width * channels);
  const auto writeAll = [&] {
    constexpr int kCompression = 6;
    png_set_compression_level(png, kCompression);
    const int type = (isGray ? 0 : PNG_COLOR_MASK_COLOR) | (hasAlpha ? PNG_COLOR_MASK_ALPHA : 0);
    png_set_IHDR(png, info, samples.width, samples.height, 8, type, PNG_INTERLACE_NONE,
                 PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    png_write_info(png, info);
    for (std::size_t pixel = 0; pixel < std::size_t{samples.width} * samples.height;) {
      for (std::size_t x = 0; x < samples.width; ++x, ++pixel) {
        std::copy_n(samples.color.data() + pixel * colors, colors,
                    reinterpret_cast<char*>(&row[x * channels]));
        if (hasAlpha) row[x * channels + colors] = static_cast<png_byte>(samples.alpha[pixel]);
      }
      png_write_row(png, row.data());
    }
    png_write_end(png, info);
  };
  const bool isWritten = guarded(png, writeAll);
  png_destroy_write_struct(&png, &info);
  assert(isWritten && "libpng refuses only empty pictures and odd sizes");
  if (!isWritten) return {};
  constexpr std::size_t kAfterHeader = 33;  // signature and IHDR
  return target.bytes.insert(kAfterHeader, samples.profile);
}

}  // namespace octavo::image

// image: samples → JPEG.
#include <cassert>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
// libjpeg expects the two above before it.
#include <jpeglib.h>

#include "image/image.h"

namespace octavo::image {

std::string encodeJpeg(const Samples& samples) {
  assert(samples.colorModel != ColorModel::Cmyk && samples.width > 0 && samples.height > 0);
  constexpr int kQuality = 90;
  jpeg_error_mgr errors{};
  jpeg_compress_struct encoder{};
  // Of writing to memory libjpeg knows no error but the lack of it, and then it ends the program.
  encoder.err = jpeg_std_error(&errors);
  jpeg_create_compress(&encoder);
  unsigned char* made = nullptr;
  unsigned long size = 0;
  jpeg_mem_dest(&encoder, &made, &size);
  const bool isGray = samples.colorModel == ColorModel::Gray;
  encoder.image_width = samples.width;
  encoder.image_height = samples.height;
  encoder.input_components = isGray ? 1 : 3;
  encoder.in_color_space = isGray ? JCS_GRAYSCALE : JCS_RGB;
  jpeg_set_defaults(&encoder);
  jpeg_set_quality(&encoder, kQuality, TRUE);
  jpeg_start_compress(&encoder, TRUE);
  const std::size_t rowBytes = std::size_t{samples.width} * static_cast<std::size_t>(encoder.input_components);
  std::string row;
  while (encoder.next_scanline < encoder.image_height) {
    row.assign(samples.color, encoder.next_scanline * rowBytes, rowBytes);
    auto* pointer = reinterpret_cast<JSAMPROW>(row.data());
    jpeg_write_scanlines(&encoder, &pointer, 1);
  }
  jpeg_finish_compress(&encoder);
  jpeg_destroy_compress(&encoder);
  std::string bytes(reinterpret_cast<const char*>(made), size);
  std::free(made);
  constexpr std::size_t kAfterJfif = 20;  // SOI, and the APP0 that libjpeg writes for gray and colour
  return bytes.insert(kAfterJfif, samples.profile);
}

}  // namespace octavo::image

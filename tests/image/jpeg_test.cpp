#include <gtest/gtest.h>
#include <jpeglib.h>

#include <cstdio>
#include <cstdlib>
#include <vector>

#include "image/image.h"

namespace octavo::image {
namespace {

struct Jpeg {
  unsigned width = 40, height = 24;
  int components = 3;
  J_COLOR_SPACE space = JCS_RGB;
  bool progressive = false, arithmetic = false;
  unsigned char densityUnit = 0;
  unsigned short density = 1;
};

/// A picture with some detail, as libjpeg writes it.
std::string fileOf(const Jpeg& jpeg) {
  jpeg_compress_struct encoder{};
  jpeg_error_mgr errors{};
  encoder.err = jpeg_std_error(&errors);
  jpeg_create_compress(&encoder);
  unsigned char* bytes = nullptr;
  unsigned long size = 0;
  jpeg_mem_dest(&encoder, &bytes, &size);
  encoder.image_width = jpeg.width;
  encoder.image_height = jpeg.height;
  encoder.input_components = jpeg.components;
  encoder.in_color_space = jpeg.space;
  jpeg_set_defaults(&encoder);
  if (jpeg.progressive) jpeg_simple_progression(&encoder);
  encoder.arith_code = jpeg.arithmetic ? TRUE : FALSE;
  encoder.density_unit = jpeg.densityUnit;
  encoder.X_density = encoder.Y_density = jpeg.density;
  jpeg_start_compress(&encoder, TRUE);
  std::vector<JSAMPLE> row(std::size_t{jpeg.width} * static_cast<std::size_t>(jpeg.components));
  for (unsigned y = 0; y < jpeg.height; ++y) {
    for (std::size_t x = 0; x < row.size(); ++x) row[x] = static_cast<JSAMPLE>((x * 37 + y * 91) % 256);
    JSAMPROW pointer = row.data();
    jpeg_write_scanlines(&encoder, &pointer, 1);
  }
  jpeg_finish_compress(&encoder);
  jpeg_destroy_compress(&encoder);
  std::string result(reinterpret_cast<const char*>(bytes), size);
  std::free(bytes);
  return result;
}

struct Inspected {
  std::optional<Properties> properties;
  std::string code;
};

Inspected inspected(std::string_view bytes) {
  Diagnostics diagnostics;
  Inspected result{inspect(bytes, "a.jpg", {}, diagnostics), {}};
  if (!diagnostics.entries().empty()) result.code = diagnostics.entries()[0].diagnostic.code;
  return result;
}

TEST(Jpeg, SizeAndColoursAreRead) {
  for (const bool progressive : {false, true}) {
    const auto found = inspected(fileOf({.progressive = progressive}));
    ASSERT_TRUE(found.properties) << found.code;
    EXPECT_EQ(found.properties->format, Format::Jpeg);
    EXPECT_EQ(found.properties->width, 40U);
    EXPECT_EQ(found.properties->height, 24U);
    EXPECT_EQ(found.properties->colorModel, ColorModel::Rgb);
    EXPECT_FALSE(found.properties->hasAlpha);
    EXPECT_EQ(found.properties->dotsPerInchX, 96);
  }
  EXPECT_EQ(inspected(fileOf({.components = 1, .space = JCS_GRAYSCALE})).properties->colorModel,
            ColorModel::Gray);
}

TEST(Jpeg, CmykWithAdobesMarkerIsInverted) {
  const auto found = inspected(fileOf({.components = 4, .space = JCS_CMYK}));
  ASSERT_TRUE(found.properties);
  EXPECT_EQ(found.properties->colorModel, ColorModel::Cmyk);
  EXPECT_TRUE(found.properties->invertedCmyk);
}

TEST(Jpeg, DensityIsReadInInchesAndCentimetres) {
  EXPECT_EQ(inspected(fileOf({.densityUnit = 1, .density = 300})).properties->dotsPerInchX, 300);
  EXPECT_NEAR(inspected(fileOf({.densityUnit = 2, .density = 100})).properties->dotsPerInchY, 254, 0.001);
  EXPECT_EQ(inspected(fileOf({.densityUnit = 1, .density = 1})).properties->dotsPerInchX, 96);
  EXPECT_EQ(inspected(fileOf({.densityUnit = 1, .density = 72})).properties->dotsPerInchX, 96);
}

TEST(Jpeg, EveryCutIsFound) {
  for (const bool progressive : {false, true}) {
    const std::string file = fileOf({.progressive = progressive});
    for (std::size_t size = 3; size < file.size(); ++size) {
      EXPECT_EQ(inspected(std::string_view(file).substr(0, size)).code, "image-broken") << size;
    }
  }
}

TEST(Jpeg, WrongBytesNeverCrash) {
  const std::string file = fileOf({});
  for (std::size_t at = 2; at < file.size(); ++at) {
    std::string wrong = file;
    wrong[at] = static_cast<char>(wrong[at] ^ 0xFF);
    static_cast<void>(inspected(wrong));
  }
}

TEST(Jpeg, ArithmeticCodesAreUnsupported) {
  EXPECT_EQ(inspected(fileOf({.arithmetic = true})).code, "image-unsupported");
}

TEST(Jpeg, DecodesToTheColoursThatWereEncoded) {
  for (const ColorModel model : {ColorModel::Gray, ColorModel::Rgb}) {
    const std::size_t channels = model == ColorModel::Gray ? 1 : 3;
    Samples samples{.width = 40, .height = 30, .colorModel = model, .color = std::string(40 * 30 * channels, '\x60'), .alpha = {}};
    for (std::size_t i = 0; i < samples.color.size(); i += channels) samples.color[i] = '\xC0';
    const auto decoded = decodeJpeg(encodeJpeg(samples));
    ASSERT_TRUE(decoded);
    EXPECT_EQ(decoded->width, 40U);
    EXPECT_EQ(decoded->height, 30U);
    EXPECT_EQ(decoded->colorModel, model);
    ASSERT_EQ(decoded->color.size(), samples.color.size());
    for (std::size_t i = 0; i < samples.color.size(); ++i) {
      EXPECT_NEAR(static_cast<unsigned char>(decoded->color[i]), static_cast<unsigned char>(samples.color[i]), 4) << i;
    }
  }
}

TEST(Jpeg, FourInksAndCutFilesAreNotDecoded) {
  EXPECT_FALSE(decodeJpeg(fileOf({.components = 4, .space = JCS_CMYK})));
  const std::string file = fileOf({});
  EXPECT_FALSE(decodeJpeg(std::string_view(file).substr(0, file.size() - 20)));
}

TEST(Jpeg, TheUprightSideAndTheColourProfileComeThrough) {
  const std::string exif = std::string("\xFF\xE1\x00\x0C", 4) + std::string("Exif\0\0turn", 10);
  const std::string profile = std::string("\xFF\xE2\x00\x12", 4) + std::string("ICC_PROFILE\0\1\1xy", 16);
  const std::string comment = std::string("\xFF\xFE\x00\x06rain", 8);
  const std::string file = fileOf({}).insert(20, comment + exif + profile);
  const auto decoded = decodeJpeg(file);
  ASSERT_TRUE(decoded);
  EXPECT_EQ(decoded->profile, exif + profile);
  const std::string again = encodeJpeg(*decoded);
  EXPECT_EQ(again.substr(20, exif.size() + profile.size()), exif + profile);
  EXPECT_TRUE(inspected(again).properties);
  EXPECT_EQ(again, encodeJpeg(*decoded));
}

}  // namespace
}  // namespace octavo::image

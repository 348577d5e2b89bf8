#include <gtest/gtest.h>

#include "image/image.h"
#include "support/golden.h"

namespace octavo::image {
namespace {

using namespace std::string_literals;

std::string bigEndian(std::uint32_t value) {
  std::string bytes;
  for (int shift = 24; shift >= 0; shift -= 8) bytes += static_cast<char>(value >> shift & 0xFF);
  return bytes;
}

/// PNG 1.2, appendix D: the checksum of a chunk.
std::uint32_t crc(std::string_view bytes) {
  std::uint32_t value = 0xFFFFFFFF;
  for (const char byte : bytes) {
    value ^= static_cast<unsigned char>(byte);
    for (int bit = 0; bit < 8; ++bit) value = (value & 1) != 0 ? 0xEDB88320 ^ value >> 1 : value >> 1;
  }
  return ~value;
}

std::string chunk(const std::string& name, const std::string& data) {
  return bigEndian(static_cast<std::uint32_t>(data.size())) + name + data + bigEndian(crc(name + data));
}

/// A zlib stream of one stored block (RFC 1950, 1951).
std::string stored(const std::string& data) {
  std::uint32_t a = 1, b = 0;
  for (const char byte : data) {
    a = (a + static_cast<unsigned char>(byte)) % 65521;
    b = (b + a) % 65521;
  }
  const auto size = static_cast<unsigned>(data.size());
  const auto low = [](unsigned value) { return static_cast<char>(value & 0xFF); };
  return "\x78\x01\x01"s + low(size) + low(size >> 8) + low(~size) + low(~size >> 8) + data +
         bigEndian(b << 16 | a);
}

struct Png {
  std::uint32_t width = 2, height = 1;
  char depth = 8, colorType = 0, interlace = 0;
  std::string rows;         // each with its filter byte
  std::string chunks = {};  // between header and data
};

const std::string kSignature = "\x89PNG\r\n\x1A\n";

std::string fileOf(const Png& png) {
  const std::string header =
      bigEndian(png.width) + bigEndian(png.height) + png.depth + png.colorType + "\0\0"s + png.interlace;
  return kSignature + chunk("IHDR", header) + png.chunks + chunk("IDAT", stored(png.rows)) +
         chunk("IEND", "");
}

struct Inspected {
  std::optional<Properties> properties;
  std::string code;
};

Inspected inspected(std::string_view bytes) {
  Diagnostics diagnostics;
  Inspected result{inspect(bytes, "a.png", {}, diagnostics), {}};
  EXPECT_LE(diagnostics.entries().size(), 1U);
  if (!diagnostics.entries().empty()) result.code = diagnostics.entries()[0].diagnostic.code;
  EXPECT_EQ(result.properties.has_value(), result.code.empty());
  return result;
}

TEST(Png, GraySamplesComeBack) {
  const std::string file = fileOf({.rows = "\0\x10\xF0"s});
  const auto samples = decodePng(file);
  ASSERT_TRUE(samples);
  EXPECT_EQ(samples->width, 2U);
  EXPECT_EQ(samples->height, 1U);
  EXPECT_EQ(samples->colorModel, ColorModel::Gray);
  EXPECT_EQ(samples->color, "\x10\xF0");
  EXPECT_EQ(samples->alpha, "");
  EXPECT_EQ(inspected(file).properties->colorModel, ColorModel::Gray);
}

TEST(Png, AlphaIsSplitOff) {
  const auto samples = decodePng(fileOf({.colorType = 6, .rows = "\0\x01\x02\x03\x80\x04\x05\x06\xFF"s}));
  ASSERT_TRUE(samples);
  EXPECT_EQ(samples->color, "\x01\x02\x03\x04\x05\x06");
  EXPECT_EQ(samples->alpha, "\x80\xFF");
}

TEST(Png, OpaqueAlphaIsNone) {
  const auto samples = decodePng(fileOf({.colorType = 4, .rows = "\0\x01\xFF\x02\xFF"s}));
  ASSERT_TRUE(samples);
  EXPECT_EQ(samples->color, "\x01\x02");
  EXPECT_EQ(samples->alpha, "");
}

TEST(Png, PalettesBecomeRgbAndTheirTransparencyAlpha) {
  const std::string file =
      fileOf({.colorType = 3,
              .rows = "\0\x01\x00"s,
              .chunks = chunk("PLTE", "\x0A\x0B\x0C\x1A\x1B\x1C") + chunk("tRNS", "\x40")});
  const auto samples = decodePng(file);
  ASSERT_TRUE(samples);
  EXPECT_EQ(samples->colorModel, ColorModel::Rgb);
  EXPECT_EQ(samples->color, "\x1A\x1B\x1C\x0A\x0B\x0C");
  EXPECT_EQ(samples->alpha, "\xFF\x40");
  EXPECT_TRUE(inspected(file).properties->hasAlpha);
}

TEST(Png, SixteenBitsAreReducedToEight) {
  const auto samples = decodePng(fileOf({.depth = 16, .rows = "\0\xFF\xFF\x80\x80"s}));
  ASSERT_TRUE(samples);
  EXPECT_EQ(samples->color, "\xFF\x80");
}

TEST(Png, OneBitIsSpread) {
  const auto samples = decodePng(fileOf({.width = 3, .depth = 1, .rows = "\0\xA0"s}));
  ASSERT_TRUE(samples);
  EXPECT_EQ(samples->color, "\xFF\0\xFF"s);
}

TEST(Png, InterlacedRowsComeInOrder) {
  // 2 x 2 has the passes 1 (one pixel), 6 (its right neighbour) and 7 (the second row).
  const std::string file = fileOf({.height = 2, .interlace = 1, .rows = "\0\x01\0\x02\0\x03\x04"s});
  const auto samples = decodePng(file);
  ASSERT_TRUE(samples);
  EXPECT_EQ(samples->color, "\x01\x02\x03\x04");
  EXPECT_TRUE(inspected(file).properties);
}

TEST(Png, DensityIsReadAndDefaultsTo96) {
  const auto stated = inspected(
      fileOf({.rows = "\0\x10\xF0"s, .chunks = chunk("pHYs", bigEndian(11811) + bigEndian(5906) + "\x01")}));
  EXPECT_NEAR(stated.properties->dotsPerInchX, 300, 0.01);
  EXPECT_NEAR(stated.properties->dotsPerInchY, 150, 0.02);
  const auto ratioOnly = inspected(
      fileOf({.rows = "\0\x10\xF0"s, .chunks = chunk("pHYs", bigEndian(11811) + bigEndian(11811) + "\0"s)}));
  EXPECT_EQ(ratioOnly.properties->dotsPerInchX, 96);
  EXPECT_EQ(inspected(fileOf({.rows = "\0\x10\xF0"s})).properties->dotsPerInchX, 96);
}

TEST(Png, EncodedSamplesComeBackAndAreTheSameBytes) {
  for (const bool hasAlpha : {false, true}) {
    for (const ColorModel model : {ColorModel::Gray, ColorModel::Rgb}) {
      Samples samples{.width = 3, .height = 2, .colorModel = model, .color = {}, .alpha = {}};
      for (std::size_t i = 0; i < (model == ColorModel::Rgb ? 18 : 6); ++i)
        samples.color += static_cast<char>(i * 13);
      if (hasAlpha) samples.alpha = "\x01\x02\x03\x04\x05\x06";
      const std::string file = encodePng(samples);
      EXPECT_EQ(file, encodePng(samples));
      const auto back = decodePng(file);
      ASSERT_TRUE(back);
      EXPECT_EQ(back->color, samples.color);
      EXPECT_EQ(back->alpha, samples.alpha);
      EXPECT_EQ(inspected(file).properties->hasAlpha, hasAlpha);
    }
  }
}

TEST(Png, EveryCutIsFound) {
  const std::string file = fileOf({.rows = "\0\x10\xF0"s});
  for (std::size_t size = 8; size < file.size(); ++size) {
    EXPECT_EQ(inspected(file.substr(0, size)).code, "image-broken") << size;
    EXPECT_FALSE(decodePng(std::string_view(file).substr(0, size))) << size;
  }
}

TEST(Png, EveryWrongByteIsFound) {
  const std::string file = fileOf({.rows = "\0\x10\xF0"s, .chunks = chunk("tEXt", "Title\0x"s)});
  for (std::size_t at = 8; at < file.size(); ++at) {
    std::string wrong = file;
    wrong[at] = static_cast<char>(wrong[at] ^ 0x55);
    EXPECT_NE(inspected(wrong).code, "") << at;
  }
}

TEST(Png, RowsThatAreMissingAreFound) {
  EXPECT_EQ(inspected(fileOf({.height = 2, .rows = "\0\x10\xF0"s})).code, "image-broken");
}

TEST(Png, TooManyPixelsAreRefusedBeforeAnythingIsUnpacked) {
  EXPECT_EQ(inspected(fileOf({.width = 40'000, .height = 40'000, .depth = 1, .rows = "\0"s})).code,
            "image-too-large");
  EXPECT_EQ(inspected(fileOf({.width = 1, .height = 70'000, .rows = "\0"s})).code, "image-too-large");
  EXPECT_FALSE(decodePng(fileOf({.width = 40'000, .height = 40'000, .rows = "\0"s})));
}

TEST(Png, CorpusOfBadPicturesGetsOneWarningEach) {
  const std::vector<std::pair<std::string, std::string>> expected{{"badcrc.png", "image-broken"},
                                                                  {"truncated.png", "image-broken"},
                                                                  {"bomb.png", "image-too-large"},
                                                                  {"broken.jpg", "image-broken"},
                                                                  {"actually-text.png", "image-unsupported"},
                                                                  {"script.svg", "image-unsupported"}};
  if (!std::filesystem::exists(test::sharedPath("corpus/bad/img"))) GTEST_SKIP() << "no corpus";
  for (const auto& [name, code] : expected) {
    EXPECT_EQ(inspected(test::readTestFile(test::sharedPath("corpus/bad/img/" + name))).code, code) << name;
  }
}

TEST(Sniff, TellsFormatsByTheirFirstBytes) {
  EXPECT_EQ(sniff("GIF89a..."), Format::Gif);
  EXPECT_EQ(sniff("RIFF\x10\0\0\0WEBPVP8 "s), Format::WebP);
  EXPECT_EQ(sniff("RIFF\x10\0\0\0WAVE"s), Format::Unknown);
  EXPECT_EQ(sniff("II*\0...."s), Format::Tiff);
  EXPECT_EQ(sniff("BM\x46\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0"s), Format::Bmp);
  EXPECT_EQ(sniff("BM is a name"), Format::Unknown);
  EXPECT_EQ(sniff("\xFF\xD8\xFF\xE0"), Format::Jpeg);
  EXPECT_EQ(sniff(kSignature), Format::Png);
  EXPECT_EQ(sniff("<?xml version='1.0'?>\n<!-- <html> --><svg xmlns='…'/>"), Format::Svg);
  EXPECT_EQ(sniff("<html><svg/></html>"), Format::Unknown);
  EXPECT_EQ(sniff("<!-- never closed"), Format::Unknown);
  EXPECT_EQ(sniff(""), Format::Unknown);
  EXPECT_EQ(mediaType(Format::Svg), "image/svg+xml");
}

TEST(Inspect, OtherFormatsAreUnsupportedAndNamed) {
  Diagnostics diagnostics;
  const SourceFile source{"a.xml", ""};
  EXPECT_FALSE(inspect("GIF89a", "b.gif", {&source, 3, 4}, diagnostics));
  ASSERT_EQ(diagnostics.entries().size(), 1U);
  const Diagnostic& found = diagnostics.entries()[0].diagnostic;
  EXPECT_EQ(found.code, "image-unsupported");
  EXPECT_EQ(found.severity, Severity::Warning);
  EXPECT_EQ(found.where.line, 3U);
  EXPECT_EQ(found.subject, "b.gif");
}

TEST(Png, TheMeaningOfTheColoursComesThrough) {
  const std::string gamma = chunk("gAMA", bigEndian(45455)), text = chunk("tEXt", "Title\0rain"s);
  const auto decoded = decodePng(fileOf({.rows = "\0\x10\x20"s, .chunks = text + gamma}));
  ASSERT_TRUE(decoded);
  EXPECT_EQ(decoded->profile, gamma);
  const std::string again = encodePng(*decoded);
  EXPECT_NE(again.find(gamma), std::string::npos);
  EXPECT_TRUE(inspected(again).properties);
}

}  // namespace
}  // namespace octavo::image

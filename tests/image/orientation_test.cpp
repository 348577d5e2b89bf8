// Which side of a photograph is up.
#include "image/orientation.h"

#include <gtest/gtest.h>

#include "image/image.h"

namespace octavo::image {
namespace {

using namespace std::string_literals;

/// A directory with one entry of the tag, in the order of bytes that is wanted.
std::string exif(char orientation, bool isBigEndian) {
  if (isBigEndian) return "MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0"s + orientation + "\0\0\0\0\0\0"s;
  return "II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0"s + orientation + "\0\0\0\0\0\0\0"s;
}

TEST(Orientation, IsReadInBothOrdersOfBytes) {
  for (char each = 1; each <= 8; ++each) {
    EXPECT_EQ(exifOrientation(exif(each, true)), each);
    EXPECT_EQ(exifOrientation(exif(each, false)), each);
  }
}

TEST(Orientation, IsUprightWhereNothingSensibleIsSaid) {
  for (const std::string& bytes : {""s, "II*"s, exif(0, true), exif(9, false), exif(6, true).substr(0, 15), "MM\0*\xFF\xFF\xFF\xFF"s}) {
    EXPECT_EQ(exifOrientation(bytes), 1);
  }
}

TEST(Orientation, TurnsTheSidesOfAJpeg) {
  const std::string tiff = exif(6, true);
  Samples samples{.width = 3, .height = 2, .colorModel = ColorModel::Gray, .color = std::string(6, '\x40'), .alpha = {}, .profile = {}};
  const auto size = static_cast<char>(2 + 6 + tiff.size());
  samples.profile = "\xFF\xE1\0"s + size + "Exif\0\0"s + tiff;
  const auto properties = readHeader(encodeJpeg(samples));
  ASSERT_TRUE(properties);
  EXPECT_EQ(properties->orientation, 6);
  EXPECT_EQ(properties->width, 3U);
  EXPECT_EQ(properties->shownWidth(), 2U);
  EXPECT_EQ(properties->shownHeight(), 3U);
}

TEST(PackedRows, OfAPlainPngAreItsOwn) {
  const Samples samples{.width = 2, .height = 1, .colorModel = ColorModel::Rgb, .color = "abcdef", .alpha = {}, .profile = {}};
  const auto rows = packedRows(encodePng(samples));
  ASSERT_TRUE(rows);
  EXPECT_EQ(rows->width, 2U);
  EXPECT_EQ(rows->channels, 3);
  EXPECT_EQ(rows->bits, 8);
  Samples clear = samples;
  clear.alpha = "xy";
  EXPECT_FALSE(packedRows(encodePng(clear))) << "opacity is a picture of its own in PDF";
}

}  // namespace
}  // namespace octavo::image

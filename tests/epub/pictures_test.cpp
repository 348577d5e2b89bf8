// Pictures in the EPUB: how large they may be.
#include "epub/pictures.h"

#include <gtest/gtest.h>

#include "epub/cover.h"
#include "image/image.h"

namespace octavo::epub {
namespace {

publication::Resource picture(bool isJpeg, std::uint32_t width, std::uint32_t height) {
  const image::Samples samples{.width = width, .height = height, .colorModel = image::ColorModel::Gray,
                               .color = std::string(std::size_t{width} * height, 'a'), .alpha = {}};
  return {"images/a", "", isJpeg ? image::encodeJpeg(samples) : image::encodePng(samples), {}, false};
}

TEST(FittedPicture, HasNoMorePixelsThanAskedAndItsOwnFormat) {
  for (const bool isJpeg : {false, true}) {
    const publication::Resource large = picture(isJpeg, 400, 300);
    Diagnostics diagnostics;
    const std::string fitted = fittedPicture(large, 30'000, diagnostics);
    EXPECT_EQ(image::sniff(fitted), isJpeg ? image::Format::Jpeg : image::Format::Png);
    const auto properties = image::inspect(fitted, "a", {}, diagnostics);
    ASSERT_TRUE(properties);
    EXPECT_EQ(properties->width, 200U);
    EXPECT_EQ(properties->height, 150U);
    EXPECT_TRUE(diagnostics.entries().empty());
    EXPECT_EQ(fitted, fittedPicture(large, 30'000, diagnostics)) << "equal bytes";
  }
}

TEST(FittedPicture, StaysAsItIsWithoutALimitAndBelowIt) {
  const publication::Resource large = picture(true, 40, 30);
  Diagnostics diagnostics;
  EXPECT_EQ(fittedPicture(large, 0, diagnostics), large.bytes);
  EXPECT_EQ(fittedPicture(large, 1200, diagnostics), large.bytes);
  EXPECT_NE(fittedPicture(large, 1199, diagnostics), large.bytes);
}

TEST(Cover, IsAsLargeAsStoresAsk) {
  EXPECT_GE(kCoverHeight, 2500) << "Kindle's ideal; Apple asks for 1400 on the shorter side";
  EXPECT_GE(kCoverWidth, 1400);
  EXPECT_EQ(kCoverHeight * 10, kCoverWidth * 16);
  EXPECT_LE(kCoverWidth * kCoverHeight, 5'600'000) << "Apple's most for any picture";
}

}  // namespace
}  // namespace octavo::epub

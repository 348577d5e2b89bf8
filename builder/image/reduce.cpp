// image: large pictures made smaller.
#include <algorithm>
#include <cmath>

#include "image/image.h"

namespace octavo::image {
namespace {

struct Size {
  std::uint32_t width, height;
};

/// In the proportions of the large picture, as near as whole pixels allow. No side vanishes.
Size fittingSize(const Samples& large, std::uint64_t mostPixels) {
  const double pixels = static_cast<double>(large.width) * large.height;
  const double factor = std::sqrt(static_cast<double>(mostPixels) / pixels);
  const auto scaled = [&](std::uint32_t side) { return std::max(1U, static_cast<std::uint32_t>(side * factor)); };
  const Size size{scaled(large.width), scaled(large.height)};
  const auto most = [&](std::uint32_t other) { return static_cast<std::uint32_t>(std::min<std::uint64_t>(mostPixels / other, kMaxPixels)); };
  return {std::min(size.width, std::max(1U, most(size.height))), std::min(size.height, std::max(1U, most(size.width)))};
}

/// What a pixel of the small picture covers along one side, in units of which a pixel of the large one has `small` and a
/// pixel of the small one has `large`: so that all shares are whole numbers.
struct Stretch {
  std::uint64_t begin, end;
  std::uint32_t small;

  Stretch(std::uint32_t at, std::uint32_t smallSide, std::uint32_t largeSide)
      : begin(std::uint64_t{at} * largeSide), end(begin + largeSide), small(smallSide) {}
  std::uint32_t firstPixel() const { return static_cast<std::uint32_t>(begin / small); }
  std::uint32_t behindLast() const { return static_cast<std::uint32_t>((end + small - 1) / small); }
  std::uint64_t shareOf(std::uint32_t pixel) const {
    const std::uint64_t left = std::uint64_t{pixel} * small;
    return std::min(end, left + small) - std::max(begin, left);
  }
};

class Mean {
 public:
  Mean(const Samples& from, std::size_t channels) : from_(from), channels_(channels) {}

  void appendTo(Samples& to, const Stretch& rows, const Stretch& columns) const {
    std::uint64_t sums[3] = {}, opacity = 0, area = 0;
    for (std::uint32_t y = rows.firstPixel(); y < rows.behindLast(); ++y) {
      for (std::uint32_t x = columns.firstPixel(); x < columns.behindLast(); ++x) {
        const std::size_t pixel = std::size_t{y} * from_.width + x;
        const std::uint64_t share = rows.shareOf(y) * columns.shareOf(x);
        const std::uint64_t weight = share * (from_.alpha.empty() ? 255U : static_cast<unsigned char>(from_.alpha[pixel]));
        for (std::size_t c = 0; c < channels_; ++c) {
          sums[c] += weight * static_cast<unsigned char>(from_.color[pixel * channels_ + c]);
        }
        opacity += weight;
        area += share;
      }
    }
    for (std::size_t c = 0; c < channels_; ++c) {
      to.color += static_cast<char>(opacity == 0 ? 0 : (sums[c] + opacity / 2) / opacity);
    }
    if (!from_.alpha.empty()) to.alpha += static_cast<char>((opacity + area / 2) / area);
  }

 private:
  const Samples& from_;
  std::size_t channels_;
};

}  // namespace

Samples reduced(Samples samples, std::uint64_t mostPixels) {
  const std::uint64_t pixels = std::uint64_t{samples.width} * samples.height;
  if (pixels <= mostPixels || samples.colorModel == ColorModel::Cmyk) return samples;
  const Size size = fittingSize(samples, mostPixels);
  Samples small;
  small.width = size.width;
  small.height = size.height;
  small.colorModel = samples.colorModel;
  small.profile = samples.profile;
  const std::size_t channels = samples.colorModel == ColorModel::Gray ? 1 : 3;
  small.color.reserve(std::size_t{size.width} * size.height * channels);
  const Mean mean(samples, channels);
  for (std::uint32_t y = 0; y < size.height; ++y) {
    const Stretch rows(y, size.height, samples.height);
    for (std::uint32_t x = 0; x < size.width; ++x) mean.appendTo(small, rows, {x, size.width, samples.width});
  }
  return small;
}

}  // namespace octavo::image

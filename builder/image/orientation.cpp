#include "image/orientation.h"

#include <cstddef>

namespace octavo::image {
namespace {

/// Numbers in the file's own order of bytes; 0 beyond its end.
class TiffReader {
 public:
  explicit TiffReader(std::string_view bytes) : bytes_(bytes), isBigEndian_(bytes.starts_with("MM")) {}
  std::uint32_t number(std::size_t at, std::size_t size) const {
    if (at > bytes_.size() || bytes_.size() - at < size) return 0;
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < size; ++i) value = value << 8 | static_cast<unsigned char>(bytes_[at + (isBigEndian_ ? i : size - 1 - i)]);
    return value;
  }

 private:
  std::string_view bytes_;
  bool isBigEndian_;
};

}  // namespace

std::uint8_t exifOrientation(std::string_view tiff) {
  constexpr std::uint32_t kTag = 0x0112, kShort = 3;
  constexpr std::size_t kEntry = 12, kMostEntries = 1000;
  if (!tiff.starts_with("II") && !tiff.starts_with("MM")) return 1;
  const TiffReader reader(tiff);
  const std::size_t directory = reader.number(4, 4);
  const std::size_t count = reader.number(directory, 2);
  for (std::size_t i = 0; i < count && i < kMostEntries; ++i) {
    const std::size_t entry = directory + 2 + i * kEntry;
    if (reader.number(entry, 2) != kTag || reader.number(entry + 2, 2) != kShort) continue;
    const std::uint32_t value = reader.number(entry + 8, 2);
    return value >= 1 && value <= 8 ? static_cast<std::uint8_t>(value) : std::uint8_t{1};
  }
  return 1;
}

}  // namespace octavo::image

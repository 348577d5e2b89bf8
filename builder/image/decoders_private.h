// image: the decoders, each hidden in its own file.
#pragma once

#include <optional>
#include <string_view>

#include "image/image.h"

namespace octavo::image {

/// Why a picture cannot be shown; a stable part of the diagnostic's code.
enum class Trouble { Broken, TooLarge, Unsupported };

/// What a decoder found: properties, or why there are none and, for the message, what the decoder said.
struct Inspection {
  std::optional<Properties> properties;
  Trouble trouble = Trouble::Broken;
  std::string reason;
};

Inspection inspectPng(std::string_view bytes);
Inspection inspectJpeg(std::string_view bytes);
std::optional<Properties> readPngHeader(std::string_view bytes);
std::optional<Properties> readJpegHeader(std::string_view bytes);

/// Sides beyond what a JPEG can say are refused for all formats, so that a row stays small.
inline constexpr std::uint32_t kMaxSide = 65'535;

inline bool isTooLarge(std::uint32_t width, std::uint32_t height) {
  return width > kMaxSide || height > kMaxSide || std::uint64_t{width} * height > kMaxPixels;
}

/// A density that a file states, if it is one that a picture can have. Less than CSS's 96 is what programs write that know
/// none (72, mostly): such a picture would only be enlarged.
inline double densityOr96(double dotsPerInch) {
  constexpr double kMost = 10'000, kCss = 96;
  return dotsPerInch >= kCss && dotsPerInch <= kMost ? dotsPerInch : kCss;
}

}  // namespace octavo::image

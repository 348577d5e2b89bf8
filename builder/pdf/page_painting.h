// pdf: a planned page as a content stream.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "pdf/page_plan.h"

namespace octavo::pdf {

/// A page's operators and what they refer to.
struct PaintedPage {
  std::string content;
  std::vector<std::size_t> fonts;   // numbers of FontUsage, rising: /F3
  std::vector<std::size_t> images;  // numbers, rising: /I2
  std::string opacities;            // a byte each: /A128
};

/// The numbers of the pictures that can be shown, by path.
struct ImageNumber {
  std::size_t number = 0;
  std::uint8_t orientation = 1;  // image::Properties
};
using ImageNumbers = std::map<std::string, ImageNumber, std::less<>>;

PaintedPage paintPage(const PagePlan& plan, PhysicalSize size, const FontUsage& fonts,
                      const ImageNumbers& images);

}  // namespace octavo::pdf

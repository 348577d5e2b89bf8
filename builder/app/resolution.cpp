#include "app/resolution.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <string>

#include "image/image.h"

namespace octavo::app {
namespace {

constexpr double kPointsPerInch = 72;
constexpr double kPoor = 150, kGood = 300;  // dots to the inch

/// The greatest width, in points, at which each picture is printed.
class PrintedWidths {
 public:
  void add(const fragment::Fragment& fragment) {
    if (const auto* picture = std::get_if<fragment::Picture>(&fragment.content)) {
      double& width = widths_[picture->path];
      width = std::max(width, fragment.size.width.toPoints());
    }
    for (const fragment::PlacedFragment& child : fragment.children) add(*child.fragment);
  }
  double of(const std::string& path) const {
    const auto known = widths_.find(path);
    return known == widths_.end() ? 0 : known->second;
  }

 private:
  std::map<std::string, double> widths_;
};

}  // namespace

void reportResolution(const fragment::PrintedBook& book, const publication::Publication& publication, Diagnostics& diagnostics) {
  PrintedWidths widths;
  for (const fragment::Page& page : book.pages) widths.add(*page.content);
  for (const publication::Resource& resource : publication.resources) {
    const auto properties = image::readHeader(resource.bytes);
    const double width = widths.of(resource.path);
    if (!properties || width <= 0) continue;
    const double dots = properties->shownWidth() * kPointsPerInch / width;
    if (std::round(dots) >= kGood) continue;
    const bool isPoor = dots < kPoor;
    diagnostics.report({isPoor ? Severity::Warning : Severity::Note, isPoor ? "resolution-low" : "resolution-modest",
                        resource.requestedFrom,
                        fmt::format("the picture has {:.0f} dots to the inch at its printed width of {:.0f} mm", dots,
                                    width / kPointsPerInch * 25.4),
                        fmt::format("a width of {:.0f} pixels gives 300", width / kPointsPerInch * kGood), {}});
  }
}

}  // namespace octavo::app

// pdf: pictures as image objects.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "image/image.h"
#include "pdf/deflate.h"
#include "pdf/page_painting.h"
#include "pdf/sink.h"
#include "publication/publication.h"

namespace octavo::pdf {

/// A picture on its way into the file. `color` is what takes time to make; on any thread.
struct PreparedImage {
  const publication::Resource* resource = nullptr;
  image::Properties properties;
  std::string palette = {};  // RGB, of a picture that has one
  std::optional<Stream> color;
  std::optional<Stream> mask;  // opacity, where it has any
};

/// The pictures that the pages show, each path once, in the order of their first use; those that cannot be
/// shown are reported (picture-missing, picture-format) and left out.
std::vector<PreparedImage> findImages(const std::vector<PagePlan>& plans,
                                      const publication::Publication& publication, Diagnostics& diagnostics);
ImageNumbers numberImages(const std::vector<PreparedImage>& images);

/// JPEG goes in as it is, and so do the rows of a plain PNG; another is decoded, filtered and compressed. `color` stays empty for
/// broken data.
void prepareImage(PreparedImage& image);

/// Image XObjects in the order of `images`. Reports (image-broken) what could not be decoded; a single white
/// pixel stands for it.
std::vector<Ref> putImages(std::vector<PreparedImage> images, PdfSink& sink, Diagnostics& diagnostics);

/// Rows with PNG's filters (ISO 15948, 9), one filter byte before each: what Predictor 15 undoes.
std::string filterRows(const std::string& samples, std::size_t rowBytes, std::size_t pixelBytes);

}  // namespace octavo::pdf

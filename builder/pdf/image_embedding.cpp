// pdf: pictures as image objects.
#include "pdf/image_embedding.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>

#include "pdf/color_profile.h"

namespace octavo::pdf {

namespace {

std::size_t channelsOf(image::ColorModel model) {
  switch (model) {
    case image::ColorModel::Gray:
      return 1;
    case image::ColorModel::Rgb:
      return 3;
    case image::ColorModel::Cmyk:
      return 4;
  }
  return 3;
}

int paeth(int left, int above, int corner) {
  const int guess = left + above - corner;
  const int byLeft = std::abs(guess - left), byAbove = std::abs(guess - above),
            byCorner = std::abs(guess - corner);
  if (byLeft <= byAbove && byLeft <= byCorner) return left;
  return byAbove <= byCorner ? above : corner;
}

/// One row under one filter. `above` is empty for the first row.
void filterRow(int filter, std::string_view row, std::string_view above, std::size_t pixelBytes,
               std::string& to) {
  to.clear();
  for (std::size_t i = 0; i < row.size(); ++i) {
    const auto byte = [](std::string_view bytes, std::size_t at) {
      return int{static_cast<unsigned char>(bytes[at])};
    };
    const int left = i >= pixelBytes ? byte(row, i - pixelBytes) : 0;
    const int up = above.empty() ? 0 : byte(above, i);
    const int corner = i >= pixelBytes && !above.empty() ? byte(above, i - pixelBytes) : 0;
    const std::array<int, 5> guesses{0, left, up, (left + up) / 2, paeth(left, up, corner)};
    to.push_back(static_cast<char>(byte(row, i) - guesses[static_cast<std::size_t>(filter)]));
  }
}

std::uint64_t costOf(std::string_view filtered) {
  std::uint64_t cost = 0;
  for (const char c : filtered)
    cost += static_cast<std::uint64_t>(std::abs(static_cast<int>(static_cast<signed char>(c))));
  return cost;
}

Stream samplesStream(const std::string& samples, const image::Samples& of, std::size_t channels) {
  const std::size_t rowBytes = of.width * channels;
  return deflated(filterRows(samples, rowBytes, channels),
                  {{"DecodeParms", Dictionary{{"Predictor", 15},
                                              {"Colors", channels},
                                              {"BitsPerComponent", 8},
                                              {"Columns", static_cast<std::int64_t>(of.width)}}}});
}

/// The compressed rows as they are, where PDF has the same (ISO 32000-1, 7.4.4.4).
bool takePackedRows(PreparedImage& image) {
  std::optional<image::PackedRows> rows = image::packedRows(image.resource->bytes);
  if (!rows) return false;
  Dictionary entries{{"Filter", Value::name("FlateDecode")},
                     {"DecodeParms", Dictionary{{"Predictor", 15},
                                                {"Colors", rows->channels},
                                                {"BitsPerComponent", rows->bits},
                                                {"Columns", static_cast<std::int64_t>(rows->width)}}},
                     {"BitsPerComponent", rows->bits}};
  image.properties.colorModel = rows->channels == 3 ? image::ColorModel::Rgb : image::ColorModel::Gray;
  image.palette = std::move(rows->palette);
  image.color = Stream{std::move(entries), std::move(rows->bytes)};
  return true;
}

void preparePng(PreparedImage& image) {
  if (takePackedRows(image)) return;
  const std::optional<image::Samples> samples = image::decodePng(image.resource->bytes);
  if (!samples) return;
  image.properties.colorModel = samples->colorModel;
  image.color = samplesStream(samples->color, *samples, channelsOf(samples->colorModel));
  if (!samples->alpha.empty()) image.mask = samplesStream(samples->alpha, *samples, 1);
}

Dictionary imageDictionary(const PreparedImage& image, Value colorSpace) {
  return {{"Type", Value::name("XObject")},
          {"Subtype", Value::name("Image")},
          {"Width", static_cast<std::int64_t>(image.properties.width)},
          {"Height", static_cast<std::int64_t>(image.properties.height)},
          {"ColorSpace", std::move(colorSpace)},
          {"BitsPerComponent", 8}};
}

void addEntries(Dictionary& to, const Dictionary& from) {
  for (const auto& [key, value] : from.entries()) to.set(key, value);
}

/// The colour space of CMYK pictures, made when the first one asks for it: the output intent covers RGB only.
class CmykSpace {
 public:
  explicit CmykSpace(PdfSink& sink) : sink_(sink) {}
  Value value() {
    if (profile_.number == 0) {
      Stream stream = deflated(cmykProfile(), {{"N", 4}});
      profile_ = sink_.addStream(std::move(stream.dictionary), std::move(stream.bytes));
    }
    return Value::array({Value::name("ICCBased"), profile_});
  }

 private:
  PdfSink& sink_;
  Ref profile_;
};

Ref putWhitePixel(PdfSink& sink) {
  return sink.addStream({{"Type", Value::name("XObject")},
                         {"Subtype", Value::name("Image")},
                         {"Width", 1},
                         {"Height", 1},
                         {"ColorSpace", Value::name("DeviceGray")},
                         {"BitsPerComponent", 8}},
                        "\xFF");
}

Value colorSpaceOf(const PreparedImage& image, CmykSpace& cmyk) {
  if (!image.palette.empty()) {
    return Value::array({Value::name("Indexed"), Value::name("DeviceRGB"), image.palette.size() / 3 - 1, Value::bytes(image.palette)});
  }
  if (image.properties.colorModel == image::ColorModel::Cmyk) return cmyk.value();
  return Value::name(image.properties.colorModel == image::ColorModel::Gray ? "DeviceGray" : "DeviceRGB");
}

Ref putImage(PreparedImage& image, CmykSpace& cmyk, PdfSink& sink) {
  const image::ColorModel model = image.properties.colorModel;
  Dictionary dictionary = imageDictionary(image, colorSpaceOf(image, cmyk));
  if (model == image::ColorModel::Cmyk && image.properties.invertedCmyk) {
    dictionary.set("Decode", Value::array({1, 0, 1, 0, 1, 0, 1, 0}));
  }
  addEntries(dictionary, image.color->dictionary);
  if (image.mask) {
    Dictionary mask = imageDictionary(image, Value::name("DeviceGray"));
    addEntries(mask, image.mask->dictionary);
    dictionary.set("SMask", sink.addStream(std::move(mask), std::move(image.mask->bytes)));
  }
  return sink.addStream(std::move(dictionary), std::move(image.color->bytes));
}

/// From the header where the picture was looked at before; with a warning where it is broken.
std::optional<image::Properties> pictureProperties(const publication::Resource& resource, Diagnostics& diagnostics) {
  auto properties = image::readHeader(resource.bytes);
  return properties ? properties : image::inspect(resource.bytes, resource.path, resource.requestedFrom, diagnostics);
}

}  // namespace

std::string filterRows(const std::string& samples, std::size_t rowBytes, std::size_t pixelBytes) {
  std::string out;
  if (rowBytes == 0) return out;
  out.reserve(samples.size() + samples.size() / rowBytes + 1);
  std::string candidate, best;
  std::string_view above;
  for (std::size_t at = 0; at + rowBytes <= samples.size(); at += rowBytes) {
    const std::string_view row = std::string_view(samples).substr(at, rowBytes);
    int bestFilter = 0;
    std::uint64_t bestCost = ~std::uint64_t{0};
    for (const int filter : {0, 1, 2, 4}) {
      filterRow(filter, row, above, pixelBytes, candidate);
      const std::uint64_t cost = costOf(candidate);
      if (cost >= bestCost) continue;
      bestCost = cost;
      bestFilter = filter;
      best.swap(candidate);
    }
    out.push_back(static_cast<char>(bestFilter));
    out += best;
    above = row;
  }
  return out;
}

std::vector<PreparedImage> findImages(const std::vector<PagePlan>& plans,
                                      const publication::Publication& publication, Diagnostics& diagnostics) {
  std::map<std::string_view, const publication::Resource*> resources;
  for (const publication::Resource& resource : publication.resources)
    resources.emplace(resource.path, &resource);
  std::map<std::string_view, bool> seen;
  std::vector<PreparedImage> images;
  for (const PagePlan& plan : plans) {
    for (const PaintItem& item : plan.items) {
      const auto* picture = std::get_if<fragment::Picture>(&item.fragment->content);
      if (!picture || !seen.emplace(picture->path, true).second) continue;
      const auto found = resources.find(picture->path);
      if (found == resources.end()) {
        diagnostics.report({Severity::Warning,
                            "picture-missing",
                            {},
                            "the picture " + picture->path + " is not among the book's files",
                            {},
                            picture->path});
        continue;
      }
      const publication::Resource& resource = *found->second;
      const auto properties = pictureProperties(resource, diagnostics);
      if (!properties) continue;
      if (properties->format != image::Format::Png && properties->format != image::Format::Jpeg) {
        diagnostics.report(
            {Severity::Warning, "picture-format", resource.requestedFrom,
             "the picture " + resource.path + " (" + resource.mediaType + ") cannot go into the PDF",
             "give it as PNG or JPEG", resource.path});
        continue;
      }
      images.push_back({&resource, *properties, {}, {}, {}});
    }
  }
  return images;
}

ImageNumbers numberImages(const std::vector<PreparedImage>& images) {
  ImageNumbers numbers;
  for (std::size_t i = 0; i < images.size(); ++i) numbers.emplace(images[i].resource->path, ImageNumber{i, images[i].properties.orientation});
  return numbers;
}

void prepareImage(PreparedImage& image) {
  if (image.properties.format == image::Format::Png) return preparePng(image);
  image.color = Stream{{{"Filter", Value::name("DCTDecode")}}, image.resource->bytes};
}

std::vector<Ref> putImages(std::vector<PreparedImage> images, PdfSink& sink, Diagnostics& diagnostics) {
  std::vector<Ref> refs;
  CmykSpace cmyk(sink);
  for (PreparedImage& image : images) {
    if (image.color) {
      refs.push_back(putImage(image, cmyk, sink));
      continue;
    }
    diagnostics.report({Severity::Warning,
                        "image-broken",
                        image.resource->requestedFrom,
                        "the picture " + image.resource->path + " is damaged",
                        {},
                        image.resource->path});
    refs.push_back(putWhitePixel(sink));
  }
  return refs;
}

}  // namespace octavo::pdf

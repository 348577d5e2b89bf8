#include "epub/cover.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/content_hash.h"
#include "base/paint.h"
#include "base/utf8.h"
#include "font/rasterize.h"
#include "image/image.h"
#include "text/line_breaks.h"
#include "words/dates.h"

namespace octavo::epub {
namespace {

constexpr int kMargin = 160;
constexpr int kBandHeight = 1600;  // the coloured ground behind the title
constexpr Color kPaper{250, 248, 243, 255};
constexpr Color kInk{34, 34, 34, 255};
/// Grounds on which white text has a contrast of 7:1 or more.
constexpr std::array kGrounds{Color{122, 31, 31, 255}, Color{23, 64, 92, 255}, Color{30, 77, 58, 255},
                              Color{74, 46, 94, 255}, Color{92, 58, 20, 255}, Color{45, 55, 72, 255}};

class Canvas {
 public:
  Canvas() { samples_.color.resize(static_cast<std::size_t>(kCoverWidth) * kCoverHeight * 3); }

  void fill(int top, int height, Color color) {
    for (int y = top; y < top + height; ++y) {
      for (int x = 0; x < kCoverWidth; ++x) put(x, y, color, 255);
    }
  }
  void put(int x, int y, Color color, int coverage) {
    if (x < 0 || y < 0 || x >= kCoverWidth || y >= kCoverHeight) return;
    const std::size_t at = (static_cast<std::size_t>(y) * kCoverWidth + static_cast<std::size_t>(x)) * 3;
    const std::array<std::uint8_t, 3> channels{color.red, color.green, color.blue};
    for (std::size_t i = 0; i < 3; ++i) {
      const int below = static_cast<unsigned char>(samples_.color[at + i]);
      samples_.color[at + i] = static_cast<char>((channels[i] * coverage + below * (255 - coverage)) / 255);
    }
  }
  std::string png() {
    samples_.width = kCoverWidth;
    samples_.height = kCoverHeight;
    return image::encodePng(samples_);
  }

 private:
  image::Samples samples_;
};

/// A text on the cover: its words, their language and look. One pixel is one point here.
struct Lettering {
  std::u16string text;
  std::string language;
  int size = 0;
  int weight = 400;
  Color color;
};

void drawGlyph(Canvas& canvas, const font::Coverage& coverage, int left, int baseline, Color color) {
  for (int i = 0; i < coverage.width * coverage.height; ++i) {
    canvas.put(left + coverage.left + i % coverage.width, baseline - coverage.top + i / coverage.width, color,
               static_cast<unsigned char>(coverage.samples[static_cast<std::size_t>(i)]));
  }
}

/// Draws the characters [begin, end) from the pen, or only measures them where there is no canvas.
double drawLine(const Lettering& lettering, std::size_t begin, std::size_t end, const font::Collection& fonts,
                Canvas* canvas, double left, int baseline) {
  double pen = left;
  const font::Request request{{"serif"}, lettering.weight, false, lettering.language};
  for (std::size_t at = begin; at < end;) {
    const auto faceAt = [&](std::size_t offset) {
      std::size_t position = 0;
      const std::string character = toUtf8(std::u16string_view(lettering.text).substr(offset, 2));
      return fonts.faceFor(request, decodeUtf8(character, position));
    };
    const font::FacePtr face = faceAt(at);
    std::size_t next = at + 1;
    while (next < end && (lettering.text[next] == u' ' || (lettering.text[next] & 0xFC00) == 0xDC00 || faceAt(next) == face)) ++next;
    if (face) {
      font::ShapeRequest shaping;
      shaping.face = face;
      shaping.size = Length::points(lettering.size);
      shaping.text = lettering.text;
      shaping.begin = at;
      shaping.end = next;
      shaping.language = lettering.language;
      for (const font::Glyph& glyph : font::shape(shaping)) {
        const auto coverage = canvas ? font::rasterize(*face, glyph.id, lettering.size) : std::nullopt;
        const int x = static_cast<int>(pen + glyph.offsetInline.toPoints() + 0.5);
        if (coverage) drawGlyph(*canvas, *coverage, x, baseline, lettering.color);
        pen += glyph.advance.toPoints();
      }
    }
    at = next;
  }
  return pen - left;
}

using Lines = std::vector<std::pair<std::size_t, std::size_t>>;

/// Fills lines greedily, breaking where the language allows.
Lines breakLines(const Lettering& lettering, const font::Collection& fonts) {
  constexpr double kMeasure = kCoverWidth - 2 * kMargin;
  const text::BreakRun run{0, lettering.text.size(), lettering.language};
  const auto breaks = text::findLineBreaks(lettering.text, std::span(&run, 1));
  Lines lines;
  std::size_t begin = 0;
  std::size_t fitting = 0;
  for (std::size_t at = 1; at <= lettering.text.size(); ++at) {
    const bool mayEnd = at == lettering.text.size() || breaks[at] != text::BreakOpportunity::Forbidden;
    if (!mayEnd) continue;
    if (fitting > begin && drawLine(lettering, begin, at, fonts, nullptr, 0, 0) > kMeasure) {
      lines.emplace_back(begin, fitting);
      begin = fitting;
    }
    fitting = at;
  }
  if (begin < lettering.text.size()) lines.emplace_back(begin, lettering.text.size());
  return lines;
}

/// Draws as many lines as there is room for above `limit`; returns the baseline below the last.
int drawParagraph(Canvas& canvas, const Lettering& lettering, const font::Collection& fonts, int top, int limit) {
  const int pitch = lettering.size * 13 / 10;
  int baseline = top + lettering.size;
  for (const auto& [begin, end] : breakLines(lettering, fonts)) {
    if (baseline > limit) break;
    drawLine(lettering, begin, end, fonts, &canvas, kMargin, baseline);
    baseline += pitch;
  }
  return baseline;
}

/// The largest of a few sizes at which the title stays within eight lines.
Lettering titleLettering(const publication::LocalizedText& title, const std::string& language,
                         const font::Collection& fonts) {
  constexpr std::size_t kMostLines = 8;
  Lettering lettering{toUtf16(title.text), language, 0, 700, {255, 255, 255, 255}};
  for (const int size : {168, 136, 108, 84, 64}) {
    lettering.size = size;
    if (breakLines(lettering, fonts).size() <= kMostLines) break;
  }
  return lettering;
}

}  // namespace

std::string drawCover(const publication::Metadata& metadata, const font::Collection& fonts) {
  const std::string& main = metadata.languages.front();
  const std::string language = metadata.title.language.empty() ? main : metadata.title.language;
  Canvas canvas;
  canvas.fill(0, kCoverHeight, kPaper);
  canvas.fill(0, kBandHeight, kGrounds[contentHash(metadata.title.text)[0] % kGrounds.size()]);
  constexpr int kTitleTop = 320;
  const int below = drawParagraph(canvas, titleLettering(metadata.title, language, fonts), fonts, kTitleTop, kBandHeight - 60);
  const Lettering subtitle{toUtf16(metadata.subtitle.text), language, 56, 400, {255, 255, 255, 255}};
  drawParagraph(canvas, subtitle, fonts, below, kBandHeight - 60);
  int top = kBandHeight + 120;
  constexpr std::size_t kMostNames = 4;
  for (std::size_t i = 0; i < std::min(metadata.contributors.size(), kMostNames); ++i) {
    const auto& contributor = metadata.contributors[i];
    const bool isCut = i + 1 == kMostNames && metadata.contributors.size() > kMostNames;
    const Lettering name{toUtf16(contributor.name + (isCut ? " …" : "")),
                         contributor.language.empty() ? main : contributor.language, 64, 400, kInk};
    top = drawParagraph(canvas, name, fonts, top, kCoverHeight - 300);
  }
  const std::string imprint = metadata.publisher + (metadata.publisher.empty() || metadata.date.empty() ? "" : "  ") +
                              words::dateIn(metadata.date, main);
  drawParagraph(canvas, {toUtf16(imprint), main, 48, 400, kInk}, fonts, kCoverHeight - 240, kCoverHeight - 60);
  return canvas.png();
}

}  // namespace octavo::epub

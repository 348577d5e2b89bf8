// pdf: a planned page as a content stream.
#include "pdf/page_painting.h"

#include <array>
#include <algorithm>
#include <utility>

#include "pdf/frame_painting.h"
#include "pdf/text_painting.h"

namespace octavo::pdf {

namespace {

void appendBox(std::string& to, const Rectangle& box, const ContentStream& content) {
  const PdfPoint topLeft = content.toPdf(box.at);
  const PdfPoint bottomRight = content.toPdf({box.right(), box.bottom()});
  to += "/BBox[";
  for (const MilliPoints value : {topLeft.x, bottomRight.y, bottomRight.x, topLeft.y}) {
    if (to.back() != '[') to.push_back(' ');
    appendThousandths(to, value);
  }
  to += ']';
}

/// ISO 32000-1, 14.8.2.2.2: what an artifact is, so that a reader may leave it out or reflow around it.
std::string artifactProperties(const Mark& mark, const ContentStream& content) {
  std::string properties = "<</Type";
  switch (mark.kind) {
    case MarkKind::Content:
    case MarkKind::Layout:
      return "<</Type/Layout>>";
    case MarkKind::RunningHead:
      properties += "/Pagination/Subtype/Header/Attached[/Top]";
      break;
    case MarkKind::RunningFoot:
      properties += "/Pagination/Subtype/Footer/Attached[/Bottom]";
      break;
    case MarkKind::Repeated:
      properties += "/Pagination";
      break;
  }
  appendBox(properties, mark.box, content);
  return properties + ">>";
}

fragment::Frame partOf(fragment::Frame frame, fragment::PaintPart part) {
  using fragment::PaintPart;
  if (part == PaintPart::Border) frame.background.alpha = 0;
  if (part == PaintPart::Background) frame.border = {};
  return frame;
}

/// Where a stored picture's columns and rows, counted from its upper left corner in parts of one, go in the picture that is
/// seen: across = acrossAcross * column + acrossDown * row + across, and so on down.
struct Turn {
  int acrossAcross, acrossDown, across, downAcross, downDown, down;
};
/// Exif 2.32, tag 0x0112: by where the stored first row and first column are seen.
constexpr std::array kTurns{Turn{1, 0, 0, 0, 1, 0},  Turn{-1, 0, 1, 0, 1, 0},  Turn{-1, 0, 1, 0, -1, 1}, Turn{1, 0, 0, 0, -1, 1},
                            Turn{0, 1, 0, 1, 0, 0},  Turn{0, -1, 1, 1, 0, 0},  Turn{0, -1, 1, -1, 0, 1}, Turn{0, 1, 0, -1, 0, 1}};

class PagePainter {
 public:
  PagePainter(const PagePlan& plan, PhysicalSize size, const FontUsage& fonts, const ImageNumbers& images)
      : plan_(plan), fonts_(fonts), images_(images), content_(size.height) {}

  PaintedPage paint() {
    for (const Mark& mark : plan_.marks) {
      begin(mark);
      for (std::size_t i = mark.firstItem; i < mark.endItem; ++i) paintItem(plan_.items[i], mark);
      content_.endMarked();
    }
    page_.opacities = content_.opacities();
    page_.content = content_.take();
    sortUnique(page_.fonts);
    sortUnique(page_.images);
    return std::move(page_);
  }

 private:
  static void sortUnique(std::vector<std::size_t>& numbers) {
    std::ranges::sort(numbers);
    const auto rest = std::ranges::unique(numbers);
    numbers.erase(rest.begin(), rest.end());
  }

  void begin(const Mark& mark) {
    if (mark.kind != MarkKind::Content) {
      return content_.beginMarked("/Artifact", artifactProperties(mark, content_));
    }
    std::string properties = "<</MCID ";
    appendInteger(properties, mark.mcid);
    content_.beginMarked(mark.isPicture ? "/Figure" : "/P", properties + ">>");
  }

  void paintItem(const PaintItem& item, const Mark& mark) {
    const fragment::Fragment& fragment = *item.fragment;
    const Rectangle box{item.at, fragment.size};
    if (const auto* run = std::get_if<fragment::GlyphRun>(&fragment.content)) {
      page_.fonts.push_back(fonts_.numberOf(*run));
      paintRun(*run, {item.at, fragment.size, mark.kind != MarkKind::Content}, fonts_, content_);
    } else if (const auto* frame = std::get_if<fragment::Frame>(&fragment.content)) {
      paintFrame(partOf(*frame, item.part), box, content_);
    } else if (const auto* rule = std::get_if<fragment::Rule>(&fragment.content)) {
      paintRule(rule->line, box, content_);
    } else if (const auto* picture = std::get_if<fragment::Picture>(&fragment.content)) {
      paintPicture(*picture, box);
    }
  }

  void paintPicture(const fragment::Picture& picture, const Rectangle& box) {
    const auto number = images_.find(picture.path);
    if (number == images_.end()) return paintMissing(box);
    page_.images.push_back(number->second.number);
    const PdfPoint corner = content_.toPdf({box.at.left, box.bottom()});
    const auto width = toMilliPoints(box.size.width), height = toMilliPoints(box.size.height);
    const Turn& turn = kTurns[number->second.orientation - 1U];
    constexpr MilliPoints kOne = 1000;
    content_.save();
    // The picture as it was taken, in the unit square; then the square in its box, which a turned table turns too.
    const auto [across, down] = picture.turnedLeft ? std::pair<MilliPoints, MilliPoints>{kOne, kOne} : std::pair{width, height};
    const PdfPoint at = picture.turnedLeft ? PdfPoint{} : corner;
    if (picture.turnedLeft) content_.operation({0, height, -width, 0, corner.x + width, corner.y}, "cm");
    content_.operation({across * turn.acrossAcross, -down * turn.downAcross, -across * turn.acrossDown, down * turn.downDown,
                        at.x + across * (turn.acrossDown + turn.across), at.y + down * (1 - turn.downDown - turn.down)}, "cm");
    content_.operation({}, "/I" + std::to_string(number->second.number) + " Do");
    content_.restore();
  }

  /// The room of a picture that could not be shown (and was reported).
  void paintMissing(const Rectangle& box) {
    constexpr BorderLine kOutline{Length::units(32768), LineStyle::Solid, {160, 160, 160, 255}};
    paintFrame({{kOutline, kOutline, kOutline, kOutline}, {0, 0, 0, 0}}, box, content_);
  }

  const PagePlan& plan_;
  const FontUsage& fonts_;
  const ImageNumbers& images_;
  ContentStream content_;
  PaintedPage page_;
};

}  // namespace

PaintedPage paintPage(const PagePlan& plan, PhysicalSize size, const FontUsage& fonts,
                      const ImageNumbers& images) {
  return PagePainter(plan, size, fonts, images).paint();
}

}  // namespace octavo::pdf

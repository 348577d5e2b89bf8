// pdf: links that can be clicked.
#include "pdf/annotations.h"

#include <algorithm>

#include "pdf/alternatives.h"

namespace octavo::pdf {

namespace {

/// What a reader without sight is told of the link (PDF/UA-1, 7.18.5).
std::string contentsOf(const Link& link) {
  constexpr std::size_t kLongest = 1000;  // bytes; a string may have 32767, an announcement should not
  std::string text = linkWords(*link.element);
  if (text.empty()) text = link.uri.empty() ? "#" : link.uri;
  if (text.size() <= kLongest) return text;
  std::size_t end = kLongest;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end);
}

Value rectangleValue(const Rectangle& box, Length height) {
  return Value::array({box.at.left, height - box.bottom(), box.right(), height - box.at.top});
}

/// ISO 32000-1, 12.5.6.5; in the order that viewers take: top left, top right, bottom left, bottom right.
Value quadPoints(const std::vector<Rectangle>& rectangles, Length height) {
  std::vector<Value> points;
  for (const Rectangle& box : rectangles) {
    const Length top = height - box.at.top, bottom = height - box.bottom();
    for (const Length value :
         {box.at.left, top, box.right(), top, box.at.left, bottom, box.right(), bottom}) {
      points.emplace_back(value);
    }
  }
  return Value::array(points);
}

}  // namespace

std::vector<Ref> putAnnotations(const std::vector<LinkArea>& areas, const PageRefs& pages,
                                std::size_t firstKey, PdfSink& sink) {
  std::vector<Ref> refs;
  for (const LinkArea& area : areas) {
    Rectangle around = area.rectangles.front();
    for (const Rectangle& box : area.rectangles) around = united(around, box);
    constexpr int kPrint = 4;
    const Length height = pages.heights[area.page];
    Dictionary annotation{{"Type", Value::name("Annot")},
                          {"Subtype", Value::name("Link")},
                          {"Rect", rectangleValue(around, height)},
                          {"Border", Value::array({0, 0, 0})},
                          {"F", kPrint},
                          {"Contents", Value::text(contentsOf(*area.link))},
                          {"P", pages.refs[area.page]},
                          {"StructParent", firstKey + refs.size()}};
    if (area.rectangles.size() > 1) annotation.set("QuadPoints", quadPoints(area.rectangles, height));
    if (area.link->destination) {
      annotation.set("Dest", destinationValue(*area.link->destination, pages));
    } else {
      annotation.set("A", Dictionary{{"S", Value::name("URI")}, {"URI", Value::text(area.link->uri)}});
    }
    refs.push_back(sink.add(std::move(annotation)));
  }
  return refs;
}

}  // namespace octavo::pdf

#include "vocabulary/drawing.h"

#include <gtest/gtest.h>

#include "base/files.h"
#include "xml/xml.h"

namespace octavo::vocabulary {
namespace {

Drawing cleaned(std::string_view inside, std::string_view attributes = "") {
  Diagnostics diagnostics;
  SourceFiles sources;
  const InputFolder folder(".");
  const dom::Document document = xml::readBytes(
      "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' " + std::string(attributes) + ">" +
          std::string(inside) + "</svg>", "x.svg", folder, sources, diagnostics);
  return cleanDrawing(*document.root);
}

bool holds(const Drawing& drawing, std::string_view part) { return drawing.bytes.find(part) != std::string::npos; }

TEST(Drawing, ShapesTextAndOwnReferencesStay) {
  const Drawing drawing = cleaned("<defs><linearGradient id='g'/></defs><rect fill='url(#g)' width='1'/><use xlink:href='#g'/>"
                                  "<text xml:lang='de'>Regen</text>", "viewBox='0 0 1 1'");
  EXPECT_TRUE(holds(drawing, "viewBox=\"0 0 1 1\"") && holds(drawing, "fill=\"url(#g)\"") && holds(drawing, "xlink:href=\"#g\"")) << drawing.bytes;
  EXPECT_EQ(drawing.words, "Regen");
  EXPECT_EQ(drawing.programs + drawing.references, 0);
}

TEST(Drawing, WhatRunsOrHoldsAPageGoes) {
  const Drawing drawing = cleaned("<script>alert(1)</script><rect onclick='x()' ONLOAD='y()'/><foreignObject><p/></foreignObject>"
                                  "<set attributeName='onclick' to='x()'/><animate attributeName='xlink:href' to='http://a.b/'/>");
  EXPECT_EQ(drawing.programs, 6);
  for (const char* left : {"script", "alert", "click", "LOAD", "foreignObject", "animate"}) EXPECT_FALSE(holds(drawing, left)) << drawing.bytes;
}

TEST(Drawing, WhatReachesOutGoes) {
  const Drawing drawing = cleaned("<image xlink:href='http://a.b/c.png'/><image href='../secret.png'/><image href='data:image/svg+xml,x'/>"
                                  "<rect fill='url( \"http://a.b/#g\" )'/><style>@import 'x.css'; a{fill:URL(//a.b)} b{fill:url(#g)}</style>"
                                  "<rect style='fill:\\75 rl(http://a.b)'/>");
  EXPECT_EQ(drawing.references, 7);
  for (const char* left : {"a.b", "secret", "x.css", "svg+xml,"}) EXPECT_FALSE(holds(drawing, left)) << drawing.bytes;
  EXPECT_TRUE(holds(drawing, "b{fill:url(#g)}"));
}

TEST(Drawing, PicturesThatItHoldsItselfStay) {
  const Drawing drawing = cleaned("<image href='data:image/png;base64,iVBORw0KGgo='/>");
  EXPECT_TRUE(holds(drawing, "data:image/png;base64,iVBORw0KGgo=")) << drawing.bytes;
}

TEST(Drawing, ItsTitleAndDescriptionSayWhatItShows) {
  EXPECT_EQ(cleaned("<title>Rain</title><desc>In May</desc><text>5 mm</text>").title, "Rain. In May");
  EXPECT_EQ(cleaned("<title>Rain</title>", "aria-label='Rainfall'").title, "Rainfall");
}

TEST(Drawing, AnotherElementIsNone) {
  dom::Element other(dom::Namespace::Svg, "g", {});
  EXPECT_TRUE(cleanDrawing(other).bytes.empty());
}

}  // namespace
}  // namespace octavo::vocabulary

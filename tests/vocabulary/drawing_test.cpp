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
  const Drawing drawing = cleaned("<image width='1' height='1' href='data:image/png;base64,iVBORw0KGgo='/>");
  EXPECT_TRUE(holds(drawing, "data:image/png;base64,iVBORw0KGgo=")) << drawing.bytes;
}

TEST(Drawing, ItsTitleAndDescriptionSayWhatItShows) {
  EXPECT_EQ(cleaned("<title>Rain</title><desc>In May</desc><text>5 mm</text>").title, "Rain. In May");
  EXPECT_EQ(cleaned("<title>Rain</title>", "aria-label='Rainfall'").title, "Rainfall");
}

/// A PNG of two by three pixels.
constexpr std::string_view kPicture =
    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAIAAAADCAAAAACcgYFdAAAAC0lEQVR42mNggAIAAAkAAWj2z04AAAAASUVORK5CYII=";

TEST(Drawing, APictureWithoutASizeHasItsOwn) {
  const Drawing drawing = cleaned("<image href='" + std::string(kPicture) + "'/>");
  EXPECT_TRUE(holds(drawing, "width=\"2\"") && holds(drawing, "height=\"3\"")) << drawing.bytes;
  const Drawing half = cleaned("<image width='7' href='" + std::string(kPicture) + "'/>");
  EXPECT_TRUE(holds(half, "width=\"7\"") && holds(half, "height=\"3\"")) << half.bytes;
  const Drawing broken = cleaned("<image href='data:image/png;base64,AAAA'/><rect width='1' height='1'/>");
  EXPECT_FALSE(holds(broken, "<image")) << broken.bytes;
  EXPECT_EQ(broken.misplaced, 1);
}

TEST(Drawing, StepsOfAFilterStandInFiltersAlone) {
  const Drawing drawing = cleaned("<feImage href='#a'/><feBlend/><g><feFlood/></g><filter id='f'><feFlood/><rect/></filter><path id='a' d='M0 0'/>");
  EXPECT_EQ(drawing.misplaced, 4);
  EXPECT_TRUE(holds(drawing, "<filter id=\"f\"><feFlood/></filter>")) << drawing.bytes;
  EXPECT_FALSE(holds(drawing, "feImage") || holds(drawing, "feBlend"));
}

TEST(Drawing, ElementsStandWhereSvgHasThem) {
  const Drawing drawing = cleaned("<stop/><tspan>a</tspan><rect width='1' height='1'><circle r='1'/></rect><text>b<rect/><tspan>c</tspan></text>"
                                  "<linearGradient id='g'><stop/><path d=''/></linearGradient><hatch/><mesh/>");
  EXPECT_EQ(drawing.misplaced, 5) << "stop, tspan, circle, rect, path";
  EXPECT_EQ(drawing.programs, 2) << "elements of drafts";
  EXPECT_TRUE(holds(drawing, "<text>b<tspan>c</tspan></text>") && holds(drawing, "<stop offset=\"0\"/>")) << drawing.bytes;
}

TEST(Drawing, ElementsHaveWhatTheyMustAndNothingThatIsNotTheirs) {
  const Drawing drawing = cleaned("stray<rect foo='1' r='2' viewBox='0 0 1 1' id='1 a' role='x' xml:lang='e n'/><circle/><path/><polygon/><ellipse/><use/><animate/>"
                                  "<g id='i'/><g id='i'/><filter><feDiffuseLighting/></filter><g>stray</g><text lang='de'>words</text>", "version='9'");
  EXPECT_TRUE(holds(drawing, "<rect width=\"0\" height=\"0\"/>")) << drawing.bytes;
  EXPECT_TRUE(holds(drawing, "<circle r=\"0\"/>") && holds(drawing, "<path d=\"M0 0\"/>") && holds(drawing, "<polygon points=\"\"/>") &&
              holds(drawing, "<ellipse rx=\"0\" ry=\"0\"/>")) << drawing.bytes;
  for (const char* left : {"stray", "foo", "version=\"9", "<use", "<animate", "1 a"}) EXPECT_FALSE(holds(drawing, left)) << left << drawing.bytes;
  EXPECT_TRUE(holds(drawing, "<text lang=\"de\">words</text>"));
  EXPECT_TRUE(holds(drawing, "<g id=\"i\"/><g/><filter/>"));
}

TEST(Drawing, ALinkAmongWordsBecomesWords) {
  EXPECT_TRUE(holds(cleaned("<text>a <a href='http://x.y'>b</a></text><a href='http://x.y'><path d='M1 1'/></a>"),
                    "<text>a <tspan>b</tspan></text><g><path d=\"M1 1\"/></g>"));
}

TEST(Drawing, AnotherElementIsNone) {
  dom::Element other(dom::Namespace::Svg, "g", {});
  EXPECT_TRUE(cleanDrawing(other).bytes.empty());
}

}  // namespace
}  // namespace octavo::vocabulary

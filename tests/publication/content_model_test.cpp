// What each element of XHTML may hold, and where it may stand.
#include "publication/content_model.h"

#include <gtest/gtest.h>

namespace octavo::publication {
namespace {

using dom::Element;
using dom::Namespace;

Element element(std::string_view name) { return Element(Namespace::Xhtml, std::string(name), {}); }

TEST(ContentModel, WhatStandsInALineIsNoBlock) {
  for (const char* name : {"span", "em", "ruby", "rt", "img", "br", "time", "kbd", "audio"}) {
    EXPECT_TRUE(isPhrasing(element(name))) << name;
    EXPECT_FALSE(isBlock(element(name))) << name;
  }
  for (const char* name : {"p", "h3", "pre", "div", "table", "li", "td", "figcaption", "summary", "hr"}) {
    EXPECT_FALSE(isPhrasing(element(name))) << name;
    EXPECT_TRUE(isBlock(element(name))) << name;
  }
}

TEST(ContentModel, ALinkStandsWhereItsContentMay) {
  Element link = element("a");
  EXPECT_TRUE(isPhrasing(link));
  Element& inner = link.appendElement(Namespace::Xhtml, "ins", {});
  inner.appendText("x", {});
  EXPECT_TRUE(isPhrasing(link));
  inner.appendElement(Namespace::Xhtml, "p", {});
  EXPECT_FALSE(isPhrasing(link));
  EXPECT_FALSE(isBlock(link));
}

TEST(ContentModel, RunningTextHoldsNoBlocks) {
  for (const char* name : {"p", "h1", "h6", "pre", "summary", "span", "a", "del", "rt", "kbd", "small"}) {
    EXPECT_TRUE(holdsOnlyPhrasing(element(name))) << name;
  }
  for (const char* name : {"div", "li", "dt", "td", "caption", "figure", "ul", "tr", "br", "img", "audio"}) {
    EXPECT_FALSE(holdsOnlyPhrasing(element(name))) << name;
  }
}

TEST(ContentModel, ElementsOfOtherNamespacesStandInLines) {
  const Element formula(Namespace::MathMl, "p", {});
  EXPECT_TRUE(isPhrasing(formula));
  EXPECT_FALSE(isBlock(formula));
  EXPECT_FALSE(holdsOnlyPhrasing(formula));
}

TEST(ContentModel, UnknownElementsHaveNoRow) {
  EXPECT_EQ(modelOf("marquee"), nullptr);
  EXPECT_FALSE(isPhrasing(element("marquee")));
  EXPECT_FALSE(isBlock(element("marquee")));
  EXPECT_FALSE(holdsOnlyPhrasing(element("marquee")));
}

TEST(ContentModel, APartIsHeldByAWholeThatHoldsPartsOnlyOrByAFigure) {
  EXPECT_EQ(modelOf("li")->place, Place::Part);
  EXPECT_EQ(modelOf("ul")->content, Content::Parts);
  EXPECT_EQ(modelOf("tr")->content, Content::Parts);
  EXPECT_EQ(modelOf("figure")->content, Content::Flow);
}

}  // namespace
}  // namespace octavo::publication

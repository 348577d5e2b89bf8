#include "pdf/alternatives.h"

#include <gtest/gtest.h>

#include <memory>

#include "pdf/structure_labels.h"
#include "pdf/value.h"

namespace octavo::pdf {
namespace {

using dom::Element;

/// <figure><img alt/><figcaption>caption</figcaption></figure>; the picture is the first child.
std::unique_ptr<Element> figure(const std::string& caption) {
  auto made = std::make_unique<Element>(dom::Namespace::Xhtml, "figure", SourcePosition{});
  made->appendElement(dom::Namespace::Xhtml, "img", {});
  made->appendElement(dom::Namespace::Xhtml, "figcaption", {}).appendText(caption, {});
  return made;
}

TEST(Alternatives, WhatRepeatsTheCaptionOrIsALabelDescribesNothing) {
  const auto around = figure("Figure 1. Windmill at dusk");
  const Element& picture = *dom::asElement(*around->children().front());
  EXPECT_TRUE(describes("A white mill with four sails before a red sky", picture));
  EXPECT_FALSE(describes("Figure 1. Windmill at dusk", picture));
  EXPECT_FALSE(describes("Windmill at dusk", picture));
  EXPECT_FALSE(describes("(1)", picture));
  EXPECT_FALSE(describes("(A.2)", picture));
  EXPECT_FALSE(describes("", picture));
}

TEST(Alternatives, NeutralWordsAreInTheLanguageOfTheText) {
  const auto around = figure("x");
  const Element& picture = *dom::asElement(*around->children().front());
  EXPECT_EQ(neutralAlternative(picture, "zh-TW"), "沒有說明的圖片");
  EXPECT_EQ(neutralAlternative(picture, "de-CH"), "Bild ohne Beschreibung");
  EXPECT_EQ(neutralAlternative(picture, "cy"), "Picture without description");
  Element formula(dom::Namespace::Xhtml, "span", {});
  formula.setAttribute("class", "inline-formula");
  EXPECT_EQ(neutralAlternative(formula.appendElement(dom::Namespace::Xhtml, "img", {}), "ja"), "説明のない数式");
}

TEST(Alternatives, ALinkSaysItsWordsAndItsPictures) {
  Element link(dom::Namespace::Xhtml, "a", {});
  link.appendElement(dom::Namespace::Xhtml, "img", {}).setAttribute("alt", "Red door");
  EXPECT_EQ(linkWords(link), "Red door");
  link.appendText("open", {});
  EXPECT_EQ(linkWords(link), "Red door open");
  Element back(dom::Namespace::Xhtml, "a", {});
  back.setAttribute("role", "doc-backlink");
  back.appendText("3", {});
  EXPECT_EQ(linkWords(back), "Back to the call of note 3");
}

TEST(Alternatives, ALabelTellsTheNumbering) {
  EXPECT_EQ(numberingOfLabel("(b)"), "LowerAlpha");
  EXPECT_EQ(numberingOfLabel("IV."), "UpperRoman");
  EXPECT_EQ(numberingOfLabel("12"), "Decimal");
  EXPECT_EQ(numberingOfLabel("–"), "Disc");
}

TEST(Alternatives, NoStringIsLongerThanTheArchivesAllow) {
  const std::string plain(40000, 'a');
  EXPECT_EQ(Value::text(plain).syntax().size(), kLongestString + 2);  // and its parentheses
  std::string wide;
  for (int i = 0; i < 20000; ++i) wide += "\U00020000";
  EXPECT_TRUE(isTooLong(wide));
  // FEFF and whole pairs of surrogates, four digits a unit, and the brackets.
  EXPECT_EQ(Value::text(wide).syntax().size(), 4U * (1 + 16382) + 2);
  EXPECT_FALSE(isTooLong(std::string(32767, 'a')));
}

}  // namespace
}  // namespace octavo::pdf

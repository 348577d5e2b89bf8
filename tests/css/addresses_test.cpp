#include "css/addresses.h"

#include <gtest/gtest.h>

#include "css_support.h"

namespace octavo::css::test {
namespace {

const IsOwnId kOwnA = [](std::string_view id) { return id == "a"; };

std::string found(std::string_view value) {
  Diagnostics unsaid;
  Reporter reporter(SourcePosition{}, unsaid);
  return outsideAddress(parseComponents(value, reporter)).value_or("none");
}

TEST(OutsideAddress, IsFoundInAnyFunctionAndNotation) {
  EXPECT_EQ(found("url(http://x.y/a.png)"), "http://x.y/a.png");
  EXPECT_EQ(found("red URL( \"//x.y/a\" ) no-repeat"), "//x.y/a");
  EXPECT_EQ(found("u\\72 l(ftp://x.y)"), "ftp://x.y");
  EXPECT_EQ(found("image-set('a.png' 1x)"), "a.png");
  EXPECT_EQ(found("-webkit-image-set(url(#a) 1x, 'b.png' 2x)"), "b.png");
  EXPECT_EQ(found("cross-fade(linear-gradient(red, blue), (\"x.png\"))"), "x.png");
  EXPECT_EQ(found("src(var(--x))"), "var(--x)");
  EXPECT_EQ(found("url(a b)"), "url()");
  EXPECT_NE(found("u/**/rl(http://x.y/a.svg#b)"), "none") << "no url(), but somebody's address";
}

TEST(HeldValue, AWordWithAnAddressInItGoes) {
  for (const char* value : {"u/**/rl(http://x.y/a#b)", "red http://x.y/a", "a(b(http://x.y))"}) {
    EXPECT_EQ(heldValue(value, kOwnA).css, "") << value;
    EXPECT_EQ(heldValue(value, kOwnA).left.size(), 1u) << value;
  }
  for (const char* value : {"M0 0L1,1z", "translate(1 2) rotate(30)", "url(#a) red", "2s;click+1s", "0 0 10 10"})
    EXPECT_EQ(heldValue(value, kOwnA).css, value);
}

TEST(OutsideAddress, WordsColoursAndWhatComesAlongAreNone) {
  for (const char* value : {"'http://x.y'", "counters(a, 'x')", "linear-gradient(var(--a), red)", "url(#a)", "url(data:image/png;base64,AAAA)",
                            "image-set('data:image/gif;base64,AAAA' 1x)", "rgb(var(--x))", "-webkit-linear-gradient(left, red, blue)"}) {
    EXPECT_EQ(found(value), "none") << value;
  }
  EXPECT_EQ(found("url(data:image/svg+xml,x)"), "data:image/svg+xml,x") << "a drawing may ask for more";
}

TEST(HeldSheet, StaysAsItIsWrittenWhereNothingIsAskedFor) {
  const std::string sheet = "/* ink */ a > b { fill : url(#a) }\n@media print { b { fill: RED } }";
  EXPECT_EQ(heldSheet(sheet, kOwnA).css, sheet);
}

TEST(HeldSheet, LosesRulesAndDeclarationsThatAskForSomething) {
  const HeldStyle held = heldSheet("@import 'x.css'; @namespace 'http://x.y'; a { fill: url(//x.y); color: red } b { fill: url(#b) }"
                                   "@media print { i { fill: src('x') } u { color: blue } } @font-face { src: url(x.ttf); font-family: X }", kOwnA);
  EXPECT_EQ(held.css, "a{color:red}b{}@media print{i{}u{color:blue}}@font-face{font-family:X}");
  EXPECT_EQ(held.left, (std::vector<std::string>{"x.css", "http://x.y", "//x.y", "#b", "x", "x.ttf"}));
}

TEST(HeldSheet, WhatIsLeftNeverJoinsToSomethingNew) {
  const HeldStyle held = heldSheet("@im@import x;port \"http://x.y/a.css\"; a{color:red}", kOwnA);
  EXPECT_EQ(held.css.find("x.y"), std::string::npos) << held.css;
  EXPECT_FALSE(held.left.empty());
}

TEST(HeldDeclarations, LoseThoseThatAskForSomething) {
  EXPECT_EQ(heldDeclarations("fill:red;stroke:u\\72l(//x.y);mask:url(#a)", kOwnA).css, "fill:red;mask:url(#a)");
}

TEST(Sheets, DeclarationsThatAskForSomethingReachNoOutputAndAreTold) {
  EXPECT_EQ(forEpub("p { background-image: url(http://x.y/a.png); color: red } @font-face { font-family: A; src: url(a.otf) }"), "p {\n  color: red;\n}\n");
}

}  // namespace
}  // namespace octavo::css::test

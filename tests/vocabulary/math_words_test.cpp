// Formulas in one line.
#include "vocabulary/math_words.h"

#include <gtest/gtest.h>

#include "xml/xml.h"

namespace octavo::vocabulary {
namespace {

std::string said(const std::string& content) {
  SourceFiles sources;
  Diagnostics diagnostics;
  const dom::Document document = xml::readBytes("<math xmlns='http://www.w3.org/1998/Math/MathML'>" + content + "</math>",
                                                "a.xml", InputFolder("."), sources, diagnostics);
  return mathWords(*document.root);
}

TEST(MathWords, ScriptsAndFractionsKeepTheirPlaces) {
  EXPECT_EQ(said("<msup><mi>x</mi><mn>2</mn></msup><mi>y</mi>"), "x^2 y") << "x2 would be another formula";
  EXPECT_EQ(said("<msub><mi>x</mi><mrow><mi>i</mi><mo>+</mo><mn>1</mn></mrow></msub>"), "x_(i + 1)");
  EXPECT_EQ(said("<msubsup><mi>x</mi><mn>1</mn><mn>12</mn></msubsup>"), "x_1^12");
  EXPECT_EQ(said("<mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mn>2</mn></mfrac>"), "(a + b)/2");
  EXPECT_EQ(said("<msup><mrow><mi>a</mi><mi>b</mi></mrow><mn>2</mn></msup>"), "(ab)^2");
  EXPECT_EQ(said("<msup><mi>f</mi><mo>′</mo></msup>"), "f′");
}

TEST(MathWords, SumsHaveTheirBounds) {
  EXPECT_EQ(said("<munderover><mo>∑</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow><mi>n</mi></munderover><mi>i</mi>"), "∑_(i = 1)^n i");
  EXPECT_EQ(said("<mover><mi>x</mi><mo>¯</mo></mover>"), "x¯");
}

TEST(MathWords, RootsMatricesAndFences) {
  EXPECT_EQ(said("<msqrt><mi>x</mi><mo>+</mo><mn>1</mn></msqrt>"), "√(x + 1)");
  EXPECT_EQ(said("<mroot><mi>x</mi><mn>3</mn></mroot>"), "√[3]x");
  EXPECT_EQ(said("<mtable><mtr><mtd><mi>a</mi></mtd><mtd><mi>b</mi></mtd></mtr><mtr><mtd><mi>c</mi></mtd><mtd><mi>d</mi></mtd></mtr></mtable>"),
            "[a, b; c, d]");
  EXPECT_EQ(said("<mfenced open='[' separators='|'><mi>a</mi><mi>b</mi></mfenced>"), "[a| b)");
  EXPECT_EQ(said("<mmultiscripts><mi>C</mi><mprescripts/><mn>6</mn><mn>14</mn></mmultiscripts>"), "_6^14C");
}

TEST(MathWords, SignsStandApartAndInvisibleOnesAreNotSaid) {
  EXPECT_EQ(said("<mo>−</mo><mi>x</mi><mo>=</mo><mn>3</mn><mo>\xE2\x81\xA2</mo><mi>y</mi>"), "−x = 3y");
  EXPECT_EQ(said("<mi>f</mi><mo>\xE2\x81\xA1</mo><mo>(</mo><mi>x</mi><mo>,</mo><mi>y</mi><mo>)</mo>"), "f(x, y)");
  EXPECT_EQ(said("<semantics><mi>x</mi><annotation>\\x</annotation></semantics>"), "x");
  EXPECT_EQ(said("<mphantom><mi>x</mi></mphantom><mi>y</mi>"), "y");
}

}  // namespace
}  // namespace octavo::vocabulary

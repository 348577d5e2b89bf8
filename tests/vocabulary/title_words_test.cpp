// The words of titles where there is room for text only.
#include <gtest/gtest.h>

#include "dom/title_words.h"
#include "vocabulary/conversion.h"
#include "xml/xml.h"

namespace octavo::vocabulary {
namespace {

std::string wordsOf(const std::string& content, const std::string& attributes = {}) {
  SourceFiles sources;
  Diagnostics diagnostics;
  const std::string bytes = "<title" + attributes + ">" + content + "</title>";
  return headingText(*xml::readBytes(bytes, "a.xml", InputFolder("."), sources, diagnostics).root);
}

TEST(TitleWords, NotesCallsMarksIndexTermsAndRemarksAreNone) {
  EXPECT_EQ(wordsOf("Quay<fn><p>Note.</p></fn> life<footnote><para>n</para></footnote>"), "Quay life");
  EXPECT_EQ(wordsOf("Quay<a role='doc-noteref' href='#n'>1</a> life<sup><a href='#r'>2</a></sup>"), "Quay life");
  EXPECT_EQ(wordsOf("Quay<indexterm><primary>quay</primary></indexterm> life<remark>sure?</remark>"), "Quay life");
  EXPECT_EQ(wordsOf("Quay<note>n</note> <index><term>q</term></index>life", " xmlns='http://www.tei-c.org/ns/1.0'"), "Quay life");
  EXPECT_EQ(wordsOf("Quay<xref ref-type='fn' rid='f'>*</xref> life<sup>*</sup>"), "Quay life");
  EXPECT_EQ(wordsOf("Quay <xref ref-type='sec' rid='s'>Two</xref>"), "Quay Two") << "a reference says something";
}

TEST(TitleWords, ABreakIsOneBlankAndNoneBetweenIdeographs) {
  EXPECT_EQ(wordsOf("lamps<break/>ropes"), "lamps ropes");
  EXPECT_EQ(wordsOf("lamps <br/>\n ropes"), "lamps ropes");
  EXPECT_EQ(wordsOf("港口<break/>灯光"), "港口灯光");
  EXPECT_EQ(wordsOf("港口\n  灯光"), "港口灯光");
  EXPECT_EQ(wordsOf("港口 灯光"), "港口 灯光") << "a blank that was typed";
  EXPECT_EQ(wordsOf("항구<br/>등불"), "항구 등불");
  EXPECT_EQ(wordsOf("har\xC2\xAD" "bour"), "harbour");
}

TEST(TitleWords, PowersAndInferiorsAreTheCharactersForThem) {
  EXPECT_EQ(wordsOf("10<sup>6</sup> at 10<sup>−12</sup>"), "10⁶ at 10⁻¹²");
  EXPECT_EQ(wordsOf("H<sub>2</sub>O, x<sub>i+1</sub>, SO<sub>4</sub><sup>2−</sup>"), "H₂O, xᵢ₊₁, SO₄²⁻");
  EXPECT_EQ(wordsOf("n<superscript>th</superscript> of CO<subscript>2</subscript>"), "nᵗʰ of CO₂");
  EXPECT_EQ(wordsOf("A<sup>T</sup>, E<sub>max</sub>, e<sup>αt</sup>, v<sub>a/b</sub>"), "A^T, Eₘₐₓ, e^αt, v_(a/b)");
  EXPECT_EQ(wordsOf("C<sup>*</sup>-algebras<sup>†</sup>"), "C*-algebras") << "the dagger is a mark, the star is not";
  EXPECT_EQ(wordsOf("10<hi rend='superscript'>3</hi>", " xmlns='http://www.tei-c.org/ns/1.0'"), "10³");
}

TEST(TitleWords, FormulasAndPicturesSayTheirAlternativeText) {
  const std::string math = "<math xmlns='http://www.w3.org/1998/Math/MathML'";
  EXPECT_EQ(wordsOf("On " + math + " alttext='x squared'><mi>x</mi></math>"), "On x squared");
  EXPECT_EQ(wordsOf("On <inline-formula><alternatives><tex-math>x^2</tex-math>" + math +
                    "><msup><mi>x</mi><mn>2</mn></msup></math></alternatives></inline-formula>"), "On x^2");
  EXPECT_EQ(wordsOf("The <img src='a.png' alt='anchor'/> inn"), "The anchor inn");
  EXPECT_EQ(wordsOf("The <inline-graphic href='a.png'><alt-text>anchor</alt-text></inline-graphic> inn"), "The anchor inn");
}

}  // namespace
}  // namespace octavo::vocabulary

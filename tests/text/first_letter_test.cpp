#include "text/first_letter.h"

#include <gtest/gtest.h>

#include <string>

namespace octavo::text {
namespace {

/// The first letter between bars, in the text around it.
std::u16string marked(std::u16string text, std::string_view language = "en") {
  const FirstLetter letter = findFirstLetter(text, language);
  if (letter.isEmpty()) return u"none";
  text.insert(letter.end, u"|");
  text.insert(letter.begin, u"|");
  return text;
}

TEST(FirstLetter, IsALetterADigitOrASymbol) {
  EXPECT_EQ(marked(u"Once upon"), u"|O|nce upon");
  EXPECT_EQ(marked(u"12 men"), u"|1|2 men");
  EXPECT_EQ(marked(u"\u20AC5"), u"|\u20AC|5");
  EXPECT_EQ(marked(u"\u6625\u306F"), u"|\u6625|\u306F");
  EXPECT_EQ(marked(u""), u"none");
  EXPECT_EQ(marked(u"  "), u"none");
  EXPECT_EQ(marked(u"\u201C\u201D"), u"none");
}

TEST(FirstLetter, WhiteSpaceBeforeItDoesNotBelongToIt) { EXPECT_EQ(marked(u" \n Once"), u" \n |O|nce"); }

TEST(FirstLetter, MarksBeforeItBelongToItWithTheSpacesBetween) {
  EXPECT_EQ(marked(u"\u201COnce"), u"|\u201CO|nce");
  EXPECT_EQ(marked(u"\u2014 Oui"), u"|\u2014 O|ui");
  EXPECT_EQ(marked(u"\u300C\u300E\u6625\u306F"), u"|\u300C\u300E\u6625|\u306F");
  EXPECT_EQ(marked(u"\u00AB\u00A0Oui"), u"|\u00AB\u00A0O|ui");
}

TEST(FirstLetter, MarksBehindItBelongToItButNotThoseThatOpenOrDashes) {
  EXPECT_EQ(marked(u"A. Smith"), u"|A.| Smith");
  EXPECT_EQ(marked(u"\u2018A\u2019s"), u"|\u2018A\u2019|s");
  EXPECT_EQ(marked(u"A(b)"), u"|A|(b)");
  EXPECT_EQ(marked(u"T-shirt"), u"|T|-shirt");
  EXPECT_EQ(marked(u"A b"), u"|A| b");
}

TEST(FirstLetter, AnIdeographicSpaceEndsIt) {
  EXPECT_EQ(marked(u"\u3000\u6625"), u"none");
  EXPECT_EQ(marked(u"\u6625\u3000\u3002"), u"|\u6625|\u3000\u3002");
}

TEST(FirstLetter, CombiningMarksAndDutchPairsAreOneLetter) {
  EXPECT_EQ(marked(u"E\u0301tat"), u"|E\u0301|tat");
  EXPECT_EQ(marked(u"\u0915\u093F\u0938"), u"|\u0915\u093F|\u0938");
  EXPECT_EQ(marked(u"IJsland", "nl"), u"|IJ|sland");
  EXPECT_EQ(marked(u"IJsland", "en"), u"|I|Jsland");
}

}  // namespace
}  // namespace octavo::text

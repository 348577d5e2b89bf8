#include <gtest/gtest.h>

#include "css/token.h"

namespace octavo::css {
namespace {

/// The types and texts of the tokens in one line: "ident(a) : dimension(3,px)".
std::string summary(std::string_view css) {
  std::string text;
  for (const Token& token : tokenize(css)) {
    if (token.type == TokenType::End) break;
    const std::string number =
        std::to_string(token.number).substr(0, std::to_string(token.number).find('.') + 3);
    if (!text.empty()) text += ' ';
    switch (token.type) {
      case TokenType::Ident:
        text += "ident(" + token.text + ")";
        break;
      case TokenType::Function:
        text += "function(" + token.text + ")";
        break;
      case TokenType::AtKeyword:
        text += "at(" + token.text + ")";
        break;
      case TokenType::Hash:
        text += (token.isId ? "id(" : "hash(") + token.text + ")";
        break;
      case TokenType::String:
        text += "string(" + token.text + ")";
        break;
      case TokenType::BadString:
        text += "bad-string";
        break;
      case TokenType::Url:
        text += "url(" + token.text + ")";
        break;
      case TokenType::BadUrl:
        text += "bad-url";
        break;
      case TokenType::Delim:
        text += "delim(" + token.text + ")";
        break;
      case TokenType::Number:
        text += "number(" + number + ")";
        break;
      case TokenType::Percentage:
        text += "percentage(" + number + ")";
        break;
      case TokenType::Dimension:
        text += "dimension(" + number + "," + token.text + ")";
        break;
      case TokenType::WhiteSpace:
        text += "_";
        break;
      case TokenType::Cdo:
        text += "cdo";
        break;
      case TokenType::Cdc:
        text += "cdc";
        break;
      default:
        text += toCss(token);
        break;
    }
  }
  return text;
}

TEST(Tokenizer, ReadsTheTokensOfARule) {
  EXPECT_EQ(summary("a:hover{margin:-3.5px 2%}"),
            "ident(a) : ident(hover) { ident(margin) : dimension(-3.50,px) _ percentage(2.00) }");
}

TEST(Tokenizer, KnowsIdsFromOtherHashes) {
  EXPECT_EQ(summary("#a1 #1a # "), "id(a1) _ hash(1a) _ delim(#) _");
}

TEST(Tokenizer, ReadsEscapesInNamesAndStrings) {
  EXPECT_EQ(summary("\\31 23 \\n ab \"\\4e2d\\6587\" 'a\\\nb'"),
            "ident(123) _ ident(n) _ ident(ab) _ string(中文) _ string(ab)");
  EXPECT_EQ(summary("\\0 \\110000 \\d800 "), "ident(\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD)");
}

TEST(Tokenizer, EndsABadStringAtItsLine) { EXPECT_EQ(summary("\"ab\nc"), "bad-string _ ident(c)"); }

TEST(Tokenizer, TellsQuotedFromUnquotedAddresses) {
  EXPECT_EQ(summary("url( a/b.png ) url(\"a\") url(a b) url(a\"b)x"),
            "url(a/b.png) _ function(url) string(a) ) _ bad-url _ bad-url ident(x)");
}

TEST(Tokenizer, ReadsNumbersByTheGrammarNotByTheLocale) {
  EXPECT_EQ(
      summary("1.5 .5 1. +2 -0.25 1e2 1e+2x 3e 1e-2"),
      "number(1.50) _ number(0.50) _ number(1.00) delim(.) _ number(2.00) _ number(-0.25) _ number(100.00) _ "
      "dimension(100.00,x) _ dimension(3.00,e) _ number(0.01)");
}

TEST(Tokenizer, HoldsNumbersFinite) {
  EXPECT_TRUE(tokenize("1e999")[0].number > 1e300);
  EXPECT_TRUE(tokenize("-1e999")[0].number < -1e300);
  EXPECT_EQ(tokenize("1e-999")[0].number, 0);
}

TEST(Tokenizer, CommentsVanishAndMayStayOpen) {
  EXPECT_EQ(summary("a/* b */c/**/ d/*"), "ident(a) ident(c) _ ident(d)");
  EXPECT_TRUE(tokenize("a /* b").back().isUnclosed);
  EXPECT_FALSE(tokenize("a /* b */").back().isUnclosed);
}

TEST(Tokenizer, CustomPropertyNamesAndCommentArrowsBeginAlike) {
  EXPECT_EQ(summary("--a -- --> <!-- <! -b -1"),
            "ident(--a) _ ident(--) _ cdc _ cdo _ delim(<) delim(!) _ ident(-b) _ number(-1.00)");
}

TEST(Tokenizer, AcceptsAnyBytes) {
  EXPECT_EQ(summary("a\xFF z"), "ident(a\xEF\xBF\xBD) _ ident(z)");
  EXPECT_EQ(summary(std::string_view("\0", 1)), "ident(\xEF\xBF\xBD)");
  EXPECT_EQ(summary("\xEF\xBB\xBF"
                    "a"),
            "ident(a)");
}

TEST(Tokenizer, WrittenTokensReadBackTheSame) {
  for (const std::string_view css : {"a\\.b", "\\31 a", "--x", "\\-", "#a\\#b", "\"a\\\"b\\a c\"", "12.5px",
                                     "3\\65 2", "50%", "@media", "50e2"}) {
    const auto once = tokenize(css);
    const auto twice = tokenize(toCss(once[0]));
    ASSERT_EQ(twice.size(), 2U) << css;
    EXPECT_EQ(once[0].type, twice[0].type) << css;
    EXPECT_EQ(once[0].text, twice[0].text) << css;
    EXPECT_EQ(once[0].number, twice[0].number) << css;
  }
}

}  // namespace
}  // namespace octavo::css

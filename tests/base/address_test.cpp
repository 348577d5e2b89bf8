// What an address says of where it leads.
#include "base/address.h"

#include <gtest/gtest.h>

namespace octavo {
namespace {

TEST(Address, ASchemeIsALetterThenLettersDigitsAndThreeSigns) {
  EXPECT_EQ(schemeOf("https://a.example/b:c"), "https");
  EXPECT_EQ(schemeOf("MailTo:a@b.example"), "mailto");
  EXPECT_EQ(schemeOf("urn:isbn:978"), "urn");
  EXPECT_EQ(schemeOf("svn+ssh://a"), "svn+ssh");
  EXPECT_EQ(schemeOf("a1.b-c:d"), "a1.b-c");
}

TEST(Address, AColonFurtherOnOrBehindOtherSignsMakesNoScheme) {
  for (const char* path : {"", "a", "a.html", "#a:b", "?a:b", "a/b:c.png", "./a:b", "//a.example:80/b", "1a:b", ":a", "a b:c", "図:一.png", "a_b:c"}) {
    EXPECT_FALSE(hasScheme(path)) << path;
  }
}

TEST(Address, OneLetterIsADrive) { EXPECT_FALSE(hasScheme("C:\\pictures\\a.png")); }

TEST(Address, IsReadAsBrowsersDo) {
  EXPECT_EQ(trimmedAddress("  https://a.example/\n  b "), "https://a.example/  b");
  EXPECT_EQ(schemeOf(" java\n\tscript:alert(1)"), "javascript");
  EXPECT_EQ(trimmedAddress(" \n"), "");
}

TEST(Address, AHostBehindTwoSlashesIsOnTheWebToo) {
  EXPECT_TRUE(hasSchemeOrHost("//a.example/b"));
  EXPECT_TRUE(hasSchemeOrHost(" //a.example/b"));
  EXPECT_TRUE(hasSchemeOrHost("https://a.example"));
  EXPECT_FALSE(hasSchemeOrHost("/a/b"));
  EXPECT_FALSE(hasSchemeOrHost("www.a.example"));
}

}  // namespace
}  // namespace octavo

#include "epub/compose.h"

#include <gtest/gtest.h>

namespace octavo::epub {
namespace {

std::string composed(std::string markup) {
  composeMarkup(markup);
  return markup;
}

TEST(ComposeMarkup, WordsAndAttributesAreComposed) {
  EXPECT_EQ(composed("<p title=\"e\xCC\x81\">e\xCC\x82</p>"), "<p title=\"\xC3\xA9\">\xC3\xAA</p>");
}

TEST(ComposeMarkup, AMarkNeverJoinsATag) {
  EXPECT_EQ(composed("<mo>\xCC\xB8</mo>"), "<mo>\xCC\xB8</mo>") << "U+0338 behind > would be U+226F";
  EXPECT_EQ(composed("<i>e</i>\xCC\x82"), "<i>e</i>\xCC\x82");
}

TEST(ComposeMarkup, SaysWhetherThereWasAnythingToDo) {
  std::string plain = "<p>\xC3\xAA</p>", apart = "<p>e\xCC\x82</p>", mark = "<mo>\xCC\xB8</mo>";
  EXPECT_FALSE(composeMarkup(plain));
  EXPECT_TRUE(composeMarkup(apart));
  EXPECT_FALSE(composeMarkup(mark));
}

}  // namespace
}  // namespace octavo::epub

#include "base/diagnostics.h"

#include <gtest/gtest.h>

#include "base/utf8.h"

namespace octavo {
namespace {

TEST(Diagnostics, TheSameKindIsCountedAndKeepsItsFirstPlace) {
  const SourceFile file{"a.xml", "x"};
  Diagnostics diagnostics;
  diagnostics.report({Severity::Warning, "unknown-element", {&file, 3, 1}, "first", {}, "tp:taxon"});
  diagnostics.report({Severity::Warning, "unknown-element", {&file, 9, 1}, "second", {}, "tp:taxon"});
  diagnostics.report({Severity::Warning, "unknown-element", {&file, 9, 5}, "other", {}, "tp:other"});
  ASSERT_EQ(diagnostics.entries().size(), 2U);
  EXPECT_EQ(diagnostics.entries()[0].count, 2U);
  EXPECT_EQ(diagnostics.entries()[0].diagnostic.where.line, 3U);
  EXPECT_FALSE(diagnostics.hasErrors());
  EXPECT_TRUE(diagnostics.hasWarnings());
}

TEST(Diagnostics, MessagesWithoutASubjectAreNeverMerged) {
  Diagnostics diagnostics;
  diagnostics.report({Severity::Error, "e", {}, "one", {}, {}});
  diagnostics.report({Severity::Error, "e", {}, "two", {}, {}});
  EXPECT_EQ(diagnostics.entries().size(), 2U);
}

TEST(Diagnostics, AppendingKeepsCountsAndMerges) {
  Diagnostics first;
  Diagnostics second;
  first.report({Severity::Warning, "w", {}, "m", {}, "s"});
  second.report({Severity::Warning, "w", {}, "m", {}, "s"});
  second.report({Severity::Warning, "w", {}, "m", {}, "s"});
  first.append(second);
  ASSERT_EQ(first.entries().size(), 1U);
  EXPECT_EQ(first.entries()[0].count, 3U);
}

TEST(SourceFile, LinesCountFromOneAndLoseTheirEnds) {
  const SourceFile file{"a.xml", "one\r\ntwo\nthree"};
  EXPECT_EQ(file.line(1), "one");
  EXPECT_EQ(file.line(2), "two");
  EXPECT_EQ(file.line(3), "three");
  EXPECT_EQ(file.line(4), "");
  EXPECT_EQ(file.line(0), "");
}

TEST(Utf8, MalformedBytesAreFoundAndReplacedOneByOne) {
  EXPECT_EQ(findMalformedUtf8("甲\xE6\x97乙"), 3U);
  EXPECT_EQ(findMalformedUtf8("\xC0\x80"), 0U) << "overlong";
  EXPECT_EQ(findMalformedUtf8("\xED\xA0\x80"), 0U) << "surrogate";
  EXPECT_EQ(findMalformedUtf8("甲a𠀀"), std::string_view::npos);
  EXPECT_EQ(toUtf32("\xE6\x97x"), U"\uFFFD\uFFFDx");
}

TEST(Utf8, IdeographsAreReadUpToTheFirstOtherCharacter) {
  const auto read = [](std::string_view text) {
    std::u16string ideographs;
    std::size_t offset = 0;
    decodeIdeographs(text, offset, ideographs);
    return std::pair(ideographs, offset);
  };
  EXPECT_EQ(read("一\xE9\xBF\xBF，二"), std::pair(std::u16string(u"一\x9FFF"), std::size_t{6}));
  EXPECT_EQ(read("\xE4\xB7\xBF一").second, 0u) << "U+4DFF is a hexagram";
  EXPECT_EQ(read("\xEA\x80\x80").second, 0u) << "U+A000";
  EXPECT_EQ(read("一\xE4\xB8").second, 3u) << "cut off";
  EXPECT_EQ(read("一\xE4\xB8x").second, 3u) << "malformed";
  EXPECT_EQ(read("一\xE4x\x80").second, 3u) << "malformed";
  EXPECT_EQ(read("").second, 0u);
}

TEST(Utf8, CharactersOutsideTheBasicPlaneSurviveBothWays) {
  EXPECT_EQ(toUtf16("a𠀀").size(), 3U);
  EXPECT_EQ(toUtf8(toUtf16("a𠀀甲")), "a𠀀甲");
  EXPECT_EQ(toUtf8(std::u16string(1, char16_t{0xD800})), "\xEF\xBF\xBD");
}

TEST(Diagnostics, AVeryLongMessageKeepsItsBeginningAndItsEnd) {
  std::string value;
  for (int i = 0; i < 100'000; ++i) value += "\u00e9";
  Diagnostics diagnostics;
  diagnostics.report({Severity::Warning, "a", {}, "the value '" + value + "' is not supported", {}, {}});
  const std::string& message = diagnostics.entries().front().diagnostic.message;
  EXPECT_LT(message.size(), 600u);
  EXPECT_TRUE(message.starts_with("the value '\u00e9\u00e9"));
  EXPECT_TRUE(message.ends_with("\u00e9\u00e9' is not supported"));
  EXPECT_NE(message.find("\u00e9\u2026\u00e9"), std::string::npos) << "no character is torn";
}

}  // namespace
}  // namespace octavo

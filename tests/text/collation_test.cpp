#include "text/collation.h"

#include <gtest/gtest.h>

namespace octavo::text {
namespace {

/// "A: apple Äpfel; B: bee"
std::string dumped(const std::vector<std::string>& keys, std::string_view language) {
  std::string dump;
  for (const IndexGroup& group : indexGroups(keys, language)) {
    dump += (dump.empty() ? "" : "; ") + group.label + ":";
    for (const std::size_t member : group.members) dump += " " + keys[member];
  }
  return dump;
}

TEST(IndexGroups, IgnoreCaseAndMarksAtFirst) {
  EXPECT_EQ(dumped({"zebra", "Äpfel", "apple", "Bee", "azure"}, "de"), "A: Äpfel apple azure; B: Bee; Z: zebra");
  EXPECT_EQ(dumped({"Äpple", "apple", "zebra"}, "sv"), "A: apple; Z: zebra; Ä: Äpple");
}

TEST(IndexGroups, ArePinyinsLettersForSimplifiedAndStrokesForTraditionalChinese) {
  EXPECT_EQ(dumped({"中文", "北京", "安徽", "Linux"}, "zh-Hans"), "A: 安徽; B: 北京; L: Linux; Z: 中文");
  EXPECT_EQ(dumped({"中文", "一月"}, "zh-Hant"), "1劃: 一月; 4劃: 中文");
}

TEST(IndexGroups, AreKanaRowsAndHangulConsonants) {
  EXPECT_EQ(dumped({"まど", "あめ", "いぬ", "book"}, "ja"), "B: book; あ: あめ いぬ; ま: まど");
  EXPECT_EQ(dumped({"나무", "가을"}, "ko"), "ㄱ: 가을; ㄴ: 나무");
}

TEST(IndexGroups, PutSignsFirstAndKeepTheOrderOfEqualKeys) {
  EXPECT_EQ(dumped({"a", "#x", "a"}, "en"), ": #x; A: a a");
  const std::vector<IndexGroup> groups = indexGroups({"a", "b", "a"}, "");
  ASSERT_EQ(groups.size(), 2U);
  EXPECT_EQ(groups[0].members, (std::vector<std::size_t>{0, 2}));
}

}  // namespace
}  // namespace octavo::text

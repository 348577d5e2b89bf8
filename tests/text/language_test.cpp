#include "text/language.h"

#include <gtest/gtest.h>

namespace octavo::text {
namespace {

TEST(Language, EastAsianTextsAreToldApart) {
  EXPECT_EQ(likelyLanguage("这是一个简体中文的句子，我们在学习说话。"), "zh-Hans");
  EXPECT_EQ(likelyLanguage("這是一個繁體中文的句子，我們在學習說話。"), "zh-Hant");
  EXPECT_EQ(likelyLanguage("吾輩は猫である。名前はまだ無い。"), "ja");
  EXPECT_EQ(likelyLanguage("나는 학교에 갑니다. 오늘은 비가 옵니다."), "ko");
}

TEST(Language, HanCharactersAloneTellTheirCountry) {
  EXPECT_EQ(likelyLanguage("床前明月光，疑是地上霜。举头望明月，低头思故乡。"), "zh-Hans");
  EXPECT_EQ(likelyLanguage("床前明月光，疑是地上霜。舉頭望明月，低頭思故鄉。"), "zh-Hant");
  EXPECT_EQ(likelyLanguage("日本国憲法　図書館"), "ja");
}

TEST(Language, KanaAndHangulDecideHoweverManyHanStandBeside) {
  EXPECT_EQ(likelyLanguage("大韓民國憲法은 國民主權을 規定한다"), "ko");
  EXPECT_EQ(likelyLanguage("國破山河在を讀む"), "ja");
  EXPECT_EQ(likelyLanguage("這是一個繁體中文的句子，我們在學習「の」這個字，還有很多別的字也要學習。"), "zh-Hant");
}

TEST(Language, OtherScriptsHaveTheirs) {
  EXPECT_EQ(likelyLanguage("The quick brown fox jumps over the lazy dog."), "en");
  EXPECT_EQ(likelyLanguage("Le petit chat est mort, dit-elle à sa mère."), "fr");
  EXPECT_EQ(likelyLanguage("Это русский текст о погоде."), "ru");
  EXPECT_EQ(likelyLanguage("בראשית ברא אלהים את השמים ואת הארץ והארץ היתה תהו ובהו וחשך על פני תהום"), "he");
}

TEST(Language, CharactersOfOneWayOfWritingTellTheScriptOfChinese) {
  EXPECT_EQ(chineseScript("這是書，說話"), "Hant");
  EXPECT_EQ(chineseScript("这是书，说话"), "Hans");
  EXPECT_EQ(chineseScript("山中有人"), std::nullopt) << "the same in both";
  EXPECT_EQ(chineseScript("這是书，說话"), std::nullopt) << "as much of the one as of the other";
}

TEST(Language, NothingIsSaidOfWhatIsTooShort) {
  EXPECT_EQ(likelyLanguage(""), std::nullopt);
  EXPECT_EQ(likelyLanguage("x"), std::nullopt);
  EXPECT_EQ(likelyLanguage("漢字"), std::nullopt);
  EXPECT_EQ(likelyLanguage("1 + 2 = 3"), std::nullopt);
}

}  // namespace
}  // namespace octavo::text

// Names in the order of their culture.
#include "vocabulary/jats/names.h"

#include <gtest/gtest.h>

namespace octavo::vocabulary::jats {
namespace {

std::unique_ptr<dom::Element> name(std::string_view style, std::string_view surname, std::string_view given,
                                   std::string_view suffix = {}) {
  auto element = std::make_unique<dom::Element>(dom::Namespace::None, "name", SourcePosition{});
  if (!style.empty()) element->setAttribute("name-style", std::string(style));
  const auto add = [&](const char* part, std::string_view words) {
    if (!words.empty()) element->appendElement(dom::Namespace::None, part, {}).appendText(std::string(words), {});
  };
  add("surname", surname);
  add("given-names", given);
  add("suffix", suffix);
  return element;
}

TEST(PersonName, WesternNamesHaveTheSurnameLastAndAreFiledUnderIt) {
  const PersonName person = personName(*name("western", "Lovelace", "Ada"));
  EXPECT_EQ(person.shown, "Ada Lovelace");
  EXPECT_EQ(person.fileAs, "Lovelace, Ada");
}

TEST(PersonName, EasternNamesInLatinScriptHaveTheSurnameFirst) {
  const PersonName person = personName(*name("eastern", "Xi", "Jinping"));
  EXPECT_EQ(person.shown, "Xi Jinping");
  EXPECT_EQ(person.fileAs, "Xi, Jinping");
}

TEST(PersonName, CjkNamesHaveNoBlank) {
  EXPECT_EQ(personName(*name("eastern", "山田", "花子")).shown, "山田花子");
  EXPECT_EQ(personName(*name("eastern", "홍", "길동")).shown, "홍길동");
}

TEST(PersonName, CjkNamesAreEasternEvenWhereTheDtdFillsInWestern) {
  EXPECT_EQ(personName(*name("western", "鲁", "迅")).shown, "鲁迅");
  EXPECT_EQ(personName(*name("", "夏目", "漱石")).shown, "夏目漱石");
}

TEST(PersonName, KatakanaNamesOfTheWesternOrderKeepItWithAMiddleDot) {
  EXPECT_EQ(personName(*name("western", "スミス", "ジョン")).shown, "ジョン・スミス");
}

TEST(PersonName, SuffixesFollow) {
  const PersonName person = personName(*name("", "King", "Martin Luther", "Jr."));
  EXPECT_EQ(person.shown, "Martin Luther King Jr.");
  EXPECT_EQ(person.fileAs, "King, Martin Luther, Jr.");
}

TEST(PersonName, AWrittenNameIsLeftAsItIs) {
  dom::Element written(dom::Namespace::None, "string-name", {});
  written.appendText("Prince  Charles", {});
  EXPECT_EQ(personName(written).shown, "Prince Charles");
}

TEST(PersonName, CitationsHaveTheSurnameFirst) {
  EXPECT_EQ(citedName(*name("", "Galkin", "VE")), "Galkin VE");
  EXPECT_EQ(citedName(*name("", "山田", "花子")), "山田花子");
}

TEST(ContributorNames, TheFormInTheArticlesLanguageIsShownTheOthersAreKept) {
  dom::Element contrib(dom::Namespace::None, "contrib", {});
  contrib.setAttribute("contrib-type", "translator");
  dom::Element& forms = contrib.appendElement(dom::Namespace::None, "name-alternatives", {});
  auto latin = name("western", "Yamada", "Hanako");
  latin->setAttribute("xml:lang", "en");
  auto kanji = name("eastern", "山田", "花子");
  kanji->setAttribute("xml:lang", "ja");
  forms.append(std::move(latin));
  forms.append(std::move(kanji));
  const publication::Contributor person = contributor(contrib, "ja-JP");
  EXPECT_EQ(person.name, "山田花子");
  EXPECT_EQ(person.role, "trl");
  ASSERT_EQ(person.alternates.size(), 1u);
  EXPECT_EQ(person.alternates[0].text, "Hanako Yamada");
  EXPECT_EQ(person.alternates[0].language, "en");
}

}  // namespace
}  // namespace octavo::vocabulary::jats

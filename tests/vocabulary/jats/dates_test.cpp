// Dates as metadata and as readers see them.
#include "vocabulary/jats/dates.h"

#include <gtest/gtest.h>

#include <map>
#include <memory>

namespace octavo::vocabulary::jats {
namespace {

Date dateOf(const std::map<std::string, std::string>& parts, std::string_view language, std::string iso = {}) {
  dom::Element date(dom::Namespace::None, "pub-date", {});
  if (!iso.empty()) date.setAttribute("iso-8601-date", std::move(iso));
  for (const auto& [part, words] : parts) date.appendElement(dom::Namespace::None, part, {}).appendText(words, {});
  return readDate(date, language);
}

TEST(Dates, AreShownInTheLanguageOfTheArticle) {
  const std::map<std::string, std::string> parts{{"day", "03"}, {"month", "06"}, {"year", "2024"}};
  EXPECT_EQ(dateOf(parts, "en").shown, "3 June 2024");
  EXPECT_EQ(dateOf(parts, "EN-us").shown, "3 June 2024");
  EXPECT_EQ(dateOf(parts, "zh-Hans").shown, "2024年6月3日");
  EXPECT_EQ(dateOf(parts, "ja").shown, "2024年6月3日");
  EXPECT_EQ(dateOf(parts, "ko").shown, "2024년 6월 3일");
  EXPECT_EQ(dateOf(parts, "pt").shown, "3 de junho de 2024");
  EXPECT_EQ(dateOf(parts, "de").shown, "3. Juni 2024");
  EXPECT_EQ(dateOf(parts, "cs").shown, "2024-06-03");
  EXPECT_EQ(dateOf(parts, "pt").iso, "2024-06-03");
}

TEST(Dates, MayLackDayAndMonth) {
  EXPECT_EQ(dateOf({{"year", "2024"}}, "en").iso, "2024");
  EXPECT_EQ(dateOf({{"month", "6"}, {"year", "2024"}}, "en").iso, "2024-06");
  EXPECT_EQ(dateOf({{"month", "6"}, {"year", "2024"}}, "en").shown, "June 2024");
}

TEST(Dates, MonthsMayHaveNames) { EXPECT_EQ(dateOf({{"month", "Sept."}, {"year", "2004"}}, "en").iso, "2004-09"); }

TEST(Dates, TheMachineReadableFormServesWhereThePartsAreMissing) {
  EXPECT_EQ(dateOf({}, "en", "2024-06-03").shown, "3 June 2024");
}

TEST(Dates, WordsThatAreNoDateStayAsTheyAre) {
  const Date odd = dateOf({{"year", "April 2016"}}, "en");
  EXPECT_EQ(odd.shown, "April 2016");
  EXPECT_EQ(odd.iso, "");
  EXPECT_EQ(dateOf({{"season", "Spring"}, {"year", "2001"}}, "en").shown, "Spring 2001");
  EXPECT_EQ(dateOf({{"season", "Spring"}, {"year", "2001"}}, "en").iso, "2001");
}

TEST(Dates, ImpossibleMonthsAndDaysAreNoMetadata) {
  EXPECT_EQ(dateOf({{"day", "45"}, {"month", "6"}, {"year", "2024"}}, "en").iso, "2024-06");
  EXPECT_EQ(dateOf({{"month", "13"}, {"year", "2024"}}, "en").iso, "2024");
}

}  // namespace
}  // namespace octavo::vocabulary::jats

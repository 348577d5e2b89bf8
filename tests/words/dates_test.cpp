// Dates as each language writes them.
#include "words/dates.h"

#include <gtest/gtest.h>

#include "base/utf8.h"

namespace octavo::words {
namespace {

TEST(Dates, ADayIsWrittenAsReadersOfTheLanguageDo) {
  const CalendarDate date{2024, 6, 3};
  EXPECT_EQ(dateIn(date, "en"), "3 June 2024");
  EXPECT_EQ(dateIn(date, "de-CH"), "3. Juni 2024");
  EXPECT_EQ(dateIn(date, "fr"), "3 juin 2024");
  EXPECT_EQ(dateIn(date, "es"), "3 de junio de 2024");
  EXPECT_EQ(dateIn(date, "pt"), "3 de junho de 2024");
  EXPECT_EQ(dateIn(date, "it"), "3 giugno 2024");
  EXPECT_EQ(dateIn(date, "nl"), "3 juni 2024");
  EXPECT_EQ(dateIn(date, "ru"), "3 июня 2024 г.");
  EXPECT_EQ(dateIn(date, "ar"), "3 يونيو 2024");
  EXPECT_EQ(dateIn(date, "zh-TW"), "2024年6月3日");
  EXPECT_EQ(dateIn(date, "ja"), "2024年6月3日");
  EXPECT_EQ(dateIn(date, "ko"), "2024년 6월 3일");
}

TEST(Dates, TheFirstOfAMonthIsAnOrdinalWhereItIsSaidSo) {
  EXPECT_EQ(dateIn({2024, 5, 1}, "fr"), "1er mai 2024");
  EXPECT_EQ(dateIn({2024, 5, 1}, "it"), "1º maggio 2024");
  EXPECT_EQ(dateIn({2024, 5, 1}, "de"), "1. Mai 2024");
  EXPECT_EQ(dateIn({2024, 5, 0}, "fr"), "mai 2024");
}

TEST(Dates, AMonthAloneHasItsOwnForm) {
  EXPECT_EQ(dateIn({2024, 6, 0}, "en"), "June 2024");
  EXPECT_EQ(dateIn({2024, 6, 0}, "ru"), "июнь 2024 г.");
  EXPECT_EQ(dateIn({2024, 6, 0}, "es"), "junio de 2024");
  EXPECT_EQ(dateIn({2024, 6, 0}, "ja"), "2024年6月");
}

TEST(Dates, AYearAloneIsANumber) {
  EXPECT_EQ(dateIn({2024, 0, 0}, "de"), "2024");
  EXPECT_EQ(dateIn({2024, 0, 0}, "ru"), "2024");
  EXPECT_EQ(dateIn({2024, 0, 0}, "ko"), "2024년");
  EXPECT_EQ(dateIn({0, 6, 3}, "de"), "");
}

TEST(Dates, OfTheStandardsFormAreWrittenAsTheLanguageDoes) {
  EXPECT_EQ(dateIn("2026-11", "en"), "November 2026");
  EXPECT_EQ(dateIn("2026-11-05T10:00:00Z", "en"), "5 November 2026");
  EXPECT_EQ(dateIn("2026-11", "zh-Hans"), "2026年11月");
  EXPECT_EQ(dateIn("2026", "ja"), "2026年");
  EXPECT_EQ(dateIn("2026-13", "en"), "2026-13");
  EXPECT_EQ(dateIn("Spring 2026", "en"), "Spring 2026");
  EXPECT_EQ(dateIn("", "en"), "");
}

TEST(Dates, WithoutWordsADateIsThatOfTheStandard) {
  EXPECT_EQ(dateIn({2024, 6, 3}, "cs"), "2024-06-03");
  EXPECT_EQ(dateIn({2024, 6, 3}, "und"), "2024-06-03");
}

TEST(Dates, TheStandardsFormHasFourAndTwoDigits) {
  EXPECT_EQ(isoDate({987, 6, 3}), "0987-06-03");
  EXPECT_EQ(isoDate({2024, 11, 0}), "2024-11");
  EXPECT_EQ(isoDate({2024, 0, 0}), "2024");
  EXPECT_EQ(isoDate({}), "");
}

TEST(Dates, TheStandardsFormIsReadWhereTheCalendarHasTheDay) {
  EXPECT_EQ(isoDate(*fromIso("2024-02-29T10:00:00Z")), "2024-02-29");
  EXPECT_EQ(isoDate(*fromIso("2024-06")), "2024-06");
  EXPECT_EQ(dateIn("2024-02-29 10:00", "de"), "29. Februar 2024");
  for (const char* words : {"2023-02-29", "2024-13", "2024-00-05", "0000", "2024-6-3", "June 2024", ""}) {
    EXPECT_EQ(fromIso(words), std::nullopt) << words;
    EXPECT_EQ(dateIn(words, "en"), words);
  }
}

TEST(Dates, EveryMonthHasANameInEveryLanguage) {
  for (const char* tag : {"en", "de", "fr", "es", "pt", "it", "nl", "ru", "ar"}) {
    for (int month = 1; month <= 12; ++month) {
      for (const int day : {0, 4}) {
        const std::string shown = dateIn({2024, month, day}, tag);
        EXPECT_EQ(shown.find('{'), std::string::npos);
        EXPECT_EQ(shown.find("  "), std::string::npos) << tag << " " << month;
        const auto isLetter = [](char c) { return static_cast<unsigned char>(c) >= 0x80 || (c >= 'A' && c <= 'z'); };
        EXPECT_GE(std::count_if(shown.begin(), shown.end(), isLetter), 3) << tag << " " << month;
      }
    }
  }
}

TEST(Dates, AnEnglishMonthIsKnownByItsBeginning) {
  EXPECT_EQ(monthNamed("June"), 6);
  EXPECT_EQ(monthNamed("jun"), 6);
  EXPECT_EQ(monthNamed("Sept."), 9);
  EXPECT_EQ(monthNamed("Ju"), 0);
  EXPECT_EQ(monthNamed("Juli"), 0);
  EXPECT_EQ(monthNamed("..."), 0);
}

}  // namespace
}  // namespace octavo::words

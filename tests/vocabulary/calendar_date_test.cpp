// Dates as metadata have them.
#include "vocabulary/calendar_date.h"

#include <gtest/gtest.h>

namespace octavo::vocabulary {
namespace {

TEST(CalendarDate, DaysOfTheCalendarStayAsTheyAre) {
  EXPECT_EQ(calendarDate("1894"), "1894");
  EXPECT_EQ(calendarDate(" 2024-06 "), "2024-06");
  EXPECT_EQ(calendarDate("2024-02-29"), "2024-02-29");
  EXPECT_EQ(calendarDate("2024-06-03T10:00:00Z"), "2024-06-03");
}

TEST(CalendarDate, NoSuchDayIsNoDate) {
  for (const char* words : {"2023-02-29", "2024-13", "2024-00", "2024-06-32", "1234567890", "0099", "n.d.", ""}) {
    EXPECT_EQ(calendarDate(words), "") << words;
  }
}

TEST(CalendarDate, OfWordsTheOnlyYearCounts) {
  EXPECT_EQ(calendarDate("London, March 1894"), "1894");
  EXPECT_EQ(calendarDate("2024年6月"), "2024");
  EXPECT_EQ(calendarDate("1894 or 1895"), "");
}

TEST(CalendarDate, TheStandardsFormIsNoOther) {
  EXPECT_EQ(isoDate("2024-06"), "2024-06");
  EXPECT_EQ(isoDate(" 2024-06-03 10:00 "), "2024-06-03");
  for (const char* words : {"March 1894", "2024/06/03", "2024-06-31", "2024-6-3", "n.d.", ""}) EXPECT_EQ(isoDate(words), "") << words;
}

TEST(CalendarDate, WordsThatAreNoDateStay) {
  EXPECT_EQ(dateOrWords("March 1894"), "1894");
  EXPECT_EQ(dateOrWords("n.d."), "n.d.");
}

}  // namespace
}  // namespace octavo::vocabulary

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

}  // namespace
}  // namespace octavo::vocabulary

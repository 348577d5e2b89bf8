// words: dates as each language writes them.
#include "words/dates.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <chrono>

#include <fmt/format.h>

#include "words/words.h"

namespace octavo::words {
namespace {

using Months = std::array<std::string_view, 12>;

/// Patterns of fmt: {0} is the year, {1} the month, {2} the day.
struct Calendar {
  Language language;
  Months months;  // as they stand behind a day
  std::string_view day, month, year = "{0}";
  Months alone = {};             // as they stand without a day, where that is another form
  std::string_view firstDay = {};  // of a month, where it is no plain number
};
constexpr std::array kCalendars{
    Calendar{Language::English,
             {"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"},
             "{2} {1} {0}", "{1} {0}"},
    Calendar{Language::German,
             {"Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"},
             "{2}. {1} {0}", "{1} {0}"},
    Calendar{.language = Language::French,
             .months = {"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"},
             .day = "{2} {1} {0}", .month = "{1} {0}", .firstDay = "1er"},
    Calendar{Language::Spanish,
             {"enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"},
             "{2} de {1} de {0}", "{1} de {0}"},
    Calendar{.language = Language::Portuguese,
             .months = {"janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto", "setembro", "outubro", "novembro", "dezembro"},
             .day = "{2} de {1} de {0}", .month = "{1} de {0}", .firstDay = "1º"},
    Calendar{.language = Language::Italian,
             .months = {"gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre", "ottobre", "novembre", "dicembre"},
             .day = "{2} {1} {0}", .month = "{1} {0}", .firstDay = "1º"},
    Calendar{Language::Dutch,
             {"januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"},
             "{2} {1} {0}", "{1} {0}"},
    Calendar{.language = Language::Russian,
             .months = {"января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"},
             .day = "{2} {1} {0} г.", .month = "{1} {0} г.",
             .alone = {"январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь"}},
    Calendar{Language::Arabic,
             {"يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"},
             "{2} {1} {0}", "{1} {0}"},
    Calendar{Language::ChineseSimplified, {}, "{0}年{1}月{2}日", "{0}年{1}月", "{0}年"},
    Calendar{Language::ChineseTraditional, {}, "{0}年{1}月{2}日", "{0}年{1}月", "{0}年"},
    Calendar{Language::Japanese, {}, "{0}年{1}月{2}日", "{0}年{1}月", "{0}年"},
    Calendar{Language::Korean, {}, "{0}년 {1}월 {2}일", "{0}년 {1}월", "{0}년"},
};
static_assert(kCalendars.size() == static_cast<std::size_t>(Language::Arabic) + 1);

/// The month's name, or its number where months have none.
std::string monthIn(const CalendarDate& date, const Calendar& calendar) {
  const auto index = static_cast<std::size_t>(date.month - 1);
  const std::string_view alone = calendar.alone[index], behindDay = calendar.months[index];
  if (behindDay.empty()) return std::to_string(date.month);
  return std::string(date.day == 0 && !alone.empty() ? alone : behindDay);
}

/// Without a time of the day behind it.
std::string_view dayIn(std::string_view words) {
  constexpr std::size_t kDay = 10;
  const bool hasTime = words.size() > kDay && (words[kDay] == 'T' || words[kDay] == ' ');
  return hasTime ? words.substr(0, kDay) : words;
}

int numberIn(std::string_view digits) {
  int value = 0;
  for (const char digit : digits) value = value * 10 + (digit - '0');
  return value;
}

bool isBeginning(std::string_view written, std::string_view name) {
  const auto isSame = [](char a, char b) { return std::tolower(static_cast<unsigned char>(a)) == std::tolower(static_cast<unsigned char>(b)); };
  return written.size() <= name.size() && std::equal(written.begin(), written.end(), name.begin(), isSame);
}

}  // namespace

bool hasIsoForm(std::string_view words) {
  constexpr std::string_view kForm = "0000-00-00";
  const std::string_view day = dayIn(words);
  const bool isLong = day.size() == 4 || day.size() == 7 || day.size() == 10;
  return isLong && std::ranges::equal(day, kForm.substr(0, day.size()), [](char said, char form) {
           return form == '0' ? said >= '0' && said <= '9' : said == form;
         });
}

std::optional<CalendarDate> fromIso(std::string_view words) {
  if (!hasIsoForm(words)) return std::nullopt;
  const std::string_view day = dayIn(words);
  const CalendarDate date{numberIn(day.substr(0, 4)), day.size() > 4 ? numberIn(day.substr(5, 2)) : 0, day.size() > 7 ? numberIn(day.substr(8, 2)) : 0};
  const std::chrono::year_month_day whole{std::chrono::year{date.year},
                                          std::chrono::month{day.size() > 4 ? static_cast<unsigned>(date.month) : 1U},
                                          std::chrono::day{day.size() > 7 ? static_cast<unsigned>(date.day) : 1U}};
  return date.year > 0 && whole.ok() ? std::optional(date) : std::nullopt;
}

std::string isoDate(const CalendarDate& date) {
  if (!date.year) return {};
  if (!date.month) return fmt::format("{:04}", date.year);
  return date.day ? fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day) : fmt::format("{:04}-{:02}", date.year, date.month);
}

std::string dateIn(const CalendarDate& date, std::string_view tag) {
  const std::optional<Language> language = languageOf(tag);
  if (!date.year || !language) return isoDate(date);
  const Calendar& calendar = *std::ranges::find(kCalendars, *language, &Calendar::language);
  const std::string month = date.month ? monthIn(date, calendar) : std::string();
  const std::string day = date.day == 1 && !calendar.firstDay.empty() ? std::string(calendar.firstDay) : std::to_string(date.day);
  const std::string_view pattern = !date.month ? calendar.year : date.day ? calendar.day : calendar.month;
  return fmt::format(fmt::runtime(pattern), date.year, month, day);
}

std::string dateIn(std::string_view date, std::string_view tag) {
  const std::optional<CalendarDate> parts = fromIso(date);
  return parts ? dateIn(*parts, tag) : std::string(date);
}

int monthNamed(std::string_view name) {
  constexpr std::size_t kLeast = 3;
  if (name.size() < kLeast) return 0;
  const std::string_view written = name.ends_with('.') ? name.substr(0, name.size() - 1) : name;
  const Months& names = kCalendars.front().months;
  const auto found = std::ranges::find_if(names, [&](std::string_view month) { return isBeginning(written, month); });
  return found == names.end() ? 0 : static_cast<int>(found - names.begin()) + 1;
}

}  // namespace octavo::words

// The short way to ICU's breaks against ICU itself.
#include "text/icu_breaks_private.h"

#include <gtest/gtest.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>

#include <random>

#include "base/utf8.h"
#include "text/plain_characters_private.h"

namespace octavo::text {
namespace {

using Breaks = std::vector<BreakOpportunity>;

/// The text with | where a line may end and ¦ where it must.
std::string marked(std::u16string_view text, const Breaks& breaks) {
  std::u16string result;
  for (std::size_t at = 0; at <= text.size(); ++at) {
    if (breaks[at] == BreakOpportunity::Allowed) result += u'|';
    if (breaks[at] == BreakOpportunity::Mandatory) result += u'¦';
    if (at < text.size()) result += text[at];
  }
  return toUtf8(result);
}

/// ICU 72 calls some of the breaks that its dictionaries find hard ones; by LB4 and LB5 only these characters end lines.
bool endsLine(char16_t unit) {
  const auto kind = u_getIntPropertyValue(unit, UCHAR_LINE_BREAK);
  return kind == U_LB_MANDATORY_BREAK || kind == U_LB_CARRIAGE_RETURN || kind == U_LB_LINE_FEED || kind == U_LB_NEXT_LINE;
}

Breaks askedDirectly(std::u16string_view text, const std::string& locale) {
  Breaks breaks(text.size() + 1, BreakOpportunity::Forbidden);
  UErrorCode error = U_ZERO_ERROR;
  UBreakIterator* iterator = ubrk_open(UBRK_LINE, locale.c_str(), text.data(), static_cast<std::int32_t>(text.size()), &error);
  EXPECT_TRUE(U_SUCCESS(error));
  for (std::int32_t at = ubrk_next(iterator); at != UBRK_DONE; at = ubrk_next(iterator)) {
    const bool isHard = ubrk_getRuleStatus(iterator) >= UBRK_LINE_HARD && endsLine(text[static_cast<std::size_t>(at) - 1]);
    breaks[static_cast<std::size_t>(at)] = isHard ? BreakOpportunity::Mandatory : BreakOpportunity::Allowed;
  }
  ubrk_close(iterator);
  return breaks;
}

Breaks foundShortly(std::u16string_view text, const std::string& locale) {
  Breaks breaks(text.size() + 1, BreakOpportunity::Forbidden);
  addIcuLineBreaks(text, locale, breaks);
  return breaks;
}

const std::vector<std::string> kLocales{"zh@lb=strict", "zh@lb=normal", "zh@lb=loose", "ja@lb=strict",         "ja@lb=loose", "ja@lb=normal",
                                        "en",           "ko",           "th",          "ja@lb=strict;lw=phrase", "de@lb=loose", ""};

/// Texts in which plain stretches of all lengths alternate with characters of every other class.
class TextMaker {
 public:
  std::u16string make(std::size_t length) {
    std::u16string text;
    while (text.size() < length) {
      const std::size_t count = random_() % 9;
      const std::u16string_view set = random_() % 3 == 0 ? kOthers : kPlain;
      for (std::size_t i = 0; i < count; ++i) text += set[random_() % set.size()];
      if (random_() % 4 == 0) text += anyCharacter();
    }
    return text;
  }

 private:
  std::u16string anyCharacter() {
    auto character = static_cast<char32_t>(random_() % 0x3100);
    if (random_() % 4 == 0) character = static_cast<char32_t>(0x1F300 + random_() % 0x400);
    if (random_() % 8 == 0) character = static_cast<char32_t>(0xFE00 + random_() % 0x1F0);
    std::string utf8;
    appendUtf8(utf8, character);
    return toUtf16(utf8);
  }

  static constexpr std::u16string_view kPlain = u"纸张的纤维㐀走向鿿かなをカタ、。，（）「」『』《》〔〕【】";
  static constexpr std::u16string_view kOthers = u"aZ 9.,%$€℃ “”‘’—…·・：；！？ーっ々〜～\x0301\x200D\x200B\x2060\xA0\xAD\n\xFFFC가ก-/+([])\x3000‼";
  std::mt19937 random_{20261124};
};

TEST(IcuLineBreaks, ShortenedTextsHaveTheBreaksOfTheWhole) {
  TextMaker maker;
  std::size_t compared = 0;
  for (int i = 0; i < 3000; ++i) {
    const std::u16string text = maker.make(1 + static_cast<std::size_t>(i) % 90);
    for (const std::string& locale : kLocales) {
      ASSERT_EQ(marked(text, foundShortly(text, locale)), marked(text, askedDirectly(text, locale))) << locale;
      compared += text.size();
    }
  }
  EXPECT_GT(compared, 1'000'000u);
}

TEST(IcuLineBreaks, TextsWithoutPlainStretchesAreAskedWhole) {
  for (const std::u16string_view text : {u"", u"a", u"纸", u"one two", u"，", u"——", u"a\nb", u"（"}) {
    for (const std::string& locale : kLocales) EXPECT_EQ(marked(text, foundShortly(text, locale)), marked(text, askedDirectly(text, locale)));
  }
}

TEST(IcuLineBreaks, PlainCharactersAreOfTheirClassOfUax14) {
  for (char32_t unit = 0; unit <= 0xFFFF; ++unit) {
    const auto kind = u_getIntPropertyValue(static_cast<UChar32>(unit), UCHAR_LINE_BREAK);
    switch (plainKind(static_cast<char16_t>(unit))) {
      case Plain::No: break;
      case Plain::Ideograph: EXPECT_EQ(kind, U_LB_IDEOGRAPHIC) << std::hex << static_cast<std::uint32_t>(unit); break;
      case Plain::Opening: EXPECT_EQ(kind, U_LB_OPEN_PUNCTUATION) << std::hex << static_cast<std::uint32_t>(unit); break;
      case Plain::Closing: EXPECT_EQ(kind, U_LB_CLOSE_PUNCTUATION) << std::hex << static_cast<std::uint32_t>(unit); break;
    }
  }
}

}  // namespace
}  // namespace octavo::text

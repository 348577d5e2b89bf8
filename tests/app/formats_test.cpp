#include <gtest/gtest.h>

#include "app/build_date.h"
#include "app/diagnostic_formats.h"
#include "app/trim_size.h"

namespace octavo::app {
namespace {

TEST(DiagnosticFormats, AHumanMessageShowsPlaceLineCaretAndHint) {
  const SourceFile file{"book.css", "p { colour: red }\n"};
  const Diagnostics::Entry entry{
      {Severity::Warning, "css-unknown-property", {&file, 1, 5}, "unknown property 'colour'", "did you mean 'color'?", {}}, 2};
  EXPECT_EQ(format(entry, DiagnosticFormat::Human),
            "book.css:1:5: warning: unknown property 'colour' [css-unknown-property]\n"
            "  | p { colour: red }\n"
            "  |     ^\n"
            "  hint: did you mean 'color'?\n"
            "  (2 times; this is the first)\n");
}

TEST(DiagnosticFormats, TheCaretStandsBelowTheCharacterBehindWideOnes) {
  const SourceFile file{"a.xml", "甲乙<x>"};
  EXPECT_EQ(format({{Severity::Error, "c", {&file, 1, 3}, "m", {}, {}}, 1}, DiagnosticFormat::Human),
            "a.xml:1:3: error: m [c]\n  | 甲乙<x>\n  |     ^\n");
}

TEST(DiagnosticFormats, ALongLineIsCutRoundThePlaceWhateverTheOrderOfMessages) {
  const SourceFile file{"a.xml", "first\n" + std::string(60, 'a') + "X" + std::string(99, 'b') + "Y\nlast"};
  DiagnosticWriter writer(DiagnosticFormat::Human);
  const auto at = [&](std::uint32_t line, std::uint32_t column) {
    return writer.format({{Severity::Error, "c", {&file, line, column}, "m", {}, {}}, 1});
  };
  const std::string atX = "a.xml:2:61: error: m [c]\n  | …" + std::string(50, 'a') + "X" + std::string(49, 'b') + "…\n  |  " + std::string(50, ' ') + "^\n";
  EXPECT_EQ(at(2, 61), atX);
  EXPECT_EQ(at(2, 161), "a.xml:2:161: error: m [c]\n  | …" + std::string(50, 'b') + "Y\n  |  " + std::string(50, ' ') + "^\n");
  EXPECT_EQ(at(3, 1), "a.xml:3:1: error: m [c]\n  | last\n  | ^\n");
  EXPECT_EQ(at(2, 61), atX);
  EXPECT_EQ(at(4, 1), "a.xml:4:1: error: m [c]\n");
  EXPECT_EQ(at(2, 400), "a.xml:2:400: error: m [c]\n");
}

TEST(DiagnosticFormats, JsonIsOneObjectALine) {
  const SourceFile file{"a.xml", "x"};
  EXPECT_EQ(format({{Severity::Error, "c", {&file, 1, 1}, "say \"x\"", {}, {}}, 1}, DiagnosticFormat::Json),
            "{\"schema\":1,\"severity\":\"error\",\"code\":\"c\",\"file\":\"a.xml\",\"line\":1,\"column\":1,"
            "\"message\":\"say \\\"x\\\"\",\"hint\":\"\",\"count\":1}\n");
}

TEST(BuildDate, OptionThenEpochThenPublicationThenAFixedDay) {
  EXPECT_EQ(buildDate("2024-06-03", "0", "2020"), "2024-06-03T00:00:00Z");
  EXPECT_EQ(buildDate("", "86399", "2020"), "1970-01-01T23:59:59Z");
  EXPECT_EQ(buildDate("", nullptr, "2020-05"), "2020-05-01T00:00:00Z");
  EXPECT_EQ(buildDate("", nullptr, "last spring"), "2000-01-01T00:00:00Z");
}

TEST(BuildDate, DaysThatDoNotExistAreNoDates) {
  EXPECT_FALSE(fullDate("2023-02-29"));
  EXPECT_FALSE(fullDate("2024-13"));
  EXPECT_FALSE(fullDate("2024-06-03T25:00:00Z"));
  EXPECT_FALSE(dateOfEpoch("-1"));
  EXPECT_TRUE(fullDate("2024-02-29T12:30:01Z"));
}

TEST(TrimSize, NamesAndMeasuresAreUnderstood) {
  EXPECT_EQ(trimSize("A5"), (PhysicalSize{148_mm, 210_mm}));
  EXPECT_EQ(trimSize("6x9in"), (PhysicalSize{Length::millimetres(152.4), Length::millimetres(228.6)}));
  EXPECT_EQ(trimSize("b5"), (PhysicalSize{176_mm, 250_mm}));
  EXPECT_EQ(trimSize("JIS-B5"), (PhysicalSize{182_mm, 257_mm}));
  EXPECT_EQ(trimSize("32K"), (PhysicalSize{130_mm, 184_mm}));
  EXPECT_FALSE(trimSize("nanx200mm") || trimSize("200xnanmm") || trimSize("infxinfmm"));
  EXPECT_FALSE(trimSize("A0.5"));
  EXPECT_FALSE(trimSize("1x1mm"));
  EXPECT_FALSE(trimSize("148x210"));
}

}  // namespace
}  // namespace octavo::app

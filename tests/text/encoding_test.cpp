#include "text/encoding.h"

#include <gtest/gtest.h>

#include <string>

namespace octavo::text {
namespace {

TEST(Encoding, EastAsianBytesBecomeUtf8) {
  EXPECT_EQ(convertToUtf8("\x93\xFA\x96\x7B", "Shift_JIS")->text, "日本");
  EXPECT_EQ(convertToUtf8("\xC6\xFC\xCB\xDC", "EUC-JP")->text, "日本");
  EXPECT_EQ(convertToUtf8("\xD6\xD0\xCE\xC4", "GB2312")->text, "中文");
  EXPECT_EQ(convertToUtf8("\xA4\xA4\xA4\xE5", "big5")->text, "中文");
  EXPECT_EQ(convertToUtf8("\xC7\xD1\xB1\xDB", "euc-kr")->text, "한글");
}

TEST(Encoding, FourByteGb18030IsReadWhole) {
  EXPECT_EQ(convertToUtf8("\x95\x32\x82\x36", "GB18030")->text, "𠀀");
}

TEST(Encoding, AMalformedByteIsNamedByItsOffset) {
  EXPECT_EQ(convertToUtf8("ab\xE6\x97", "utf-8")->malformedAt, 2U);
  EXPECT_EQ(convertToUtf8("ab\xFF", "Shift_JIS")->malformedAt, 2U);
  EXPECT_FALSE(convertToUtf8("ab", "utf-8")->malformedAt);
}

TEST(Encoding, LongTextKeepsSurrogatePairsAcrossChunks) {
  std::string utf16;
  std::string expected;
  for (int i = 0; i < 20001; ++i) {
    utf16 += std::string(i == 0 ? "\0a" : "\xD8\x40\xDC\x00", i == 0 ? 2 : 4);
    expected += i == 0 ? "a" : "𠀀";
  }
  EXPECT_EQ(convertToUtf8(utf16, "UTF-16BE")->text, expected);
}

TEST(Encoding, DangerousAndUnknownNamesAreRefused) {
  EXPECT_FALSE(convertToUtf8("+ADw-", "UTF-7"));
  EXPECT_FALSE(convertToUtf8("a", "iso-2022-kr"));
  EXPECT_FALSE(convertToUtf8("a", "x-klingon"));
}

TEST(Encoding, BytesBetrayTheirEncoding) {
  std::string shiftJis;
  for (int i = 0; i < 20; ++i) shiftJis += "\x93\xFA\x96\x7B\x8C\xEA\x82\xCC\x96\x7B\x95\xB6\x81\x42";
  EXPECT_EQ(likelyEncoding(shiftJis), "Shift_JIS");
}

}  // namespace
}  // namespace octavo::text

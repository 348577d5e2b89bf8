// Encodings: from byte order mark, declaration or the caller; wrong ones are named with the byte.
#include <gtest/gtest.h>

#include "xml/reading.h"

namespace octavo::xml {
namespace {

struct Sample {
  const char* encoding;
  const char* bytes;
  const char* text;
};

/// Bytes from the encodings' own tables, not from a converter.
const Sample kSamples[] = {
    {"UTF-8", "\xE6\x97\xA5\xE6\x9C\xAC", "日本"},
    {"GB18030", "\xC8\xD5\xB1\xBE\x95\x34\xB2\x35", "日本𠮷"},
    {"GBK", "\x9D\x68\xD7\xD6", "漢字"},
    {"GB2312", "\xD6\xD0\xB9\xFA", "中国"},
    {"Big5", "\xBA\x7E\xA6\x72", "漢字"},
    {"Big5", "\x9D\xEE\x9D\xEF", "㗎嘅"},  // Hong Kong's characters under the plain name
    {"Big5-HKSCS", "\xA4\xA4\x98\xC7", "中国"},
    {"Shift_JIS", "\x93\xFA\x96\x7B", "日本"},
    {"EUC-JP", "\xC6\xFC\xCB\xDC", "日本"},
    {"ISO-2022-JP", "\x1B\x24\x42\x46\x7C\x4B\x5C\x1B\x28\x42", "日本"},
    {"EUC-KR", "\xC7\xD1\xB1\xDB", "한글"},
    {"CP949", "\x8C\x63\xB9\xE6", "똠방"},
    {"ISO-8859-1", "\xE1\xF0", "áð"},
    {"ISO-8859-1", "\x93\xE1\x94", "“á”"},  // as the web reads it
    {"ISO-8859-2", "\xE1\xF0", "áđ"},
    {"ISO-8859-3", "\xE1", "á"},
    {"ISO-8859-4", "\xE1\xF0", "áđ"},
    {"ISO-8859-5", "\xE1\xF0", "с№"},
    {"ISO-8859-6", "\xE1", "ف"},
    {"ISO-8859-7", "\xE1\xF0", "απ"},
    {"ISO-8859-8", "\xE1\xF0", "בנ"},
    {"ISO-8859-9", "\xE1\xF0", "áğ"},
    {"ISO-8859-10", "\xE1\xF0", "áð"},
    {"ISO-8859-11", "\xE1\xF0", "แ๐"},
    {"ISO-8859-13", "\xE1\xF0", "įš"},
    {"ISO-8859-14", "\xE1\xF0", "áŵ"},
    {"ISO-8859-15", "\xE1\xF0", "áð"},
    {"windows-1250", "\x93\xE1\xF0", "“áđ"},
    {"windows-1251", "\x93\xE1\xF0", "“бр"},
    {"windows-1252", "\x93\xE1\xF0", "“áð"},
    {"windows-1253", "\x93\xE1\xF0", "“απ"},
    {"windows-1254", "\x93\xE1\xF0", "“áğ"},
    {"windows-1255", "\x93\xE1\xF0", "“בנ"},
    {"windows-1256", "\x93\xE1", "“ل"},
    {"windows-1257", "\x93\xE1\xF0", "“įš"},
    {"windows-1258", "\x93\xE1\xF0", "“áđ"},
    {"windows-874", "\x93\xE1\xF0", "“แ๐"},
    {"KOI8-R", "\xC1\xC2", "аб"},
};

TEST_F(XmlTest, EveryListedEncodingIsReadByItsDeclarationOrByRequest) {
  for (const Sample& sample : kSamples) {
    SCOPED_TRACE(sample.encoding);
    const std::string content = "<p>" + std::string(sample.bytes) + "</p>";
    const std::string expected = "<p>\n  \"" + std::string(sample.text) + "\"\n";
    options_ = {};
    EXPECT_EQ(dumpOf("<?xml version='1.0' encoding='" + std::string(sample.encoding) + "'?>" + content), expected);
    options_.encoding = sample.encoding;
    EXPECT_EQ(dumpOf(content), expected);
    EXPECT_EQ(dumpOf("<?xml version='1.0' encoding='US-ASCII'?>" + content), expected);
  }
}

/// The text in a wide encoding: every unit has `width` bytes.
std::string wide(std::u16string_view text, int width, bool bigEndian) {
  std::string bytes;
  for (const char16_t unit : text) {
    std::string one(static_cast<std::size_t>(width), '\0');
    const std::size_t last = one.size() - 1;
    one[bigEndian ? last : 0] = static_cast<char>(unit & 0xFF);
    one[bigEndian ? last - 1 : 1] = static_cast<char>(unit >> 8);
    bytes += one;
  }
  return bytes;
}

TEST_F(XmlTest, WideEncodingsAreReadWithAndWithoutAMark) {
  for (const int width : {2, 4}) {
    for (const bool bigEndian : {false, true}) {
      SCOPED_TRACE(width * 16 + (bigEndian ? 1 : 0));
      EXPECT_EQ(dumpOf(wide(u"<p>日本</p>", width, bigEndian)), "<p>\n  \"日本\"\n");
      EXPECT_EQ(dumpOf(wide(u"\uFEFF<p>日本</p>", width, bigEndian)), "<p>\n  \"日本\"\n");
      const std::u16string declared = width == 2 ? u"<?xml version='1.0' encoding='UTF-16'?><p/>"
                                                 : u"<?xml version='1.0' encoding='UTF-32'?><p/>";
      EXPECT_EQ(dumpOf(wide(declared, width, bigEndian)), "<p>\n");
    }
  }
  EXPECT_EQ(codes(), "");
}

TEST_F(XmlTest, AMarkWeighsMoreThanARequestWhichWeighsMoreThanADeclaration) {
  options_.encoding = "Shift_JIS";
  EXPECT_EQ(dumpOf("<?xml version='1.0' encoding='EUC-JP'?><p>\x93\xFA\x96\x7B</p>"), "<p>\n  \"日本\"\n");
  EXPECT_EQ(codes(), "");
  EXPECT_EQ(dumpOf("\xEF\xBB\xBF<p>日本</p>"), "<p>\n  \"日本\"\n");
  EXPECT_EQ(codes(), "xml-encoding-conflict");
}

TEST_F(XmlTest, AWrongDeclarationIsRefusedWithTheByteAndTheLikelyEncoding) {
  std::string sentence;
  for (int i = 0; i < 20; ++i) sentence += "\x93\xFA\x96\x7B\x8C\xEA\x82\xCC\x95\xB6\x8F\xCD\x82\xC5\x82\xB7\x81\x42";
  EXPECT_EQ(refusalOf("<?xml version='1.0' encoding='UTF-8'?><p>" + sentence + "</p>"), "xml-encoding@1:42");
  EXPECT_NE(message_.find("0x93 at offset 41"), std::string::npos) << message_;
  EXPECT_NE(hint_.find("Shift_JIS"), std::string::npos) << hint_;
  EXPECT_EQ(refusalOf("<?xml version='1.0' encoding='EUC-KR'?><p>\xC7</p>"), "xml-encoding@1:43");
  EXPECT_EQ(refusalOf("<?xml version='1.0' encoding='ISO-2022-JP'?><p>\x1B$Z</p>"), "xml-encoding@1:48");
  EXPECT_EQ(refusalOf("<?xml version='1.0' encoding='UTF-32'?><p/>"), "xml-encoding@1:1");
}

TEST_F(XmlTest, Utf8UnderAnotherNameIsRefused) {
  for (const char* name : {"ISO-8859-1", "windows-1252", "GB18030", "Shift_JIS", "Big5"}) {
    const std::string text = "<?xml version='1.0' encoding='" + std::string(name) + "'?>\r\n<p>日本語の文章です、中国</p>";
    EXPECT_TRUE(refusalOf(text).starts_with("xml-encoding@2:")) << name << message_;
  }
  // Latin letters that look like one such sequence are no proof, and a request is none either.
  EXPECT_EQ(refusalOf("<?xml version='1.0' encoding='ISO-8859-1'?><p>\xC3\xA9</p>"), "");
  options_.encoding = "ISO-8859-1";
  EXPECT_EQ(refusalOf("<p>日本語の文章です、中国</p>"), "");
}

TEST_F(XmlTest, AMetaElementIsNoDeclarationButAHint) {
  EXPECT_EQ(refusalOf("<html><meta charset='Big5'/><p>\xBA\x7E\xA6\x72</p></html>"), "xml-encoding@1:32");
  EXPECT_NE(hint_.find("BIG5"), std::string::npos) << hint_;
  EXPECT_NE(hint_.find("--encoding"), std::string::npos) << hint_;
}

struct CorpusFile {
  const char* file;
  const char* words;  // that a wrong encoding would not give
};

/// The same articles in other encodings are the same articles.
TEST_F(XmlTest, TheReencodedCorpusIsReadInItsOwnEncodings) {
  if (!octavo::test::hasShared()) GTEST_SKIP() << "no corpora here";
  const fs::path corpus = octavo::test::sharedPath("corpus");
  const CorpusFile files[] = {
      {"docbook/encodings/utf16le-bom.xml", "Kapitel"},  {"jats/encodings/iso-8859-1.xml", "37 °C"},
      {"jats/encodings/utf8-bom-crlf.xml", "–"},    {"tei/encodings/no-encoding-declared.xml", "。"},
      {"tei/encodings/utf16be-bom.xml", "。"},      {"xhtml/encodings/ja-euc-jp.xhtml", "夏目漱石"},
      {"xhtml/encodings/ko-euc-kr.html", "데비안"}, {"xhtml/encodings/zh-big5.html", "前言"},
      {"xhtml/encodings/zh-gb18030.html", "前言"},
  };
  for (const CorpusFile& entry : files) {
    SCOPED_TRACE(entry.file);
    SourceFiles sources;
    Diagnostics diagnostics;
    const dom::Document document = read(corpus / entry.file, InputFolder(corpus), sources, diagnostics);
    const std::string words = dom::textContent(*document.root);
    EXPECT_NE(words.find(entry.words), std::string::npos);
    EXPECT_EQ(words.find("\uFFFD"), std::string::npos);
    EXPECT_EQ(words.find('\r'), std::string::npos);
    EXPECT_TRUE(diagnostics.entries().empty());
  }
}

}  // namespace
}  // namespace octavo::xml

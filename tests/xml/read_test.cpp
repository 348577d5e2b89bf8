// Reading: what XML 1.0, Namespaces and XInclude allow, and how the rest is refused.
#include <gtest/gtest.h>

#include <chrono>

#include "xml/reading.h"

namespace octavo::xml {
namespace {

TEST_F(XmlTest, WhiteSpaceBetweenElementsIsKept) {
  EXPECT_EQ(dumpOf("<p><b>甲</b> <i>乙</i></p>"), "<p>\n  <b>\n    \"甲\"\n  \" \"\n  <i>\n    \"乙\"\n");
}

TEST_F(XmlTest, EscapesAreResolvedExactlyOnce) {
  EXPECT_EQ(dumpOf("<p a=\"&amp;lt;&#10;\t'\">&amp;lt; &#38;lt; &lt;&#x65E5;</p>"),
            "<p a=\"&lt;\\n '\">\n  \"&lt; &lt; <日\"\n");
}

TEST_F(XmlTest, CommentsVanishAndTheTextAroundThemIsOne) {
  EXPECT_EQ(dumpOf("<p>日<!-- - -->本<?x y?>語<![CDATA[<&]]>。</p>"), "<p>\n  \"日本語<&。\"\n");
}

TEST_F(XmlTest, PositionsCountCharacters) {
  const auto document =
      readBytes("<a>\r\n  日本<b>x</b></a>", folder_ / "m.xml", InputFolder(folder_), sources_, diagnostics_);
  const dom::Element* b = dom::firstChild(*document.root, "b");
  EXPECT_EQ(b->position().line, 2U);
  EXPECT_EQ(b->position().column, 5U);
  EXPECT_EQ(b->children().front()->position().column, 8U);
  EXPECT_EQ(document.source->text, "<a>\n  日本<b>x</b></a>");
}

TEST_F(XmlTest, InternalEntitiesMayHoldMarkup) {
  EXPECT_EQ(dumpOf("<!DOCTYPE p [<!ENTITY who '<b>&first; B.</b>'><!ENTITY first \"A&#38;amp;\">]><p "
                   "t='&first;'>by &who;!</p>"),
            "<p t=\"A&\">\n  \"by \"\n  <b>\n    \"A& B.\"\n  \"!\"\n");
}

TEST_F(XmlTest, PublicEntityNamesNeedADoctype) {
  EXPECT_EQ(dumpOf("<!DOCTYPE p><p>caf&eacute;&nbsp;&lsqb;&b.alpha;</p>"), "<p>\n  \"café\u00A0[𝛂\"\n");
  EXPECT_EQ(refusalOf("<p>caf&eacute;</p>"), "xml-entity@1:7");
  EXPECT_NE(message_.find("eacute"), std::string::npos);
  EXPECT_EQ(refusalOf("<!DOCTYPE p><p>&unknown.thing;</p>"), "xml-entity@1:16");
}

TEST_F(XmlTest, TheInternalSubsetGivesDefaultAttributes) {
  EXPECT_EQ(dumpOf("<!DOCTYPE p [<!ATTLIST p kind (a|b) 'a' xml:lang CDATA #FIXED \"ja\" x ID #IMPLIED>]><p "
                   "kind='b'/>"),
            "<p kind=\"b\" xml:lang=\"ja\">\n");
}

TEST_F(XmlTest, ParameterEntitiesDeclareMore) {
  write("more.ent",
        "<?xml version='1.0' encoding='Shift_JIS'?><!-- it's --><!ENTITY name '\x93\xFA\x96\x7B'>");
  EXPECT_EQ(dumpOf("<!DOCTYPE p [<!ENTITY % more SYSTEM 'more.ent'> %more;]><p>&name;</p>"),
            "<p>\n  \"日本\"\n");
}

TEST_F(XmlTest, ExternalEntitiesComeFromTheFolderOnly) {
  write("part.xml", "<?xml version='1.0'?><s>&x;</s>tail");
  EXPECT_EQ(dumpOf("<!DOCTYPE p [<!ENTITY part SYSTEM 'part.xml'><!ENTITY x '!'>]><p>&part;</p>"),
            "<p>\n  <s>\n    \"!\"\n  \"tail\"\n");
  EXPECT_EQ(refusalOf("<!DOCTYPE p [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><p>&x;</p>"), "xml-entity@1:58");
  EXPECT_EQ(refusalOf("<!DOCTYPE p [<!ENTITY x SYSTEM '../../../../../../../../../etc/passwd'>]><p>&x;</p>"),
            "xml-entity@1:77");
}

TEST_F(XmlTest, EntityLoopsAndBombsAreRefusedQuickly) {
  EXPECT_EQ(refusalOf("<!DOCTYPE p [<!ENTITY a '&b;'><!ENTITY b '&a;'>]><p>&a;</p>"), "xml-entity@1:53");
  std::string bomb = "<!DOCTYPE p [<!ENTITY l0 'lol'>";
  for (int i = 1; i < 12; ++i) {
    bomb += "<!ENTITY l" + std::to_string(i) + " '";
    for (int n = 0; n < 10; ++n) bomb += "&l" + std::to_string(i - 1) + ";";
    bomb += "'>";
  }
  const auto begin = std::chrono::steady_clock::now();
  EXPECT_TRUE(refusalOf(bomb + "]>\n<p>&l11;</p>").starts_with("xml-entity-limit@2:4"));
  EXPECT_TRUE(refusalOf(bomb + "]>\n<p a='&l11;'/>").starts_with("xml-entity-limit@2:1"));
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(10));  // sanitizers are slow
}

TEST_F(XmlTest, TheDtdsOfJatsAndBitsFixTheirNamespaces) {
  const std::string body = "<article><p xlink:href='x'><mml:math/><ali:free_to_read/></p></article>";
  for (const std::string dtd : {"JATS (Z39.96) Journal Publishing DTD v1.2 20190208", "BITS Book Interchange DTD v2.0 20151225",
                                "Journal Archiving and Interchange DTD v3.0 20080202"}) {
    EXPECT_EQ(dumpOf("<!DOCTYPE article PUBLIC '-//NLM//DTD " + dtd + "//EN' 'x.dtd'>" + body),
              "<article>\n  <p xlink:href=\"x\">\n    <m:math>\n    <ali:free_to_read>\n");
  }
  EXPECT_EQ(refusalOf(body), "xml-namespace@1:10");
  EXPECT_EQ(refusalOf("<!DOCTYPE article PUBLIC '-//X//DTD Other//EN' 'x.dtd'>" + body), "xml-namespace@1:65");
}

TEST_F(XmlTest, KnownNamespacesHaveKnownNames) {
  EXPECT_EQ(
      dumpOf("<a xmlns='http://www.w3.org/1999/xhtml' xmlns:m='http://www.w3.org/1998/Math/MathML' "
             "xmlns:l='http://www.w3.org/1999/xlink' xmlns:e='http://www.idpf.org/2007/ops' xmlns:tp='urn:t' "
             "l:href='x' e:type='y' tp:z='1'><m:math/><tp:name/><e:switch/></a>"),
      "<a xlink:href=\"x\" epub:type=\"y\" tp:z=\"1\">\n  <m:math>\n  <tp:name>\n  <epub:switch>\n");
}

TEST_F(XmlTest, WhatTheParserLetsPassIsRefused) {
  EXPECT_EQ(refusalOf("<a b='1' b='2'/>"), "xml-not-well-formed@1:10");
  EXPECT_EQ(refusalOf("<a b='x<y'/>"), "xml-not-well-formed@1:4");
  EXPECT_EQ(refusalOf("<a/>\n<b/>"), "xml-not-well-formed@2:1");
  EXPECT_EQ(refusalOf("<a/>tail"), "xml-not-well-formed@1:5");
  EXPECT_EQ(refusalOf("<a>]]></a>"), "xml-not-well-formed@1:4");
  EXPECT_EQ(refusalOf("<a>x & y</a>"), "xml-not-well-formed@1:6");
  EXPECT_EQ(refusalOf("<x:a/>"), "xml-namespace@1:1");
  EXPECT_EQ(refusalOf("<a x:b='1'/>"), "xml-namespace@1:1");
  EXPECT_EQ(refusalOf("<a>&#0;</a>"), "xml-character@1:4");
  EXPECT_EQ(refusalOf("<a>&#xD800;</a>"), "xml-character@1:4");
  EXPECT_EQ(refusalOf("<a>\x01</a>"), "xml-character@1:4");
  EXPECT_EQ(refusalOf("<a>日\uFFFE</a>"), "xml-character@1:5");
  EXPECT_EQ(refusalOf("\n<?xml version='1.0'?><a/>"), "xml-not-well-formed@2:1");
}

TEST_F(XmlTest, ManyAttributesAreComparedToo) {
  std::string many;
  for (int i = 0; i < 30; ++i) many += " a" + std::to_string(i) + "='1'";
  EXPECT_EQ(refusalOf("<a" + many + "/>"), "");
  EXPECT_EQ(refusalOf("<a" + many + " a3='2'/>"), "xml-not-well-formed@1:234");
  EXPECT_EQ(refusalOf("<a" + many + " a29='2'/>"), "xml-not-well-formed@1:234");
  EXPECT_EQ(
      refusalOf(
          "<a xmlns:p='urn:x' xmlns:q='http://www.w3.org/1999/xlink' xmlns:r='http://www.w3.org/1999/xlink' "
          "q:href='1' r:href='2'/>"),
      "xml-namespace@1:1");
}

TEST_F(XmlTest, TagsThatDoNotFitAreBothNamed) {
  EXPECT_EQ(refusalOf("<p>\n<i>日<b></i></b></p>"), "xml-not-well-formed@2:8");
  EXPECT_NE(message_.find("<b>, opened at 2:5"), std::string::npos) << message_;
  EXPECT_EQ(refusalOf("<p><i>x</i>"), "xml-not-well-formed@1:12");
  EXPECT_NE(message_.find("<p>, opened at 1:1"), std::string::npos) << message_;
}

TEST_F(XmlTest, WhatIsNoXmlIsCalledSo) {
  EXPECT_EQ(refusalOf(""), "xml-empty@1:1");
  EXPECT_EQ(refusalOf("%PDF-1.7"), "xml-not-xml@1:1");
  EXPECT_EQ(refusalOf("plain text"), "xml-not-xml@1:1");
  EXPECT_TRUE(refusalOf("<!doctype html><title>x<p>a<br>b").starts_with("xml-not-xml@1:"));
  EXPECT_TRUE(refusalOf("<?xml version='1.0'?>\n").starts_with("xml-not-well-formed@"));
}

TEST_F(XmlTest, EncodingsComeFromMarkOrDeclaration) {
  EXPECT_EQ(dumpOf("<?xml version='1.0' encoding='Shift_JIS'?><p>\x93\xFA\x96\x7B</p>"), "<p>\n  \"日本\"\n");
  EXPECT_EQ(dumpOf(std::string("\xFF\xFE<\0p\0/\0>\0", 10)), "<p>\n");
  EXPECT_EQ(dumpOf(std::string("\0<\0p\0/\0>", 8)), "<p>\n");
  EXPECT_TRUE(diagnostics_.entries().empty());
  EXPECT_EQ(dumpOf("\xEF\xBB\xBF<?xml version='1.0' encoding='UTF-16'?><p/>"), "<p>\n");
  ASSERT_EQ(diagnostics_.entries().size(), 1U);
  EXPECT_EQ(diagnostics_.entries()[0].diagnostic.code, "xml-encoding-conflict");
}

TEST_F(XmlTest, WrongEncodingsAreRefusedWithTheByte) {
  EXPECT_EQ(refusalOf("<?xml version='1.0' encoding='x-klingon'?><p/>"), "xml-encoding@1:1");
  EXPECT_EQ(refusalOf("<?xml version='1.0' encoding='utf-7'?><p/>"), "xml-encoding@1:1");
  EXPECT_EQ(refusalOf("<p>\n日\xE6\x97</p>"), "xml-encoding@2:2");
  EXPECT_NE(message_.find("0xE6 at offset 7"), std::string::npos) << message_;
}

TEST_F(XmlTest, DepthHasALimit) {
  const auto nested = [](int depth) {
    std::string text;
    for (int i = 0; i < depth; ++i) text += "<a>";
    for (int i = 0; i < depth; ++i) text += "</a>";
    return text;
  };
  EXPECT_EQ(refusalOf(nested(500)), "");
  EXPECT_EQ(refusalOf(nested(501)), "xml-too-deep@1:1501");
  EXPECT_EQ(refusalOf(nested(200000)), "xml-too-deep@1:1501");
}

TEST_F(XmlTest, TheDoctypeAndInstructionsOfThePrologAreKept) {
  const auto document = readBytes(
      "<?xml version='1.0'?><?xml-stylesheet href='a.css'?><!DOCTYPE html PUBLIC '-//X' "
      "'http://127.0.0.1:9/x.dtd'><html/>",
      folder_ / "m.xml", InputFolder(folder_), sources_, diagnostics_);
  EXPECT_EQ(document.doctypeName, "html");
  EXPECT_EQ(document.publicId, "-//X");
  EXPECT_EQ(document.systemId, "http://127.0.0.1:9/x.dtd");
  ASSERT_EQ(document.instructions.size(), 1U);
  EXPECT_EQ(document.instructions[0].target, "xml-stylesheet");
  EXPECT_EQ(document.instructions[0].content, "href='a.css'");
}

TEST_F(XmlTest, WrittenXmlReadsBackAsTheSameTree) {
  const std::string text =
      "<section xmlns=\"http://www.w3.org/1999/xhtml\" xmlns:epub=\"http://www.idpf.org/2007/ops\"><p "
      "epub:type=\"x\">"
      "a &lt; b &amp;amp; \"q\"<br/><i></i><math "
      "xmlns=\"http://www.w3.org/1998/Math/MathML\"><mi/></math></p></section>";
  const auto document = readBytes(text, folder_ / "m.xml", InputFolder(folder_), sources_, diagnostics_);
  EXPECT_EQ(serialize(*document.root), text);
}

/// All of the corpus that is meant to be read is read.
class Corpus : public ::testing::TestWithParam<const char*> {};

TEST_P(Corpus, IsReadWhole) {
  if (!octavo::test::hasShared()) GTEST_SKIP() << "no corpora here";
  const fs::path root = octavo::test::sharedPath("corpus") / GetParam();
  std::size_t count = 0;
  for (const auto& entry : fs::recursive_directory_iterator(root)) {
    const std::string ending = entry.path().extension().string();
    if (!entry.is_regular_file() || (ending != ".xml" && ending != ".xhtml" && ending != ".html")) continue;
    SourceFiles sources;
    Diagnostics diagnostics;
    try {
      EXPECT_TRUE(
          read(entry.path(), InputFolder(octavo::test::sharedPath("corpus")), sources, diagnostics).root);
      ++count;
    } catch (const BuildError& error) {
      // Fragments whose entities another file declares, and XInclude schemes that no reader here knows.
      const std::string& code = error.diagnostic().code;
      EXPECT_TRUE(code == "xml-entity" || code == "xml-include")
          << entry.path() << ": " << code << " " << error.diagnostic().message;
    }
  }
  EXPECT_GT(count, 0U);
}
INSTANTIATE_TEST_SUITE_P(Xml, Corpus,
                         ::testing::Values("jats", "bits", "xhtml", "docbook", "tei", "odd", "user"));

}  // namespace
}  // namespace octavo::xml

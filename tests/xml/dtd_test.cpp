// DTDs: what a document's DOCTYPE and the files it names declare.
#include <gtest/gtest.h>

#include "xml/reading.h"

namespace octavo::xml {
namespace {

TEST_F(XmlTest, ADtdInTheFolderIsRead) {
  write("dtd/a.dtd", "<?xml version='1.0' encoding='UTF-8'?><!ELEMENT p (#PCDATA|b)*>"
                     "<!ATTLIST p kind CDATA 'a'><!ENTITY who 'Ada &amp; <b/>'><!-- %none; -->");
  EXPECT_EQ(dumpOf("<!DOCTYPE p SYSTEM 'dtd/a.dtd'><p>&who;</p>"), "<p kind=\"a\">\n  \"Ada & \"\n  <b>\n");
  EXPECT_EQ(codes(), "");
}

TEST_F(XmlTest, TheDocumentsOwnDeclarationsBindBeforeThoseOfItsDtd) {
  write("a.dtd", "<!ATTLIST p kind CDATA 'a'><!ENTITY who 'Ada'><!ENTITY % extra ''>%extra;");
  EXPECT_EQ(dumpOf("<!DOCTYPE p SYSTEM 'a.dtd' [<!ENTITY who 'Eve'><!ENTITY % extra \"<!ENTITY late 'late'>\">"
                   "<!ATTLIST p kind CDATA 'b'>]><p>&who; &late;</p>"),
            "<p kind=\"b\">\n  \"Eve late\"\n");
}

TEST_F(XmlTest, ConditionalSectionsAreIncludedOrIgnored) {
  write("a.dtd", "<!ENTITY % yes 'INCLUDE'><!ENTITY % no 'IGNORE'>"
                 "<![%yes;[<!ENTITY a '1'><![ IGNORE [<!ENTITY a2 'x'> <![INCLUDE[ ]]> ]]><!ENTITY b '2'>]]>"
                 "<![%no;[<!ENTITY b 'x'> <![%yes;[ ]]> not even a declaration ]]><!ENTITY c '3'>");
  EXPECT_EQ(dumpOf("<!DOCTYPE p SYSTEM 'a.dtd'><p>&a;&b;&c;</p>"), "<p>\n  \"123\"\n");
  EXPECT_TRUE(refusalOf("<!DOCTYPE p SYSTEM 'a.dtd' [<!ENTITY % no 'INCLUDE'>]><p/>").starts_with("xml-not-well-formed@1:"));
}

TEST_F(XmlTest, ConditionalSectionsHaveAnEndAndAKnownWord) {
  write("a.dtd", "<![INCLUDE[<!ENTITY a '1'>");
  EXPECT_EQ(refusalOf("<!DOCTYPE p SYSTEM 'a.dtd'><p/>"), "xml-not-well-formed@1:27");
  write("b.dtd", "\n<![IGNORE[<!ENTITY a '1'>");
  EXPECT_EQ(refusalOf("<!DOCTYPE p SYSTEM 'b.dtd'><p/>"), "xml-not-well-formed@2:1");
  write("c.dtd", "<![PERHAPS[ ]]>");
  EXPECT_EQ(refusalOf("<!DOCTYPE p SYSTEM 'c.dtd'><p/>"), "xml-not-well-formed@1:12");
  // XML 1.0, section 2.8: not in the document itself.
  EXPECT_TRUE(refusalOf("<!DOCTYPE p [<![INCLUDE[ ]]>]><p/>").starts_with("xml-not-well-formed@1:"));
}

TEST_F(XmlTest, ParameterEntitiesBringAttributes) {
  write("a.dtd", "<!ENTITY % common \"xml:lang CDATA 'ja' id ID #IMPLIED\"><!ENTITY % kinds 'a | b'>"
                 "<!ENTITY % element 'p'><!ATTLIST %element; %common; kind (%kinds;) 'b' note CDATA '100%'>");
  EXPECT_EQ(dumpOf("<!DOCTYPE p SYSTEM 'a.dtd'><p/>"), "<p xml:lang=\"ja\" kind=\"b\" note=\"100%\">\n");
}

TEST_F(XmlTest, ADtdReadsItsModulesFromItsOwnPlace) {
  write("dtd/a.dtd", "<!ENTITY % m PUBLIC '-//X//DTD M//EN' 'm/m.ent'>%m;<!ENTITY % gone PUBLIC '-//X//DTD G//EN' 'g.ent'>%gone;");
  write("dtd/m/m.ent", "<!ENTITY who '日本'>");
  EXPECT_EQ(dumpOf("<!DOCTYPE p SYSTEM 'dtd/a.dtd'><p>&who;</p>"), "<p>\n  \"日本\"\n");
  EXPECT_EQ(codes(), "xml-entity-skipped");
}

TEST_F(XmlTest, PublicSetsOfCharactersAreKnownByHeart) {
  EXPECT_EQ(dumpOf("<!DOCTYPE p [<!ENTITY % HTMLlat1 PUBLIC '-//W3C//ENTITIES Latin 1 for XHTML//EN' "
                   "'http://www.w3.org/TR/xhtml1/DTD/xhtml-lat1.ent'> %HTMLlat1; "
                   "<!ENTITY % iso PUBLIC 'ISO 8879:1986//ENTITIES Added Latin 2//EN//XML' 'isolat2.ent'> %iso;]>"
                   "<p>&eacute;&lstrok;</p>"),
            "<p>\n  \"éł\"\n");
  EXPECT_EQ(codes(), "");
}

TEST_F(XmlTest, WhatLiesElsewhereIsNotRead) {
  EXPECT_EQ(dumpOf("<!DOCTYPE p SYSTEM 'http://127.0.0.1:9/a.dtd'><p/>"), "<p>\n");
  EXPECT_EQ(dumpOf("<!DOCTYPE p SYSTEM '../../../../../../../../etc/passwd'><p/>"), "<p>\n");
  EXPECT_EQ(codes(), "");
  EXPECT_EQ(dumpOf("<!DOCTYPE p [<!ENTITY % x SYSTEM 'http://127.0.0.1:9/x.ent'> %x;]><p/>"), "<p>\n");
  EXPECT_EQ(codes(), "xml-entity-skipped");
  EXPECT_EQ(refusalOf("<!DOCTYPE p [<!ENTITY % x SYSTEM '../../../../../../../../etc/passwd'> %x;]><p/>"), "xml-entity@1:72");
}

TEST_F(XmlTest, DtdsThatGrowOrLoopAreRefused) {
  write("loop.dtd", "<!ENTITY % a SYSTEM 'loop.dtd'>%a;");
  EXPECT_TRUE(refusalOf("<!DOCTYPE p SYSTEM 'loop.dtd'><p/>").starts_with("xml-entity@1:"));
  std::string bomb = "<!ENTITY % a0 'x CDATA #IMPLIED '>";
  for (int i = 1; i < 12; ++i) {
    bomb += "<!ENTITY % a" + std::to_string(i) + " '";
    for (int n = 0; n < 10; ++n) bomb += "%a" + std::to_string(i - 1) + ";";
    bomb += "'>";
  }
  write("bomb.dtd", bomb + "<!ATTLIST p %a11;>");
  EXPECT_TRUE(refusalOf("<!DOCTYPE p SYSTEM 'bomb.dtd'><p/>").starts_with("xml-entity-limit@1:"));
}

}  // namespace
}  // namespace octavo::xml

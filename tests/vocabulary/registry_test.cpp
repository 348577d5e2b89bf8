#include "vocabulary/registry.h"

#include <gtest/gtest.h>

#include "xml/xml.h"

namespace octavo::vocabulary {
namespace {

Vocabulary sniffed(std::string_view text) {
  SourceFiles sources;
  Diagnostics diagnostics;
  return sniffVocabulary(xml::readBytes(text, "x.xml", InputFolder("."), sources, diagnostics));
}

TEST(Registry, TheNamespaceSpeaksFirst) {
  EXPECT_EQ(sniffed("<article xmlns='http://www.w3.org/1999/xhtml'><front/></article>"), Vocabulary::Xhtml);
  EXPECT_EQ(sniffed("<article xmlns='http://docbook.org/ns/docbook'/>"), Vocabulary::DocBook);
  EXPECT_EQ(sniffed("<assembly xmlns='http://docbook.org/ns/docbook'/>"), Vocabulary::Assembly);
  EXPECT_EQ(sniffed("<TEI xmlns='http://www.tei-c.org/ns/1.0'/>"), Vocabulary::Tei);
}

TEST(Registry, ThenTheDoctype) {
  EXPECT_EQ(sniffed("<!DOCTYPE article PUBLIC '-//NLM//DTD Journal Publishing DTD v3.0 20080202//EN' "
                    "'x.dtd'><article/>"),
            Vocabulary::Jats);
  EXPECT_EQ(sniffed("<!DOCTYPE article PUBLIC '-//OASIS//DTD DocBook XML V4.4//EN' 'x.dtd'><article/>"),
            Vocabulary::DocBook);
  EXPECT_EQ(sniffed("<!DOCTYPE book PUBLIC '-//NLM//DTD BITS Book v2.0//EN' 'x.dtd'><book/>"),
            Vocabulary::Bits);
  EXPECT_EQ(sniffed("<!DOCTYPE html><html/>"), Vocabulary::Xhtml);
  EXPECT_EQ(sniffed("<!DOCTYPE topic PUBLIC '-//OASIS//DTD DITA Topic//EN' 'topic.dtd'><topic/>"),
            Vocabulary::Dita);
}

TEST(Registry, ThenTheNamesOfRootAndChildren) {
  EXPECT_EQ(sniffed("<html/>"), Vocabulary::Xhtml);
  EXPECT_EQ(sniffed("<article><front/><body/></article>"), Vocabulary::Jats);
  EXPECT_EQ(sniffed("<article><title>t</title><para/></article>"), Vocabulary::DocBook);
  EXPECT_EQ(sniffed("<article><h1>t</h1></article>"), Vocabulary::Xhtml);
  EXPECT_EQ(sniffed("<article><title>t</title></article>"), Vocabulary::Unknown);
  EXPECT_EQ(sniffed("<book><book-meta/></book>"), Vocabulary::Bits);
  EXPECT_EQ(sniffed("<zork/>"), Vocabulary::Unknown);
}

}  // namespace
}  // namespace octavo::vocabulary

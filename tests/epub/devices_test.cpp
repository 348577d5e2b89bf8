// What the EPUB does for single families of readers: a test for each rule.
#include "epub/devices.h"

#include <gtest/gtest.h>

#include "epub/writer.h"
#include "image/image.h"
#include "support/golden.h"
#include "xml/xml.h"

namespace octavo::epub {
namespace {

/// A chapter with a note, its call and elements of HTML 5.
std::vector<Document> makeChapter() {
  Diagnostics diagnostics;
  SourceFiles sources;
  const InputFolder folder(".");
  dom::Document document = xml::readBytes(
      "<section xmlns='http://www.w3.org/1999/xhtml' xmlns:epub='http://www.idpf.org/2007/ops' role='doc-chapter'>"
      "<p>a<a role='doc-noteref' epub:type='noteref' id='call' href='#note'>1</a></p>"
      "<figure class='wide' aria-label='f'><figcaption>c</figcaption></figure>"
      "<section class='notes' role='doc-endnotes'><aside id='note' role='doc-footnote' epub:type='footnote'><p><a href='#call'>1</a>n</p></aside></section>"
      "</section>",
      "x.xml", folder, sources, diagnostics);
  std::vector<Document> documents(1);
  documents[0].root = std::move(document.root);
  return documents;
}

std::string fitted(Device device) {
  std::vector<Document> documents = makeChapter();
  fitDocuments(documents, profileOf(device));
  return xml::serialize(*documents[0].root);
}

bool holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

TEST(Devices, GenericLeavesTheChapterAsItIs) {
  EXPECT_EQ(fitted(Device::Generic), xml::serialize(*makeChapter()[0].root));
  EXPECT_TRUE(deviceItems(profileOf(Device::Generic)).empty());
}

TEST(Devices, KoboFindsTheIdOfANoteOnADivision) {
  const std::string text = fitted(Device::Kobo);
  EXPECT_TRUE(holds(text, "<aside role=\"doc-footnote\"><div id=\"note\" epub:type=\"footnote\"><p><a href=\"#call\">1</a>n</p></div></aside>")) << text;
}

TEST(Devices, KoboAndKindleHaveTheirOwnFaceForRunningText) {
  EXPECT_TRUE(profileOf(Device::Kobo).style.hasReadersFont);
  const css::EpubStyle kindle = profileOf(Device::Kindle).style;
  EXPECT_TRUE(kindle.hasReadersFont && kindle.hasReadersLines && kindle.hasNoBackgrounds && kindle.hasNoNegativeMargins &&
              kindle.hasSideMarginsInPercent && kindle.fitsTables);
}

TEST(Devices, KoreaderHasNotesWithoutASectionOfTheirOwn) {
  const std::string text = fitted(Device::Koreader);
  EXPECT_TRUE(holds(text, "</figure><hr/><aside id=\"note\" role=\"doc-footnote\" epub:type=\"footnote\">")) << text;
  EXPECT_TRUE(holds(text, "</aside></section>"));
  EXPECT_FALSE(holds(text, "doc-endnotes"));
}

TEST(Devices, DuokanOpensItemsFromPictures) {
  const std::string text = fitted(Device::Duokan);
  EXPECT_TRUE(holds(text, "href=\"#note\" class=\"duokan-footnote\"><img src=\"duokan/note.png\" alt=\"1\"/></a>")) << text;
  EXPECT_TRUE(holds(text, "<ol class=\"duokan-footnote-content\"><li class=\"duokan-footnote-item\" id=\"note\" epub:type=\"footnote\"><p>")) << text;
  const std::vector<Item> items = deviceItems(profileOf(Device::Duokan));
  ASSERT_EQ(items.size(), 1U);
  EXPECT_EQ(items[0].path, "duokan/note.png");
  Diagnostics diagnostics;
  const auto picture = image::inspect(items[0].bytes, "note", {}, diagnostics);
  ASSERT_TRUE(picture);
  EXPECT_EQ(picture->width, 96U);
  EXPECT_TRUE(picture->hasAlpha);
}

TEST(Devices, OldReadersGetElementsOfHtml4) {
  const std::string text = fitted(Device::Old);
  for (const char* young : {"<section", "<figure", "<figcaption", "<aside"}) EXPECT_FALSE(holds(text, young)) << text;
  EXPECT_TRUE(holds(text, "<div class=\"figure wide\" aria-label=\"f\" role=\"figure\"><div class=\"figcaption\">c</div></div>")) << text;
  EXPECT_TRUE(holds(text, "<div id=\"note\" role=\"doc-footnote\" epub:type=\"footnote\" class=\"aside\">")) << text;
  EXPECT_TRUE(profileOf(Device::Old).style.isPlain) << "and the sheet speaks of div.figure";
}

TEST(Devices, AppleUsesEmbeddedFontsWhereThePackageSaysSo) {
  EXPECT_TRUE(profileOf(Device::Apple).mustAllowFonts);
  EXPECT_EQ(profileOf(Device::Apple).mostPixels, 5'600'000U);
  publication::Metadata metadata;
  metadata.title = {"t", "en"};
  metadata.languages = {"en"};
  PackageFacts facts{metadata, "urn:x", "2026-09-30T00:00:00Z", {}, {}};
  EXPECT_FALSE(holds(packageDocument(facts, {}), "ibooks"));
  facts.allowsFonts = true;
  const std::string text = packageDocument(facts, {});
  EXPECT_TRUE(holds(text, "<meta property=\"ibooks:specified-fonts\">true</meta>")) << text;
  EXPECT_TRUE(holds(text, " ibooks: http://vocabulary.itunes.apple.com/rdf/ibooks/vocabulary-extensions-1.0/")) << text;
}

}  // namespace
}  // namespace octavo::epub

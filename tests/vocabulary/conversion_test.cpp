#include "vocabulary/conversion.h"

#include <gtest/gtest.h>

#include "vocabulary/conversion_language.h"
#include "xml/xml.h"

namespace octavo::vocabulary {
namespace {

TEST(Language, TagsGetTheirUsualCapitals) {
  EXPECT_EQ(canonicalLanguage("ZH_hant-hk"), "zh-Hant-HK");
  EXPECT_EQ(canonicalLanguage("de-1996"), "de-1996");
  EXPECT_EQ(canonicalLanguage("ja-Jpan-JP"), "ja-JP");
  EXPECT_EQ(canonicalLanguage("zh-Hans"), "zh-Hans");
  EXPECT_EQ(canonicalLanguage("sr-Latn"), "sr-Latn");
  EXPECT_EQ(canonicalLanguage("es-419"), "es-419");
  EXPECT_EQ(canonicalLanguage("zh-cmn-Hans"), "zh-cmn-Hans");
  EXPECT_EQ(canonicalLanguage("en-x-private"), "en-x-private");
}

TEST(Language, TheShortestCodeOfTodayCounts) {
  for (const auto& [code, shortest] : std::vector<std::pair<std::string, std::string>>{
           {"deu", "de"}, {"ger", "de"}, {"lat", "la"}, {"fra-CA", "fr-CA"}, {"jpn", "ja"}, {"gre", "el"}, {"iw", "he"},
           {"zho-Hant", "zh-Hant"}, {"grc", "grc"}, {"und", "und"}, {"yue-Hant-HK", "yue-Hant-HK"}}) {
    EXPECT_EQ(canonicalLanguage(code), shortest) << code;
  }
}

TEST(Language, TagsThatWereRegisteredWholeAreTags) {
  EXPECT_EQ(canonicalLanguage("en-GB-oed"), "en-GB-oxendict");
  EXPECT_EQ(canonicalLanguage("sgn-BE-FR"), "sfb");
  EXPECT_EQ(canonicalLanguage("i-klingon"), "tlh");
  EXPECT_EQ(canonicalLanguage("zh-min-nan"), "nan");
  EXPECT_EQ(canonicalLanguage("i-mingo"), "i-mingo");  // the registry has nothing in its place
  EXPECT_EQ(canonicalLanguage("cel-gaulish"), "cel-gaulish");
}

TEST(Language, NamesAndCountriesAreNoLanguages) {
  EXPECT_FALSE(canonicalLanguage("English"));
  EXPECT_FALSE(canonicalLanguage("jp"));
  EXPECT_FALSE(canonicalLanguage("cn"));
  EXPECT_FALSE(canonicalLanguage("i-nonsense"));
}

TEST(Language, OtherWordsAreNone) {
  EXPECT_FALSE(canonicalLanguage("this is not a language"));
  EXPECT_FALSE(canonicalLanguage("e"));
  EXPECT_FALSE(canonicalLanguage("en--US"));
  EXPECT_FALSE(canonicalLanguage("en-x-" + std::string(300, 'a')));
  EXPECT_FALSE(canonicalLanguage("日本語"));
}

class ConversionTest : public ::testing::Test {
 protected:
  ConversionTest()
      : document_(xml::readBytes("<a/>", "x.xml", folder_, sources_, diagnostics_)),
        conversion_({document_, file_, folder_, "chapter-1", "p-", diagnostics_}),
        root_(conversion_.makeRoot(*document_.root, "en")) {}

  dom::Element& paragraph() { return conversion_.appendPlain(*root_, "p", {}); }
  std::string hrefOf(std::string_view address) {
    dom::Element& link = conversion_.appendPlain(*root_, "a", {});
    conversion_.linkToWeb(link, address, {});
    return std::string(link.attributeOr("href"));
  }
  std::size_t countOf(std::string_view code) const {
    std::size_t count = 0;
    for (const auto& entry : diagnostics_.entries()) count += entry.diagnostic.code == code ? 1 : 0;
    return count;
  }

  SourceFiles sources_;
  Diagnostics diagnostics_;
  InputFolder folder_{"."};
  std::filesystem::path file_ = "x.xml";
  dom::Document document_;
  Conversion conversion_;
  std::unique_ptr<dom::Element> root_;
};

TEST_F(ConversionTest, IdsAreAsciiNamesAndUnique) {
  dom::Element& first = paragraph();
  dom::Element& second = paragraph();
  conversion_.setId(first, "図 1", {});
  conversion_.setId(second, "図 1", {});
  EXPECT_EQ(first.attributeOr("id"), "p-u56F3_1");
  EXPECT_EQ(second.attributeOr("id"), "p-u56F3_1-2");
  EXPECT_EQ(countOf("id-duplicate"), 1U);
  EXPECT_EQ(conversion_.freshId("1"), "p-1");
}

TEST_F(ConversionTest, OnlySafeSchemesLead) {
  EXPECT_EQ(hrefOf("http://example.org/a b|c%zz#x#y"), "http://example.org/a%20b%7Cc%25zz#x%23y");
  EXPECT_EQ(hrefOf(" https://例.jp/%20 "), "https://xn--fsq.jp/%20");
  EXPECT_EQ(hrefOf("http://my_host.org:8080/日本"), "http://my_host.org:8080/日本");
  EXPECT_EQ(hrefOf("www.example.org"), "http://www.example.org");
  EXPECT_EQ(hrefOf("doi:10.1/x"), "https://doi.org/10.1/x");
  EXPECT_EQ(hrefOf("mailto:a@b.c"), "mailto:a@b.c");
  EXPECT_EQ(countOf("active-content") + countOf("link-invalid"), 0U);
  EXPECT_EQ(hrefOf("java\nscript:alert(1)"), "");
  EXPECT_EQ(hrefOf("DATA:text/html,x"), "");
  EXPECT_EQ(countOf("active-content"), 2U);
  EXPECT_EQ(hrefOf("http:///x"), "");
  EXPECT_EQ(hrefOf("http://a b.org/"), "");
  EXPECT_EQ(hrefOf("http://a.org:port/"), "");
  EXPECT_EQ(hrefOf("file:///etc/passwd"), "");
  EXPECT_EQ(countOf("link-invalid"), 4U);
}

TEST_F(ConversionTest, NotesAreNumberedByTheirCallsAndStandAtTheEnd) {
  conversion_.makeNote("b", {}).body.appendText("second", {});
  const Conversion::Note first = conversion_.makeNote("", {});
  first.body.appendText("first", {});
  dom::Element& text = paragraph();
  conversion_.appendNoteCall(text, first.key, "", {});
  conversion_.appendNoteCall(text, "b", "*", {});
  conversion_.appendNoteCall(text, "b", "*", {});
  conversion_.appendNoteCall(text, "none", "[9]", {});
  Article article = conversion_.finish({}, std::move(root_));
  closeReferences(article, diagnostics_);
  EXPECT_EQ(dom::dump(*article.chapters[0].root),
            R"(<section id="chapter-1" lang="en" xml:lang="en" data-short-title="x">
  <p>
    <a role="doc-noteref" epub:type="noteref" id="p-noteref-1" href="#p-note-1">
      "1"
    <a role="doc-noteref" epub:type="noteref" id="p-noteref-2" href="#p-b">
      "2"
    <a role="doc-noteref" epub:type="noteref" id="p-noteref-2-2" href="#p-b">
      "2"
    <span>
      "[9]"
  <section class="notes" role="doc-endnotes" epub:type="endnotes">
    <aside id="p-note-1" role="doc-footnote" epub:type="footnote">
      <p>
        <a href="#p-noteref-1" role="doc-backlink">
          "1"
        "first"
    <aside id="p-b" role="doc-footnote" epub:type="footnote">
      <p>
        <a href="#p-noteref-2" role="doc-backlink">
          "2"
        "second"
)");
  EXPECT_EQ(countOf("xref-dangling"), 1U);
}

TEST_F(ConversionTest, ANoteThatNothingCallsStaysAsText) {
  conversion_.makeNote("n", {}).body.appendText("general", {});
  const Article article = conversion_.finish({}, std::move(root_));
  EXPECT_EQ(dom::dump(*article.chapters[0].root),
            "<section id=\"chapter-1\" lang=\"en\" xml:lang=\"en\" data-short-title=\"x\">\n  <div class=\"general-notes\">\n"
            "    <div id=\"p-n\" class=\"note\">\n      <p>\n        \"general\"\n");
}

TEST_F(ConversionTest, HeadingsGoInStepsOfOne) {
  for (const char* name : {"h3", "h1", "h4", "h2", "h6"}) {
    conversion_.appendPlain(*root_, name, {}).appendText(name, {});
  }
  const Article article = conversion_.finish({}, std::move(root_));
  std::string names;
  for (const auto& child : article.chapters[0].root->children()) names += dom::asElement(*child)->name + " ";
  EXPECT_EQ(names, "h1 h2 h3 h3 h4 ");
  EXPECT_EQ(article.chapters[0].title, "h3");
  // The second is no chapter's title any more, but what was below it still is.
  ASSERT_EQ(article.navigation.at(0).children.size(), 1U);
  ASSERT_EQ(article.navigation[0].children[0].children.size(), 2U);
  EXPECT_EQ(article.navigation[0].children[0].children[1].label, "h2");
}

}  // namespace
}  // namespace octavo::vocabulary

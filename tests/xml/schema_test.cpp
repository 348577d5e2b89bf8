// Documents held to a schema: a small DTD, RELAX NG and XML Schema of our own, in tests/xml/schema.
#include "xml/schema.h"

#include <gmock/gmock.h>

#include <functional>

#include "xml/reading.h"

namespace octavo::xml {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class SchemaTest : public XmlTest {
 protected:
  /// "code@line:column" of each fault.
  std::vector<std::string> faultsBy(const fs::path& schema, std::string_view text) {
    write("a.xml", text);
    const fs::path file = folder_ / "a.xml";
    const InputFolder folder(folder_);
    const dom::Document document = read(file, folder, sources_, diagnostics_);
    validate({document, file, folder}, schema, diagnostics_);
    std::vector<std::string> faults;
    for (const Diagnostics::Entry& entry : diagnostics_.entries()) {
      const SourcePosition& where = entry.diagnostic.where;
      EXPECT_EQ(entry.diagnostic.severity, Severity::Error);
      faults.push_back(entry.diagnostic.code + "@" + std::to_string(where.line) + ":" + std::to_string(where.column));
      messages_ += entry.diagnostic.message + "\n";
    }
    return faults;
  }
  static fs::path own(const std::string& name) { return test::testPath("xml/schema/" + name); }

  std::string messages_;
};

TEST_F(SchemaTest, ADtdAcceptsWhatFollowsIt) {
  EXPECT_THAT(faultsBy(own("article.dtd"), "<article><title>T</title><p id='a'>x <em>y</em> <ref to='a'>z</ref></p></article>"),
              IsEmpty());
}

TEST_F(SchemaTest, ADtdNamesTheLineOfEachFault) {
  EXPECT_THAT(faultsBy(own("article.dtd"), "<article>\n <title>T</title>\n  <p kind='odd'>x</p>\n <p><b>y</b></p>\n <p><ref to='no'/></p>\n</article>"),
              ElementsAre("schema-invalid@3:3", "schema-invalid@4:2", "schema-invalid@4:5", "schema-invalid@5:5"));
  EXPECT_THAT(messages_, HasSubstr("No declaration for element b"));
  EXPECT_THAT(messages_, HasSubstr("unknown ID \"no\""));
}

TEST_F(SchemaTest, ADtdTakesThePlaceOfTheOneTheDocumentNames) {
  EXPECT_THAT(faultsBy(own("article.dtd"),
                       "<!DOCTYPE article PUBLIC '-//X//DTD Small//EN' 'http://example.org/far.dtd'>\n"
                       "<article><title>&alpha;</title><p/></article>"),
              IsEmpty());
}

TEST_F(SchemaTest, ADtdDoesNotLoseItsRulesToTheDocumentsOwn) {
  EXPECT_THAT(faultsBy(own("article.dtd"), "<!DOCTYPE article [<!ELEMENT article ANY><!ELEMENT b ANY>]>\n<article>\n<b/></article>"),
              ElementsAre("schema-invalid@2:1", "schema-invalid@3:1"));
}

TEST_F(SchemaTest, AFaultIsPlacedAtItsElement) {
  EXPECT_THAT(faultsBy(own("article.rng"), "<article><title>T</title><p/><p><em>x</em>y<!-- c --><b/></p></article>"),
              ElementsAre("schema-invalid@1:54"));
}

TEST_F(SchemaTest, RelaxNgAcceptsAndNamesLines) {
  EXPECT_THAT(faultsBy(own("article.rng"), "<article lang='en'><title>T</title><p id='a'>x <ref to='a'/></p></article>"), IsEmpty());
  EXPECT_THAT(faultsBy(own("article.rng"), "<article>\n<title>T</title>\n <p>x</p>\n <q>y</q>\n</article>"),
              ElementsAre("schema-invalid@4:2"));
}

TEST_F(SchemaTest, XmlSchemaAcceptsAndNamesLines) {
  EXPECT_THAT(faultsBy(own("article.xsd"), "<article lang='en'><title>T</title><p id='a'>x <em>y</em></p></article>"), IsEmpty());
  EXPECT_THAT(faultsBy(own("article.xsd"), "<article>\n<title>T</title>\n <p>x</p>\n <q>y</q>\n</article>"),
              ElementsAre("schema-invalid@4:2"));
}

TEST_F(SchemaTest, PartsThatXIncludeNamesAreJudgedInTheirPlace) {
  write("good.xml", "<p>x</p>");
  write("bad.xml", "<p>\n<b/></p>");
  const std::string head = "<article xmlns:xi='http://www.w3.org/2001/XInclude'><title>T</title>";
  EXPECT_THAT(faultsBy(own("article.rng"), head + "<xi:include href='good.xml'/></article>"), IsEmpty());
  EXPECT_THAT(faultsBy(own("article.rng"), head + "<xi:include href='bad.xml'/></article>"), ElementsAre("schema-invalid@2:1"));
  EXPECT_THAT(diagnostics_.entries().back().diagnostic.where.file->name, ::testing::EndsWith("bad.xml"));
}

TEST_F(SchemaTest, OtherEncodingsAndDeepTreesAreNoFaults) {
  std::string deep = "<article><title>T</title><p>";
  EXPECT_THAT(faultsBy(own("article.rng"), "<?xml version='1.0' encoding='ISO-8859-1'?><article><title>\xE9t\xE9</title><p/></article>"), IsEmpty());
  for (int i = 0; i < 400; ++i) deep += "<em>";
  for (int i = 0; i < 400; ++i) deep += "</em>";
  // The first em in another is a fault, and the validator looks no deeper.
  EXPECT_EQ(faultsBy(own("article.xsd"), deep + "</p></article>").size(), 1U);
  EXPECT_THAT(messages_, ::testing::Not(HasSubstr("depth")));
}

TEST_F(SchemaTest, OnlyAHundredFaultsAreTold) {
  std::string text = "<article><title>T</title>";
  for (int i = 0; i < 300; ++i) text += "\n<p kind='x'/>";
  EXPECT_EQ(faultsBy(own("article.dtd"), text + "</article>").size(), 100U);
}

/// The code of the refusal, with the reason.
std::string refusal(const std::function<void()>& act) {
  try {
    act();
  } catch (const BuildError& error) {
    return error.diagnostic().code + ": " + error.diagnostic().message;
  }
  return {};
}

TEST_F(SchemaTest, ASchemaThatIsNoneIsRefused) {
  write("broken.dtd", "<!ELEMENT a (b");
  write("broken.rng", "<grammar xmlns='http://relaxng.org/ns/structure/1.0'><start><ref name='none'/></start></grammar>");
  write("broken.xsd", "<not-a-schema/>");
  write("schema.rnc", "start = element a { text }");
  for (const char* name : {"broken.dtd", "broken.rng", "broken.xsd", "schema.rnc"}) {
    EXPECT_THAT(refusal([&] { faultsBy(folder_ / name, "<a/>"); }), ::testing::StartsWith("schema-unusable: ")) << name;
  }
  EXPECT_THAT(refusal([&] { faultsBy(folder_ / "none.dtd", "<a/>"); }), ::testing::StartsWith("file-unreadable: "));
}

TEST_F(SchemaTest, NoFileOutsideTheSchemasFolderIsOpened) {
  write("outside.mod", "<!ELEMENT a EMPTY>");
  write("own/inner.dtd", "<!ENTITY % far SYSTEM '../outside.mod'>%far;");
  write("own/net.rng", "<grammar xmlns='http://relaxng.org/ns/structure/1.0'><include href='http://127.0.0.1:9/x.rng'/></grammar>");
  fs::create_directories(folder_ / "document");
  write("document/a.xml", "<a/>");
  const fs::path file = folder_ / "document" / "a.xml";
  const InputFolder folder(folder_ / "document");
  const dom::Document document = read(file, folder, sources_, diagnostics_);
  for (const char* name : {"own/inner.dtd", "own/net.rng"}) {
    EXPECT_THAT(refusal([&] { validate({document, file, folder}, folder_ / name, diagnostics_); }),
                ::testing::StartsWith("schema-unusable: ")) << name;
  }
  fs::rename(folder_ / "outside.mod", folder_ / "own" / "outside.mod");
  write("own/inner.dtd", "<!ENTITY % near SYSTEM 'outside.mod'>%near;");
  validate({document, file, folder}, folder_ / "own" / "inner.dtd", diagnostics_);
  EXPECT_EQ(codes(), "");
}

}  // namespace
}  // namespace octavo::xml

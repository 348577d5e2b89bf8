// Front and back matter of papers, and names out of the source, from end to end.
#include <filesystem>
#include <fstream>
#include <string>

#include <gtest/gtest.h>

#include "support/run.h"

namespace octavo::test {
namespace {

namespace fs = std::filesystem;

class Papers : public ::testing::Test {
 protected:
  void write(const std::string& name, std::string_view text) const {
    std::ofstream(folder_ / name, std::ios::binary) << text;
  }
  std::string in(const std::string& command) const { return run("cd " + quoted(folder_.path()) + " && " + command).output; }
  /// Builds both outputs as out.epub and out.pdf; gives what was said.
  std::string build(const std::string& arguments) const {
    const Outcome outcome = run("cd " + quoted(folder_.path()) + " && " + octavo() + " build " + arguments + " -o out");
    EXPECT_EQ(outcome.exitCode, 0) << outcome.output;
    return outcome.output;
  }
  std::string epub(const std::string& name) const { return in("unzip -p out.epub 'EPUB/" + name + "'"); }
  std::string pages(const std::string& options = {}) const { return in("pdftotext -layout " + options + " out.pdf -"); }
  /// Place and size of a word on its page, as pdftotext tells it.
  std::string boxOf(const std::string& word) const { return in("pdftotext -bbox out.pdf - | grep '>" + word + "<'"); }

  ScratchFolder folder_;
};

bool has(const std::string& text, const std::string& words) { return text.find(words) != std::string::npos; }

TEST_F(Papers, LookTheSameWhateverTheirArticleTypeIs) {
  const auto boxes = [&](const std::string& type) {
    write("a.xml", "<article article-type='" + type + "' xml:lang='en'><front><article-meta><title-group><article-title>Kites"
                   "</article-title></title-group></article-meta></front><body><p>First words.</p><p>SECOND words.</p></body></article>");
    build("a.xml");
    return boxOf("SECOND");
  };
  const std::string usual = boxes("research-article");
  EXPECT_NE(usual, "");
  for (const auto* type : {"speech", "abstract", "title-page"}) EXPECT_EQ(boxes(type), usual) << type;
}

TEST_F(Papers, KeepNamesOfPartsOutOfTheStyleInEveryVocabulary) {
  const auto boxes = [&](const std::string& text) {
    write("a.xml", text);
    build("a.xml --pdf");
    return boxOf("SECOND");
  };
  const auto docbook = [](const std::string& role) {
    return "<article xmlns='http://docbook.org/ns/docbook' version='5.0' xml:lang='en'><title>T</title><section role='" + role +
           "'><title>S</title><para role='" + role + "'>First.</para><para role='" + role + "'>SECOND</para></section></article>";
  };
  EXPECT_EQ(boxes(docbook("speech")), boxes(docbook("any")));
  const auto tei = [](const std::string& type) {
    return "<TEI xmlns='http://www.tei-c.org/ns/1.0' xml:lang='en'><teiHeader><fileDesc><titleStmt><title>T</title></titleStmt>"
           "<publicationStmt><p>P</p></publicationStmt><sourceDesc><p>S</p></sourceDesc></fileDesc></teiHeader><text><body>"
           "<div type='" + type + "'><head>S</head><p>First.</p><p>SECOND</p></div></body></text></TEI>";
  };
  EXPECT_EQ(boxes(tei("abstract")), boxes(tei("any")));
}

TEST_F(Papers, OfTheWebKeepTheirLookWhateverTheirClassesAre) {
  const auto boxes = [&](const std::string& name) {
    write("a.xhtml", "<html xmlns='http://www.w3.org/1999/xhtml' lang='en' xml:lang='en'><head><title>T</title></head><body class='" +
                         name + "'><article class='" + name + "'><h1>T</h1><p class='" + name + "'>First.</p><div class='" + name +
                         "'><p>Next.</p><p>SECOND</p></div></article></body></html>");
    build("a.xhtml --pdf");
    return boxOf("SECOND");
  };
  const std::string usual = boxes("any");
  for (const auto* name : {"note", "box", "speech", "abstract", "verse", "contents", "part", "keywords"}) {
    EXPECT_EQ(boxes(name), usual) << name;
  }
}

TEST_F(Papers, OfTheWebAreReachedByTheirOwnNamesFromAnAuthorsSheet) {
  write("a.xhtml", "<html xmlns='http://www.w3.org/1999/xhtml' lang='en' xml:lang='en'><head><title>T</title></head><body><h1>T</h1>"
                   "<p class='abstract'>FIRST</p><p>Rest.</p></body></html>");
  write("own.css", "@import \"study.css\"; .abstract { margin-inline-start: 100pt } :not(.abstract) { text-indent: 0 }");
  build("a.xhtml --style own.css");
  const std::string moved = boxOf("FIRST");
  EXPECT_TRUE(has(epub("style.css"), ".page-abstract"));
  EXPECT_FALSE(has(epub("style.css"), ":is("));
  write("own.css", "@import \"study.css\";");
  build("a.xhtml --style own.css");
  EXPECT_NE(boxOf("FIRST"), moved);
}

}  // namespace
}  // namespace octavo::test

// Lines, faces and directions of text, as a reader of the finished book meets them.
#include <fstream>

#include <gtest/gtest.h>

#include "support/golden.h"
#include "support/run.h"

namespace octavo::test {
namespace {

void write(const std::filesystem::path& path, std::string_view text) { std::ofstream(path, std::ios::binary) << text; }
bool holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

class LinesOfABook : public ::testing::Test {
 protected:
  /// Builds the body as XHTML in a language, with a sheet of its own.
  Outcome build(const std::string& language, const std::string& body, const std::string& css = "") {
    return buildFile("a.xhtml", "<html xmlns='http://www.w3.org/1999/xhtml' lang='" + language + "'><head><title>t</title></head><body>" + body + "</body></html>", css);
  }
  Outcome buildFile(const std::string& name, const std::string& text, const std::string& css = "") {
    write(folder_ / "look.css", css);
    write(folder_ / name, text);
    return run("cd " + quoted(folder_.path()) + " && " + octavo() + " build " + name + " --style study --style look.css -o out");
  }
  std::string command(const std::string& words) { return run("cd " + quoted(folder_.path()) + " && " + words).output; }
  std::string copied() { return command("pdftotext -layout out.pdf -"); }
  std::string chapter() { return command("unzip -p out.epub EPUB/chapter-1.xhtml"); }
  ScratchFolder folder_;
};

TEST_F(LinesOfABook, TheCharacterOfAnAbsentObjectIsLeftOutAndReported) {
  const Outcome outcome = build("zh-Hans",
                                "<h1>Pier\uFFFC head</h1><p>\u6C49\uFFFC\u5B57 sea\uFFFCwall <b>\uFFFC</b>\uFFFC\u0301</p><pre>a\uFFFCb</pre>"
                                "<table><tr><td>ce\uFFFCll</td></tr></table><p><ruby>\u6C34\uFFFC<rt>shui\uFFFC</rt></ruby></p>",
                                "p::before { content: '\\FFFC' } p::first-letter { color: red }");
  EXPECT_EQ(outcome.exitCode, 0) << outcome.output;
  EXPECT_TRUE(holds(outcome.output, "[object-character]")) << outcome.output;
  if (!hasProgram("pdftotext")) GTEST_SKIP() << "poppler-utils is not installed";
  const std::string text = copied();
  EXPECT_TRUE(holds(text, "seawall")) << text;
  EXPECT_TRUE(holds(text, "cell")) << text;
  EXPECT_FALSE(holds(text, "\uFFFC")) << text;
}

TEST_F(LinesOfABook, TheCharacterOfAnAbsentObjectMayStandInAnyVocabulary) {
  const std::pair<std::string, std::string> documents[] = {
      {"a.xml", "<article><front><article-meta><title-group><article-title>Q\uFFFCuay</article-title></title-group></article-meta></front>"
                "<body><p>sea\uFFFCwall<fn><p>no\uFFFCte</p></fn></p></body></article>"},
      {"b.xml", "<article xmlns='http://docbook.org/ns/docbook' version='5.0'><title>Q\uFFFCuay</title><para>sea\uFFFCwall</para>"
                "<programlisting>a\uFFFCb</programlisting></article>"},
      {"c.xml", "<TEI xmlns='http://www.tei-c.org/ns/1.0'><teiHeader><fileDesc><titleStmt><title>Q\uFFFCuay</title></titleStmt></fileDesc></teiHeader>"
                "<text><body><p>sea\uFFFCwall</p></body></text></TEI>"}};
  for (const auto& [name, text] : documents) {
    const Outcome outcome = buildFile(name, text);
    EXPECT_EQ(outcome.exitCode, 0) << name << outcome.output;
    EXPECT_EQ(run("cd " + quoted(folder_.path()) + " && " + octavo() + " measure " + name).exitCode, 0) << name;
  }
}

// Arabic, Hebrew and Uyghur words, brackets, a table and a list.
std::string rightToLeftBody(const std::string& word) {
  return "<h1>" + word + "</h1><p>" + word + " (" + word + ").</p><table><tr><td>" + word + "</td><td>1</td></tr></table><ol><li>" + word +
         "</li></ol><ul><li>" + word + "</li></ul>";
}

TEST_F(LinesOfABook, TheLanguageSaysTheDirectionWhereTheSourceDoesNot) {
  if (!hasProgram("pdftotext") || !hasProgram("unzip")) GTEST_SKIP() << "poppler-utils or unzip is not installed";
  const std::pair<std::string, std::string> languages[] = {
      {"ar", "\u0648\u0631\u0642"}, {"he", "\u05E0\u05D9\u05D9\u05E8"}, {"ur", "\u06A9\u0627\u063A\u0630"}, {"ug-Arab", "\u0642\u06D5\u063A\u06D5\u0632"},
      {"az-Arab", "\u06A9\u0627\u063A\u06CC\u0630"}, {"dv", "\u0786\u07A6"}, {"syr", "\u0715\u072A"}};
  for (const auto& [language, word] : languages) {
    const std::string body = rightToLeftBody(word);
    ASSERT_EQ(build(language, body).exitCode, 0);
    const std::string guessed = command("pdftotext -bbox out.pdf - | grep '<word'"), first = chapter();
    ASSERT_EQ(build(language + "' dir='rtl", body).exitCode, 0);
    EXPECT_EQ(guessed, command("pdftotext -bbox out.pdf - | grep '<word'")) << language;
    EXPECT_EQ(first, chapter()) << language;
  }
}

TEST_F(LinesOfABook, APartInALanguageOfTheOtherDirectionTurns) {
  if (!hasProgram("unzip")) GTEST_SKIP() << "unzip is not installed";
  ASSERT_EQ(build("en", "<h1>Two</h1><p lang='he'>\u05D0\u05D1 (\u05D2).</p><blockquote lang='ar'><p>\u0648\u0631\u0642</p><p lang='en'>Paper</p></blockquote>"
                        "<p lang='ar-Latn'>waraq</p><p lang='he' dir='ltr'>\u05D0</p>").exitCode, 0);
  const std::string text = chapter();
  EXPECT_TRUE(holds(text, "<p lang=\"he\" dir=\"rtl\" xml:lang=\"he\">") || holds(text, "<p lang=\"he\" xml:lang=\"he\" dir=\"rtl\">")) << text;
  EXPECT_TRUE(holds(text, "xml:lang=\"ar\" dir=\"rtl\">")) << text;
  EXPECT_TRUE(holds(text, "xml:lang=\"en\" dir=\"ltr\">Paper")) << text;
  EXPECT_FALSE(holds(text, "xml:lang=\"ar-Latn\" dir")) << text;
}

TEST_F(LinesOfABook, CodeRunsFromTheLeftInTextThatRunsFromTheRight) {
  if (!hasProgram("pdftotext") || !hasProgram("unzip")) GTEST_SKIP() << "poppler-utils or unzip is not installed";
  ASSERT_EQ(build("ur", "<h1>\u06A9</h1><p>\u06A9\u0627\u063A\u0630 <code>f(x)</code> <a href='https://a.example/b'>https://a.example/b</a></p>"
                        "<pre>while (on) { go }</pre><pre dir='rtl'>\u0648\u0631\u0642</pre>").exitCode, 0);
  const auto left = [&](const std::string& word) { return command("pdftotext -bbox out.pdf - | grep '>" + word + "<' | sed 's/.*xMin=\"\\([0-9.]*\\).*/\\1/'"); };
  EXPECT_LT(std::stod(left("while")), std::stod(left("go")));
  const std::string text = chapter();
  EXPECT_TRUE(holds(text, "<code dir=\"ltr\">")) << text;
  EXPECT_TRUE(holds(text, "<pre dir=\"rtl\">")) << text;
  EXPECT_TRUE(holds(text, "dir=\"ltr\">https://a.example/b")) << text;
}

TEST_F(LinesOfABook, MarksWithoutEndAndAbsurdNumbersAreHeldToALimitAndReported) {
  std::string marks;
  for (int i = 0; i < 20000; ++i) marks += "\u0301";
  EXPECT_TRUE(holds(build("en", "<h1>T</h1><p>a" + marks + " b</p>").output, "[marks-left-out]"));
  const Outcome initial = build("en", "<h1>T</h1><p>Some words.</p>", "p::first-letter { initial-letter: 1e9 }");
  EXPECT_EQ(initial.exitCode, 0) << initial.output;
  EXPECT_TRUE(holds(initial.output, "look.css")) << initial.output;
}

TEST_F(LinesOfABook, AFontThatIsNotThereIsReportedUnlessAnotherByNameIs) {
  EXPECT_TRUE(holds(build("en", "<h1>T</h1><p>Text</p>", "p { font-family: 'Noto Serfi', serif }").output, "[font-missing]"));
  EXPECT_TRUE(holds(build("en", "<h1>T</h1><p>Text</p>", "p { font-family: 'Noto Serfi', serif }").output, "Noto Serif"));
  EXPECT_TRUE(holds(build("en", "<h1>T</h1><p>Text</p>", "@page { @top-center { font-family: 'Garamnd'; content: 'x' } }").output, "Garamnd"));
  EXPECT_FALSE(holds(build("en", "<h1>T</h1><p>Text</p>", "p { font-family: 'Noto Serfi', 'Noto Serif' }").output, "font-missing"));
}

TEST_F(LinesOfABook, ALetterWithoutAFaceIsReportedAndStandsAsABox) {
  if (!hasProgram("pdftotext")) GTEST_SKIP() << "poppler-utils is not installed";
  const Outcome outcome = build("en", "<h1>T</h1><p>before\U0010FFFCafter</p>");
  EXPECT_TRUE(holds(outcome.output, "[glyph-missing]")) << outcome.output;
  EXPECT_TRUE(holds(outcome.output, "U+10FFFC")) << outcome.output;
}

TEST_F(LinesOfABook, EmphasisShowsOnWesternWordsAmongIdeographs) {
  if (!hasProgram("pdffonts") || !hasProgram("unzip")) GTEST_SKIP() << "poppler-utils or unzip is not installed";
  for (const std::string language : {"zh-Hans", "ja", "ko"}) {
    ASSERT_EQ(build(language, "<h1>\u7D19</h1><p>\u7D19 Plain <em>Strong</em> <em>\u7D19Word two\u7D19</em> <em>Blank </em>\u7D19</p>").exitCode, 0);
    EXPECT_TRUE(holds(command("pdffonts out.pdf"), "NotoSerif-Italic")) << language;
    EXPECT_TRUE(holds(chapter(), "<em><span class=\"latin-words\">Blank</span> </em>")) << "a blank behind them: " << chapter();
    EXPECT_TRUE(holds(chapter(), "<em>\u7D19<span class=\"latin-words\">Word two</span>\u7D19</em>")) << chapter();
  }
}

TEST_F(LinesOfABook, AReferenceKeepsItsWordAndItsNumberOnOneLine) {
  if (!hasProgram("pdftotext")) GTEST_SKIP() << "poppler-utils is not installed";
  std::string text = "<h1>T</h1><figure id='f'><figcaption>F</figcaption><p>x</p></figure>";
  const std::string filling = "abcdefghijklmnopqrstuvwxyz";
  for (int i = 0; i < 40; ++i) {
    text += "<p>" + filling.substr(0, static_cast<std::size_t>(1 + i % 20));
    for (int word = 0; word < 14; ++word) text += " the <a href='#f'>Figure " + std::to_string(word) + "</a> and Table <a href='#f'>7</a>";
    text += "</p>";
  }
  ASSERT_EQ(build("en", text).exitCode, 0);
  EXPECT_EQ(command("pdftotext -layout out.pdf - | grep -cE '(Figure|Table)$'"), "0\n");
}

TEST_F(LinesOfABook, ALineOfCodeThatIsTurnedOverGoesOnDeeper) {
  if (!hasProgram("pdftotext")) GTEST_SKIP() << "poppler-utils is not installed";
  ASSERT_EQ(build("en", "<h1>T</h1><pre>alpha(one_argument, two_arguments, three_arguments, four_arguments, five_arguments)\nomega()</pre>").exitCode, 0);
  const auto left = [&](const std::string& word) { return command("pdftotext -bbox out.pdf - | grep '>" + word + "' | sed 's/.*xMin=\"\\([0-9.]*\\).*/\\1/'"); };
  EXPECT_EQ(left("alpha"), left("omega"));
  EXPECT_GT(std::stod(left("five")), std::stod(left("omega")) + 10);
}

}  // namespace
}  // namespace octavo::test

// The command line: what it asks of names, files and sizes, and how it speaks.
#include <sys/stat.h>

#include <algorithm>
#include <fstream>

#include <gtest/gtest.h>

#include "support/golden.h"
#include "support/run.h"

namespace octavo::test {
namespace {

namespace fs = std::filesystem;

void write(const fs::path& path, std::string_view text) { std::ofstream(path, std::ios::binary) << text; }
bool holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

class CommandTest : public ::testing::Test {
 protected:
  void SetUp() override { write(folder_ / "a.xhtml", page("<p>Some words.</p>")); }
  static std::string page(const std::string& body, const std::string& head = {}) {
    return "<html xmlns='http://www.w3.org/1999/xhtml' lang='en'><head><title>Title</title>" + head + "</head><body>" + body + "</body></html>";
  }
  Outcome octavoIn(const std::string& arguments, const std::string& before = {}) {
    return run("cd " + quoted(folder_.path()) + " && " + before + octavo() + " " + arguments);
  }
  void assembly(const std::string& first, const std::string& second) {
    write(folder_ / "a.xml", "<article xmlns='http://docbook.org/ns/docbook' xml:lang='en'><title>Paper</title><para>Words.</para></article>");
    const auto structure = [](const std::string& id) { return "<structure xml:id='" + id + "'><module resourceref='a'/></structure>"; };
    write(folder_ / "book.xml", "<assembly xmlns='http://docbook.org/ns/docbook' version='5.1' xml:lang='en'><info><title>Book</title></info>"
                                "<resources><resource xml:id='a' href='a.xml'/></resources>" + structure(first) + structure(second) + "</assembly>");
  }
  std::vector<std::string> names(const fs::path& folder) const {
    std::vector<std::string> found;
    for (const auto& entry : fs::directory_iterator(folder)) found.push_back(entry.path().filename().string());
    std::ranges::sort(found);
    return found;
  }
  ScratchFolder folder_;
};

TEST_F(CommandTest, IdsOfStructuresThatAreNoNamesOrStandTwiceAreRefusedAtTheirPlace) {
  fs::create_directories(folder_ / "in" / std::string("b-"));
  const std::vector<std::string> wrong{"/../../evil", "..", "x&#10;y", "", "a b", "c\\d", "&#x202E;a", "1st", "first"};
  for (const std::string& id : wrong) {
    assembly("first", id);
    const auto before = names(folder_.path());
    const Outcome outcome = octavoIn("build book.xml --structure all -o b");
    EXPECT_EQ(outcome.exitCode, 65) << id;
    EXPECT_TRUE(holds(outcome.output, "book.xml:1:") && holds(outcome.output, "[manifest-invalid]")) << outcome.output;
    EXPECT_EQ(names(folder_.path()), before) << id;
  }
  assembly(" first\t", "zweite-Ausgabe.2");
  EXPECT_EQ(octavoIn("build book.xml --structure all -o b --epub").exitCode, 0);
  EXPECT_TRUE(fs::exists(folder_ / "b-first.epub") && fs::exists(folder_ / "b-zweite-Ausgabe.2.epub"));
  assembly("first", std::string(251, 'x'));
  EXPECT_EQ(octavoIn("build book.xml --structure all -o b").exitCode, 2) << "too long for a file's name";
}

TEST_F(CommandTest, NothingThatTheBookIsMadeFromIsOverwritten) {
  write(folder_ / "self.pdf", page("<p>Words.</p>"));
  write(folder_ / "look.pdf", "p { color: #123 }");
  write(folder_ / "look.css", "@import 'look.pdf';");
  fs::create_symlink("a.xhtml", folder_ / "soft.epub");
  fs::create_hard_link(folder_ / "a.xhtml", folder_ / "hard.pdf");
  for (const char* arguments : {"self.pdf", "self.pdf -o ./self", "a.xhtml -o soft", "a.xhtml -o hard", "a.xhtml --style look.css -o look"}) {
    const Outcome outcome = octavoIn("build " + std::string(arguments));
    EXPECT_EQ(outcome.exitCode, 2) << arguments << outcome.output;
    EXPECT_TRUE(holds(outcome.output, "[output-is-input]")) << outcome.output;
  }
  EXPECT_TRUE(readTestFile(folder_ / "self.pdf").starts_with("<html"));
  EXPECT_FALSE(fs::exists(folder_ / "self.epub"));
}

TEST_F(CommandTest, AnOptionTakesOneValueWhereverItStands) {
  write(folder_ / "look.css", "p { color: #123 }");
  EXPECT_EQ(octavoIn("build --style journal a.xhtml -o o --pdf").exitCode, 0);
  EXPECT_EQ(octavoIn("check --style journal --style look.css a.xhtml").exitCode, 0);
  EXPECT_EQ(octavoIn("measure --lang en --style look.css --trim A5 a.xhtml").exitCode, 0);
  EXPECT_EQ(octavoIn("build a.xhtml -o one -o two").exitCode, 2);
}

TEST_F(CommandTest, NamesOfOutputsThatAreNoNamesAreRefused) {
  for (const char* name : {"''", ".", "..", "sub/", ".epub", "/dev/full/x/.."}) {
    EXPECT_EQ(octavoIn("build a.xhtml -o " + std::string(name)).exitCode, 2) << name;
  }
  EXPECT_EQ(octavoIn("build a.xhtml --pdf -o deep/er/book").exitCode, 0) << "missing folders are made";
  EXPECT_TRUE(fs::exists(folder_ / "deep" / fs::path("er/book.pdf")));
}

TEST_F(CommandTest, OutputsHaveWhatTheUmaskLeavesOrTheModeOfTheOldFile) {
  ASSERT_EQ(octavoIn("build a.xhtml -o o", "umask 077 && ").exitCode, 0);
  ASSERT_EQ(octavoIn("build a.xhtml -o o", "umask 022 && ").exitCode, 0);
  EXPECT_EQ(run("stat -c %a " + quoted(folder_ / "o.epub") + " " + quoted(folder_ / "o.pdf")).output, "600\n600\n");
}

TEST_F(CommandTest, WhereOneOutputCannotBeWrittenTheOtherIsAsItWas) {
  fs::create_directory(folder_ / "o.pdf");
  write(folder_ / "o.epub", "old");
  EXPECT_EQ(octavoIn("build a.xhtml -o o").exitCode, 2);
  EXPECT_EQ(readTestFile(folder_ / "o.epub"), "old");
}

TEST_F(CommandTest, NoFormOfAMessageHasControlCharactersOfTheInput) {
  write(folder_ / "v.css", "p { \\1b \\5d 0\\3b x\\7 : 1 }\np { a\xC2\x9B\x62: 1; c\xE2\x80\xAE\x64: 1 }");
  for (const char* form : {"human", "short", "json"}) {
    const std::string output = octavoIn("check a.xhtml --style v.css --diagnostics " + std::string(form)).output;
    EXPECT_TRUE(holds(output, "css-unknown-property")) << output;
    EXPECT_TRUE(std::ranges::none_of(output, [](char c) { return (c >= 0 && c < 0x20 && c != '\n') || c == 0x7F; })) << output;
    EXPECT_FALSE(holds(output, "\xC2\x9B") || holds(output, "\xE2\x80\xAE")) << output;
  }
  EXPECT_TRUE(holds(octavoIn("check a.xhtml --style v.css --diagnostics json").output, "\\u001b"));
  EXPECT_FALSE(holds(octavoIn("$'\\x1b[31m'").output, "\x1B"));
}

TEST_F(CommandTest, NoPageIsLargerThanPaperOrNoNumber) {
  for (const char* size : {"nanxnanmm", "nanx200mm", "200xnanmm", "infx200mm", "200xinfmm", "-200x200mm", "0x200mm", "1e9x200mm", "1e999x200mm"}) {
    EXPECT_EQ(octavoIn("build a.xhtml -o o --trim " + std::string(size)).exitCode, 2) << size;
  }
  if (!hasProgram("pdfinfo")) GTEST_SKIP() << "poppler-utils is not installed";
  for (const char* size : {"1000000000mm 1000000000mm", "1e400mm 1e400mm", "0 100mm", "-5mm 100mm", "1pt 1pt"}) {
    write(folder_ / "p.css", "@page { size: " + std::string(size) + " }");
    const Outcome outcome = octavoIn("build a.xhtml --style journal --style p.css --pdf -o o");
    EXPECT_TRUE(holds(outcome.output, "size: ")) << size << outcome.output;
    EXPECT_TRUE(holds(run("pdfinfo " + quoted(folder_ / "o.pdf")).output, "515.9")) << "JIS-B5, as the look says";
  }
}

TEST_F(CommandTest, ANameMeansOnePaperInAStylesheetAndOnTheCommandLine) {
  if (!hasProgram("pdfinfo")) GTEST_SKIP() << "poppler-utils is not installed";
  for (const char* name : {"B5", "JIS-B5", "b6", "Legal", "ledger"}) {
    write(folder_ / "p.css", "@page { size: " + std::string(name) + " }");
    ASSERT_EQ(octavoIn("build a.xhtml --style p.css --pdf -o sheet").exitCode, 0);
    ASSERT_EQ(octavoIn("build a.xhtml --trim " + std::string(name) + " --pdf -o option").exitCode, 0) << name;
    const auto size = [&](const char* file) { return run("pdfinfo " + quoted(folder_ / file) + " | grep 'Page size'").output; };
    EXPECT_EQ(size("sheet.pdf"), size("option.pdf")) << name;
  }
}

TEST_F(CommandTest, AReportThatIsNotPrintedIsNoSuccess) {
  if (!fs::exists("/dev/full")) GTEST_SKIP() << "there is no full device here";
  for (const char* command : {"check a.xhtml", "measure a.xhtml", "explain", "help", "--version"}) {
    EXPECT_NE(octavoIn(std::string(command) + " > /dev/full").exitCode, 0) << command;
    EXPECT_NE(octavoIn(std::string(command) + " >&-").exitCode, 0) << command;
  }
  EXPECT_EQ(octavoIn("check a.xhtml > out 2>&-").exitCode, 0);
  EXPECT_EQ(octavoIn("build a.xhtml -o o <&- >&- 2>&-").exitCode, 0);
  EXPECT_TRUE(readTestFile(folder_ / "o.pdf").starts_with("%PDF"));
}

TEST_F(CommandTest, APipeIsNoInput) {
  ASSERT_EQ(::mkfifo((folder_ / "in.xml").c_str(), 0600), 0);
  const Outcome outcome = run("cd " + quoted(folder_.path()) + " && " + octavo() + " build in.xml -o o", 5);
  EXPECT_EQ(outcome.exitCode, 65);
  EXPECT_TRUE(holds(outcome.output, "in.xml") && holds(outcome.output, "regular file")) << outcome.output;
}

TEST_F(CommandTest, ShortMessagesSayHowOften) {
  write(folder_ / "a.xhtml", page("<p><odd>a</odd> <odd>b</odd> <odd>c</odd></p>"));
  EXPECT_TRUE(holds(octavoIn("check a.xhtml --diagnostics short").output, "[unknown-element] (3 times)"));
}

TEST_F(CommandTest, OverSomeHundredMessagesOfOneKindAreCounted) {
  std::string body = "<p>";
  for (int i = 0; i < 250; ++i) body += "<odd" + std::to_string(i) + ">w</odd" + std::to_string(i) + "> ";
  write(folder_ / "a.xhtml", page(body + "</p>"));
  const std::string output = octavoIn("build a.xhtml --pdf -o o").output;
  EXPECT_TRUE(holds(output, "50 more messages are not shown") && holds(output, "[unknown-element]")) << output.substr(output.size() - 300);
  EXPECT_TRUE(holds(octavoIn("build a.xhtml --pdf -o o --diagnostics json").output, "odd249"));
}

TEST_F(CommandTest, TheHelpNamesAllVocabularies) {
  for (const char* command : {"build", "check", "measure"}) {
    const std::string text = octavoIn(std::string(command) + " --help").output;
    for (const char* name : {"JATS", "BITS", "DocBook", "TEI", "XHTML"}) EXPECT_TRUE(holds(text, name)) << command << name;
    EXPECT_EQ(octavoIn("help " + std::string(command)).output, text);
  }
  EXPECT_EQ(octavoIn("help").exitCode, 0);
}

TEST_F(CommandTest, WrongUseIsAnsweredWithWhatWasMeant) {
  const std::vector<std::pair<std::string, std::string>> answers{
      {"", "octavo help"},
      {"biuld a.xhtml", "octavo build"},
      {"a.xhtml", "octavo build a.xhtml"},
      {"none.xml", "octavo build FILE"},
      {"build --stlye journal a.xhtml", "--style"},
      {"check a.xhtml --strcit", "--strict"},
      {"build a.xhtml --structrue=all", "--structure"}};
  for (const auto& [arguments, answer] : answers) {
    const Outcome outcome = octavoIn(arguments);
    EXPECT_EQ(outcome.exitCode, 2) << arguments;
    EXPECT_TRUE(holds(outcome.output, answer)) << arguments << ": " << outcome.output;
  }
}

TEST_F(CommandTest, WrongUseIsToldInTheFormThatIsAskedFor) {
  for (const char* arguments : {"build --diagnostics json --bogus", "build a.xhtml --trim odd --diagnostics=json", "build --diagnostics json"}) {
    const Outcome outcome = octavoIn(arguments);
    EXPECT_EQ(outcome.exitCode, 2);
    EXPECT_TRUE(outcome.output.starts_with("{\"schema\":1,\"severity\":\"error\",\"code\":\"usage\"")) << outcome.output;
  }
}

TEST_F(CommandTest, TheLastRecordSaysWhatWasWritten) {
  const std::string output = octavoIn("build a.xhtml -o o --diagnostics json").output;
  const std::string last = output.substr(output.rfind('\n', output.size() - 2) + 1);
  const auto bytes = [&](const char* name) { return std::to_string(fs::file_size(folder_ / name)); };
  EXPECT_EQ(last, "{\"schema\":1,\"written\":[{\"file\":\"o.epub\",\"bytes\":" + bytes("o.epub") + "},{\"file\":\"o.pdf\",\"bytes\":" +
                      bytes("o.pdf") + ",\"pages\":1}]}\n");
  EXPECT_EQ(octavoIn("build a.xhtml -o o --pdf --diagnostics short").output, "") << "nothing in a pipe";
}

TEST_F(CommandTest, AFileThatIsNoXmlGetsAdvice) {
  write(folder_ / "a.md", "# Title\n\nWords.\n");
  write(folder_ / "a.docx", std::string("PK\x03\x04", 4) + "word");
  write(folder_ / "a.html", "<!DOCTYPE html><p>Words<br>more");
  for (const char* name : {"a.md", "a.docx"}) {
    const Outcome outcome = octavoIn("build " + std::string(name));
    EXPECT_EQ(outcome.exitCode, 65);
    EXPECT_TRUE(holds(outcome.output, "convert it to XML")) << outcome.output;
  }
  EXPECT_TRUE(holds(octavoIn("build a.html").output, "--html"));
}

TEST_F(CommandTest, DeepDocumentsNeedNoMoreStackThanTheCallerLeaves) {
#if defined(__SANITIZE_ADDRESS__)
  GTEST_SKIP() << "AddressSanitizer needs more";
#endif
  const auto nested = [](const std::string& name, int depth) {
    std::string text;
    for (int i = 0; i < depth; ++i) text += "<" + name + ">";
    text += "deep";
    for (int i = 0; i < depth; ++i) text += "</" + name + ">";
    return text;
  };
  for (const std::string name : {"blockquote", "div", "em", "section", "q"}) {
    write(folder_ / "a.xhtml", page("<div>" + nested(name, 480) + "</div>"));
    const Outcome outcome = octavoIn("build a.xhtml -o o", "ulimit -s 512 && ");
    EXPECT_TRUE(outcome.exitCode == 0 || outcome.exitCode == 65) << name << outcome.exitCode << outcome.output;
  }
}

TEST_F(CommandTest, AttributesThatADtdMultipliesHaveALimit) {
  std::string dtd, body;
  for (int i = 0; i < 1000; ++i) dtd += " a" + std::to_string(i) + " CDATA 'x'";
  for (int i = 0; i < 5000; ++i) body += "<p/>";
  write(folder_ / "a.xml", "<!DOCTYPE article [<!ATTLIST p" + dtd + ">]><article><body>" + body + "</body></article>");
  const Outcome outcome = octavoIn("build a.xml -o o");
  EXPECT_EQ(outcome.exitCode, 65);
  EXPECT_TRUE(holds(outcome.output, "[xml-entity-limit]")) << outcome.output;
}

class PageTest : public CommandTest {
 protected:
  /// The chapter that the EPUB has of the page.
  std::string chapter() const { return run("unzip -p " + quoted(folder_ / "o.epub") + " EPUB/chapter-1.xhtml").output; }
};

TEST_F(PageTest, WhatThePageHidesIsLeftOutWithAMessageButForNotesAndFormulas) {
  if (!hasProgram("unzip")) GTEST_SKIP() << "unzip is not installed";
  write(folder_ / "a.xhtml",
        page("<h1>H</h1><p>Seen<a href='#n' role='doc-noteref'>1</a> <span style='color: red; DISPLAY : none !important'>gone1</span>"
             "<span style='display:none;display:inline'>kept1</span><span hidden='until-found'>kept2</span></p><div hidden=''><p>gone2</p>"
             "<aside id='n' role='doc-footnote'><p>kept3</p></aside></div><noscript><p>gone3</p></noscript><template><p>gone4</p></template>"
             "<table><tr><td>kept4</td><td hidden='hidden'>gone5</td></tr><tr style='display: none'><td>gone6</td></tr></table>"
             "<p>x <span style='display:none'><math xmlns='http://www.w3.org/1998/Math/MathML'><mi>kept5</mi></math></span></p>"
             "<ul><li>kept6</li><li hidden='hidden'>gone7</li></ul>"));
  const std::string said = octavoIn("build a.xhtml -o o --diagnostics short").output;
  EXPECT_TRUE(holds(said, "[hidden-left-out] (7 times)")) << said;
  const std::string made = chapter();
  EXPECT_FALSE(holds(made, "gone")) << made;
  for (const char* word : {"kept1", "kept2", "kept3", "kept4", "kept5", "kept6"}) EXPECT_TRUE(holds(made, word)) << word << made;
  write(folder_ / "a.xhtml", page("<p>Seen.</p><div hidden='hidden'> </div>"));
  EXPECT_FALSE(holds(octavoIn("build a.xhtml -o o").output, "hidden-left-out")) << "nothing was lost";
}

TEST_F(PageTest, EmptyParagraphsWithAClassStay) {
  if (!hasProgram("unzip")) GTEST_SKIP() << "unzip is not installed";
  write(folder_ / "a.xhtml", page("<p>Before.</p><p class='line'></p><p class='line'> </p><p/><p id='t'/><div><p class='line'></p></div>"
                                  "<p>After.<span class='gap'></span></p>"));
  ASSERT_EQ(octavoIn("build a.xhtml -o o").exitCode, 0);
  const std::string made = chapter();
  std::size_t count = 0;
  for (std::size_t at = made.find("<p class=\"line\""); at != std::string::npos; at = made.find("<p class=\"line\"", at + 1)) ++count;
  EXPECT_EQ(count, 3U) << made;
  EXPECT_FALSE(holds(made, "<p/>") || holds(made, "<p></p>")) << made;
  EXPECT_TRUE(holds(made, "class=\"gap\"")) << made;
}

TEST_F(PageTest, APagesOwnStyleIsReportedOnceWithTheWayToUseIt) {
  write(folder_ / "own.css", ".zeta { color: #c00 }");
  write(folder_ / "a.xhtml", page("<p class='zeta'>Words</p><style>p { color: red }</style>",
                                  "<link rel='stylesheet' href='own.css'/><link rel='stylesheet' href='none.css'/>"
                                  "<link rel='stylesheet' href='https://example.org/far.css'/><style>p { margin: 0 }</style>"));
  const std::string said = octavoIn("check a.xhtml").output;
  EXPECT_TRUE(holds(said, "own.css, none.css, https://example.org/far.css, its style elements")) << said;
  EXPECT_TRUE(holds(said, "--page-styles all applies it; --style own.css adds")) << said;
  EXPECT_TRUE(holds(said, "none.css is no file") && holds(said, "[style-missing]")) << said;
  EXPECT_EQ(said.find("note: the page's own style"), said.rfind("note: the page's own style"));
  write(folder_ / "a.xhtml", page("<p>Words</p>", "<link rel='icon' href='x.png'/>"));
  EXPECT_FALSE(holds(octavoIn("check a.xhtml").output, "page-style-left-out"));
}

/// With a menu, a banner and a word that scripts show: by its own style.
constexpr std::string_view kStyledHead = "<style>.menu, #banner { display: none } .ghost { visibility: hidden } .ghost b { visibility: visible }"
                                         "@media print { .share { display: none } } .zeta { color: #c00 } .n { display: none }</style>";
constexpr std::string_view kStyledBody =
    "<nav class='menu'><p>gone1</p></nav><div id='banner'><p>gone2</p></div><h1>H</h1><p class='zeta'>kept1, and so many words that they are "
    "most of the page: nobody hides those<a href='#n' role='doc-noteref'>1</a>.</p><p class='share'>gone3</p><p class='ghost'>x <b>kept2</b></p>"
    "<p class='menu' style='display:block'>kept3</p><aside class='n' id='n' role='doc-footnote'><p>kept4</p></aside>";

TEST_F(PageTest, WhatThePagesOwnStyleDoesNotPrintIsLeftOutAndCounted) {
  if (!hasProgram("unzip")) GTEST_SKIP() << "unzip is not installed";
  write(folder_ / "a.xhtml", page(std::string(kStyledBody), std::string(kStyledHead)));
  const std::string said = octavoIn("build a.xhtml -o o").output;
  EXPECT_TRUE(holds(said, "does not print 3 elements of it (nav.menu, div#banner, p.share)")) << said;
  EXPECT_EQ(said.find("[page-style-hides]"), said.rfind("[page-style-hides]"));
  const std::string made = chapter();
  EXPECT_FALSE(holds(made, "gone")) << made;
  for (const char* word : {"kept1", "kept2", "kept3", "kept4"}) EXPECT_TRUE(holds(made, word)) << word << made;
}

TEST_F(PageTest, NothingOfAPageIsHiddenByItsStyleWhereTheUserOrTheTextForbidsIt) {
  if (!hasProgram("unzip")) GTEST_SKIP() << "unzip is not installed";
  write(folder_ / "a.xhtml", page(std::string(kStyledBody), std::string(kStyledHead)));
  EXPECT_FALSE(holds(octavoIn("build a.xhtml -o o --page-styles none").output, "page-style-hides"));
  for (const char* word : {"gone1", "gone2", "gone3"}) EXPECT_TRUE(holds(chapter(), word)) << word;
  // Leaves of a card box, of which a script shows one: most of the text.
  write(folder_ / "a.xhtml", page("<p>One.</p><div class='leaf'><p>Two and more of it.</p></div>", "<style>.leaf { display: none }</style>"));
  EXPECT_TRUE(holds(octavoIn("build a.xhtml -o o").output, "since that is most of the text, it is kept"));
  EXPECT_TRUE(holds(chapter(), "Two and more"));
}

TEST_F(PageTest, APagesOwnStyleIsAppliedOnRequestBehindTheLookAndBeforeTheUsersSheets) {
  if (!hasProgram("unzip")) GTEST_SKIP() << "unzip is not installed";
  write(folder_ / "own.css", "p { text-indent: 3em } .zeta { color: #c00 } #i { font-weight: bold } i { background: url(http://example.org/x) }");
  write(folder_ / "mine.css", "p.own-style-1, .own-style-1 p { text-indent: 7em }");
  write(folder_ / "a.xhtml", page("<h1>A</h1><p class='zeta'>x</p><p id='i'>y</p>", "<link rel='stylesheet' href='own.css'/>"));
  write(folder_ / "b.xhtml", page("<h1>B</h1><p class='zeta'>x</p>"));
  const auto sheet = [&] { return run("unzip -p " + quoted(folder_ / "o.epub") + " EPUB/style.css").output; };
  const std::string said = octavoIn("build a.xhtml -o o --page-styles all --style study --style mine.css").output;
  EXPECT_FALSE(holds(said, "page-style-left-out")) << said;
  EXPECT_TRUE(holds(said, "[css-outside-address]")) << said;
  EXPECT_TRUE(holds(chapter(), "own-style-1"));
  const std::string alone = sheet();
  EXPECT_LT(alone.find("text-indent: 3em"), alone.find("text-indent: 7em")) << alone;
  EXPECT_TRUE(holds(alone, ".own-style-1 .zeta")) << alone;
  octavoIn("build b.xhtml a.xhtml -o o --page-styles all");
  EXPECT_TRUE(holds(sheet(), ".own-style-2 #c2-i")) << sheet();
  EXPECT_FALSE(holds(chapter(), "own-style")) << "the other page is no matter of the sheet";
}

TEST_F(PageTest, WhatAStyleAttributeCentresOrSetsAtTheRightStaysThere) {
  if (!hasProgram("unzip")) GTEST_SKIP() << "unzip is not installed";
  write(folder_ / "a.xhtml", page("<p style='color: red; TEXT-ALIGN : Right'>a</p><p style='text-align: center'>b</p><p style='text-align: justify'>c</p>"));
  octavoIn("build a.xhtml -o o");
  EXPECT_TRUE(holds(chapter(), "class=\"align-right\"") && holds(chapter(), "class=\"align-center\"")) << chapter();
  EXPECT_FALSE(holds(chapter(), "justify"));
}

TEST_F(CommandTest, AWrongValueIsAnsweredWithTheRightOnesInWords) {
  write(folder_ / "a.xhtml", page("<p>x</p>"));
  EXPECT_TRUE(holds(octavoIn("build a.xhtml --device xx").output, "--device: 'xx' is none of generic, kindle, kobo, apple, koreader, duokan, old"));
  EXPECT_TRUE(holds(octavoIn("build a.xhtml --page-styles some").output, "'some' is none of none, hidden, all"));
  EXPECT_TRUE(holds(octavoIn("build a.xhtml --epub-fonts all").output, "'all' is none of none, subset, full"));
  EXPECT_TRUE(holds(octavoIn("check a.xhtml --diagnostics xml").output, "'xml' is none of human, short, json"));
  EXPECT_TRUE(holds(octavoIn("build a.xhtml --max-image big").output, "'big' is no whole number above 0"));
  EXPECT_TRUE(holds(octavoIn("measure a.xhtml --examples 0").output, "'0' is no whole number above 0"));
  EXPECT_TRUE(holds(octavoIn("build a.xhtml --lang english").output, "'english' is no language tag"));
  EXPECT_TRUE(holds(octavoIn("build -").output, "no document is read from a pipe"));
  const auto wrong = octavoIn("build a.xhtml --lang english --diagnostics json");
  EXPECT_EQ(wrong.exitCode, 2);
  EXPECT_EQ(octavoIn("build a.xhtml --device KOBO -o o").exitCode, 0);
  EXPECT_TRUE(octavoIn("help build").output.ends_with("\n") && octavoIn("--help").output.ends_with("\n"));
  EXPECT_FALSE(holds(octavoIn("help build").output, "DIR:DIR") || holds(octavoIn("help build").output, "PIXELS:"));
}

TEST_F(CommandTest, ANoteWithoutAMarkOfItsOwnIsNumberedInSilence) {
  const auto article = [](const std::string& note) {
    return "<article xmlns='http://docbook.org/ns/docbook' xml:lang='en'><title>T</title><para>x<footnote" + note + "><para>y</para></footnote></para></article>";
  };
  write(folder_ / "a.xml", article(""));
  EXPECT_FALSE(holds(octavoIn("check a.xml").output, "note-marks-replaced"));
  write(folder_ / "a.xml", article(" label='*'"));
  EXPECT_TRUE(holds(octavoIn("check a.xml").output, "note-marks-replaced"));
}

}  // namespace
}  // namespace octavo::test

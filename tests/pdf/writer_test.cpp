#include "pdf/writer.h"

#include <fstream>

#include "image/image.h"
#include "pdf/hand_made_book.h"
#include "support/run.h"

namespace octavo::pdf {
namespace {

HandMadeBook richBook() {
  HandMadeBook book;
  book.publication.metadata.title = {"A Title", "en"};
  book.publication.metadata.languages = {"en", "ja"};
  book.publication.metadata.contributors = {{"山田花子", {}, "aut", "ja", {}, {}}};
  addChapter(book, Tree("nav", {{"epub:type", "toc"}, {"id", "toc"}, {"lang", "en"}})
                       .child(Tree("h1").text("Contents"))
                       .child(Tree("ol").child(Tree("li").child(Tree("a", {{"href", "#one"}}).text("One")))));
  addChapter(
      book,
      Tree("section", {{"id", "one"}, {"lang", "ja"}})
          .child(Tree("h1").text("One"))
          .child(Tree("p")
                     .text("Some text and ")
                     .child(Tree("a", {{"href", "https://example.org/a?b=c&d=(e)"}}).text("a link"))
                     .child(Tree("a", {{"id", "call"}, {"href", "#n"}, {"role", "doc-noteref"}}).text("1")))
          .child(Tree("p").child(Tree("ruby").text("甲").child(Tree("rt").text("a"))))
          .child(Tree("table")
                     .child(Tree("thead").child(
                         Tree("tr").child(Tree("th").text("x")).child(Tree("th").text("y"))))
                     .child(Tree("tbody").child(Tree("tr").child(Tree("td").text("z")))))
          .child(Tree("ul").child(Tree("li").text("item")))
          .child(Tree("figure").child(Tree("figcaption").text("no picture")))
          .child(Tree("p").child(Tree("math", {{"alttext", "a"}}, dom::Namespace::MathMl).text("a")))
          .child(Tree("section").child(
              Tree("aside", {{"id", "n"}, {"role", "doc-footnote"}})
                  .child(Tree("p")
                             .child(Tree("a", {{"href", "#call"}, {"role", "doc-backlink"}}).text("1"))
                             .text("note")))));
  book.publication.navigation = {{"Contents", "en", "toc", {}},
                                 {"One", "en", "one", {{"甲", "ja", "call", {}}}}};
  const Typesetter typesetter(book, 12);
  return book;
}

/// Fragments that no element stands for: a frame, a rule, a running head, a page number.
void decorate(HandMadeBook& book) {
  fragment::Fragment page = *book.printed.pages[0].content;
  const auto place = [&](auto content, fragment::Role role, PhysicalPoint at, PhysicalSize size) {
    fragment::Fragment made;
    made.content = std::move(content);
    made.role = role;
    made.size = size;
    page.children.push_back({at, std::make_shared<fragment::Fragment>(std::move(made))});
  };
  const BorderLine solid{1_pt, LineStyle::Solid, {255, 0, 0, 128}}, dashed{2_pt, LineStyle::Dashed, {}};
  const BorderLine dotted{2_pt, LineStyle::Dotted, {}}, twice{3_pt, LineStyle::Double, {0, 0, 255, 255}};
  place(fragment::Frame{{solid, dashed, dotted, twice}, {240, 240, 200, 255}}, fragment::Role::Decoration,
        {200_pt, 50_pt}, {60_pt, 40_pt});
  place(fragment::Rule{{1_pt, LineStyle::Wavy, {}}}, fragment::Role::Decoration, {200_pt, 100_pt},
        {60_pt, 3_pt});
  place(run("Head"), fragment::Role::RunningHead, {200_pt, 5_pt}, {20_pt, 12_pt});
  place(run("12"), fragment::Role::RunningFoot, {200_pt, 380_pt}, {10_pt, 12_pt});
  book.printed.pages[0].content = std::make_shared<fragment::Fragment>(std::move(page));
}

TEST(WritePdf, GivesEqualBytesForEqualInputOnAnyNumberOfThreads) {
  HandMadeBook book = richBook();
  decorate(book);
  const std::string once = book.write();
  EXPECT_EQ(once, book.write());
  EXPECT_EQ(once, book.write(2));
  HandMadeBook again = richBook();
  decorate(again);
  EXPECT_EQ(once, again.write(4)) << "no address may reach the file";
}

TEST(WritePdf, AnEmptyBookIsAFile) {
  const HandMadeBook book;
  EXPECT_EQ(book.write().substr(0, 8), "%PDF-1.7");
}

/// What a program says of the file; skips where the program is missing.
class External : public ::testing::Test {
 protected:
  std::string judge(const std::string& program, const std::string& options, const std::string& file) {
    if (!test::hasProgram(program)) {
      missing_ = program;
      return {};
    }
    const auto path = folder_ / "book.pdf";
    std::ofstream(path, std::ios::binary) << file;
    const test::Outcome outcome = test::run(program + " " + options + " " + test::quoted(path) + " -");
    return outcome.output;
  }

  test::ScratchFolder folder_;
  std::string missing_;
};

/// A book with a half transparent picture of two by two pixels, shown twice, and one that is not there.
HandMadeBook picturedBook() {
  image::Samples samples;
  samples.width = samples.height = 2;
  samples.color = "abcdefghijkl";
  samples.alpha = "ABCD";
  HandMadeBook book;
  book.publication.metadata.title = {"Pictures", "en"};
  book.publication.metadata.languages = {"en"};
  const auto picture = [](std::string path) {
    return Tree("img", {{"src", std::move(path)}, {"alt", "rain"}});
  };
  addChapter(book, Tree("section")
                       .child(Tree("figure").child(picture("a.png")).child(Tree("figcaption").text("C")))
                       .child(Tree("p").text("x").child(picture("a.png")))
                       .child(Tree("p").text("y").child(picture("gone.png"))));
  publication::Resource resource;
  resource.path = "a.png";
  resource.mediaType = "image/png";
  resource.bytes = image::encodePng(samples);
  book.publication.resources.push_back(std::move(resource));
  const Typesetter typesetter(book);
  return book;
}

TEST(WritePdf, APictureIsStoredOnceHoweverOftenItIsShown) {
  Diagnostics diagnostics;
  const std::string file = picturedBook().write(1, &diagnostics);
  std::size_t images = 0;
  for (std::size_t at = 0; (at = file.find("/Subtype /Image", at)) != std::string::npos; ++at) ++images;
  EXPECT_EQ(images, 2U) << "the colours and their opacity";
  ASSERT_EQ(diagnostics.entries().size(), 1U);
  EXPECT_EQ(diagnostics.entries()[0].diagnostic.code, "picture-missing");
}

HandMadeBook decoratedBook() {
  HandMadeBook book = richBook();
  decorate(book);
  return book;
}

TEST_F(External, QpdfFindsNoFault) {
  if (!test::hasProgram("qpdf")) GTEST_SKIP() << "qpdf is not installed";
  const auto path = folder_ / "book.pdf";
  std::ofstream(path, std::ios::binary) << decoratedBook().write();
  const test::Outcome outcome = test::run("qpdf --check " + test::quoted(path));
  EXPECT_EQ(outcome.exitCode, 0) << outcome.output;
}

TEST_F(External, CopiedTextIsTheSource) {
  // The font has no "ﬃ": a box stands for it, and still says what it is.
  const std::string text = judge(
      "pdftotext", "-raw -nopgbrk",
      bookOf(Tree("section").child(Tree("p").text("aﬃb").text("甲——乙").text("a\u00AD").text("e\u0301")))
          .write());
  if (!missing_.empty()) GTEST_SKIP() << missing_ << " is not installed";
  EXPECT_EQ(text, "aﬃb\n甲——乙\na\u00AD\ne\u0301\n");
}

TEST_F(External, TheStructureIsReadBackAsItIsInTheDocument) {
  if (!test::hasProgram("pdfinfo")) GTEST_SKIP() << "pdfinfo is not installed";
  const auto path = folder_ / "book.pdf";
  std::ofstream(path, std::ios::binary) << bookOf(Tree("section")
                                                      .child(Tree("h1").text("T"))
                                                      .child(Tree("p").text("a").child(Tree("em").text("b"))))
                                               .write();
  const std::string read = test::run("pdfinfo -struct-text " + test::quoted(path)).output;
  EXPECT_EQ(read,
            "Document\n  Sect\n    H1 (block)\n      \"T\"\n    P (block)\n      \"a\"\n      Span (inline)\n"
            "        \"b\"\n");
}

TEST_F(External, TheCheckerOfAccessibleArchivesFindsNoFault) {
  const auto checker = test::sharedPath("tools/check-pdf");
  if (!std::filesystem::exists(checker) || !test::hasProgram("qpdf")) GTEST_SKIP() << "check-pdf is not here";
  for (const auto& make : {decoratedBook, picturedBook}) {
    const HandMadeBook book = make();
    const auto path = folder_ / "book.pdf";
    std::ofstream(path, std::ios::binary) << book.write();
    const test::Outcome outcome =
        test::run(test::quoted(checker) + " --render --pdfa 2a " + test::quoted(path));
    EXPECT_EQ(outcome.exitCode, 0) << outcome.output;
  }
}

}  // namespace
}  // namespace octavo::pdf

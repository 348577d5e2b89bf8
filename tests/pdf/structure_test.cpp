#include "pdf/hand_made_book.h"
#include "pdf/structure_tree.h"

namespace octavo::pdf {
namespace {

std::string treeOf(const HandMadeBook& book) {
  FontUsage fonts;
  const std::vector<PagePlan> plans = planPages(book.printed, fonts);
  LinkIndex links(book.printed.destinations);
  const std::vector<LinkArea> areas = collectLinks(plans, links);
  return dump(buildStructure({book.publication, plans, areas, links, "en"}));
}

std::string treeOf(Tree chapter, int linesPerPage = 15) {
  HandMadeBook book = bookOf(std::move(chapter), linesPerPage);
  return treeOf(book);
}

TEST(Structure, SectionsHeadingsAndInlineElementsNestAsInTheDocument) {
  EXPECT_EQ(treeOf(Tree("section", {{"lang", "ja"}})
                       .child(Tree("h1").text("T"))
                       .child(Tree("p").text("a").child(Tree("em").text("b")).text("c"))),
            R"(Document (en)
  Sect (ja)
    H1
      content page 1 mcid 0
    P
      content page 1 mcid 1
      Span
        content page 1 mcid 2
      content page 1 mcid 3
)");
}

TEST(Structure, AParagraphOverTwoPagesIsOneElement) {
  EXPECT_EQ(treeOf(Tree("section").child(Tree("p").text("a").text("b")), 1), R"(Document (en)
  Sect
    P
      content page 1 mcid 0
      content page 2 mcid 0
)");
}

TEST(Structure, HeadingsSkipNoLevelInTheWholeBook) {
  EXPECT_EQ(treeOf(Tree("section")
                       .child(Tree("h2").text("a"))
                       .child(Tree("h5").text("b"))
                       .child(Tree("h1").text("c"))),
            R"(Document (en)
  Sect
    H1
      content page 1 mcid 0
    H2
      content page 1 mcid 1
    H1
      content page 1 mcid 2
)");
}

TEST(Structure, ListItemsHaveLabelAndBody) {
  EXPECT_EQ(treeOf(Tree("section").child(Tree("ol").child(
                Tree("li").text("a").child(Tree("ul").child(Tree("li").child(Tree("p").text("b"))))))),
            R"(Document (en)
  Sect
    L Decimal
      LI
        Lbl
          content page 1 mcid 0
        LBody
          content page 1 mcid 1
          L Disc
            LI
              Lbl
                content page 1 mcid 2
              LBody
                P
                  content page 1 mcid 3
)");
}

TEST(Structure, APrintedLabelIsTheLabelOfItsItemAndTellsTheNumbering) {
  EXPECT_EQ(treeOf(Tree("section").child(Tree("ul", {{"class", "simple labelled"}})
                                             .child(Tree("li").child(Tree("p").child(Tree("span", {{"class", "label"}}).text("(a)")).text("oak"))))),
            R"(Document (en)
  Sect
    L LowerAlpha
      LI
        Lbl
          content page 1 mcid 1
        Lbl
          content page 1 mcid 0
        LBody
          P
            content page 1 mcid 2
)");  // the other is the marker that these books by hand give every item
}

TEST(Structure, TermsAndTheirDescriptionsMakeItems) {
  EXPECT_EQ(treeOf(Tree("section").child(Tree("dl")
                                             .child(Tree("dt").text("a"))
                                             .child(Tree("dt").text("b"))
                                             .child(Tree("dd").text("c"))
                                             .child(Tree("dt").text("d")))),
            R"(Document (en)
  Sect
    L
      LI
        Lbl
          content page 1 mcid 0
        Lbl
          content page 1 mcid 1
        LBody
          content page 1 mcid 2
      LI
        Lbl
          content page 1 mcid 3
)");
}

TEST(Structure, TextDirectlyInAGroupGetsAParagraph) {
  EXPECT_EQ(
      treeOf(Tree("section").text("a").child(Tree("em").text("b")).child(Tree("p").text("c")).text("d")),
      R"(Document (en)
  Sect
    P
      content page 1 mcid 0
      Span
        content page 1 mcid 1
    P
      content page 1 mcid 2
    P
      content page 1 mcid 3
)");
}

TEST(Structure, TablesAreRegularGrids) {
  // The head's second cell reaches over two columns; the first body row has a cell over two rows that the
  // table does not have, and lacks one; cells without content stay.
  EXPECT_EQ(
      treeOf(Tree("section").child(
          Tree("table")
              .child(Tree("caption").text("C"))
              .child(Tree("thead").child(
                  Tree("tr").child(Tree("th").text("a")).child(Tree("th", {{"colspan", "2"}}).text("b"))))
              .child(Tree("tbody").child(
                  Tree("tr").child(Tree("th").text("c")).child(Tree("td", {{"rowspan", "3"}})))))),
      R"(Document (en)
  Sect
    Table
      Caption
        content page 1 mcid 0
      THead
        TR
          TH of column
            content page 1 mcid 1
          TH columns 2 of column
            content page 1 mcid 2
      TBody
        TR
          TH of row
            content page 1 mcid 3
          TD
          TD
)");
}

TEST(Structure, AFigureWithOnePictureIsAFigureWithItsCaption) {
  EXPECT_EQ(treeOf(Tree("section").child(Tree("figure")
                                             .child(Tree("img", {{"src", "a.png"}, {"alt", "rain"}}))
                                             .child(Tree("figcaption").text("C")))),
            R"(Document (en)
  Sect
    Figure alt "rain"
      content page 1 mcid 0
      Caption
        content page 1 mcid 1
)");
}

TEST(Structure, AFigureWithoutPictureIsNoFigure) {
  EXPECT_EQ(treeOf(Tree("section").child(Tree("figure").child(Tree("figcaption").text("C")))),
            R"(Document (en)
  Sect
    Div
      Caption
        content page 1 mcid 0
)");
}

TEST(Structure, APictureIsContentUnlessItsAuthorCallsItDecoration) {
  EXPECT_EQ(
      treeOf(Tree("section").child(Tree("p").text("a").child(Tree("img", {{"src", "a.png"}, {"alt", ""}, {"role", "presentation"}})))),
      "Document (en)\n  Sect\n    P\n      content page 1 mcid 0\n");
  EXPECT_EQ(
      treeOf(Tree("section").child(Tree("p").text("a").child(Tree("img", {{"src", "a.png"}, {"alt", ""}})))),
      "Document (en)\n  Sect\n    P\n      content page 1 mcid 0\n      Figure alt \"Picture without description\"\n"
      "        content page 1 mcid 1\n");
  EXPECT_EQ(treeOf(Tree("section").child(Tree("figure")
                                             .child(Tree("img", {{"src", "a.png"}, {"alt", ""}}))
                                             .child(Tree("figcaption").text("C")))),
            "Document (en)\n  Sect\n    Figure alt \"Picture without description\"\n      content page 1 mcid 0\n"
            "      Caption\n        content page 1 mcid 1\n");
}

TEST(Structure, TheCaptionOfAFigureWithATableIsTheTables) {
  EXPECT_EQ(
      treeOf(Tree("section").child(Tree("figure")
                                       .child(Tree("figcaption").text("C"))
                                       .child(Tree("table").child(Tree("tr").child(Tree("td").text("a")))))),
      R"(Document (en)
  Sect
    Div
      Table
        Caption
          content page 1 mcid 0
        TR
          TD
            content page 1 mcid 1
)");
}

TEST(Structure, NotesStandBehindTheParagraphThatCallsThem) {
  const auto call = [](std::string note) {
    return Tree("a", {{"id", "call-" + note}, {"href", "#" + note}, {"role", "doc-noteref"}}).text("1");
  };
  const auto note = [](std::string id) {
    return Tree("aside", {{"id", id}, {"role", "doc-footnote"}})
        .child(Tree("p")
                   .child(Tree("a", {{"href", "#call-" + id}, {"role", "doc-backlink"}}).text("1"))
                   .text("note"));
  };
  EXPECT_EQ(treeOf(Tree("section")
                       .child(Tree("p").text("a").child(call("n1")).child(call("n2")))
                       .child(Tree("p").text("b"))
                       .child(Tree("section").child(note("n1")).child(note("n2")))),
            R"(Document (en)
  Sect
    P
      content page 1 mcid 0
      Reference
        Link
          content page 1 mcid 1
          annotation 0
      Reference
        Link
          content page 1 mcid 2
          annotation 1
    Note id n1
      Lbl
        Link
          content page 1 mcid 4
          annotation 2
      P
        content page 1 mcid 5
    Note id n2
      Lbl
        Link
          content page 1 mcid 6
          annotation 3
      P
        content page 1 mcid 7
    P
      content page 1 mcid 3
)");
}

TEST(Structure, ANoteThatIsCalledNowhereOrByItselfStaysWhereItIs) {
  EXPECT_EQ(
      treeOf(Tree("section").child(Tree("aside", {{"id", "n"}, {"role", "doc-footnote"}})
                                       .child(Tree("p").text("a").child(
                                           Tree("a", {{"href", "#n"}, {"role", "doc-noteref"}}).text("1"))))),
      R"(Document (en)
  Sect
    Note id n
      P
        content page 1 mcid 0
        Reference
          Link
            content page 1 mcid 1
            annotation 0
)");
}

TEST(Structure, ContentsAreEntriesWithReferences) {
  EXPECT_EQ(treeOf(Tree("nav", {{"epub:type", "toc"}, {"id", "toc"}})
                       .child(Tree("h1").text("Contents"))
                       .child(Tree("ol").child(Tree("li").child(Tree("a", {{"href", "#toc"}}).text("One"))))),
            R"(Document (en)
  Sect
    H1
      content page 1 mcid 0
    TOC
      TOCI
        Lbl
          content page 1 mcid 1
        Reference
          Link
            content page 1 mcid 2
            annotation 0
)");
}

TEST(Structure, EachRubyPairIsARuby) {
  EXPECT_EQ(treeOf(Tree("section").child(Tree("p").text("x").child(
                Tree("ruby").text("甲").child(Tree("rt").text("a")).text("乙").child(Tree("rt").text("b"))))),
            R"(Document (en)
  Sect
    P
      content page 1 mcid 0
      Ruby
        RB
          content page 1 mcid 1
        RT
          content page 1 mcid 2
      Ruby
        RB
          content page 1 mcid 3
        RT
          content page 1 mcid 4
)");
}

TEST(Structure, ASecondReadingStandsBesideTheRubyItSpans) {
  EXPECT_EQ(treeOf(Tree("section").child(Tree("p").child(
                Tree("ruby")
                    .child(Tree("ruby").text("甲").child(Tree("rt").text("a")).text("乙").child(Tree("rt").text("b")))
                    .child(Tree("rt").text("ab"))))),
            R"(Document (en)
  Sect
    P
      Ruby
        RB
          Ruby
            RB
              content page 1 mcid 0
            RT
              content page 1 mcid 1
          Ruby
            RB
              content page 1 mcid 2
            RT
              content page 1 mcid 3
        RT
          content page 1 mcid 4
)");
}

TEST(Structure, ANoteInTwoRowsIsAWarichuWithItsBrackets) {
  EXPECT_EQ(treeOf(Tree("section").child(Tree("p").text("x").child(Tree("span", {{"class", "warichu"}})
                                                                       .text("（")
                                                                       .text("甲")
                                                                       .child(Tree("em").text("乙"))
                                                                       .text("丙")
                                                                       .text("）")))),
            R"(Document (en)
  Sect
    P
      content page 1 mcid 0
      Warichu
        WP
          content page 1 mcid 1
        WT
          content page 1 mcid 2
          Span
            content page 1 mcid 3
          content page 1 mcid 4
        WP
          content page 1 mcid 5
)");
}

TEST(Structure, FormulasSpeakByTheirAlternativeText) {
  EXPECT_EQ(treeOf(Tree("section").child(
                Tree("p").text("x").child(Tree("math", {{"alttext", "a squared"}}, dom::Namespace::MathMl)
                                              .child(Tree("mi", {}, dom::Namespace::MathMl).text("a"))
                                              .child(Tree("mn", {}, dom::Namespace::MathMl).text("2"))))),
            R"(Document (en)
  Sect
    P
      content page 1 mcid 0
      Formula alt "a squared"
        content page 1 mcid 1
        content page 1 mcid 2
)");
}

TEST(Structure, ALinkThatLeadsNowhereIsASpan) {
  EXPECT_EQ(treeOf(Tree("section").child(Tree("p")
                                             .child(Tree("a", {{"href", "#gone"}}).text("a"))
                                             .child(Tree("a", {{"href", "javascript:x()"}}).text("b"))
                                             .child(Tree("a", {{"href", "https://a.example/"}}).text("c")))),
            R"(Document (en)
  Sect
    P
      Span
        content page 1 mcid 0
      Span
        content page 1 mcid 1
      Link
        content page 1 mcid 2
        annotation 0
)");
}

TEST(Structure, ReadingOrderComesFromTheDocumentNotFromPainting) {
  HandMadeBook book = bookOf(Tree("section").child(Tree("p").text("a")).child(Tree("p").text("b")));
  fragment::Fragment page = *book.printed.pages[0].content;
  std::swap(page.children[0], page.children[1]);
  book.printed.pages[0].content = std::make_shared<fragment::Fragment>(page);
  EXPECT_EQ(treeOf(book), R"(Document (en)
  Sect
    P
      content page 1 mcid 1
    P
      content page 1 mcid 0
)");
}

TEST(Structure, PartsAreParts) {
  HandMadeBook book;
  addChapter(book, Tree("section").child(Tree("h1").text("P")), publication::ChapterKind::Part);
  const Typesetter typesetter(book);
  EXPECT_EQ(treeOf(book), "Document (en)\n  Part\n    H1\n      content page 1 mcid 0\n");
}

}  // namespace
}  // namespace octavo::pdf

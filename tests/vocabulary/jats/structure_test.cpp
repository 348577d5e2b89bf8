// What blocks in running text, links in links, notes and citations become.
#include <gtest/gtest.h>

#include "vocabulary/jats/reading_support.h"

namespace octavo::test {
namespace {

std::string wordsOf(const dom::Element& element) { return dom::collapseWhiteSpace(dom::textContent(element)); }

TEST(Paragraphs, AreSplitAroundBlocksHoweverDeep) {
  const JatsResult result = readJatsBody(
      "<p id='x'>before <italic>in <named-content><list><list-item><p>item</p></list-item></list></named-content> "
      "out</italic> after</p>");
  EXPECT_TRUE(faultsOf(result.article).empty());
  EXPECT_EQ(countIn(result, "p", "continued"), 1);
  EXPECT_EQ(findIn(result, "p").attributeOr("id"), "a1-x");
  EXPECT_EQ(wordsOf(findIn(result, "p", "continued")), "out after");
}

TEST(Paragraphs, OfNothingButABlockGiveItTheirId) {
  const JatsResult result = readJatsBody("<p id='x'>\n <disp-quote><p>q</p></disp-quote>\n</p><p><xref rid='x'>there</xref></p>");
  EXPECT_EQ(findIn(result, "blockquote").attributeOr("id"), "a1-x");
  EXPECT_TRUE(faultsOf(result.article).empty());
}

TEST(Links, DoNotNest) {
  const JatsResult result = readJatsBody(
      "<p id='t'><ext-link xlink:href='http://a.example/'>see <xref rid='t'>this</xref></ext-link></p>");
  EXPECT_TRUE(faultsOf(result.article).empty());
  EXPECT_EQ(countIn(result, "a"), 1);
}

TEST(Links, ResolversAreAddedToBareIdentifiers) {
  const JatsResult result =
      readJatsBody("<p><ext-link ext-link-type='doi' xlink:href='10.1000/1'>x</ext-link></p>");
  EXPECT_EQ(findIn(result, "a").attributeOr("href"), "https://doi.org/10.1000/1");
}

TEST(Links, ToFilesBesideTheArticleAreWords) {
  const JatsResult result = readJatsBody("<p><ext-link xlink:href='data.zip'>data</ext-link></p>");
  EXPECT_EQ(countIn(result, "a"), 0);
}

TEST(Notes, ANoteInTheTextMakesItsOwnCall) {
  const JatsResult result = readJatsBody("<p>a<fn><p>note</p></fn> b</p>");
  EXPECT_EQ(findIn(result, "a").attributeOr("role"), "doc-noteref");
  EXPECT_EQ(countIn(result, "aside"), 1);
}

TEST(Notes, AGroupsCalledNotesGoToThePageTheOthersStay) {
  const JatsResult result = readJatsBody(
      "<p>a<sup><xref ref-type='fn' rid='n1'>*</xref></sup></p><sec><title>N</title><fn-group>"
      "<fn id='n1'><label>*</label><p>called</p></fn><fn id='n2'><label>+</label><p>kept</p></fn></fn-group></sec>");
  EXPECT_TRUE(faultsOf(result.article).empty());
  EXPECT_EQ(countIn(result, "aside"), 1);
  EXPECT_EQ(countIn(result, "sup"), 0);
  EXPECT_EQ(wordsOf(findIn(result, "div", "footnote")), "+ kept");
}

TEST(Notes, OfATableStayWithIt) {
  const JatsResult result = readJatsBody(
      "<table-wrap><table><tr><td>1<xref ref-type='table-fn' rid='tn'>a</xref></td></tr></table><table-wrap-foot>"
      "<fn id='tn'><label>a</label><p>why</p></fn></table-wrap-foot></table-wrap>");
  EXPECT_EQ(countIn(result, "aside"), 0);
  EXPECT_EQ(findIn(result, "a").attributeOr("href"), "#a1-tn");
  EXPECT_TRUE(faultsOf(result.article).empty());
}

std::string citation(const std::string& content) {
  const JatsResult result = readJatsBody("<p>x</p></body><back><ref-list><ref id='r'><element-citation>" + content +
                                         "</element-citation></ref></ref-list></back><body>");
  return wordsOf(findIn(result, "li", "reference"));
}

TEST(Citations, PartsAreSetInOneOrder) {
  EXPECT_EQ(citation("<article-title>A title</article-title><source>J</source><year>2010</year><volume>17</volume>"
                     "<issue>2</issue><fpage>614</fpage><lpage>616</lpage><person-group person-group-type='author'>"
                     "<name><surname>Galkin</surname><given-names>VE</given-names></name><name><surname>Orlova"
                     "</surname><given-names>A</given-names></name></person-group><pub-id pub-id-type='doi'>10.1/2"
                     "</pub-id>"),
            "Galkin VE, Orlova A (2010) A title. J 17(2):614–616. doi:10.1/2.");
}

TEST(Citations, NamesAreSeparatedAlsoWhereTextStandsBetweenSomeOfThem) {
  const std::string name = "<name><surname>Li</surname><given-names>M</given-names></name>";
  EXPECT_EQ(citation("<person-group person-group-type='author'>" + name + name + ", <collab>The Group</collab> and " + name +
                     name + "</person-group><year>1999</year><source>B</source>"),
            "Li M, Li M, The Group and Li M, Li M (1999). B.");
}

TEST(Citations, BooksNameEditorsPlaceAndPublisher) {
  EXPECT_EQ(citation("<person-group person-group-type='editor'><name><surname>Li</surname><given-names>M</given-names>"
                     "</name></person-group><year>1999</year><source>B</source><publisher-loc>Rome</publisher-loc>"
                     "<publisher-name>P</publisher-name><isbn>1</isbn>"),
            "Li M, eds. (1999). B. Rome: P. ISBN 1.");
}

TEST(Citations, AChineseArticleSetsEachInThePunctuationOfItsScript) {
  const JatsResult result = readJatsBody(
      "<p>x</p></body><back><ref-list xml:lang='zh'><ref><element-citation><source>Papermaking</source><publisher-loc>New "
      "York</publisher-loc><publisher-name>Knopf</publisher-name></element-citation></ref></ref-list></back><body>");
  EXPECT_EQ(wordsOf(findIn(result, "li")), "Papermaking. New York: Knopf.");
  const JatsResult chinese = readJatsBody(
      "<p>x</p></body><back><ref-list xml:lang='zh'><ref><element-citation><source>天工开物</source><publisher-loc>北京"
      "</publisher-loc><publisher-name>商务</publisher-name></element-citation></ref></ref-list></back><body>");
  EXPECT_EQ(wordsOf(findIn(chinese, "li")), "天工开物. 北京：商务.");
}

TEST(Citations, UnknownPartsAreNotLost) {
  EXPECT_EQ(citation("<source>S?</source><comment>in press</comment><gov>Report 7</gov>"), "S? in press. Report 7.");
}

TEST(Citations, AMixedOneIsLeftAsItIsWritten) {
  const JatsResult result = readJatsBody(
      "<p>x</p></body><back><ref-list><ref><mixed-citation><name><surname>Piggy</surname> <prefix>Ms.</prefix></name>; "
      "<source>S</source>, 12–24.</mixed-citation></ref></ref-list></back><body>");
  EXPECT_EQ(wordsOf(findIn(result, "li")), "Piggy Ms.; S, 12–24.");
}

TEST(Formulas, MathMlGoesBeforeTeXAndTeXIsItsAlternative) {
  const JatsResult result = readJatsBody(
      "<disp-formula><label>(1)</label><alternatives><tex-math>\\documentclass{x}\\begin{document}x^2\\end{document}"
      "</tex-math><mml:math><mml:mi>x</mml:mi></mml:math></alternatives></disp-formula>");
  const dom::Element& math = findIn(result, "math");
  EXPECT_EQ(math.attributeOr("alttext"), "x^2");
  EXPECT_EQ(math.attributeOr("display"), "block");
  EXPECT_EQ(countIn(result, "code"), 0);
}

TEST(Formulas, FormsThatAreNotShownAreCountedOnce) {
  const JatsResult result = readJatsBody(
      "<disp-formula><alternatives><tex-math>x</tex-math><mml:math><mml:mi>x</mml:mi></mml:math></alternatives></disp-formula>"
      "<disp-formula><tex-math>y</tex-math><mml:math><mml:mi>y</mml:mi></mml:math></disp-formula>");
  std::vector<std::string> messages;
  for (const auto& entry : result.diagnostics.entries()) {
    if (entry.diagnostic.code == "alternatives-unshown") messages.push_back(entry.diagnostic.message);
  }
  EXPECT_EQ(messages, (std::vector<std::string>{"another of several forms is shown for: tex-math 2×"}));
}

TEST(Formulas, TeXAloneIsShownAsWritten) {
  const JatsResult result = readJatsBody("<p><inline-formula><tex-math>x^2</tex-math></inline-formula></p>");
  EXPECT_EQ(wordsOf(findIn(result, "code", "tex")), "x^2");
}

TEST(Formulas, ConstantsOfContentMathMlBecomeTheirSymbols) {
  const JatsResult result = readJatsBody("<p><mml:math><mml:pi/></mml:math></p>");
  EXPECT_EQ(wordsOf(findIn(result, "mi")), "π");
  EXPECT_EQ(countIn(result, "pi"), 0);
}

TEST(Formulas, MissingAndSurplusPartsAreMended) {
  const JatsResult result = readJatsBody(
      "<p><mml:math><mml:mfrac><mml:mi>a</mml:mi></mml:mfrac><mml:msup><mml:mi>b</mml:mi><mml:mn>2</mml:mn>"
      "<mml:mn>3</mml:mn></mml:msup></mml:math></p>");
  EXPECT_EQ(findIn(result, "mfrac").children().size(), 2u);
  EXPECT_EQ(findIn(result, "msup").children().size(), 2u);
  EXPECT_EQ(wordsOf(findIn(result, "math")), "ab23");
  EXPECT_EQ(countOfCode(result, "math-malformed"), 2);
}

TEST(Sections, WithAnEmptyTitleHaveNoHeading) {
  const JatsResult result = readJatsBody("<sec><title> </title><p>a</p></sec>");
  EXPECT_EQ(countIn(result, "h2"), 0);
  EXPECT_EQ(countIn(result, "section"), 1);
  EXPECT_EQ(countOfCode(result, "title-empty"), 1);
}

TEST(AboutTheArticle, NamesEachKindOnce) {
  const JatsResult result = readJatsText(
      "<article><front><journal-meta><issn>1</issn><journal-id>j</journal-id><issn>2</issn></journal-meta>"
      "<article-meta><title-group><article-title>T</article-title></title-group></article-meta></front></article>");
  EXPECT_EQ(wordsOf(findIn(result, "dl")), "ISSN12Journal codej");
}

TEST(UnknownElements, KeepTheirWordsAndAreReportedOncePerName) {
  const JatsResult result = readJatsBody(
      "<p>a <odd>b</odd> <odd>c</odd></p><odd><p>d</p></odd>");
  EXPECT_EQ(countOfCode(result, "unknown-element"), 1);
  EXPECT_EQ(countIn(result, "span", "odd"), 2);
  EXPECT_EQ(countIn(result, "div", "odd"), 1);
}

TEST(IndexTerms, AreMarksWithoutWordsAndAreReportedOnce) {
  const JatsResult result = readJatsBody(
      "<p>a<index-term><term>East</term><index-term><term>North</term></index-term></index-term>b</p>");
  EXPECT_EQ(findIn(result, "span", "index-term").attributeOr("data-term"), "East : North");
  EXPECT_EQ(wordsOf(findIn(result, "p")), "ab");
  EXPECT_EQ(countOfCode(result, "index-terms-hidden"), 1);
}

TEST(Lists, ContinueTheNumbersOfAnother) {
  const JatsResult result = readJatsBody(
      "<list id='l1' list-type='order'><list-item><p>a</p></list-item><list-item><p>b</p></list-item></list>"
      "<list list-type='order' continued-from='l1'><list-item><p>c</p></list-item></list>"
      "<list id='l3' list-type='order' continued-from='l3'><list-item><p>d</p></list-item></list>");
  EXPECT_TRUE(faultsOf(result.article).empty());
  const dom::Element& root = *result.article.chapters[0].root;
  std::vector<std::string> starts;
  for (const auto& child : root.children()) {
    const dom::Element* element = dom::asElement(*child);
    if (element && element->name == "ol") starts.emplace_back(element->attributeOr("start"));
  }
  EXPECT_EQ(starts, (std::vector<std::string>{"", "3", ""}));
}

TEST(Articles, WithoutAnythingAreStillChapters) {
  const JatsResult result = readJatsText("<article/>");
  EXPECT_EQ(result.article.chapters.size(), 1u);
  EXPECT_EQ(result.article.metadata.languages, std::vector<std::string>{"en"});
}

TEST(Names, OfAnotherVocabularyKeepTheirBlanksBesideAnIdentifier) {
  const JatsResult result = readJatsText(
      "<article><body><t:act xmlns:t='urn:t'><t:name><t:part>Carex</t:part> <t:part>nigra</t:part> <object-id>7</object-id>"
      "</t:name></t:act></body></article>");
  EXPECT_NE(wordsOf(findIn(result, "section")).find("Carex nigra"), std::string::npos);
}

TEST(Keywords, ALabelIsTheirHeadAndNoBlankStandsBeforeTheComma) {
  const std::string before = "<article><front><article-meta><kwd-group><label>Key words</label>";
  const std::string after = "<kwd>\n <italic>reed\n </italic>\n </kwd><kwd> rag </kwd></kwd-group></article-meta></front></article>";
  const auto line = [&](const std::string& title) {
    return wordsOf(findIn(readJatsText(before + title + after), "p", "keywords"));
  };
  EXPECT_EQ(line(""), "Key words: reed, rag");
  EXPECT_EQ(line("<title>Key words</title>"), "Key words: reed, rag");
}

TEST(Figures, WithoutAPictureHaveAFrameWithItsWords) {
  const auto frame = [](const std::string& language, const std::string& parts) {
    const JatsResult result = readJatsText("<article xml:lang='" + language + "'><front/><body><fig>" + parts +
                                           "<caption><p>C</p></caption></fig></body></article>");
    EXPECT_EQ(dom::asElement(*findIn(result, "figure").children().front())->name, "span");  // above the caption
    return wordsOf(findIn(result, "span", "missing-picture"));
  };
  EXPECT_EQ(frame("en", ""), "[no picture]");
  EXPECT_EQ(frame("ja", ""), "[図版なし]");
  EXPECT_EQ(frame("en", "<alt-text>A hand press</alt-text>"), "[A hand press]");
  const JatsResult told = readJatsBody("<fig><label>1</label></fig><fig><p>words</p></fig>");
  EXPECT_EQ(countIn(told, "span", "missing-picture"), 1);
}

TEST(Citations, InBothFormsAreShownOnce) {
  const auto shown = [](const std::string& parts) {
    return wordsOf(findIn(readJatsBody("<p>x</p></body><back><ref-list><ref id='r'><label>1</label><mixed-citation>Ro, A. 2001. "
                                       "The old press. Annals 5: 1-9.</mixed-citation><element-citation>" + parts +
                                       "</element-citation></ref></ref-list></back><body>"), "li", "reference"));
  };
  const std::string names = "<person-group><name><surname>Ro</surname><given-names>A.</given-names></name></person-group>";
  EXPECT_EQ(shown(names + "<year>2001</year><article-title>The old press</article-title><source>Annals</source>"),
            "1 Ro, A. 2001. The old press. Annals 5: 1-9.");
  EXPECT_EQ(shown(names + "<year>2001</year><source>Annals</source><pub-id pub-id-type='doi'>10.1/2</pub-id>"),
            "1 Ro, A. 2001. The old press. Annals 5: 1-9. doi:10.1/2");
  // Another work is a second citation of the entry.
  EXPECT_NE(shown("<person-group><name><surname>Li</surname></name></person-group><year>1999</year><source>Paper</source>")
                .find("Paper"), std::string::npos);
}

const dom::Element& linkIn(const dom::Element& element) {
  for (const auto& child : element.children()) {
    const dom::Element* below = dom::asElement(*child);
    if (below && below->name == "a") return *below;
  }
  return element;
}

TEST(Related, TextsAndProductsAreLinkedWhereTheyAre) {
  const auto link = [](const std::string& related, const std::string& name) {
    const JatsResult result = readJatsText("<article xml:lang='en' xmlns:xlink='http://www.w3.org/1999/xlink'><front><article-meta><title-group>"
                                           "<article-title>T</article-title></title-group>" + related + "</article-meta></front></article>");
    EXPECT_TRUE(faultsOf(result.article).empty());
    const dom::Element& made = linkIn(findIn(result, "span", name));
    return std::string(made.attributeOr("href")) + " " + wordsOf(made);
  };
  EXPECT_EQ(link("<related-article ext-link-type='doi' xlink:href='10.1000/1'>Ro (2001)</related-article>", "related-article"),
            "https://doi.org/10.1000/1 Ro (2001)");
  EXPECT_EQ(link("<product xlink:href='https://a.example/b'><source>A Book</source><year>1683</year></product>", "product"),
            "https://a.example/b (1683). A Book.");
  // Its own link says more nearly where.
  EXPECT_EQ(link("<product xlink:href='https://a.example/b'>See <ext-link xlink:href='https://a.example/c'>here</ext-link></product>",
                 "product"), "https://a.example/c here");
}

TEST(Facts, KeepDatesWholeAndPartParagraphsByAStop) {
  const JatsResult result = readJatsText(
      "<article xml:lang='en'><front><article-meta><title-group><article-title>T</article-title></title-group>"
      "<history><date date-type='received'><day>3</day><month>8</month><year>2004</year></date></history>"
      "<permissions><copyright-statement>© 2004 Ro et al</copyright-statement><license><license-p>This is free.</license-p></license>"
      "</permissions></article-meta></front></article>");
  EXPECT_EQ(wordsOf(findIn(result, "span", "nobr")), "Received: 3 August 2004");
  EXPECT_EQ(wordsOf(findIn(result, "span", "permissions")), "© 2004 Ro et al. This is free.");
}

TEST(Bylines, RaiseMarksOnly) {
  const auto byline = [](const std::string& xref, const std::string& note) {
    return readJatsText("<article xml:lang='en'><front><article-meta><title-group><article-title>T</article-title></title-group>"
                        "<contrib-group><contrib contrib-type='author'><name><surname>Ro</surname><given-names>A</given-names></name>" +
                        xref + "</contrib></contrib-group><author-notes>" + note + "</author-notes></article-meta></front></article>");
  };
  const std::string call = "<xref ref-type='fn' rid='n'/>";
  const JatsResult heading = byline(call, "<fn id='n'><label>Competing interests:</label><p>none</p></fn>");
  EXPECT_EQ(wordsOf(findIn(heading, "p", "byline")), "A Ro");
  EXPECT_EQ(countIn(heading, "sup"), 0);
  for (const std::string mark : {"1", "†", "a, b", "***", "xiv", "1,2,3,4,5"}) {
    const JatsResult raised = byline(call, "<fn id='n'><label>" + mark + "</label><p>none</p></fn>");
    EXPECT_EQ(wordsOf(findIn(raised, "p", "byline")), "A Ro" + mark);
    EXPECT_EQ(countIn(raised, "sup"), 1) << mark;
  }
  const JatsResult own = byline("<xref ref-type='fn' rid='n'>see the note</xref>", "<fn id='n'><p>none</p></fn>");
  EXPECT_EQ(wordsOf(findIn(own, "p", "byline")), "A Ro (see the note)");
}

TEST(Metadata, TellsWhatCataloguesAsk) {
  const JatsResult result = readJatsText(
      "<article xml:lang='zh-Hans'><front><journal-meta><journal-title-group><journal-title>学报</journal-title>"
      "</journal-title-group><publisher><publisher-name>出版社</publisher-name></publisher></journal-meta><article-meta>"
      "<article-id pub-id-type='doi'>10.1/x</article-id><title-group><article-title>题 目</article-title>"
      "<trans-title-group xml:lang='en'><trans-title>Title</trans-title></trans-title-group></title-group>"
      "<contrib-group><contrib><name name-style='eastern'><surname>鲁</surname><given-names>迅</given-names></name>"
      "<xref ref-type='aff' rid='a'/></contrib></contrib-group><aff id='a'><label>1</label>绍兴</aff>"
      "<pub-date pub-type='collection'><year>1921</year></pub-date>"
      "<pub-date pub-type='epub'><day>4</day><month>12</month><year>1921</year></pub-date>"
      "<abstract><p>摘</p></abstract><kwd-group><kwd>甲</kwd><kwd>乙</kwd></kwd-group></article-meta></front></article>");
  const publication::Metadata& metadata = result.article.metadata;
  EXPECT_EQ(metadata.title.text, "题 目");
  EXPECT_EQ(metadata.identifier, "doi:10.1/x");
  EXPECT_EQ(metadata.source, "学报");
  EXPECT_EQ(metadata.publisher, "出版社");
  EXPECT_EQ(metadata.date, "1921-12-04");
  EXPECT_EQ(metadata.description.text, "摘");
  ASSERT_EQ(metadata.subjects.size(), 2u);
  ASSERT_EQ(metadata.contributors.size(), 1u);
  EXPECT_EQ(metadata.contributors[0].name, "鲁迅");
  EXPECT_EQ(metadata.contributors[0].affiliations, std::vector<std::string>{"绍兴"});
  ASSERT_EQ(metadata.translatedTitles.size(), 1u);
  EXPECT_EQ(metadata.translatedTitles[0].language, "en");
}

}  // namespace
}  // namespace octavo::test

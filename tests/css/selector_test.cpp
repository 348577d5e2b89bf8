#include "css/selector.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "css_support.h"

namespace octavo::css::test {
namespace {

constexpr std::string_view kDocument =
    "<section id='s' class='chapter' xml:lang='zh-Hant-TW'>"
    "<h1 id='h'>T</h1>"
    "<p id='p1' class='a b'>x</p>"
    "<p id='p2' class='b' data-kind='One two'>x<em id='e' lang='en'/></p>"
    "<div id='d'><p id='p3'>x</p><math id='m'><mi id='mi'>x</mi></math></div>"
    "<p id='p4' epub:type='note noteref' hreflang='en-GB'><a id='link' href='#h'>1</a><a id='anchor'/></p>"
    "</section>";

/// The ids, in order, of what the selector matches.
std::string matched(std::string_view selector, std::string_view markup = kDocument) {
  const auto root = tree(markup);
  SourceFile file{"test.css", std::string(selector)};
  Diagnostics diagnostics;
  Reporter reporter(file, diagnostics);
  const ParsedSelectors parsed = parseSelectors(parseComponents(selector, reporter), {{"e", "epub"}});
  if (parsed.problem) return parsed.problem->isUnsupported ? "unsupported" : "invalid";
  const auto html = tree("<html lang='ko'><body/></html>");
  const MatchContext context(dom::firstChild(*html, "body"), "ko");
  std::string ids;
  const auto visit = [&](const auto& self, const dom::Element& element) -> void {
    for (const Selector& each : parsed.selectors) {
      if (matches(each, element, context)) {
        ids += (ids.empty() ? "" : " ") + std::string(element.attributeOr("id"));
        break;
      }
    }
    for (const auto& child : element.children()) {
      if (const dom::Element* below = dom::asElement(*child)) self(self, *below);
    }
  };
  visit(visit, *root);
  return ids;
}

struct Case {
  std::string selector, ids;
};
class Matching : public ::testing::TestWithParam<Case> {};

TEST_P(Matching, FindsExactlyTheseElements) {
  EXPECT_EQ(matched(GetParam().selector), GetParam().ids) << GetParam().selector;
}

INSTANTIATE_TEST_SUITE_P(
    Selectors, Matching,
    ::testing::Values(
        Case{"p", "p1 p2 p3 p4"}, Case{"*", "s h p1 p2 e d p3 m mi p4 link anchor"}, Case{"P", ""},
        Case{".b", "p1 p2"}, Case{"p.a.b", "p1"}, Case{"#p2", "p2"}, Case{"mi, h1", "h mi"},
        Case{"svg|p", "p1 p2 p3 p4"}, Case{"*|em", "e"}, Case{"[data-kind]", "p2"},
        Case{"[data-kind='One two']", "p2"}, Case{"[data-kind=one]", ""}, Case{"[data-kind~=two]", "p2"},
        Case{"[data-kind~='One two']", ""}, Case{"[data-kind^=One]", "p2"}, Case{"[data-kind$=two]", "p2"},
        Case{"[data-kind*='e t']", "p2"}, Case{"[data-kind^='']", ""}, Case{"[data-kind='ONE TWO' i]", "p2"},
        Case{"[hreflang|=en]", "p4"}, Case{"[hreflang|=e]", ""}, Case{"[e|type~=noteref]", "p4"},
        Case{"[epub\\:type~=note]", "p4"}, Case{"[*|type]", "p4"}, Case{"section p", "p1 p2 p3 p4"},
        Case{"section > p", "p1 p2 p4"}, Case{"div>p", "p3"}, Case{"h1 + p", "p1"},
        Case{"h1 ~ p", "p1 p2 p4"}, Case{"p + p", "p2"}, Case{"p+div + p>a", "link anchor"},
        Case{"body > section", "s"}, Case{"html body > .chapter", "s"}, Case{"body section", "s"},
        Case{":first-child", "s h e p3 mi link"}, Case{"p:last-child", "p4"}, Case{"p:only-child", ""},
        Case{":only-child", "s e mi"}, Case{"section > :nth-child(2)", "p1"},
        Case{"section > :nth-child(2n+1)", "h p2 p4"}, Case{"section > :nth-child(even)", "p1 d"},
        Case{"section > :nth-child(-n+2)", "h p1"}, Case{"section > :nth-child( 2n + 1 )", "h p2 p4"},
        Case{"section > :nth-child(n+4)", "d p4"}, Case{"section > :nth-last-child(1)", "p4"},
        Case{"section > p:nth-of-type(2)", "p2"}, Case{"p:first-of-type", "p1 p3"},
        Case{"p:last-of-type", "p3 p4"}, Case{"section>p:nth-last-of-type(2)", "p2"},
        Case{"p:not(.b)", "p3 p4"}, Case{"p:not(.a, div > p)", "p2 p4"}, Case{":is(h1, .a)", "h p1"},
        Case{":where(div, section) > p", "p1 p2 p3 p4"}, Case{":is(h1, :foo(), ..)", "h"},
        Case{"p:lang(zh)", "p1 p2 p3 p4"}, Case{":lang(zh-TW)", ""}, Case{"p:lang(ZH-hant)", "p1 p2 p3 p4"},
        Case{"p:lang('*-TW')", "p1 p2 p3 p4"}, Case{":lang(en, ja)", "e"},
        Case{"html:lang(ko) em:lang(en)", "e"}, Case{":root", ""}, Case{":root section", "s"},
        Case{":empty", "e anchor"}, Case{":link", "link"}, Case{"a:hover", ""},
        Case{"a:not(:hover)", "link anchor"}, Case{"mi:-octavo-single-character", "mi"},
        Case{"p::before", "p1 p2 p3 p4"}, Case{"p:after", "p1 p2 p3 p4"}, Case{":has(p)", "unsupported"},
        Case{"p:nth-child(2 n)", "invalid"}, Case{"p >", "invalid"}, Case{"> p", "invalid"},
        Case{"p,", "invalid"}, Case{"p..a", "invalid"}, Case{"p > > a", "invalid"}, Case{"[a=]", "invalid"},
        Case{"p::before p", "invalid"}, Case{":not(:foo)", "unsupported"}, Case{"#1a", "invalid"},
        Case{"p!", "invalid"}, Case{"", "invalid"}));

Specificity weightOf(std::string_view selector) {
  SourceFile file{"test.css", std::string(selector)};
  Diagnostics diagnostics;
  Reporter reporter(file, diagnostics);
  return parseSelectors(parseComponents(selector, reporter), {}).selectors.at(0).weight;
}

TEST(Specificity, CountsIdsClassesAndTypes) {
  EXPECT_EQ(weightOf("*"), specificity(0, 0, 0));
  EXPECT_EQ(weightOf("ul ol li.red"), specificity(0, 1, 3));
  EXPECT_EQ(weightOf("#a [href]:lang(zh)::before"), specificity(1, 2, 1));
  EXPECT_EQ(weightOf(":is(#a, p) q"), specificity(1, 0, 1));
  EXPECT_EQ(weightOf(":not(.a, p)"), specificity(0, 1, 0));
  EXPECT_EQ(weightOf(":where(#a) p"), specificity(0, 0, 1));
  EXPECT_EQ(weightOf("p:nth-child(2)"), specificity(0, 1, 1));
}

TEST(MatchContext, CountsPlacesOfLongListsOnce) {
  std::string markup = "<ol id='o'>";
  for (int i = 0; i < 20'000; ++i) markup += "<li/>";
  markup += "</ol>";
  // Quadratic counting would take minutes here.
  const auto root = tree(markup);
  SourceFile file{"test.css", "li:nth-child(3n) + li ~ li:nth-last-of-type(2)"};
  Diagnostics diagnostics;
  Reporter reporter(file, diagnostics);
  const auto parsed = parseSelectors(parseComponents(file.text, reporter), {});
  const MatchContext context(nullptr, "");
  int count = 0;
  for (const auto& child : root->children()) {
    count += matches(parsed.selectors[0], *dom::asElement(*child), context) ? 1 : 0;
  }
  EXPECT_EQ(count, 1);
}

}  // namespace
}  // namespace octavo::css::test

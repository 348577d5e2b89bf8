// Where pages begin, told from fragments made by hand.
#include "fragment/page_starts.h"

#include <gtest/gtest.h>

namespace octavo::fragment {
namespace {

class PageStarts : public ::testing::Test {
 protected:
  const dom::Element* element(const std::string& name) {
    elements_.push_back(std::make_unique<dom::Element>(dom::Namespace::Xhtml, name, SourcePosition{}));
    return elements_.back().get();
  }
  static FragmentPtr run(const dom::Element* source, std::uint32_t order, std::u16string text, Role role = Role::Content) {
    auto made = std::make_shared<Fragment>();
    GlyphRun glyphs;
    glyphs.text = std::move(text);
    made->content = std::move(glyphs);
    made->source = source;
    made->order = order;
    made->role = role;
    return made;
  }
  static FragmentPtr picture(const dom::Element* source, std::uint32_t order) {
    auto made = std::make_shared<Fragment>();
    made->content = Picture{"a.png", "a"};
    made->source = source;
    made->order = order;
    return made;
  }
  void addPage(const std::string& label, const std::vector<FragmentPtr>& pieces) {
    auto content = std::make_shared<Fragment>();
    for (const FragmentPtr& piece : pieces) content->children.push_back({{}, piece});
    Page page;
    page.label = label;
    page.content = content;
    book_.pages.push_back(page);
  }
  PrintedBook book_;

 private:
  std::vector<std::unique_ptr<dom::Element>> elements_;
};

TEST_F(PageStarts, CountTheInkOfTheElementOnThePagesBefore) {
  const dom::Element* p = element("p");
  addPage("i", {run(p, 1, u"two words "), run(p, 1, u"of 𠀀 it")});
  addPage("ii", {run(p, 1, u"and more")});
  const auto starts = pageStarts(book_);
  EXPECT_EQ(starts[0].inkBefore, 0U);
  EXPECT_EQ(starts[1].label, "ii");
  EXPECT_EQ(starts[1].element, p);
  EXPECT_EQ(starts[1].inkBefore, 13U) << "white space does not count, a character outside of the BMP counts once";
  EXPECT_EQ(starts[1].text, "and more");
}

TEST_F(PageStarts, PassOverWhatIsNotTheTextsOwn) {
  const dom::Element* p = element("p");
  addPage("1", {run(element("div"), 9, u"head", Role::RunningHead), run(p, 3, u"\x2022", Role::Marker),
                run(element("td"), 2, u"name", Role::RepeatedHead), run(p, 4, u"text")});
  const auto starts = pageStarts(book_);
  EXPECT_EQ(starts[0].element, p);
  EXPECT_EQ(starts[0].text, "text");
}

TEST_F(PageStarts, AFigureThatWaitedSincePageBeforeDoesNotBeginItsPage) {
  const dom::Element* p = element("p");
  const dom::Element* next = element("p");
  addPage("1", {run(p, 1, u"one"), run(next, 5, u"five")});
  addPage("2", {picture(element("img"), 3), run(next, 5, u"more")});
  const auto starts = pageStarts(book_);
  EXPECT_EQ(starts[1].element, next);
  EXPECT_EQ(starts[1].inkBefore, 4U);
}

TEST_F(PageStarts, APageOfWaitingFiguresAloneBeginsWithThem) {
  const dom::Element* figure = element("img");
  addPage("1", {run(element("p"), 1, u"one"), run(element("p"), 5, u"five")});
  addPage("2", {picture(figure, 3)});
  addPage("3", {});
  const auto starts = pageStarts(book_);
  EXPECT_EQ(starts[1].element, figure);
  EXPECT_TRUE(starts[1].text.empty());
  EXPECT_EQ(starts[2].element, nullptr) << "a blank page begins nothing";
}

}  // namespace
}  // namespace octavo::fragment

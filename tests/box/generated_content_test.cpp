// Text that a style generates: how much of it there may be.
#include "box/generated_content.h"

#include <gtest/gtest.h>

namespace octavo::box {
namespace {

class Generated : public ::testing::Test {
 protected:
  std::size_t make(std::size_t bytes) {
    return content_.text({css::ContentText{std::string(bytes, 'x')}}, {&element_, &style_}).size();
  }

  dom::Element element_{dom::Namespace::Xhtml, "p", {}};
  css::ComputedStyle style_;
  Counters counters_;
  ElementsById elements_;
  Diagnostics diagnostics_;
  GeneratedContent content_{counters_, elements_, diagnostics_};
};

// Eight MiB in all: a hundred pieces of 80,000 bytes are fewer, the five after them too many.
TEST_F(Generated, TextOfAllElementsTogetherHasALimit) {
  for (int piece = 0; piece < 100; ++piece) ASSERT_EQ(make(80'000), 80'000u);
  try {
    for (int piece = 0; piece < 5; ++piece) make(80'000);
    FAIL() << "8,400,000 bytes were generated";
  } catch (const BuildError& error) {
    EXPECT_EQ(error.diagnostic().code, "generated-text-large");
  }
}

TEST_F(Generated, TextOfOneElementHasTheSameLimit) {
  const std::vector<css::ContentItem> items(9, css::ContentText{std::string(std::size_t{1} << 20, 'x')});
  EXPECT_THROW(content_.text(items, {&element_, &style_}), BuildError);
}

}  // namespace
}  // namespace octavo::box

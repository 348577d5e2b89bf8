#include "box/counters.h"

#include <gtest/gtest.h>

namespace octavo::box {
namespace {

TEST(Counters, AResetLivesOnWithTheElementsSiblingsAndEndsWithItsParent) {
  Counters counters;
  counters.enter();  // parent
  counters.enter();  // first child
  counters.reset("n", 4);
  counters.leave();
  counters.enter();  // second child sees what the first reset
  counters.increment("n", 1);
  EXPECT_EQ(counters.value("n"), 5);
  counters.leave();
  counters.leave();
  EXPECT_EQ(counters.value("n"), 0) << "gone with the parent";
}

TEST(Counters, NestedListsHaveCountersOfTheirOwn) {
  Counters counters;
  counters.enter();  // ol
  counters.reset("item", 0);
  counters.enter();  // li
  counters.increment("item", 1);
  counters.enter();  // ol inside
  counters.reset("item", 0);
  counters.enter();  // li inside
  counters.increment("item", 1);
  counters.leave();
  counters.enter();
  counters.increment("item", 1);
  EXPECT_EQ(counters.values("item"), (std::vector<int>{1, 2}));
  counters.leave();
  counters.leave();
  counters.leave();
  counters.enter();  // the next li outside
  counters.increment("item", 1);
  EXPECT_EQ(counters.values("item"), (std::vector<int>{2}));
}

TEST(Counters, ACounterThatNobodyResetBelongsToTheRoot) {
  Counters counters;
  counters.enter();
  counters.enter();
  counters.increment("figure", 1);
  counters.leave();
  counters.leave();
  EXPECT_EQ(counters.value("figure"), 1);
}

}  // namespace
}  // namespace octavo::box

#include "pdf/value.h"

#include <gtest/gtest.h>

#include "pdf/number.h"
#include "pdf/sink.h"

namespace octavo::pdf {
namespace {

std::string thousandths(std::int64_t value) {
  std::string text;
  appendThousandths(text, value);
  return text;
}

TEST(Number, HasNoNeedlessDigits) {
  EXPECT_EQ(thousandths(0), "0");
  EXPECT_EQ(thousandths(12000), "12");
  EXPECT_EQ(thousandths(-500), "-0.5");
  EXPECT_EQ(thousandths(1050), "1.05");
  EXPECT_EQ(thousandths(7), "0.007");
}

TEST(Number, LengthsRoundToTheNearestThousandth) {
  EXPECT_EQ(toMilliPoints(Length::points(419.528)), 419528);
  EXPECT_EQ(toMilliPoints(Length::units(-33)), -1);
  EXPECT_EQ(toMilliPoints(Length::units(32)), 0);
}

TEST(Value, TextIsAsItIsOrUtf16) {
  EXPECT_EQ(Value::text("a(b)\\").syntax(), "(a\\(b\\)\\\\)");
  EXPECT_EQ(Value::text("甲").syntax(), "<FEFF7532>");
  EXPECT_EQ(Value::text("𠮷").syntax(), "<FEFFD842DFB7>");
  EXPECT_EQ(Value::text("").syntax(), "()");
}

TEST(Value, NamesEscapeWhatWouldEndThem) { EXPECT_EQ(Value::name("a b#/c").syntax(), "/a#20b#23#2Fc"); }

TEST(Value, DictionariesKeepTheOrderAndReplaceInPlace) {
  Dictionary dictionary{{"A", 1}, {"B", Value::array({Ref{3}, true, Value()})}};
  dictionary.set("A", Value::name("x"));
  EXPECT_EQ(Value(dictionary).syntax(), "<</A/x/B[3 0 R true null]>>");
}

std::string tinyFile(std::string_view content) {
  const auto sink = openSink();
  const Ref root = sink->reserve();
  const Ref pages = sink->add({{"Type", Value::name("Pages")}, {"Kids", Value::array({})}, {"Count", 0}});
  sink->addStream({{"Filter", Value::name("None")}}, std::string(content));
  sink->put(root, Dictionary{{"Type", Value::name("Catalog")}, {"Pages", pages}});
  return sink->finish(root, sink->add({{"Title", Value::text("t")}}));
}

TEST(Sink, WritesObjectsInOrderWithAClassicTableAndStreamsAsTheyAre) {
  const std::string file = tinyFile("abc");
  const std::string id = file.substr(file.rfind("/ID [ <") + 7, 32);
  EXPECT_EQ(file.substr(0, 9), "%PDF-1.7\n");
  EXPECT_EQ(file.substr(file.find("1 0 obj")),
            "1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"
            "2 0 obj\n<</Type/Pages/Kids[]/Count 0>>\nendobj\n"
            "3 0 obj\n<<\n/Filter /None\n/Length 3\n>>\nstream\nabc\nendstream\nendobj\n"
            "4 0 obj\n<<\n/Title (t)\n>>\nendobj\n"
            "xref\n0 5\n0000000000 65535 f \n0000000015 00000 n \n0000000060 00000 n \n0000000106 00000 n \n"
            "0000000172 00000 n \ntrailer\n<<\n/ID [ <" +
                id + "> <" + id + "> ]\n/Info 4 0 R\n/Root 1 0 R\n/Size 5\n>>\nstartxref\n204\n%%EOF\n");
}

TEST(Sink, TheIdIsMadeOfTheContent) {
  const auto idOf = [](const std::string& file) { return file.substr(file.rfind("/ID [ <") + 7, 32); };
  EXPECT_EQ(tinyFile("abc"), tinyFile("abc"));
  EXPECT_NE(idOf(tinyFile("abc")), idOf(tinyFile("abd")));
}

}  // namespace
}  // namespace octavo::pdf

// A booklet's structures: each an edition with outputs of its own.
#include <fstream>

#include <gtest/gtest.h>

#include "support/run.h"

namespace octavo::test {
namespace {

namespace fs = std::filesystem;

void write(const fs::path& path, std::string_view text) { std::ofstream(path, std::ios::binary) << text; }
bool holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

class EditionsTest : public ::testing::Test {
 protected:
  void SetUp() override {
    write(folder_ / "a.xml", "<article xmlns='http://docbook.org/ns/docbook' xml:lang='en'><title>Paper</title><para>For all.</para>"
                             "<para audience='teacher'>For teachers.</para><para><odd>word</odd></para></article>");
    manifest("xml:id='teacher'");
  }
  void manifest(const std::string& second) {
    write(folder_ / "book.xml",
          "<assembly xmlns='http://docbook.org/ns/docbook' version='5.1' xml:lang='en'><info><title>Book</title></info>"
          "<resources><resource xml:id='a' href='a.xml'/></resources>"
          "<structure xml:id='student' type='book'><filterout audience='teacher'/><module resourceref='a' renderas='chapter'/></structure>"
          "<structure " + second + " type='book'><module resourceref='a' renderas='chapter'/></structure></assembly>");
  }
  Outcome octavoIn(const std::string& arguments) { return run("cd " + quoted(folder_.path()) + " && " + octavo() + " " + arguments); }
  std::string chapter(const std::string& epub) { return run("unzip -p " + quoted(folder_ / epub) + " EPUB/chapter-1.xhtml").output; }
  ScratchFolder folder_;
};

TEST_F(EditionsTest, AllOfThemAreBuiltInOneRunEachUnderItsName) {
  if (!hasProgram("unzip")) GTEST_SKIP() << "unzip is not installed";
  const Outcome outcome = octavoIn("build book.xml --structure all -o out --diagnostics short");
  EXPECT_EQ(outcome.exitCode, 0) << outcome.output;
  for (const char* name : {"out-student.pdf", "out-teacher.pdf"}) EXPECT_TRUE(fs::exists(folder_ / name)) << name;
  EXPECT_FALSE(holds(chapter("out-student.epub"), "For teachers."));
  EXPECT_TRUE(holds(chapter("out-teacher.epub"), "For teachers."));
  EXPECT_FALSE(holds(outcome.output, "structure-chosen")) << outcome.output;
  const std::size_t first = outcome.output.find("unknown-element");
  EXPECT_NE(first, std::string::npos) << outcome.output;
  EXPECT_EQ(outcome.output.find("unknown-element", first + 1), std::string::npos) << "said once:\n" << outcome.output;
}

TEST_F(EditionsTest, EachIsTheSameAsBuiltAlone) {
  ASSERT_EQ(octavoIn("build book.xml --structure all -o out").exitCode, 0);
  ASSERT_EQ(octavoIn("build book.xml --structure teacher -o alone").exitCode, 0);
  EXPECT_EQ(run("cd " + quoted(folder_.path()) + " && cmp alone.epub out-teacher.epub && cmp alone.pdf out-teacher.pdf").output, "");
}

TEST_F(EditionsTest, WhereOneFailsNoneIsWritten) {
  write(folder_ / "a.xml", "<article xmlns='http://docbook.org/ns/docbook'><title>Paper</article>");
  EXPECT_EQ(octavoIn("build book.xml --structure all -o out").exitCode, 65);
  EXPECT_FALSE(fs::exists(folder_ / "out-student.epub"));
}

TEST_F(EditionsTest, CheckSpeaksOfAllAndMeasureOfOne) {
  const Outcome checked = octavoIn("check book.xml --structure all --diagnostics short");
  EXPECT_EQ(checked.exitCode, 0) << checked.output;
  EXPECT_EQ(octavoIn("measure book.xml --structure all").exitCode, 2);
}

TEST_F(EditionsTest, StructuresWithoutNamesAndArticlesHaveNone) {
  manifest("");
  const Outcome unnamed = octavoIn("build book.xml --structure all -o out");
  EXPECT_EQ(unnamed.exitCode, 65);
  EXPECT_TRUE(holds(unnamed.output, "manifest-invalid")) << unnamed.output;
  EXPECT_EQ(octavoIn("build a.xml --structure all -o out").exitCode, 2);
}

}  // namespace
}  // namespace octavo::test

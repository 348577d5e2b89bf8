#include "base/output_files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>

#include "base/files.h"

namespace octavo {
namespace {

namespace fs = std::filesystem;

class OutputFilesTest : public ::testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::temp_directory_path() / ("octavo-" + std::string(::testing::UnitTest::GetInstance()->current_test_info()->name()));
    fs::remove_all(folder_);
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }
  static void write(const fs::path& path, std::string_view text) { std::ofstream(path) << text; }
  static mode_t modeOf(const fs::path& path) {
    struct stat about{};
    return ::stat(path.c_str(), &about) == 0 ? about.st_mode & 07777 : 0;
  }
  std::ptrdiff_t count() const { return std::distance(fs::directory_iterator(folder_), {}); }
  static std::string codeOf(const auto& action) {
    try {
      action();
    } catch (const BuildError& error) {
      return error.diagnostic().code;
    }
    return {};
  }

  fs::path folder_;
};

TEST_F(OutputFilesTest, NewFilesReplaceOldOnesAsAWhole) {
  write(folder_ / "a.pdf", "old");
  writeFilesTogether(std::vector<OutputFile>{{folder_ / "a.pdf", "new"}, {folder_ / "a.epub", "other"}});
  EXPECT_EQ(readFile(folder_ / "a.pdf"), "new");
  EXPECT_EQ(readFile(folder_ / "a.epub"), "other");
  EXPECT_EQ(count(), 2) << "no temporary file stays behind";
}

TEST_F(OutputFilesTest, WhereOneCannotTakeItsPlaceNoneDoes) {
  write(folder_ / "a.epub", "old");
  fs::create_directories(folder_ / "a.pdf" / "in the way");
  const fs::path belowAFile = folder_ / "a.epub" / "b.pdf";
  for (const fs::path& impossible : {folder_ / "a.pdf", belowAFile}) {
    const std::vector<OutputFile> files{{folder_ / "a.epub", "new"}, {folder_ / "b.epub", "new"}, {impossible, "new"}};
    EXPECT_EQ(codeOf([&] { writeFilesTogether(files); }), "file-unwritable") << impossible;
    EXPECT_EQ(readFile(folder_ / "a.epub"), "old");
    EXPECT_EQ(count(), 2) << "no temporary file stays behind";
  }
}

TEST_F(OutputFilesTest, AFileKeepsItsModeAndANewOneHasWhatTheUmaskLeaves) {
  const mode_t before = ::umask(027);
  write(folder_ / "private", "old");
  write(folder_ / "open", "old");
  ::chmod((folder_ / "private").c_str(), 0600);
  ::chmod((folder_ / "open").c_str(), 0666);
  writeFilesTogether(std::vector<OutputFile>{{folder_ / "private", "x"}, {folder_ / "open", "x"}, {folder_ / "new", "x"}});
  ::umask(before);
  EXPECT_EQ(modeOf(folder_ / "private"), 0600U);
  EXPECT_EQ(modeOf(folder_ / "open"), 0666U);
  EXPECT_EQ(modeOf(folder_ / "new"), 0640U);
}

TEST_F(OutputFilesTest, ALinkStaysALinkAndItsTargetIsReplaced) {
  fs::create_directory(folder_ / "real");
  write(folder_ / "real" / "book.epub", "old");
  fs::create_symlink("real/book.epub", folder_ / "one.epub");
  fs::create_symlink("one.epub", folder_ / "two.epub");
  fs::create_symlink("real/none.epub", folder_ / "dangling.epub");
  writeFilesTogether(std::vector<OutputFile>{{folder_ / "two.epub", "new"}, {folder_ / "dangling.epub", "made"}});
  EXPECT_TRUE(fs::is_symlink(folder_ / "two.epub") && fs::is_symlink(folder_ / "one.epub") && fs::is_symlink(folder_ / "dangling.epub"));
  EXPECT_EQ(readFile(folder_ / "real" / "book.epub"), "new");
  EXPECT_EQ(readFile(folder_ / "real" / "none.epub"), "made");
}

TEST_F(OutputFilesTest, WhatAKilledRunLeftIsClearedAway) {
  const std::string large(std::size_t{64} << 20, 'x');
  const pid_t child = ::fork();
  if (child == 0) {
    writeFilesTogether(std::vector<OutputFile>{{folder_ / "a.epub", large}});
    ::_exit(0);
  }
  while (count() == 0) {
  }
  ::kill(child, SIGKILL);
  int status = 0;
  ::waitpid(child, &status, 0);
  writeFilesTogether(std::vector<OutputFile>{{folder_ / "a.epub", "x"}});
  EXPECT_EQ(count(), 1);
}

TEST_F(OutputFilesTest, FoldersThatAreMissingAreMade) {
  writeFilesTogether(std::vector<OutputFile>{{folder_ / "x" / "y" / "a.pdf", "new"}});
  EXPECT_EQ(readFile(folder_ / "x" / "y" / "a.pdf"), "new");
}

TEST_F(OutputFilesTest, WhatWasReadIsNeverOverwrittenByWhateverName) {
  write(folder_ / "in.xml", "<a/>");
  fs::create_symlink("in.xml", folder_ / "soft.pdf");
  fs::create_hard_link(folder_ / "in.xml", folder_ / "hard.pdf");
  readFile(folder_ / "in.xml");
  for (const char* name : {"in.xml", "soft.pdf", "hard.pdf", "./in.xml"}) {
    const fs::path path = folder_ / name;
    EXPECT_EQ(codeOf([&] { refuseToOverwriteInputs({&path, 1}); }), "output-is-input") << name;
  }
  const std::vector<fs::path> good{folder_ / "none"};
  EXPECT_EQ(codeOf([&] { refuseToOverwriteInputs(good); }), "");
}

TEST_F(OutputFilesTest, NamesThatCannotBeFilesAreRefused) {
  fs::create_symlink("a.pdf", folder_ / "b.pdf");
  fs::create_symlink("d.pdf", folder_ / "c.pdf");
  fs::create_symlink("c.pdf", folder_ / "d.pdf");
  const std::vector<std::vector<fs::path>> wrong{
      {folder_ / "c.pdf"},
      {folder_}, {folder_ / ""}, {folder_ / ".."}, {folder_ / std::string(256, 'a')}, {folder_ / "a\nb"},
      {"/dev/null"}, {folder_ / "a.pdf", folder_ / "." / "a.pdf"}, {folder_ / "a.pdf", folder_ / "b.pdf"}};
  for (const auto& paths : wrong) EXPECT_EQ(codeOf([&] { checkOutputPaths(paths); }), "output-name") << paths.back();
  const std::vector<fs::path> good{folder_ / "a.pdf", folder_ / "a.epub", folder_ / std::string(255, 'a')};
  EXPECT_EQ(codeOf([&] { checkOutputPaths(good); }), "");
}

TEST_F(OutputFilesTest, APipeIsNoInputAndIsNotWaitedFor) {
  ASSERT_EQ(::mkfifo((folder_ / "in.xml").c_str(), 0600), 0);
  EXPECT_EQ(codeOf([&] { readFile(folder_ / "in.xml"); }), "file-unreadable");
  EXPECT_EQ(codeOf([&] { readFile("/dev/zero"); }), "file-unreadable");
}

}  // namespace
}  // namespace octavo

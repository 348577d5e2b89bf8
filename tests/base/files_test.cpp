#include "base/files.h"

#include <fstream>

#include <gtest/gtest.h>

namespace octavo {
namespace {

namespace fs = std::filesystem;

/// A folder of this test's own, gone at its end.
class FilesTest : public ::testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::temp_directory_path() /
              ("octavo-" + std::string(::testing::UnitTest::GetInstance()->current_test_info()->name()));
    fs::remove_all(folder_);
    fs::create_directories(folder_ / "in" / "images");
    write(folder_ / "in" / "images" / "a b.png", "picture");
    write(folder_ / "secret.txt", "secret");
  }
  void TearDown() override { fs::remove_all(folder_); }
  static void write(const fs::path& path, std::string_view text) { std::ofstream(path) << text; }

  fs::path folder_;
};

TEST_F(FilesTest, AReferenceIsFollowedWithinTheFolder) {
  const InputFolder folder(folder_ / "in");
  EXPECT_EQ(folder.resolve(folder_ / "in" / "article.xml", "images/a%20b.png"),
            fs::canonical(folder_ / "in" / "images" / "a b.png"));
}

TEST_F(FilesTest, AReferenceNeverLeavesTheFolder) {
  const InputFolder folder(folder_ / "in");
  const fs::path base = folder_ / "in" / "article.xml";
  fs::create_symlink(folder_ / "secret.txt", folder_ / "in" / "link.txt");
  EXPECT_FALSE(folder.resolve(base, "../secret.txt"));
  EXPECT_FALSE(folder.resolve(base, "images/../../secret.txt"));
  EXPECT_FALSE(folder.resolve(base, "%2e%2e/secret.txt"));
  EXPECT_FALSE(folder.resolve(base, "link.txt"));
  EXPECT_FALSE(folder.resolve(base, (folder_ / "secret.txt").string()));
  EXPECT_FALSE(folder.resolve(base, "file://" + (folder_ / "secret.txt").string()));
  EXPECT_FALSE(folder.resolve(base, "http://example.org/a.png"));
}

TEST_F(FilesTest, AFileThatCannotBeReadIsNamed) {
  try {
    readFile(folder_ / "none.xml");
    FAIL() << "must throw";
  } catch (const BuildError& error) {
    EXPECT_EQ(error.diagnostic().code, "file-unreadable");
    EXPECT_NE(error.diagnostic().message.find("none.xml"), std::string::npos);
  }
}

}  // namespace
}  // namespace octavo

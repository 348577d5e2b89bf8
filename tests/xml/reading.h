// A folder of small files to read, for the tests of the xml room.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "support/golden.h"
#include "xml/xml.h"

namespace octavo::xml {

namespace fs = std::filesystem;

/// A folder of small files that lives as long as a test.
class XmlTest : public ::testing::Test {
 protected:
  XmlTest() {
    const std::string name = ::testing::UnitTest::GetInstance()->current_test_info()->name();
    folder_ = fs::path(OCTAVO_BINARY_DIR) / "test-files" / ("xml-" + name);
    fs::remove_all(folder_);
    fs::create_directories(folder_);
  }
  ~XmlTest() override {
    std::error_code error;
    fs::remove_all(folder_, error);
  }

  void write(const std::string& name, std::string_view text) const {
    fs::create_directories((folder_ / name).parent_path());
    std::ofstream(folder_ / name, std::ios::binary) << text;
  }
  std::string dumpOf(std::string_view text) {
    return dom::dump(
        *readBytes(text, folder_ / name_, InputFolder(folder_), sources_, diagnostics_, options_).root);
  }
  /// "code@line:column" of the refusal; empty when the text is accepted.
  std::string refusalOf(std::string_view text) {
    try {
      dumpOf(text);
      return {};
    } catch (const BuildError& error) {
      message_ = error.diagnostic().message;
      hint_ = error.diagnostic().hint;
      const SourcePosition& where = error.diagnostic().where;
      return error.diagnostic().code + "@" + std::to_string(where.line) + ":" + std::to_string(where.column);
    }
  }

  /// The codes of what was reported, in order, blanks between.
  std::string codes() const {
    std::string result;
    for (const auto& entry : diagnostics_.entries()) {
      result += (result.empty() ? "" : " ") + entry.diagnostic.code;
    }
    return result;
  }

  fs::path folder_;
  SourceFiles sources_;
  Diagnostics diagnostics_;
  std::string name_ = "main.xml";
  ReadOptions options_;
  std::string message_, hint_;  // of the last refusal
};

}  // namespace octavo::xml

// The test fonts, and the installed ones for tests of what only real fonts have.
#pragma once

#include <gtest/gtest.h>

#include "font/font.h"
#include "support/golden.h"

namespace octavo::font {

inline std::string testFont(std::string_view name) {
  return test::testPath("fonts/" + std::string(name)).string();
}

inline std::unique_ptr<Collection> testCollection(const std::string& families = {}) {
  Diagnostics diagnostics;
  CollectionOptions options;
  options.families = families;
  for (const char* name : {"OctavoTest-Regular.ttf", "OctavoTest-Bold.ttf", "OctavoTest-Italic.ttf",
                           "OctavoTestCID-Regular.otf", "OctavoTestNames-Regular.otf"}) {
    options.onlyFiles.push_back(testFont(name));
  }
  auto collection = openCollection(options, diagnostics);
  EXPECT_TRUE(diagnostics.entries().empty());
  return collection;
}

inline FacePtr testFace(std::string family = "Octavo Test", int weight = 400) {
  return testCollection()->primary({{std::move(family)}, weight, false, "en"});
}

/// The fonts of this machine in the documented order.
inline const Collection& installedCollection() {
  static Diagnostics diagnostics;
  static const auto collection = [] {
    CollectionOptions options;
    options.families = test::readTestFile(test::testPath("../fonts/families.conf"));
    return openCollection(options, diagnostics);
  }();
  return *collection;
}

/// Null where this machine has no such family.
inline FacePtr installedFace(const std::string& family, const std::string& language = "zh-Hans") {
  FacePtr face = installedCollection().primary({{family}, 400, false, language});
  return face && face->familyName() == family ? face : nullptr;
}

}  // namespace octavo::font

// Every element that the corpora contain has a rule and keeps its words, wherever it stands.
#include <gtest/gtest.h>

#include <set>
#include <sstream>

#include "support/golden.h"
#include "vocabulary/docbook/reading_support.h"
#include "vocabulary/jats/reading_support.h"

namespace octavo::test {
namespace {

/// Names of the tables of frequencies, DocBook's own only.
std::set<std::string> elementNames() {
  std::set<std::string> names;
  for (const auto* table : {"corpus/coverage/docbook-tests.tsv", "corpus/coverage/docbook-php.tsv"}) {
    std::istringstream lines(readTestFile(sharedPath(table)));
    for (std::string line; std::getline(lines, line);) {
      if (line.starts_with('#')) continue;
      const std::size_t begin = line.find('\t') + 1;
      names.insert(line.substr(begin, line.find('\t', begin) - begin));
    }
  }
  // In the namespaces of MathML, SVG, XInclude, XHTML and of tools.
  std::erase_if(names, [](const std::string& name) {
    return name.find(':') != std::string::npos || name == "h1" || name == "h3" || name == "h4" || name == "header" || name == "p";
  });
  return names;
}

/// Elements that say what they say by attributes, or stand for what they point to.
bool isWithoutWords(const std::string& name) {
  static const std::set<std::string> kNames{"void",      "varargs",   "sbr",      "anchor",      "co",       "area",
                                            "imagedata", "videodata", "audiodata", "textdata",   "footnoteref", "colspec",
                                            "spanspec",  "col",       "colgroup", "arc",         "xref",     "coref",
                                            "areaset",   "areaspec",  "productionrecap", "multimediaparam", "att"};
  return kNames.contains(name);
}

std::string allWords(const DocBookResult& result) {
  const std::string dump = dumpOf(result);
  return dump;
}

TEST(DocBookCoverage, EveryElementOfTheTablesHasARule) {
  if (!hasShared()) GTEST_SKIP() << "the tables of frequencies are not beside the checkout";
  const auto names = elementNames();
  ASSERT_GT(names.size(), 350u);
  for (const std::string& name : names) {
    if (isWithoutWords(name)) continue;
    for (const auto* frame : {"%", "<section><title>S</title>%</section>", "<para>before % after</para>",
                              "<itemizedlist><listitem>%</listitem></itemizedlist>"}) {
      std::string body(frame);
      body.replace(body.find('%'), 1, "<" + name + ">kept" + "</" + name + ">");
      const DocBookResult result = readDocBookBody(body);
      EXPECT_EQ(countOfCode(result, "unknown-element"), 0) << body;
      EXPECT_NE(allWords(result).find("kept"), std::string::npos) << body << "\n" << dumpOf(result);
      const auto faults = faultsOf(result.article);
      EXPECT_TRUE(faults.empty()) << body << ": " << faults.front();
    }
  }
}

}  // namespace
}  // namespace octavo::test

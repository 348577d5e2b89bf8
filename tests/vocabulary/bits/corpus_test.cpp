// Every BITS file of the corpus is read, its words stay, its chapters are sound.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <iostream>

#include "support/golden.h"
#include "support/retold.h"
#include "vocabulary/jats/reading_support.h"
#include "vocabulary/read_article.h"
#include "vocabulary/registry.h"
#include "xml/xml.h"

namespace octavo::test {
namespace {

using dom::Element;
namespace fs = std::filesystem;

/// Told in another way: months become names, year and holder stand in the copyright statement, the same formula or
/// table once more; the source's contents give way to the generated ones.
bool isRetold(const Element& element) {
  const Element* parent = element.parent();
  const std::string_view above = parent ? std::string_view(parent->name) : std::string_view();
  if (element.name == "month") return above == "pub-date" || above == "date";
  if (element.name == "copyright-year" || element.name == "copyright-holder") {
    return parent && dom::firstChild(*parent, "copyright-statement");
  }
  return element.name == "annotation" || element.name == "toc" || element.name == "toc-group";
}

/// The frame of a whole TeX document is not part of the formula.
std::string formulaIn(const std::string& tex) {
  const std::size_t begin = tex.find("\\begin{document}"), end = tex.find("\\end{document}");
  return begin == std::string::npos || end == std::string::npos || end < begin ? tex
                                                                                : tex.substr(begin + 16, end - begin - 16);
}

void collectSource(const Element& element, WordBag& bag) {
  if (isRetold(element) || isPublishersCode(element) || isAffiliationSaidBefore(element) || isCitationSaidBeside(element)) return;
  if (element.name == "tex-math") return addWords(formulaIn(dom::textContent(element)), bag);
  if (element.name == "alternatives") {
    if (const Element* math = dom::firstChild(element, "math")) return collectSource(*math, bag);
  }
  for (const auto& child : element.children()) {
    if (const dom::Text* text = dom::asText(*child)) {
      addWords(text->value, bag);
    } else {
      collectSource(*dom::asElement(*child), bag);
    }
  }
}

std::vector<std::string> corpusFiles() {
  std::vector<std::string> files;
  if (!hasShared()) return files;
  for (const auto& entry : fs::recursive_directory_iterator(sharedPath("corpus/bits"))) {
    if (entry.path().extension() != ".xml") continue;
    files.push_back(entry.path().lexically_relative(sharedPath("corpus")).string());
  }
  std::ranges::sort(files);
  return files;
}

class BitsCorpus : public ::testing::TestWithParam<std::string> {};

TEST_P(BitsCorpus, KeepsTheWordsAndIsSound) {
  const fs::path path = sharedPath("corpus") / GetParam();
  SourceFiles sources;
  Diagnostics diagnostics;
  const InputFolder folder(path.parent_path());
  const dom::Document source = xml::read(path, folder, sources, diagnostics);
  EXPECT_EQ(vocabulary::sniffVocabulary(source), vocabulary::Vocabulary::Bits);
  const ArticleResult result = readArticleFile(path);
  WordBag words;
  collectSource(*source.root, words);
  const Retention retention = compareWords(words, wordsOf(result.article));
  std::cout << GetParam() << "\twords " << retention.words << "\tkept " << retention.share() << "\tlost"
            << retention.lostWords() << "\n";
  EXPECT_EQ(retention.kept, retention.words) << "lost:" << retention.lostWords();
  const auto faults = faultsOf(result.article);
  EXPECT_TRUE(faults.empty()) << faults.size() << " faults, first: " << (faults.empty() ? "" : faults.front());
  for (const auto& entry : result.diagnostics.entries()) EXPECT_NE(entry.diagnostic.code, "unknown-element") << entry.diagnostic.subject;
}

INSTANTIATE_TEST_SUITE_P(Bits, BitsCorpus, ::testing::ValuesIn(corpusFiles()), caseName);
GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(BitsCorpus);

TEST(BitsCorpusPresence, IsBesideTheCheckout) {
  if (!hasShared()) GTEST_SKIP() << "no shared corpus: the BITS corpus test did not run";
  EXPECT_GT(corpusFiles().size(), 10u);
}

}  // namespace
}  // namespace octavo::test

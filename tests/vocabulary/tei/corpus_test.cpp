// Every TEI file of the corpus is read, its words stay, its chapters are sound.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <iostream>

#include "support/golden.h"
#include "vocabulary/jats/reading_support.h"
#include "vocabulary/read_article.h"
#include "vocabulary/registry.h"
#include "xml/xml.h"

namespace octavo::test {
namespace {

using dom::Element;
namespace fs = std::filesystem;

/// Readings of ruby have brackets of our own; bytes of a picture are no words; the languages stand in the metadata.
bool isRetold(const Element& element) {
  return element.attributeOr("type") == "rp" || element.name == "rp" || element.name == "binaryObject" ||
         element.name == "langUsage";
}

void collectSource(const Element& element, WordBag& bag) {
  if (isRetold(element)) return;
  // A form that is not chosen becomes a title: its words are whole there.
  const bool notChosen = element.namespaceName == dom::Namespace::Tei && element.parent() && element.parent()->name == "choice" &&
                         (element.name == "sic" || element.name == "orig" || element.name == "abbr");
  if (notChosen) return addWords(dom::textContent(element), bag);
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
  for (const auto& entry : fs::recursive_directory_iterator(sharedPath("corpus/tei"))) {
    if (entry.path().extension() != ".xml") continue;
    files.push_back(entry.path().lexically_relative(sharedPath("corpus")).string());
  }
  std::ranges::sort(files);
  return files;
}

class TeiCorpus : public ::testing::TestWithParam<std::string> {};

TEST_P(TeiCorpus, KeepsTheWordsAndIsSound) {
  const fs::path path = sharedPath("corpus") / GetParam();
  SourceFiles sources;
  Diagnostics diagnostics;
  const InputFolder folder(path.parent_path());
  const dom::Document source = xml::read(path, folder, sources, diagnostics);
  EXPECT_EQ(vocabulary::sniffVocabulary(source), vocabulary::Vocabulary::Tei);
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

INSTANTIATE_TEST_SUITE_P(Tei, TeiCorpus, ::testing::ValuesIn(corpusFiles()), caseName);
GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(TeiCorpus);

TEST(TeiCorpusPresence, IsBesideTheCheckout) {
  if (!hasShared()) GTEST_SKIP() << "no shared corpus: the TEI corpus test did not run";
  EXPECT_GT(corpusFiles().size(), 15u);
}

}  // namespace
}  // namespace octavo::test

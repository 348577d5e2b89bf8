// Every DocBook file of the corpus is read, its words stay, its chapters are sound.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <iostream>

#include "support/golden.h"
#include "support/words.h"
#include "vocabulary/docbook/reading_support.h"
#include "vocabulary/jats/reading_support.h"
#include "vocabulary/registry.h"
#include "xml/xml.h"

namespace octavo::test {
namespace {

using dom::Element;
namespace fs = std::filesystem;

/// Forms of which one is chosen, and marks of notes, which are numbered anew.
bool isRetold(const Element& element) {
  const Element* parent = element.parent();
  if (element.name == "annotation" && element.namespaceName == dom::Namespace::MathMl) return true;
  return parent && parent->name == "xref";
}

/// Places for pictures that are not shown keep their credits and words; text of one word may be parted by markup.
void collectSource(const Element& element, WordBag& bag) {
  if (isRetold(element)) return;
  for (const auto& child : element.children()) {
    if (const dom::Text* text = dom::asText(*child)) {
      addWords(text->value, bag);
    } else {
      collectSource(*dom::asElement(*child), bag);
    }
  }
}

void collectOutput(const Element& element, WordBag& bag) {
  for (const auto* name : {"alt", "alttext", "data-term", "data-short-title", "aria-label", "href"}) {
    if (const std::string* value = element.attribute(name)) addWords(*value, bag);
  }
  for (const auto& child : element.children()) {
    if (const dom::Text* text = dom::asText(*child)) {
      addWords(text->value, bag);
    } else {
      collectOutput(*dom::asElement(*child), bag);
    }
  }
}

std::vector<std::string> corpusFiles() {
  std::vector<std::string> files;
  if (!hasShared()) return files;
  for (const auto& entry : fs::recursive_directory_iterator(sharedPath("corpus/docbook"))) {
    const auto extension = entry.path().extension();
    if (extension != ".xml" && extension != ".docbook") continue;
    files.push_back(entry.path().lexically_relative(sharedPath("corpus")).string());
  }
  std::ranges::sort(files);
  return files;
}

class DocBookCorpus : public ::testing::TestWithParam<std::string> {};

TEST_P(DocBookCorpus, KeepsTheWordsAndIsSound) {
  const fs::path path = sharedPath("corpus") / GetParam();
  SourceFiles sources;
  Diagnostics diagnostics;
  const InputFolder folder(path.parent_path());
  dom::Document source;
  try {
    source = xml::read(path, folder, sources, diagnostics);
  } catch (const BuildError& error) {
    GTEST_SKIP() << "not XML that may be read: " << error.diagnostic().code;
  }
  EXPECT_EQ(vocabulary::sniffVocabulary(source), vocabulary::Vocabulary::DocBook);
  const DocBookResult result = readDocBookFile(path);
  WordBag words, shown;
  collectSource(*source.root, words);
  for (const auto& chapter : result.article.chapters) collectOutput(*chapter.root, shown);
  const Retention retention = compareWords(words, shown);
  std::cout << GetParam() << "\twords " << retention.words << "\tkept " << retention.share() << "\tlost" << retention.lostWords()
            << "\n";
  EXPECT_EQ(retention.kept, retention.words) << "lost:" << retention.lostWords();
  const auto faults = faultsOf(result.article);
  EXPECT_TRUE(faults.empty()) << faults.size() << " faults, first: " << (faults.empty() ? "" : faults.front());
  for (const auto& entry : result.diagnostics.entries()) {
    // One file writes <emph> for <emphasis>.
    const bool isKnown = entry.diagnostic.code != "unknown-element" || entry.diagnostic.subject == "emph";
    EXPECT_TRUE(isKnown) << entry.diagnostic.subject;
  }
}

INSTANTIATE_TEST_SUITE_P(DocBook, DocBookCorpus, ::testing::ValuesIn(corpusFiles()), caseName);
GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(DocBookCorpus);

TEST(DocBookCorpusPresence, IsBesideTheCheckout) {
  if (!hasShared()) GTEST_SKIP() << "no shared corpus: the DocBook corpus test did not run";
  EXPECT_GT(corpusFiles().size(), 100u);
}

}  // namespace
}  // namespace octavo::test

// Every well-formed JATS file of the corpus is read, its words stay, its chapters are sound.
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <iostream>
#include <map>

#include "support/golden.h"
#include "support/words.h"
#include "support/retold.h"
#include "vocabulary/jats/reading_support.h"
#include "xml/xml.h"

namespace octavo::test {
namespace {

using dom::Element;
namespace fs = std::filesystem;
using Bag = WordBag;

/// Text whose words are told in another way, on purpose: months become names, year and holder stand in the copyright
/// statement, a glyph's bitmap is named, TeX beside MathML is its alternative text.
bool isRetold(const Element& element) {
  const Element* parent = element.parent();
  const std::string_view above = parent ? std::string_view(parent->name) : std::string_view();
  if (element.name == "month") return above == "pub-date" || above == "date";
  if (element.name == "copyright-year" || element.name == "copyright-holder") {
    return parent && dom::firstChild(*parent, "copyright-statement");
  }
  return element.name == "annotation" || element.name == "glyph-data";
}

/// Of alternatives one is shown: the first table or formula, for the words of the others are its own.
const Element* shownAlternative(const Element& element) {
  if (element.name != "alternatives") return nullptr;
  for (const auto* name : {"math", "table"}) {
    if (const Element* form = dom::firstChild(element, name)) return form;
  }
  return nullptr;
}

/// The frame of a whole TeX document is not part of the formula.
std::string_view formulaIn(std::string_view tex) {
  const std::size_t begin = tex.find("\\begin{document}"), end = tex.find("\\end{document}");
  return begin == std::string_view::npos || end == std::string_view::npos || end < begin
             ? tex
             : tex.substr(begin + 16, end - begin - 16);
}

void collectSource(const Element& element, const std::map<std::string_view, const Element*>& ids, Bag& bag) {
  if (isRetold(element) || isPublishersCode(element) || isAffiliationSaidBefore(element) || isCitationSaidBeside(element)) return;
  if (const Element* shown = shownAlternative(element)) return collectSource(*shown, ids, bag);
  if (element.name == "tex-math") return addWords(formulaIn(dom::textContent(element)), bag);
  if (element.name == "xref" || (element.name == "label" && element.parent() && element.parent()->name == "fn")) {
    const auto target = ids.find(element.attributeOr("rid"));
    if (element.name == "label" || (target != ids.end() && target->second->name == "fn")) return;
  }
  for (const auto& child : element.children()) {
    if (const dom::Text* text = dom::asText(*child)) {
      addWords(text->value, bag);
    } else {
      collectSource(*dom::asElement(*child), ids, bag);
    }
  }
}

void collectIds(const Element& element, std::map<std::string_view, const Element*>& ids) {
  if (const std::string* id = element.attribute("id")) ids.emplace(*id, &element);
  for (const auto& child : element.children()) {
    if (const Element* below = dom::asElement(*child)) collectIds(*below, ids);
  }
}

void collectOutput(const Element& element, Bag& bag) {
  for (const auto* name : {"alt", "alttext", "data-term", "aria-label", "datetime", "href"}) {
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
  for (const auto* folder : {"corpus/jats", "corpus/user"}) {
    for (const auto& entry : fs::recursive_directory_iterator(sharedPath(folder))) {
      const auto extension = entry.path().extension();
      if (extension != ".xml" && extension != ".nxml") continue;
      files.push_back(entry.path().lexically_relative(sharedPath("corpus")).string());
    }
  }
  std::ranges::sort(files);
  return files;
}

class JatsCorpus : public ::testing::TestWithParam<std::string> {};

TEST_P(JatsCorpus, KeepsTheWordsAndIsSound) {
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
  const auto begin = std::chrono::steady_clock::now();
  const JatsResult result = readJatsFile(path);
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();

  std::map<std::string_view, const Element*> ids;
  collectIds(*source.root, ids);
  Bag words, shown;
  collectSource(*source.root, ids, words);
  for (const auto& chapter : result.article.chapters) collectOutput(*chapter.root, shown);
  const Retention retention = compareWords(words, shown);
  const double share = retention.share();
  const std::string lost = retention.lostWords();
  std::cout << GetParam() << "\twords " << retention.words << "\tkept " << share << "\tseconds " << seconds << "\tlost"
            << lost << "\n";
  EXPECT_GE(share, 0.998) << "lost:" << lost;
  const auto faults = faultsOf(result.article);
  EXPECT_TRUE(faults.empty()) << faults.size() << " faults, first: " << (faults.empty() ? "" : faults.front());
  EXPECT_FALSE(result.article.metadata.languages.empty());
}

INSTANTIATE_TEST_SUITE_P(Jats, JatsCorpus, ::testing::ValuesIn(corpusFiles()), caseName);
GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(JatsCorpus);

TEST(JatsCorpusPresence, IsBesideTheCheckout) {
  if (!hasShared()) GTEST_SKIP() << "no shared corpus: the JATS corpus test did not run";
  EXPECT_GT(corpusFiles().size(), 40u);
}

}  // namespace
}  // namespace octavo::test

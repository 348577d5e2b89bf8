// Every well-formed JATS file of the corpus is read, its words stay, its chapters are sound.
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <iostream>
#include <map>

#include "base/utf8.h"
#include "support/golden.h"
#include "vocabulary/jats/reading_support.h"
#include "xml/xml.h"

namespace octavo::test {
namespace {

using dom::Element;
namespace fs = std::filesystem;
using Bag = std::map<std::string, int>;

bool isLetter(char32_t c) {
  if (c < 0x80) return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  if (c == 0xA0 || c == 0xD7 || c == 0xAB || c == 0xBB) return false;
  return c >= 0xC0 && !(c >= 0x2000 && c <= 0x206F) && !(c >= 0x3000 && c <= 0x3004) && !(c >= 0xFF00 && c <= 0xFF0F);
}
bool isIdeographic(char32_t c) { return (c >= 0x3041 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7AF); }

void addWords(std::string_view text, Bag& bag, int weight = 1) {
  std::string word;
  const auto close = [&] {
    // 03 and 3 are the same number: dates are shown without leading zeros.
    if (word.size() == 2 && word[0] == '0') word.erase(0, 1);
    if (!word.empty()) bag[word] += weight;
    word.clear();
  };
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = decodeUtf8(text, at);
    if (!isLetter(c)) {
      close();
    } else if (isIdeographic(c)) {
      close();
      appendUtf8(word, c);
      close();
    } else {
      appendUtf8(word, c);
    }
  }
  close();
}

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
  if (isRetold(element)) return;
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

struct Retention {
  long words = 0, kept = 0;
  Bag lost;
};

Retention compare(const Bag& source, const Bag& output) {
  Retention result;
  for (const auto& [word, count] : source) {
    const auto found = output.find(word);
    const int kept = std::min(count, found == output.end() ? 0 : found->second);
    result.words += count;
    result.kept += kept;
    if (kept < count) result.lost[word] = count - kept;
  }
  return result;
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
  const Retention retention = compare(words, shown);
  const double share = retention.words == 0 ? 1.0 : static_cast<double>(retention.kept) / static_cast<double>(retention.words);

  std::string lost;
  int listed = 0;
  for (const auto& [word, count] : retention.lost) {
    if (++listed > 25) break;
    lost += " " + word + "×" + std::to_string(count);
  }
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

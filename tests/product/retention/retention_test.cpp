// Every word of every document of the collection reaches the EPUB and the PDF, and every element has a rule: counted by part
// and by vocabulary, with tables at the end.
#include <gtest/gtest.h>

#include <fmt/format.h>

#include <algorithm>
#include <fstream>

#include "product/retention/output_words.h"
#include "product/retention/source_words.h"
#include "support/golden.h"
#include "support/run.h"
#include "xml/xml.h"

namespace octavo::test {
namespace {

namespace fs = std::filesystem;

struct Tally {
  long words = 0, lostInEpub = 0, lostInPdf = 0;
};
/// Running heads repeat words, which would hide lost ones.
const std::string kBarePages = [] {
  std::string sheet;
  for (const char* page : {"", " :left", " :right", " :first", " :blank", " front:left", " front:right", " front:first"}) {
    sheet += fmt::format("@page{} {{ ", page);
    for (const char* box : {"top-left", "top-center", "top-right", "bottom-left", "bottom-center", "bottom-right"}) {
      sheet += fmt::format("@{} {{ content: none }} ", box);
    }
    sheet += "}\n";
  }
  return sheet;
}();

using Row = std::array<Tally, kPartNames.size()>;

/// Names that other languages have in the documents: HTML in a dialect of JATS, TEI in DocBook, a chemist's markup in epub:switch.
constexpr std::array<std::string_view, 26> kForeign{
    "a", "article-body", "b", "blockquote", "dd", "div", "dl", "dt", "h2", "i", "li", "ol", "pre", "section", "ul",
    "emph", "atom", "caption", "case", "chem", "default", "gives", "molecule", "plus", "reaction", "switch"};

/// How many of the elements of a vocabulary's documents the reader has a rule for.
struct Coverage {
  long elements = 0, unrendered = 0;
  std::map<std::string, long> names;       // of all elements
  std::map<std::string, long> unrenderedNames;
};

void countNames(const dom::Element& element, std::map<std::string, long>& names) {
  ++names[element.name];
  for (const auto& child : element.children()) {
    if (const dom::Element* below = dom::asElement(*child)) countNames(*below, names);
  }
}

/// The names in the messages "no rule for <name>": each is told once for a document.
std::vector<std::string> unknownNames(const std::string& messages) {
  constexpr std::string_view kBefore = "no rule for <";
  std::vector<std::string> names;
  for (std::size_t at = messages.find(kBefore); at != std::string::npos; at = messages.find(kBefore, at)) {
    at += kBefore.size();
    names.push_back(messages.substr(at, messages.find('>', at) - at));
  }
  return names;
}

/// A folder of a vocabulary for each corpus that is there: a new one needs no line here.
std::vector<std::string> folders() {
  std::vector<std::string> found;
  if (!hasShared()) return found;
  for (const char* vocabulary : {"bits", "docbook", "jats", "tei", "user", "xhtml"}) {
    const fs::path place = sharedPath("corpus") / vocabulary;
    if (!fs::is_directory(place)) continue;
    bool hasOwn = false;
    for (const auto& entry : fs::directory_iterator(place)) {
      if (entry.is_directory()) found.push_back(std::string(vocabulary) + "/" + entry.path().filename().string());
      hasOwn = hasOwn || entry.is_regular_file();
    }
    if (hasOwn) found.push_back(std::string(vocabulary) + "/.");
  }
  std::ranges::sort(found);
  return found;
}

std::vector<fs::path> documentsOf(const std::string& folder) {
  constexpr std::array<std::string_view, 6> kEndings{".xml", ".nxml", ".xhtml", ".html", ".htm", ".docbook"};
  std::vector<fs::path> found;
  const auto take = [&](const fs::directory_entry& entry) {
    const std::string ending = entry.path().extension().string();
    if (entry.is_regular_file() && std::ranges::find(kEndings, ending) != kEndings.end()) found.push_back(entry.path());
  };
  if (folder.ends_with("/.")) {
    for (const auto& entry : fs::directory_iterator(sharedPath("corpus") / folder)) take(entry);
  } else {
    for (const auto& entry : fs::recursive_directory_iterator(sharedPath("corpus") / folder)) take(entry);
  }
  std::ranges::sort(found);
  return found;
}

int sum(const WordBag& bag) {
  int words = 0;
  for (const auto& [word, count] : bag) words += count;
  return words;
}

WordBag together(const EpubWords& words) {
  WordBag all = words.shown;
  for (const auto& [word, count] : words.told) all[word] += count;
  return all;
}

/// Charges a lost word to every part that could have lost it: shares are never too good.
void charge(const SourceWords& source, const WordBag& lost, long Tally::* counter, Row& row) {
  for (const auto& [word, count] : lost) {
    bool isCharged = false;
    for (std::size_t i = 0; i < row.size(); ++i) {
      const auto own = source.parts[i].find(word);
      if (own == source.parts[i].end()) continue;
      row[i].*counter += std::min(count, own->second);
      isCharged = true;
    }
    if (!isCharged) row[static_cast<std::size_t>(Part::Body)].*counter += count;  // laid together from parts of words
  }
}

class WordRetention : public ::testing::TestWithParam<std::string> {
 protected:
  static void TearDownTestSuite() {
    fmt::print("{:<10} {:<13} {:>9} {:>8} {:>8} {:>7} {:>7}\n", "vocabulary", "part", "words", "lost E", "lost P", "EPUB", "PDF");
    for (const auto& [vocabulary, row] : table()) {
      for (std::size_t i = 0; i < row.size(); ++i) {
        const Tally& tally = row[i];
        if (tally.words == 0) continue;
        const auto share = [&](long lost) { return 1.0 - static_cast<double>(lost) / static_cast<double>(tally.words); };
        fmt::print("{:<10} {:<13} {:>9} {:>8} {:>8} {:>7.5f} {:>7.5f}\n", vocabulary, kPartNames[i], tally.words,
                   tally.lostInEpub, tally.lostInPdf, share(tally.lostInEpub), share(tally.lostInPdf));
      }
    }
    for (const auto& [rule, count] : rules()) fmt::print("told in another way by rule: {:>7} {}\n", count, rule);
    fmt::print("refused: {}\n", refused());
    for (const auto& [vocabulary, cover] : covers()) {
      fmt::print("{:<10} {:>8} elements, {:>4} names, rendered {:.5f}", vocabulary, cover.elements, cover.names.size(),
                 1.0 - static_cast<double>(cover.unrendered) / static_cast<double>(cover.elements));
      for (const auto& [name, count] : cover.unrenderedNames) fmt::print(" <{}> {}", name, count);
      fmt::print("\n");
    }
  }

  static std::map<std::string, Row>& table() { static std::map<std::string, Row> rows; return rows; }
  static std::map<std::string, int>& rules() { static std::map<std::string, int> counts; return counts; }
  static std::map<std::string, Coverage>& covers() { static std::map<std::string, Coverage> all; return all; }
  static int& refused() { static int count = 0; return count; }

  void judge(const fs::path& document, const ScratchFolder& out) {
    const std::string name = document.lexically_relative(sharedPath("corpus")).string();
    SCOPED_TRACE(name);
    SourceFiles sources;
    Diagnostics diagnostics;
    dom::Document source;
    try {
      source = xml::read(document, InputFolder(document.parent_path()), sources, diagnostics);
    } catch (const BuildError& error) {
      ++refused();
      fmt::print("refused {}: {}\n", name, error.diagnostic().code);
      return;
    }
    std::ofstream(out / "bare.css") << kBarePages;
    const Outcome built = run(octavo() + " build " + quoted(document) + " --diagnostics short --style study --style " + quoted(out / "bare.css") +
                                  " -o " + quoted(out / "x"), 120);
    if (built.output.find("[vocabulary-unsupported]") != std::string::npos) {
      ++refused();
      fmt::print("refused {}: vocabulary-unsupported\n", name);
      return;
    }
    ASSERT_EQ(built.exitCode, 0) << built.output;
    cover(name, *source.root, built.output);
    count(name, sourceWords(*source.root), out);
  }

  /// Only names of other vocabularies may be without a rule; of those the words are kept, which count() sees.
  void cover(const std::string& document, const dom::Element& root, const std::string& messages) {
    Coverage& cover = covers()[document.substr(0, document.find('/'))];
    std::map<std::string, long> names;
    countNames(root, names);
    for (const auto& [name, count] : names) {
      cover.elements += count;
      cover.names[name] += count;
    }
    for (const std::string& name : unknownNames(messages)) {
      const bool isForeign = name.find(':') != std::string::npos || std::ranges::find(kForeign, name) != kForeign.end();
      EXPECT_TRUE(isForeign) << "no rule for <" << name << ">";
      const auto found = names.find(name);
      const long count = found == names.end() ? 1 : found->second;
      cover.unrendered += count;
      cover.unrenderedNames[name] += count;
    }
  }

  void count(const std::string& name, const SourceWords& source, const ScratchFolder& out) {
    const WordBag expected = source.all();
    const EpubWords epub = epubWords(out / "x.epub");
    const WordBag lostInEpub = lostWords(expected, together(epub));
    const WordBag lostOnPages = lostInPdf(epub.shown, pdfWords(out / "x.pdf"));
    Row& row = table()[name.substr(0, name.find('/'))];
    for (std::size_t i = 0; i < row.size(); ++i) row[i].words += sum(source.parts[i]);
    charge(source, lostInEpub, &Tally::lostInEpub, row);
    charge(source, lostOnPages, &Tally::lostInPdf, row);
    for (const auto& [rule, times] : source.byRule) rules()[rule] += times;
    Retention listing;
    listing.lost = lostInEpub;
    EXPECT_TRUE(lostInEpub.empty()) << sum(lostInEpub) << " of " << sum(expected) << " words lost in the EPUB:" << listing.lostWords();
    listing.lost = lostOnPages;
    EXPECT_TRUE(lostOnPages.empty()) << sum(lostOnPages) << " of " << sum(expected) << " words lost in the PDF:" << listing.lostWords();
  }
};

TEST_P(WordRetention, IsWholeInBothOutputs) {
#if defined(__SANITIZE_ADDRESS__)
  GTEST_SKIP() << "hundreds of builds take too long under AddressSanitizer; the release build runs this";
#endif
  if (!hasProgram("pdftotext")) GTEST_SKIP() << "poppler-utils is not installed";
  const ScratchFolder out;
  for (const fs::path& document : documentsOf(GetParam())) judge(document, out);
}

GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(WordRetention);
INSTANTIATE_TEST_SUITE_P(Corpus, WordRetention, ::testing::ValuesIn(folders()), caseName);

TEST(LostInPdf, AreWordsWhoseLettersAreNotThere) {
  EXPECT_EQ(lostInPdf({{"ab", 1}, {"cd", 1}, {"ef", 1}}, {{"xabcd", 1}}), (WordBag{{"ef", 1}}));
}

TEST(LostWords, AreThoseThatCannotBeLaidTogether) {
  EXPECT_EQ(lostWords({{"well", 1}, {"known", 1}, {"thing", 2}}, {{"wellknown", 1}, {"thing", 1}}), (WordBag{{"thing", 1}}));
  EXPECT_EQ(lostWords({{"example", 1}}, {{"exam", 1}, {"ple", 1}, {"other", 1}}), WordBag{});
  EXPECT_EQ(lostWords({{"example", 2}}, {{"exam", 1}, {"ple", 1}}), (WordBag{{"example", 1}}));
}

}  // namespace
}  // namespace octavo::test

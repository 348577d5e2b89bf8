#include "product/retention/output_words.h"

#include <unicode/uchar.h>
#include <zip.h>

#include <algorithm>
#include <memory>
#include <vector>

#include "base/utf8.h"
#include "product/retention/source_words.h"
#include "support/run.h"
#include "xml/xml.h"

namespace octavo::test {
namespace {

namespace fs = std::filesystem;

void addShown(const dom::Element& element, EpubWords& words) {
  // An index tells numbers of sections in an EPUB and numbers of pages in print.
  if (element.attributeOr("class") == "index-place") return;
  for (const dom::Attribute& attribute : element.attributes) {
    if (attribute.name != "id" && attribute.name != "class") addFoldedWords(attribute.value, words.told);
  }
  for (const auto& child : element.children()) {
    if (const dom::Text* text = dom::asText(*child)) {
      addFoldedWords(text->value, words.shown);
    } else {
      addShown(*dom::asElement(*child), words);
    }
  }
}

struct CloseZip {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};

std::string entryText(zip_t& archive, zip_uint64_t index) {
  zip_stat_t facts;
  zip_stat_index(&archive, index, 0, &facts);
  std::string bytes(facts.size, '\0');
  zip_file_t* file = zip_fopen_index(&archive, index, 0);
  zip_fread(file, bytes.data(), bytes.size());
  zip_fclose(file);
  return bytes;
}

/// Takes the words out of `pieces` that `whole` can be laid together from; false where it cannot. From the left, the
/// longest first, going back where that leads nowhere.
bool takePieces(std::string_view whole, WordBag& pieces, int depth = 0) {
  if (whole.empty()) return true;
  constexpr int kMostPieces = 12;
  if (depth == kMostPieces) return false;
  for (std::size_t length = whole.size(); length > 0; --length) {
    const auto piece = pieces.find(std::string(whole.substr(0, length)));
    if (piece == pieces.end() || piece->second == 0) continue;
    --piece->second;
    if (takePieces(whole.substr(length), pieces, depth + 1)) return true;
    ++piece->second;
  }
  return false;
}

/// Counts down every word of `words` that can be laid together from `pieces`, which are used up.
void layTogether(WordBag& words, WordBag& pieces) {
  for (auto& [word, count] : words) {
    while (count > 0 && takePieces(word, pieces)) --count;
  }
  std::erase_if(words, [](const auto& each) { return each.second == 0; });
  std::erase_if(pieces, [](const auto& each) { return each.second == 0; });
}

WordBag minus(const WordBag& from, const WordBag& other) {
  WordBag rest;
  for (const auto& [word, count] : from) {
    const auto same = other.find(word);
    const int taken = same == other.end() ? 0 : same->second;
    if (taken < count) rest[word] = count - taken;
  }
  return rest;
}

/// A lost word that begins or ends one that was not expected is the part of a joined word whose other part another took.
void takeEnds(WordBag& lost, WordBag& excess) {
  for (auto& [word, count] : lost) {
    for (auto& [joined, times] : excess) {
      const bool isEnd = joined.starts_with(word) || joined.ends_with(word);
      const int taken = isEnd ? std::min(count, times) : 0;
      count -= taken;
      times -= taken;
    }
  }
  std::erase_if(lost, [](const auto& each) { return each.second == 0; });
}

/// Takes the word's letters out of the bag; false, and nothing taken, where it has not all of them. Marks on letters may
/// be told apart from them, and a leading zero is no part of a word: they do not count.
bool takeLetters(std::string_view word, std::map<char32_t, int>& letters) {
  std::map<char32_t, int> rest = letters;
  for (std::size_t at = 0; at < word.size();) {
    const char32_t letter = decodeUtf8(word, at);
    if (letter == '0' || u_getCombiningClass(static_cast<UChar32>(letter)) != 0) continue;
    if (--rest[letter] < 0) return false;
  }
  letters = std::move(rest);
  return true;
}

}  // namespace

EpubWords epubWords(const fs::path& epub) {
  EpubWords words;
  int error = 0;
  const std::unique_ptr<zip_t, CloseZip> archive(zip_open(epub.c_str(), ZIP_RDONLY, &error));
  if (!archive) return words;
  SourceFiles sources;
  Diagnostics diagnostics;
  const InputFolder folder(epub.parent_path());
  for (zip_int64_t i = 0; i < zip_get_num_entries(archive.get(), 0); ++i) {
    const fs::path name = zip_get_name(archive.get(), static_cast<zip_uint64_t>(i), 0);
    if (name.extension() != ".xhtml" || name.stem() == "nav" || name.stem() == "cover") continue;
    const std::string text = entryText(*archive, static_cast<zip_uint64_t>(i));
    const dom::Document document = xml::readBytes(text, epub.parent_path() / name.filename(), folder, sources, diagnostics);
    if (const dom::Element* body = dom::firstChild(*document.root, "body")) addShown(*body, words);
  }
  return words;
}

WordBag pdfWords(const fs::path& pdf) {
  WordBag bag;
  addFoldedWords(run("pdftotext -enc UTF-8 " + quoted(pdf) + " - 2>/dev/null").output, bag);
  return bag;
}

WordBag lostWords(const WordBag& expected, const WordBag& found) {
  WordBag lost = minus(expected, found), excess = minus(found, expected);
  layTogether(lost, excess);
  layTogether(excess, lost);
  takeEnds(lost, excess);
  return lost;
}

WordBag lostInPdf(const WordBag& expected, const WordBag& found) {
  std::map<char32_t, int> letters;
  for (const auto& [word, count] : minus(found, expected)) {
    for (std::size_t at = 0; at < word.size();) letters[decodeUtf8(word, at)] += count;
  }
  WordBag lost = minus(expected, found);
  for (auto& [word, count] : lost) {
    while (count > 0 && takeLetters(word, letters)) --count;
  }
  std::erase_if(lost, [](const auto& each) { return each.second == 0; });
  return lost;
}

}  // namespace octavo::test

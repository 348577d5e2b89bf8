#include "product/retention/source_words.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include <optional>

#include "base/utf8.h"
#include "support/retold.h"

namespace octavo::test {
namespace {

using dom::Element;
using dom::Namespace;

/// The nearest ancestor with a row says which part a word is of.
const std::map<std::string_view, Part> kParts{
    // JATS and BITS
    {"front", Part::Front}, {"front-stub", Part::Front}, {"article-meta", Part::Front}, {"journal-meta", Part::Front},
    {"book-meta", Part::Front}, {"collection-meta", Part::Front}, {"book-part-meta", Part::Front}, {"front-matter", Part::Front},
    {"abstract", Part::Abstracts}, {"trans-abstract", Part::Abstracts}, {"body", Part::Body}, {"table-wrap", Part::Tables},
    {"table", Part::Tables}, {"table-wrap-foot", Part::Tables}, {"fn", Part::Notes}, {"author-notes", Part::Notes},
    {"back", Part::Back}, {"book-back", Part::Back}, {"ref-list", Part::References}, {"ref", Part::References},
    {"question", Part::Questions}, {"answer", Part::Questions}, {"answer-set", Part::Questions}, {"explanation", Part::Questions},
    {"question-wrap", Part::Questions}, {"question-wrap-group", Part::Questions},
    // DocBook
    {"info", Part::Front}, {"articleinfo", Part::Front}, {"bookinfo", Part::Front}, {"chapterinfo", Part::Front},
    {"informaltable", Part::Tables}, {"footnote", Part::Notes}, {"bibliography", Part::References}, {"bibliolist", Part::References},
    {"qandaset", Part::Questions}, {"appendix", Part::Back}, {"glossary", Part::Back}, {"index", Part::Back}, {"colophon", Part::Back},
    // TEI; its note is told from DocBook's by the namespace
    {"teiHeader", Part::Front}, {"listBibl", Part::References}, {"biblStruct", Part::References},
    // XHTML
    {"head", Part::Front}, {"header", Part::Front},
};

bool hasWord(std::string_view list, std::string_view word) {
  const std::size_t at = list.find(word);
  return at != std::string_view::npos && (at == 0 || list[at - 1] == ' ' || list[at - 1] == '-');
}

std::optional<Part> partOf(const Element& element) {
  if (element.name == "sub-article" && element.attributeOr("article-type") == "translation") return Part::Translations;
  if (element.is(Namespace::Tei, "note")) return Part::Notes;
  if (element.is(Namespace::Tei, "head") || element.is(Namespace::Tei, "question")) return std::nullopt;
  if (element.namespaceName == Namespace::Xhtml) {
    const std::string kind = std::string(element.attributeOr("epub:type")) + " " + std::string(element.attributeOr("role"));
    for (const char* word : {"footnote", "endnote", "rearnote", "footnotes", "endnotes"}) {
      if (hasWord(kind, word) && element.name != "a") return Part::Notes;
    }
    if (hasWord(kind, "bibliography")) return Part::References;
    if (hasWord(kind, "abstract")) return Part::Abstracts;
  }
  const auto row = kParts.find(element.name);
  return row == kParts.end() ? std::nullopt : std::optional(row->second);
}

bool isMonthOfDate(const Element& element) {
  const Element* parent = element.parent();
  return element.name == "month" && parent && (parent->name == "pub-date" || parent->name == "date" || parent->name == "event");
}

bool isInCopyrightStatement(const Element& element) {
  const bool isPart = element.name == "copyright-year" || element.name == "copyright-holder";
  return isPart && element.parent() && dom::firstChild(*element.parent(), "copyright-statement");
}

/// Of alternatives one is shown: the words of the others are its own once more.
bool isOtherAlternative(const Element& element) {
  const Element* parent = element.parent();
  if (!parent || (parent->name != "alternatives")) return false;
  for (const char* shown : {"math", "table"}) {
    if (const Element* form = dom::firstChild(*parent, shown)) return form != &element;
  }
  return false;
}

/// One of two groups of subjects says what the other has said.
bool isSubjectSaidBefore(const Element& element) {
  const Element* group = element.name == "subject" ? element.parent() : nullptr;
  const Element* groups = group ? group->parent() : nullptr;
  if (!groups) return false;
  for (const auto& child : groups->children()) {
    const Element* other = dom::asElement(*child);
    if (other == group) return false;
    const Element* subject = other ? dom::firstChild(*other, "subject") : nullptr;
    if (subject && dom::textContent(*subject) == dom::textContent(element)) return true;
  }
  return false;
}

bool isWithin(const Element& element, std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names) {
    if (element.name == name) return true;
  }
  return false;
}

/// Why the words of the element are told in another way; empty where they must be found as they are.
std::string_view ruleFor(const Element& element, const Element& root) {
  const Element* parent = element.parent();
  if (element.namespaceName == Namespace::MathMl) {
    return isWithin(element, {"annotation", "annotation-xml"}) ? "a formula's second form" : "";
  }
  if (element.namespaceName == Namespace::Xhtml) {
    if (isWithin(element, {"script", "style", "template"})) return "programs and styles";
    if (element.attribute("hidden") || isWithin(element, {"noscript"})) return "what the page does not show";
    if (isWithin(element, {"iframe", "select", "epub:case"})) return "forms and frames for screens";
    if (element.name == "title" && parent && parent->name == "head") return "the window's title";
    return element.name == "rp" ? "brackets of readings, made anew" : "";
  }
  if (element.namespaceName == Namespace::Svg) return isWithin(element, {"metadata", "defs", "style"}) ? "parts of drawings that show nothing" : "";
  if (isPublishersCode(element)) return "codes of the publisher";
  if (isAffiliationSaidBefore(element)) return "an affiliation said before";
  if (isMonthOfDate(element)) return "months are told by name";
  if (isInCopyrightStatement(element)) return "year and holder stand in the copyright statement";
  if (isSubjectSaidBefore(element)) return "a subject said before";
  if (isOtherAlternative(element) || isCitationSaidBeside(element)) return "an alternative not chosen";
  if (isWithin(element, {"glyph-data", "binaryObject"})) return "bytes of a picture";
  if (element.is(Namespace::Tei, "langUsage")) return "languages of the metadata";
  if (isWithin(element, {"toc", "toc-group"})) return "contents are made anew";
  if (element.attributeOr("type") == "rp" || element.name == "rp") return "brackets of readings, made anew";
  if (element.name == "label" && parent && parent->name == "fn") return "notes are numbered anew";
  if (element.name == "xref") {
    const Element* target = dom::findById(root, element.attributeOr("rid"));
    if (target && target->name == "fn") return "notes are numbered anew";
  }
  if (parent && parent->name == "xref" && element.namespaceName == Namespace::DocBook) return "words of a reference, made anew";
  return "";
}

class Collector {
 public:
  Collector(const Element& root, SourceWords& into) : root_(root), into_(into) {}
  ~Collector() { flush(); }
  Collector(const Collector&) = delete;
  Collector& operator=(const Collector&) = delete;

  void collect(const Element& element, Part part) {
    if (const std::string_view rule = ruleFor(element, root_); !rule.empty()) {
      WordBag told;
      addFoldedWords(dom::textContent(element), told);
      for (const auto& [word, count] : told) into_.byRule[std::string(rule)] += count;
      return;
    }
    const Part own = partOf(element).value_or(part);
    const bool isPlain = own == Part::Front || own == Part::Abstracts || own == Part::Body || own == Part::Back;
    part = part == Part::Translations && isPlain ? part : own;  // a translation has a front and a body of its own
    WordBag& bag = into_.parts[static_cast<std::size_t>(part)];
    if (element.name == "tex-math") return addFoldedWords(formulaIn(dom::textContent(element)), bag);
    // A line of the source's pages ended in the word: its halves are one word again.
    const bool isInWord = element.is(Namespace::Tei, "lb") &&
                          (element.attributeOr("break") == "no" || element.attributeOr("type") == "hyphenInWord");
    isJoining_ = isInWord && bag_ == &bag;
    for (const auto& child : element.children()) {
      if (const dom::Text* text = dom::asText(*child)) {
        addText(text->value, bag);
      } else {
        collect(*dom::asElement(*child), part);
      }
    }
  }

 private:
  void flush() {
    if (bag_) addFoldedWords(text_, *bag_);
    text_.clear();
  }

  /// The frame of a whole TeX document is not part of the formula.
  static std::string formulaIn(const std::string& tex) {
    const std::size_t begin = tex.find("\\begin{document}"), end = tex.find("\\end{document}");
    if (begin == std::string::npos || end == std::string::npos || end < begin) return tex;
    return tex.substr(begin + 16, end - begin - 16);
  }

  void addText(const std::string& text, WordBag& bag) {
    if (!isJoining_) flush();
    isJoining_ = false;
    bag_ = &bag;
    text_ += text;
  }

  const Element& root_;
  SourceWords& into_;
  WordBag* bag_ = nullptr;  // of the text that may go on
  std::string text_;
  bool isJoining_ = false;
};

}  // namespace

WordBag SourceWords::all() const {
  WordBag bag;
  for (const WordBag& part : parts) {
    for (const auto& [word, count] : part) bag[word] += count;
  }
  return bag;
}

void addFoldedWords(std::string_view text, WordBag& bag) {
  UErrorCode error = U_ZERO_ERROR;
  static const icu::Normalizer2* folding = icu::Normalizer2::getNFKCCasefoldInstance(error);
  std::string folded;
  icu::StringByteSink<std::string> sink(&folded);
  folding->normalizeUTF8(0, icu::StringPiece(text.data(), static_cast<int>(text.size())), sink, nullptr, error);
  // A mark alone (a formula's hat) stands on the letter before it in one form and apart in the other.
  WordBag words;
  addWords(folded, words);
  for (const auto& [word, count] : words) {
    std::size_t at = 0;
    const bool isMark = u_getCombiningClass(static_cast<UChar32>(decodeUtf8(word, at))) != 0 && at == word.size();
    if (!isMark) bag[word] += count;
  }
}

SourceWords sourceWords(const Element& root) {
  SourceWords words;
  Collector(root, words).collect(root, Part::Body);
  return words;
}

}  // namespace octavo::test

// vocabulary: which vocabulary a document is written in, and who reads it.
#include "vocabulary/registry.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "vocabulary/bits/bits.h"
#include "vocabulary/docbook/docbook.h"
#include "vocabulary/jats/jats.h"
#include "vocabulary/source_questions.h"
#include "vocabulary/tei/tei.h"
#include "vocabulary/xhtml/xhtml.h"

namespace octavo::vocabulary {
namespace {

struct Entry {
  Vocabulary vocabulary;
  std::string_view grammar;              // in a manifest
  std::string_view name;                 // for people
  Article (*read)(const ReaderInputs&);  // null: not supported
};
constexpr std::array kVocabularies{
    Entry{Vocabulary::Jats, "jats", "JATS", readJats},
    Entry{Vocabulary::Xhtml, "xhtml", "XHTML", readXhtml},
    Entry{Vocabulary::Assembly, "", "a DocBook assembly", nullptr},
    Entry{Vocabulary::Bits, "bits", "BITS", readBits},
    Entry{Vocabulary::DocBook, "docbook", "DocBook", readDocBook},
    Entry{Vocabulary::Dita, "", "DITA", nullptr},
    Entry{Vocabulary::Tei, "tei", "TEI", readTei},
    Entry{Vocabulary::Unknown, "", "unknown", nullptr},
};

struct Clue {
  std::string_view word;
  Vocabulary vocabulary;
};
/// Parts of identifiers, in lower case; the more particular first.
constexpr std::array kDoctypes{
    Clue{"bits", Vocabulary::Bits},
    Clue{"//nlm//dtd book", Vocabulary::Bits},
    Clue{"jats", Vocabulary::Jats},
    Clue{"//nlm//dtd", Vocabulary::Jats},
    Clue{"journalpublishing", Vocabulary::Jats},
    Clue{"archivearticle", Vocabulary::Jats},
    Clue{"xhtml", Vocabulary::Xhtml},
    Clue{"docbook", Vocabulary::DocBook},
    Clue{"dita", Vocabulary::Dita},
    Clue{"tei", Vocabulary::Tei},
};
constexpr std::array kRoots{
    Clue{"html", Vocabulary::Xhtml},        Clue{"TEI", Vocabulary::Tei},
    Clue{"TEI.2", Vocabulary::Tei},         Clue{"teiCorpus", Vocabulary::Tei},
    Clue{"topic", Vocabulary::Dita},        Clue{"concept", Vocabulary::Dita},
    Clue{"task", Vocabulary::Dita},         Clue{"map", Vocabulary::Dita},
    Clue{"bookmap", Vocabulary::Dita},      Clue{"dita", Vocabulary::Dita},
    Clue{"chapter", Vocabulary::DocBook},   Clue{"refentry", Vocabulary::DocBook},
    Clue{"appendix", Vocabulary::DocBook},  Clue{"preface", Vocabulary::DocBook},
    Clue{"sect1", Vocabulary::DocBook},     Clue{"sect2", Vocabulary::DocBook},
    Clue{"sect3", Vocabulary::DocBook},     Clue{"refsect1", Vocabulary::DocBook},
    Clue{"reference", Vocabulary::DocBook}, Clue{"bibliography", Vocabulary::DocBook},
    Clue{"assembly", Vocabulary::Assembly}, Clue{"book-part-wrapper", Vocabulary::Bits},
    Clue{"book-part", Vocabulary::Bits},    Clue{"front-matter-part", Vocabulary::Bits},
    Clue{"index-group", Vocabulary::Bits},  Clue{"book-app", Vocabulary::Bits},
    Clue{"sec", Vocabulary::Bits},
};
constexpr std::array kChildren{
    Clue{"front", Vocabulary::Jats},
    Clue{"front-stub", Vocabulary::Jats},
    Clue{"sub-article", Vocabulary::Jats},
    Clue{"sec", Vocabulary::Jats},
    Clue{"book-meta", Vocabulary::Bits},
    Clue{"book-body", Vocabulary::Bits},
    Clue{"collection-meta", Vocabulary::Bits},
    Clue{"named-book-part-body", Vocabulary::Bits},
    Clue{"info", Vocabulary::DocBook},
    Clue{"articleinfo", Vocabulary::DocBook},
    Clue{"bookinfo", Vocabulary::DocBook},
    Clue{"para", Vocabulary::DocBook},
    Clue{"simpara", Vocabulary::DocBook},
    Clue{"sect1", Vocabulary::DocBook},
    Clue{"chapter", Vocabulary::DocBook},
    Clue{"partintro", Vocabulary::DocBook},
    Clue{"glossentry", Vocabulary::DocBook},
    Clue{"glossdiv", Vocabulary::DocBook},
    Clue{"body", Vocabulary::Jats},
    Clue{"header", Vocabulary::Xhtml},
    Clue{"h1", Vocabulary::Xhtml},
    Clue{"h2", Vocabulary::Xhtml},
    Clue{"p", Vocabulary::Xhtml},
    Clue{"div", Vocabulary::Xhtml},
    Clue{"section", Vocabulary::DocBook},
};

template <std::size_t N>
Vocabulary lookUp(const std::array<Clue, N>& clues, std::string_view word) {
  const auto found = std::ranges::find(clues, word, &Clue::word);
  return found == clues.end() ? Vocabulary::Unknown : found->vocabulary;
}

Vocabulary byNamespace(const dom::Element& root) {
  switch (root.namespaceName) {
    case dom::Namespace::Xhtml:
      return Vocabulary::Xhtml;
    case dom::Namespace::DocBook:
      return root.name == "assembly" ? Vocabulary::Assembly : Vocabulary::DocBook;
    case dom::Namespace::Tei:
      return Vocabulary::Tei;
    case dom::Namespace::None:
    case dom::Namespace::MathMl:
    case dom::Namespace::Svg:
    case dom::Namespace::XInclude:
    case dom::Namespace::OasisTable:
    case dom::Namespace::Ali:
    case dom::Namespace::Other:
      return Vocabulary::Unknown;
  }
  return Vocabulary::Unknown;
}

Vocabulary byDoctype(const dom::Document& document) {
  const std::string identifiers = lowered(document.publicId + " " + document.systemId);
  for (const Clue& clue : kDoctypes) {
    if (identifiers.find(clue.word) != std::string::npos) return clue.vocabulary;
  }
  return lowered(document.doctypeName) == "html" ? Vocabulary::Xhtml : Vocabulary::Unknown;
}

Vocabulary byChildren(const dom::Element& root) {
  for (const Clue& clue : kChildren) {
    if (dom::firstChild(root, clue.word)) return clue.vocabulary;
  }
  return Vocabulary::Unknown;
}

/// Names of roots in several vocabularies: their children tell.
bool isShared(std::string_view name) {
  constexpr std::array<std::string_view, 8> kShared{"article", "book",     "section",    "part",
                                                    "set",     "glossary", "simplesect", "dedication"};
  return std::ranges::find(kShared, name) != kShared.end();
}

const Entry& entryOf(Vocabulary vocabulary) {
  return *std::ranges::find(kVocabularies, vocabulary, &Entry::vocabulary);
}

}  // namespace

Vocabulary sniffVocabulary(const dom::Document& document) {
  const dom::Element& root = *document.root;
  Vocabulary found = byNamespace(root);
  if (found == Vocabulary::Unknown) found = byDoctype(document);
  if (found == Vocabulary::Unknown) found = lookUp(kRoots, root.name);
  if (found == Vocabulary::Unknown && isShared(root.name))
    found = byChildren(root);
  // JATS and BITS share their identifiers' words: a book is a book.
  if (found == Vocabulary::Jats && (root.name == "book" || root.name == "book-part"))
    found = Vocabulary::Bits;
  return found;
}

std::optional<Vocabulary> vocabularyOfGrammar(std::string_view grammar) {
  const auto found = std::ranges::find(kVocabularies, grammar, &Entry::grammar);
  if (grammar.empty() || found == kVocabularies.end()) return std::nullopt;
  return found->vocabulary;
}

Article readArticle(const ReaderInputs& inputs, Vocabulary vocabulary) {
  const Entry& entry = entryOf(vocabulary);
  if (entry.read) return entry.read(inputs);
  const dom::Element& root = *inputs.document.root;
  throw BuildError({Severity::Error,
                    "vocabulary-unsupported",
                    root.position(),
                    fmt::format("unsupported vocabulary: {} ({})", root.name, entry.name),
                    "supported are JATS articles, BITS books, DocBook, TEI, XHTML pages, and DocBook assemblies of them",
                    {}});
}

}  // namespace octavo::vocabulary

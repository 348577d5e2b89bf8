// vocabulary: which vocabulary a document is written in, and who reads it.
//
// The rule, first match wins:
//  1. the root's namespace: XHTML, DocBook (its `assembly` is a booklet's manifest), TEI;
//  2. the DOCTYPE's public or system identifier: NLM and JATS, BITS, XHTML, DocBook, DITA, TEI;
//  3. the root's name where only one vocabulary has it: html, TEI, topic, bookmap, chapter, sect1, refentry;
//  4. the names of the root's children: front, sub-article or sec are JATS; info, para, simpara, sect1
//     or articleinfo DocBook; header, p or h1 XHTML. `article` and `book` are shared by four vocabularies, and title tells nothing.
#pragma once

#include <optional>
#include <string_view>

#include "vocabulary/reader.h"

namespace octavo::vocabulary {

enum class Vocabulary { Jats, Xhtml, Assembly, Bits, DocBook, Dita, Tei, Unknown };

Vocabulary sniffVocabulary(const dom::Document& document);

/// The vocabulary of a manifest's `grammar` attribute: jats, xhtml, bits, docbook, tei. Nothing for another
/// word.
std::optional<Vocabulary> vocabularyOfGrammar(std::string_view grammar);

/// Reads the article with the vocabulary's reader. Throws BuildError (vocabulary-unsupported) where there is
/// none.
Article readArticle(const ReaderInputs& inputs, Vocabulary vocabulary);

}  // namespace octavo::vocabulary

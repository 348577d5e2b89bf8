// vocabulary: answers and the questions they belong to, for a key that gathers them.
#pragma once

#include <memory>
#include <string>

#include "dom/dom.h"

namespace octavo::vocabulary {

/// Whether the answer is part of a line of text, not a block of its own.
bool isAnswerInSentence(const dom::Element& answer);

/// The answer as a paragraph of the key (`p.answer`). In its place stays a gap to write in, `span.answer-gap`, as wide as the
/// answer and at least two em.
std::unique_ptr<dom::Element> takeAnswerOutOfSentence(dom::Element& answer);

/// The question that an answer belongs to: the one around it, else the last before it among its siblings; null for none.
dom::Element* questionOf(const dom::Element& answer);

/// How a key calls a question: by its number in its list or its label, else by its first words.
std::string nameOfQuestion(const dom::Element& question);

}  // namespace octavo::vocabulary
